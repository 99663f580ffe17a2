import { type Page } from "@playwright/test";
import { signIn } from "../support/act";
import { representative } from "../support/people.mjs";
import { expect, test } from "../support/portal";
import { nothingInTheWay } from "../support/see";
import { word } from "../support/words.mjs";

/** Opens a list and waits for its rows. */
async function list(page: Page, address: string) {
  await signIn(page, representative, address);
  await expect(page.getByRole("link", { name: /^SO-/ }).first()).toBeVisible();
  // Figures stand above the rows and move them when they arrive.
  await page.waitForLoadState("networkidle");
}

/** Opens a panel by its button and answers it. */
async function open(page: Page, button: string, title = button) {
  await page.getByRole("button", { name: button, exact: true }).click();
  const panel = page.getByRole("dialog", { name: title });
  await expect(panel).toBeVisible();
  return panel;
}

const filters = (page: Page) => open(page, word("list.filters"));
const columns = (page: Page) => open(page, word("list.columns"));
const views = (page: Page) => open(page, word("views.manage"), word("views.title"));

const headers = (page: Page) => page.getByRole("columnheader");

/** The requests for rows of the list that are made from now on. */
function listRequests(page: Page) {
  const found: string[] = [];
  page.on("request", (request) => {
    const address = new URL(request.url());
    const isRows = address.pathname.endsWith("/salesorders") && address.searchParams.has("$expand");
    if (isRows && address.searchParams.get("$top") === null) found.push(address.search);
  });
  return found;
}

/** Saves the list that is shown under a name. */
async function save(page: Page, name: string) {
  const panel = await views(page);
  await panel.getByRole("textbox", { name: word("views.name") }).fill(name);
  await panel.getByRole("button", { name: word("views.save-do"), exact: true }).click();
  await expect(panel.getByText(word("views.saved", { name }))).toBeVisible();
  return panel;
}

test("several filters are applied with one request and stand in the address", async ({ page }) => {
  await list(page, "/orders?view=all");
  await expect(page.getByRole("table")).toBeVisible();
  const panel = await filters(page);
  const asked = listRequests(page);
  await panel.getByLabel(word("filter.late"), { exact: true }).check();
  await panel.getByLabel(word("filters.least")).fill("100");
  await panel.getByLabel(word("filters.most")).fill("100,000.50");
  await panel.getByRole("group", { name: word("filter.placed"), exact: true }).getByLabel(word("filters.from")).fill("2020-01-01");
  expect(asked).toEqual([]);
  await panel.getByRole("button", { name: word("filters.show.orders") }).click();
  await expect(panel).toBeHidden();
  await expect(page).toHaveURL(/from=2020-01-01&min=100&max=100000\.5&late=1/);
  await expect(page.getByRole("list", { name: word("list.active") }).getByRole("listitem")).toHaveCount(4);
  await page.waitForLoadState("networkidle");
  expect(asked).toHaveLength(1);
});

test("what is narrowed already stands in the panel, and can be reset", async ({ page }) => {
  await signIn(page, representative, "/orders?status=delivered&min=10.5&late=1");
  const panel = await filters(page);
  await expect(panel.getByLabel(word("filter.late"), { exact: true })).toBeChecked();
  await expect(panel.getByLabel(word("status.delivered"), { exact: true })).toBeChecked();
  await expect(panel.getByLabel(word("filters.least"))).toHaveValue("10.5");
  await panel.getByRole("button", { name: word("filters.reset") }).click();
  await expect(panel.getByLabel(word("filters.least"))).toHaveValue("");
  await panel.getByRole("button", { name: word("filters.show.orders") }).click();
  await expect(page).toHaveURL((address) => !address.search.includes("late") && !address.search.includes("status"));
});

