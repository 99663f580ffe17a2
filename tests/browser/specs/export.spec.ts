// Exporting a list: every page of it, into files that say just what the list shows, while the portal stays usable.
import { readFileSync } from "node:fs";
import { type Page, type Request } from "@playwright/test";
import { goTo, signIn } from "../support/act";
import { administrator, representative } from "../support/people.mjs";
import { expect, test } from "../support/portal";
import { nothingInTheWay } from "../support/see";
import { word } from "../support/words.mjs";

/** The preference by which a request of the exporter is known. */
const isExport = (request: Request) => /maxpagesize=5000/.test(request.headers().prefer ?? "");

const panel = (page: Page) => page.locator("#export-panel");

async function open(page: Page) {
  await page.getByRole("button", { name: word("export.do"), exact: true }).click();
  await expect(panel(page)).toBeVisible();
}

/** Exports and answers the saved file. */
async function save(page: Page, kind: "csv" | "xlsx") {
  const download = page.waitForEvent("download");
  await panel(page).getByRole("button", { name: word(`export.${kind}`) }).click();
  const file = await download;
  await expect(panel(page).getByText(file.suggestedFilename()).first()).toBeVisible();
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/** Rows of a file of our own making: texts in quotes, commas between, no line end in a field. */
const rows = (bytes: Buffer) => bytes.toString("utf8").replace("\ufeff", "").trimEnd().split("\r\n");

test("an export is what is shown: filter, columns and order, all pages of it", async ({ page }) => {
  await signIn(page, administrator, "/orders?sort=number");
  await open(page);
  const { name, bytes } = await save(page, "csv");
  expect(name).toMatch(/^Orders \d{4}-\d\d-\d\d\.csv$/);
  expect([...bytes.subarray(0, 3)], "the mark by which Excel knows UTF-8").toEqual([0xef, 0xbb, 0xbf]);
  const [titles, ...lines] = rows(bytes);
  const shown = await page.getByRole("columnheader").allTextContents();
  expect(titles).toBe([...shown, word("export.currency")].map((title) => `"${title.trim()}"`).join(","));
  const count = await page.evaluate(async () => (await (await fetch("/_api/salesorders?$count=true&$top=1&$select=salesorderid")).json())["@odata.count"]);
  expect(lines).toHaveLength(count);
  const first = await page.getByRole("link", { name: /^SO-/ }).first().textContent();
  // Orders that have no number yet come first.
  expect(lines.find((line) => line.startsWith('"SO-'))).toContain(`"${first}"`);

  await page.goto("/orders?q=SO-10847");
  await expect(page.getByRole("link", { name: /^SO-/ })).toHaveText(["SO-10847"]);
  await open(page);
  const narrowed = rows((await save(page, "csv")).bytes);
  expect(narrowed).toHaveLength(2);
  expect(narrowed[1]).toContain('"SO-10847"');
});

test("a workbook is a workbook, and its second sheet tells filter and user", async ({ page }) => {
  await signIn(page, representative, "/orders?q=SO-10847");
  await open(page);
  const { name, bytes } = await save(page, "xlsx");
  expect(name).toMatch(/\.xlsx$/);
  expect(bytes.subarray(0, 2).toString()).toBe("PK");
  expect(bytes.length).toBeGreaterThan(4_000);
});

test("an export of many pages shows how far it is, can be cancelled, and leaves the portal usable", async ({ page }) => {
  let asked = 0;
  await signIn(page, administrator, "/orders");
  await page.context().route(/\/_api\/salesorders\?/, async (route) => {
    if (!isExport(route.request())) return route.continue();
    if (/\$apply=/.test(route.request().url())) return route.fulfill({ json: { value: [{ figure: 100_000 }] } });
    const answer = await route.fetch();
    const body = await answer.json();
    asked += 1;
    // Here endpoints stop counting, so the exporter asks for the sum.
    body["@odata.count"] = 5_000;
    // Every page leads to another one, at an address that is the site's behind a proxy.
    const { pathname, search } = new URL(route.request().url());
    body["@odata.nextLink"] = `https://elsewhere.example${pathname}${search}`;
    await route.fulfill({ response: answer, json: body });
  });
  await open(page);
  await panel(page).getByRole("button", { name: word("export.csv") }).click();
  await expect(panel(page).getByText(/^[\d,]+ of 100,000 rows$/).first()).toBeVisible();
  await expect(panel(page).getByRole("progressbar")).toBeVisible();
  // The export goes on, on another page of the portal, too.
  await goTo(page, word("account.title"));
  await expect(panel(page).getByRole("progressbar")).toBeVisible();
  const before = asked;
  await expect.poll(() => asked).toBeGreaterThan(before);
  await panel(page).getByRole("button", { name: word("export.cancel") }).click();
  await expect(panel(page).getByText(word("export.canceled")).first()).toBeVisible();
  await page.context().unrouteAll({ behavior: "ignoreErrors" });
});

test("an export that stops goes on where it stopped", async ({ page }) => {
  await signIn(page, representative, "/orders");
  let failures = 1;
  await page.context().route(/\/_api\/salesorders\?/, (route) => {
    if (isExport(route.request()) && failures > 0) {
      failures -= 1;
      return route.fulfill({ status: 503, json: { error: { code: "", message: "busy" } } });
    }
    return route.continue();
  });
  await open(page);
  await panel(page).getByRole("button", { name: word("export.csv") }).click();
  await expect(panel(page).getByText(word("failure.busy"))).toBeVisible();
  const download = page.waitForEvent("download");
  await panel(page).getByRole("button", { name: word("failure.again") }).click();
  expect(rows(readFileSync(await (await download).path())).length).toBeGreaterThan(2);
});

test("a session that is over is said to be, with the way to sign in", async ({ page }) => {
  await signIn(page, representative, "/orders");
  await open(page);
  await page.context().clearCookies();
  await panel(page).getByRole("button", { name: word("export.xlsx") }).click();
  await expect(panel(page).getByText(word("failure.signed-out"))).toBeVisible();
  await expect(panel(page).getByRole("link", { name: word("failure.sign-in") })).toHaveAttribute("href", /sign-in\?return=%2Forders|sign-in\?return=\/orders/);
});

test("a first visit fetches nothing of it, the panel comes with the button and the exporter with the choice", async ({ page }) => {
  const fetched: string[] = [];
  page.context().on("request", (request) => fetched.push(new URL(request.url()).pathname));
  const exporter = () => fetched.filter((path) => /\/assets\/exporter-/.test(path)).length;
  await signIn(page, representative, "/orders");
  await expect(page.getByRole("link", { name: /^SO-/ }).first()).toBeVisible();
  expect(fetched.filter((path) => /\/assets\/export/.test(path))).toEqual([]);
  await open(page);
  expect(exporter()).toBe(0);
  await save(page, "csv");
});

test("the panel takes the focus, gives it back, and is in nobody's way", async ({ page }) => {
  await signIn(page, representative, "/orders");
  await open(page);
  await expect(panel(page)).toBeFocused();
  await nothingInTheWay(page, "the panel that exports");
  await page.keyboard.press("Escape");
  await expect(panel(page)).toBeHidden();
  await expect(page.getByRole("button", { name: word("export.do"), exact: true })).toBeFocused();
});

test("in German a file has semicolons and decimal commas, and numbers stay numbers", async ({ page }) => {
  const german = JSON.parse(readFileSync(new URL("../../../public/locales/de.json", import.meta.url), "utf8"));
  await signIn(page, representative, "/orders?q=SO-10847");
  await page.evaluate(() => localStorage.setItem("portal.language", "de"));
  await page.reload();
  await page.getByRole("button", { name: german["export.do"], exact: true }).click();
  const download = page.waitForEvent("download");
  await panel(page).getByRole("button", { name: german["export.csv"] }).click();
  const [titles, line] = rows(readFileSync(await (await download).path()));
  expect(titles).toContain(`"${german["column.total"]}";"${german["export.currency"]}"`);
  expect(line).toMatch(/;\d+,\d\d;"USD"$/);
});

test("the lines of an order are exported as its page shows them", async ({ page }) => {
  await signIn(page, representative, "/orders?q=SO-10847");
  await page.getByRole("link", { name: "SO-10847" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("SO-10847");
  await open(page);
  const { name, bytes } = await save(page, "csv");
  expect(name).toContain("SO-10847");
  const [titles, ...lines] = rows(bytes);
  for (const column of ["product-number", "ordered", "open", "discount", "tax", "amount"]) {
    expect(titles).toContain(`"${word(`column.${column}`)}"`);
  }
  expect(lines).toHaveLength(6);
  for (const line of lines) expect(line).toMatch(/^"SO-10847",/);
});

test("selected rows alone are exported when they are what is asked for", async ({ page }) => {
  await signIn(page, representative, "/orders");
  await page.getByRole("checkbox", { name: /SO-/ }).nth(0).check();
  await page.getByRole("checkbox", { name: /SO-/ }).nth(2).check();
  await page.getByRole("region", { name: word("selection.title") }).getByRole("button", { name: word("export.do") }).click();
  await expect(panel(page)).toBeVisible();
  expect(rows((await save(page, "csv")).bytes)).toHaveLength(3);
});
