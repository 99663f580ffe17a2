import { expect, test } from "../support/portal";
import { nothingInTheWay } from "../support/see";

test.use({ serviceWorkers: "block" });

test("a configuration that is not JSON is named, with the place of the fault", async ({ page }) => {
  await page.route("**/portal.json", (route) => route.fulfill({ body: '{ "brand": { "name": "x" }\n "languages": [] }' }));
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The portal is set up wrongly");
  await expect(page.getByText(/portal\.json.*line 2/)).toBeVisible();
  await nothingInTheWay(page, "a wrong configuration");
});

test("a configuration that says something wrong is named", async ({ page }) => {
  await page.route("**/portal.json", (route) => route.fulfill({ body: '{ "brand": { "name": "x" }, "langauges": [] }' }));
  await page.goto("/");
  await expect(page.getByText(/langauges/)).toBeVisible();
});

test("a program that does not come leaves words and a way on, not an empty page", async ({ page }) => {
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The portal could not start");
  await page.unroute("**/*.wasm");
  await page.getByRole("button", { name: "Reload" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
});

test("a language that the browser prefers is used if the portal has it", async ({ browser, portal }) => {
  const context = await browser.newContext({ baseURL: portal.url, locale: "nl-NL" });
  const page = await context.newPage();
  await page.goto("/");
  const { languages } = await (await page.request.get("/portal.json")).json();
  const expected = languages.some(({ code }: { code: string }) => code === "nl") ? "nl" : languages[0].code;
  await expect(page.locator("html")).toHaveAttribute("lang", expected);
  await context.close();
});

test("the policy of the site lets the portal run and nothing else", async ({ page }) => {
  const refused: string[] = [];
  page.on("console", (message) => {
    if (/Content.Security.Policy/i.test(message.text())) refused.push(message.text());
  });
  const answer = await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  expect(refused).toEqual([]);
  const policy = answer!.headers()["content-security-policy"];
  expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'wasm-unsafe-eval'/);
  expect(policy).not.toMatch(/unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')/);
});