test("an amount that cannot be read is named at its field, and nothing typed is lost", async ({ page }) => {
  await list(page, "/orders?view=all");
  const panel = await filters(page);
  const least = panel.getByLabel(word("filters.least"));
  await least.fill("10,50");
  await panel.getByLabel(word("filters.most")).fill("7");
  await panel.getByRole("button", { name: word("filters.show.orders") }).click();
  await expect(least).toHaveAccessibleDescription(word("problem.not-an-amount", { example: "1,234.5" }));
  await expect(least).toBeFocused();
  await expect(least).toHaveValue("10,50");
  await least.fill("10.50");
  await panel.getByRole("button", { name: word("filters.show.orders") }).click();
  await expect(panel.getByLabel(word("filters.most"))).toHaveAccessibleDescription(word("problem.below-least"));
  await expect(panel).toBeVisible();
});

test("a preset stays relative in the address until its date is changed", async ({ page }) => {
  await list(page, "/orders?view=all");
  let panel = await filters(page);
  const preset = () => panel.getByRole("group", { name: word("filter.placed"), exact: true });
  await preset().getByRole("button", { name: word("preset.last-7-days") }).click();
  await panel.getByRole("button", { name: word("filters.show.orders") }).click();
  await expect(page).toHaveURL(/from=-6d&to=today/);
  panel = await filters(page);
  await expect(preset().getByRole("button", { name: word("preset.last-7-days") })).toHaveAttribute("aria-pressed", "true");
  await panel.getByLabel(word("filter.late"), { exact: true }).check();
  await panel.getByRole("button", { name: word("filters.show.orders") }).click();
  await expect(page).toHaveURL(/from=-6d&to=today.*late=1/);
  panel = await filters(page);
  await preset().getByLabel(word("filters.from")).fill("2024-02-01");
  await panel.getByRole("button", { name: word("filters.show.orders") }).click();
  await expect(page).toHaveURL(/from=2024-02-01&to=today/);
});

test("a representative filters by a person of the company, if there is one", async ({ page }) => {
  await page.route("**/_api/contacts?*", async (route) => {
    const answer = await (await route.fetch()).json();
    const colleague = { ...answer.value[0], contactid: "dee96ee1-9d08-544d-b74b-81d438617040", fullname: "Cora Colleague" };
    await route.fulfill({ json: { ...answer, value: [...answer.value, colleague] } });
  });
  await list(page, "/orders?view=all");
  const panel = await filters(page);
  await panel.getByLabel(word("filter.placed-by")).selectOption("Cora Colleague");
  await panel.getByRole("button", { name: word("filters.show.orders") }).click();
  await expect(page).toHaveURL(/by=dee96ee1-9d08-544d-b74b-81d438617040/);
});

test("a panel closes on Escape and gives the focus back", async ({ page }) => {
  await list(page, "/orders?view=all");
  const panel = await columns(page);
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await expect(page.getByRole("button", { name: word("list.columns"), exact: true })).toBeFocused();
});

test("columns are chosen, put in order and kept, in the address and on the device", async ({ page }) => {
  await list(page, "/orders?view=all");
  const asked = listRequests(page);
  let panel = await columns(page);
  await panel.getByLabel(word("column.city"), { exact: true }).check();
  await panel.getByLabel(word("column.requisition"), { exact: true }).uncheck();
  await expect(headers(page).filter({ hasText: word("column.city") })).toBeAttached();
  const up = panel.getByRole("button", { name: word("columns.up", { name: word("column.total") }) });
  await up.click();
  await expect(up).toBeFocused();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(panel.getByRole("status")).toHaveText(/Amount: \d+ of \d+/);
  await expect(up).toBeFocused();
  await panel.getByLabel(word("columns.width-of", { name: word("column.city") })).fill("200");
  await page.keyboard.press("Tab");
  await expect(page).toHaveURL(/cols=number,status,placed,requested,total,ship-to,city\.200/);
  await panel.getByRole("button", { name: word("sheet.close") }).click();
  await expect(headers(page).last()).toHaveText(word("column.city"));
  const width = await headers(page).last().evaluate((header) => header.getBoundingClientRect().width);
  expect(Math.round(width)).toBe(200);
  expect(asked, "columns of rows that are there cost no request").toEqual([]);
  // A built-in view has no columns of its own, and a bare address shows what was last.
  await page.getByRole("navigation", { name: word("views.title") }).getByRole("link", { name: word("view.late") }).click();
  await expect(page).toHaveURL(/late=1.*cols=/);
  await page.goto("/orders");
  await expect(page).toHaveURL(/late=1.*cols=/);
  panel = await columns(page);
  await panel.getByRole("button", { name: word("columns.reset") }).click();
  await expect(page).toHaveURL((address) => !address.search.includes("cols="));
});

