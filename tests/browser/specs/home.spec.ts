import type { Page } from "@playwright/test";
import { addItem, giveInformation, signIn } from "../support/act";
import { inDays } from "../support/days";
import { settle } from "../support/pages.mjs";
import { administrator, representative } from "../support/people.mjs";
import { expect, test } from "../support/portal";
import { heading, nothingSticksOut } from "../support/see";
import { word } from "../support/words.mjs";

const band = (page: Page, name: string) => page.getByRole("region", { name: word(name) });
const NUMBER = /[\d,]+/;

/** What the endpoint counts, by the portal's own question. */
async function counts(page: Page, open: () => Promise<unknown>) {
  const counted: string[] = [];
  page.on("request", (request) => {
    const url = decodeURIComponent(request.url());
    if (url.includes("$count=true") && url.includes("$top=1")) counted.push(request.url());
  });
  await open();
  return counted;
}

test("each band is there, and every number is that of the list it links to", async ({ page }) => {
  await signIn(page, administrator);
  const asked = await counts(page, async () => {
    await page.reload();
    await settle(page);
  });
  const late = band(page, "home.needs").getByRole("link", { name: /late/ }).first();
  await expect(late).toHaveAttribute("href", "/orders?view=late");
  const shown = Number((await late.textContent())!.replace(/\D/g, ""));
  const answers = await Promise.all(asked.map(async (url) => (await (await page.request.get(url)).json())["@odata.count"]));
  expect(shown).toBeGreaterThan(0);
  expect(answers).toContain(shown);
  const open = band(page, "home.on-its-way").getByRole("link", { name: /open/ });
  await expect(open).toHaveAttribute("href", "/orders?view=open");
  expect(answers).toContain(Number((await open.textContent())!.match(NUMBER)![0].replace(",", "")));
  const start = band(page, "home.start");
  await expect(start.getByRole("link", { name: word("new-order.title") })).toHaveAttribute("href", "/orders/new");
  await expect(start.getByRole("link", { name: word("home.paste") })).toHaveAttribute("href", "/orders/new?step=items");
  await expect(start.getByRole("link", { name: word("home.again") })).toHaveAttribute("href", /\/orders\/new\?reorder=[0-9a-f-]{36}$/);
});

test("a draft that was begun is told of with its items, and led to; one that was only opened is not", async ({ page }) => {
  await signIn(page, representative, "/orders/new");
  await heading(page, "New order");
  await page.goto("/");
  await expect(band(page, "home.needs").getByText(word("home.no-draft"))).toBeVisible();
  await page.goto("/orders/new");
  await giveInformation(page, inDays(20), "HOME-1");
  await addItem(page, { product: "Chai", quantity: "3" });
  await addItem(page, { product: "Chang", quantity: "1" });
  await page.goto("/");
  const draft = band(page, "home.needs").getByRole("link", { name: word("home.draft_other", { count: 2 }) });
  await expect(draft).toHaveText("2");
  await band(page, "home.needs").getByRole("link", { name: word("home.draft-continue") }).click();
  await expect(page.getByRole("row", { name: /Chang/ })).toBeVisible();
});

test("what was ordered for a day to come is on its way, the next first", async ({ page, ownPortal }) => {
  await signIn(page, representative, ownPortal.url);
  const placed: string[] = [];
  // Both come before most of what the demonstration has on its way, and so are among the five that are shown.
  for (const [days, requisition] of [[8, "LATER"], [6, "SOONER"]] as const) {
    await page.goto(`${ownPortal.url}/orders/new`);
    await giveInformation(page, inDays(days), requisition);
    await addItem(page, { product: "Chai", quantity: "1" });
    await page.getByRole("button", { name: word("new-order.to-review") }).click();
    await page.getByRole("button", { name: word("new-order.send"), exact: true }).click();
    await expect(page).toHaveURL(/\/orders\/[0-9a-f-]{36}/);
    placed.unshift(new URL(page.url()).pathname);
  }
  await page.goto(ownPortal.url);
  const rows = band(page, "home.on-its-way").getByRole("listitem");
  await expect(rows.getByRole("link").first()).toBeVisible();
  const links = await rows.getByRole("link").evaluateAll((all) => all.map((link) => link.getAttribute("href")!));
  expect(links.filter((link) => placed.includes(link))).toEqual(placed);
  const times = await rows.locator("time").evaluateAll((all) => all.map((time) => time.getAttribute("datetime")!));
  expect(times).toEqual([...times].sort());
  await rows.locator(`a[href="${placed[0]}"]`).click();
  await expect(page.getByText("SOONER").first()).toBeVisible();
});

test("the page is there before its numbers, and nothing moves when they come @phone", async ({ page }) => {
  await signIn(page, representative);
  await settle(page);
  // On the second visit the device knows the numbers; the endpoint does not answer yet.
  let release = () => {};
  const late = new Promise<void>((done) => (release = done));
  await page.route(/\/_api\/salesorders/, async (route) => {
    await late;
    await route.continue().catch(() => {});
  });
  await page.reload();
  await expect(band(page, "home.start").getByRole("link").first()).toBeVisible();
  const places = () => page.locator("h2").evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)));
  const known = band(page, "home.needs").locator("#need-late");
  await expect(known).not.toHaveAttribute("aria-busy");
  const before = await places();
  release();
  await settle(page);
  expect(await places()).toEqual(before);
  await nothingSticksOut(page, "home");
});

test("a number that cannot be had says so and can be asked for again", async ({ page }) => {
  await signIn(page, representative, "/account");
  await page.route(/\$count=true/, (route) => route.abort());
  await page.route(/%24count=true/, (route) => route.abort());
  await page.goto("/");
  const row = band(page, "home.needs").getByRole("listitem").filter({ hasText: word("failure.unreachable") });
  await expect(row).toHaveCount(1);
  await page.unrouteAll();
  await row.getByRole("button", { name: word("failure.again") }).click();
  await expect(row).toHaveCount(0);
});