test("a column is dragged to its place", async ({ page }) => {
  await list(page, "/orders?view=all");
  const panel = await columns(page);
  const row = (name: string) => panel.getByRole("listitem").filter({ has: page.getByLabel(name, { exact: true }) });
  const [from, to] = [await row(word("column.total")).boundingBox(), await row(word("column.status")).boundingBox()];
  await page.mouse.move(from!.x + 14, from!.y + from!.height / 2);
  await page.mouse.down();
  await page.mouse.move(to!.x + 14, to!.y + to!.height / 2, { steps: 12 });
  await page.mouse.up();
  await expect(page).toHaveURL(/cols=number,total,status/);
});

test("a header is made wider by its end and by key, and rows get less room", async ({ page }) => {
  await list(page, "/orders?view=all");
  const header = headers(page).filter({ hasText: word("column.status") });
  const box = (await header.boundingBox())!;
  await page.mouse.move(box.x + box.width - 3, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width + 57, box.y + box.height / 2, { steps: 6 });
  await page.mouse.up();
  await expect(page).toHaveURL(new RegExp(`status\\.${Math.round(box.width) + 60}`));
  const placed = headers(page).filter({ hasText: word("column.placed") });
  await placed.getByRole("button").focus();
  const before = await placed.evaluate((header: HTMLElement) => header.offsetWidth);
  await page.keyboard.press("Alt+ArrowRight");
  await expect(page).toHaveURL(new RegExp(`placed\\.${before + 16}`));
  const height = () => page.getByRole("row").nth(1).evaluate((row: HTMLElement) => row.offsetHeight);
  const comfortable = await height();
  const panel = await columns(page);
  await panel.getByRole("button", { name: word("density.dense") }).click();
  await expect(page).toHaveURL(/density=dense/);
  expect(await height()).toBeLessThan(comfortable);
});

test("a table with many columns is moved sideways under its first column and its head", async ({ page }) => {
  await list(page, "/orders?cols=number,status,placed,requested,confirmed,slip,requisition,reference,ship-to,city,placed-by,changed,total");
  const region = page.getByRole("region", { name: word("list.title.orders"), exact: true });
  await expect(region).toBeVisible();
  const at = async (index: number) => (await headers(page).nth(index).boundingBox())!;
  const [first, third] = [await at(0), await at(2)];
  await region.evaluate((box) => box.scrollBy(200, 300));
  expect((await at(0)).x).toBeCloseTo(first.x, 0);
  expect((await at(0)).y).toBeCloseTo(first.y, 0);
  expect((await at(2)).x).toBeLessThan(third.x);
});

test("a view is saved, renamed, deleted and brought back", async ({ page }) => {
  await list(page, "/orders?view=all");
  await page.getByRole("searchbox").fill("SO-108");
  await expect(page).toHaveURL(/q=SO-108/);
  const bar = page.getByRole("navigation", { name: word("views.title") });
  await bar.getByRole("button", { name: word("views.save"), exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: word("sheet.close") }).click();
  const panel = await save(page, "Eights");
  await expect(page).toHaveURL(/view=Eights&q=SO-108/);
  await panel.getByRole("button", { name: word("views.rename-of", { name: "Eights" }) }).click();
  const name = panel.getByRole("listitem").getByRole("textbox", { name: word("views.name") });
  await expect(name).toBeFocused();
  await name.fill(word("view.late"));
  await page.keyboard.press("Enter");
  await expect(panel.getByText(word("view-problem.taken"))).toBeVisible();
  await name.fill("108s");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/view=108s&q=SO-108/);
  await panel.getByRole("button", { name: word("views.delete-of", { name: "108s" }) }).click();
  await expect(panel.getByRole("link", { name: "108s" })).toBeHidden();
  const undo = panel.getByRole("button", { name: word("views.undo") });
  await expect(undo).toBeFocused();
  await undo.click();
  await expect(panel.getByRole("link", { name: "108s" })).toBeVisible();
  await panel.getByRole("button", { name: word("sheet.close") }).click();
  await expect(bar.getByRole("link", { name: /^108s/ })).toHaveAttribute("aria-current", "true");
});

test("a view that is not what it was says so, and is saved under its name", async ({ page }) => {
  await list(page, "/orders?view=all&q=SO-108");
  const panel = await save(page, "Eights");
  await panel.getByRole("button", { name: word("sheet.close") }).click();
  const bar = page.getByRole("navigation", { name: word("views.title") });
  await expect(bar.getByRole("button", { name: word("views.save"), exact: true })).toBeHidden();
  await page.getByRole("searchbox").fill("SO-109");
  await expect(bar.getByText(word("views.changed"))).toBeVisible();
  const again = await open(page, word("views.save"), word("views.title"));
  await expect(again.getByRole("textbox", { name: word("views.name") })).toHaveValue("Eights");
  await expect(again.getByText(word("views.replaces", { name: "Eights" }))).toBeVisible();
  await again.getByRole("button", { name: word("views.save-do"), exact: true }).click();
  await expect(bar.getByText(word("views.changed"))).toBeHidden();
});

test("a bare address opens the view of choice", async ({ page }) => {
  await list(page, "/orders?view=all&q=SO-108");
  const panel = await save(page, "Eights");
  await panel.getByLabel(word("views.home.orders")).selectOption("Eights");
  await expect(panel.getByText(word("views.home-kept"))).toBeVisible();
  await page.goto("/orders?view=late");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.goto("/orders");
  await expect(page).toHaveURL(/view=Eights&q=SO-108/);
});

test("a view is shared by its link, and saved from there by somebody else", async ({ page, browser, portal }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await list(page, "/orders?view=all&q=SO-108&cols=number,city");
  const panel = await save(page, "Eights & more");
  await panel.getByRole("button", { name: word("views.copy-of", { name: "Eights & more" }) }).click();
  await expect(panel.getByText(word("views.copied", { name: "Eights & more" }))).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain(`${portal.url}/orders?view=Eights%20%26%20more`);
  const other = await (await browser.newContext({ baseURL: portal.url })).newPage();
  await signIn(other, representative, link);
  await expect(other.getByText(word("view.foreign", { name: "Eights & more" }))).toBeVisible();
  await expect(headers(other)).toHaveText([word("column.number"), word("column.city")]);
  const theirs = await open(other, word("views.save"), word("views.title"));
  await expect(theirs.getByRole("textbox", { name: word("views.name") })).toHaveValue("Eights & more");
  await theirs.getByRole("button", { name: word("views.save-do"), exact: true }).click();
  await expect(theirs.getByRole("link", { name: "Eights & more" })).toBeVisible();
  await other.context().close();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`nothing is in anybody's way in a panel, ${colorScheme} @phone`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await list(page, "/orders?view=all&q=SO-108");
    await save(page, "Eights");
    await nothingInTheWay(page, `views, ${colorScheme}`);
    await page.keyboard.press("Escape");
    const panel = await filters(page);
    await panel.getByLabel(word("filters.least")).fill("much");
    await panel.getByRole("button", { name: word("filters.show.orders") }).click();
    await nothingInTheWay(page, `filters, ${colorScheme}`);
    await page.keyboard.press("Escape");
    await columns(page);
    await nothingInTheWay(page, `columns, ${colorScheme}`);
  });
}
