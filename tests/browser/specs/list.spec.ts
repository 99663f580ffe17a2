// The list of orders: each of the loudest complaints about customer portals has its test here.
import { search, signIn } from "../support/act";
import { administrator, representative } from "../support/people.mjs";
import { settle } from "../support/pages.mjs";
import { expect, test } from "../support/portal";
import { word } from "../support/words.mjs";
import type { Page, Request } from "@playwright/test";

const rows = (page: Page) => page.locator(".list-table tbody tr");
const numbers = (page: Page) => page.locator(".list-table .table__link");

/** What the page asks the endpoint from now on, decoded. */
function asked(page: Page) {
  const requests: string[] = [];
  page.on("request", (request: Request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.startsWith("/_api/")) requests.push(decodeURIComponent(pathname + search));
  });
  return {
    lists: () => requests.filter((request) => request.includes("$select") && request.includes("$count=true") && !request.includes("$top")),
    figures: () => requests.filter((request) => request.includes("$apply") || request.includes("fetchXml")),
  };
}

test("complaint: no search in my orders. A product finds the orders that hold it", async ({ page }) => {
  await signIn(page, representative, "/orders?view=all");
  await search(page, "chai");
  await expect(page).toHaveURL(/q=chai/);
  await expect(rows(page).first()).toBeVisible();
  await numbers(page).first().click();
  await expect(page.getByText(/chai/i).first()).toBeVisible();
});

test("complaint: no search in my orders. A pasted column of numbers finds each of them", async ({ page }) => {
  await signIn(page, representative, "/orders?view=all&sort=number");
  const wanted = (await numbers(page).allTextContents()).slice(2, 5);
  const box = page.getByRole("searchbox");
  await box.focus();
  await box.evaluate((field, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text", text);
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, wanted.join("\r\n"));
  await expect(numbers(page)).toHaveText(wanted);
  await expect(box).toHaveValue(wanted.join(", "));
});

test("complaint: filters are lost on Back, refresh and in a link to a colleague", async ({ page, browser, portal }) => {
  await signIn(page, representative, "/orders?status=invoiced&from=2024-01-01&sort=-total");
  await settle(page);
  const shown = await numbers(page).allTextContents();
  expect(shown.length).toBeGreaterThan(3);
  await page.reload();
  await expect(numbers(page)).toHaveText(shown);
  await numbers(page).nth(1).click();
  await expect(page).toHaveURL(/\/orders\/[0-9a-f-]{36}/);
  await page.goBack();
  await expect(numbers(page)).toHaveText(shown);
  await expect(page).toHaveURL(/status=invoiced&from=2024-01-01&sort=-total/);
  const colleague = await (await browser.newContext({ baseURL: portal.url })).newPage();
  await signIn(colleague, representative, new URL(page.url()).pathname + new URL(page.url()).search);
  await expect(numbers(colleague)).toHaveText(shown);
  await colleague.context().close();
});

test("relative days stay relative in the address", async ({ page }) => {
  await signIn(page, representative, "/orders?from=-30d&to=today");
  await settle(page);
  await expect(page).toHaveURL(/from=-30d&to=today/);
});

test("a bare address means what was last, and says so at once", async ({ page }) => {
  await signIn(page, representative, "/orders?status=invoiced&sort=number");
  await settle(page);
  await page.goto("/orders");
  await expect(page).toHaveURL(/status=invoiced&sort=number/);
  await page.getByRole("button", { name: word("list.clear") }).click();
  await expect(page).not.toHaveURL(/status/);
});

test("an address that is wrong says what was ignored, and the view can be reset", async ({ page }) => {
  await signIn(page, representative, "/orders?status=lost&late=maybe&sort=number");
  await expect(page.getByText(word("list.ignored"))).toBeVisible();
  await expect(page.getByText(word("list.ignored-text", { parts: "status, late" }))).toBeVisible();
  await page.getByRole("button", { name: word("list.reset") }).click();
  await expect(page.getByText(word("list.ignored"))).toBeHidden();
});

test("an empty list names what narrows it most and drops it", async ({ page }) => {
  await signIn(page, representative, "/orders?status=invoiced&q=no+such+order");
  await expect(page.getByText(word("list.none-found.orders"))).toBeVisible();
  const drop = page.getByRole("status").getByRole("button", { name: word("list.remove", { filter: word("list.quoted", { text: "no such order" }) }) });
  await drop.click();
  await expect(rows(page).first()).toBeVisible();
  await expect(page).toHaveURL(/status=invoiced/);
});

test("complaint: rows are no links. Another tab opens by Ctrl and click, and by the address of the row", async ({ page, context }) => {
  await signIn(page, representative, "/orders?view=all");
  const first = numbers(page).first();
  await expect(first).toHaveAttribute("href", /^\/orders\/[0-9a-f-]{36}$/);
  const [opened] = await Promise.all([context.waitForEvent("page"), first.click({ modifiers: ["ControlOrMeta"] })]);
  await expect(opened).toHaveURL(/\/orders\/[0-9a-f-]{36}$/);
  await expect(page).toHaveURL(/\/orders\?view=all$/);
});

test("one change of a filter asks for the list once and for figures at most twice", async ({ page }) => {
  await signIn(page, representative, "/orders?view=all");
  await settle(page);
  const requests = asked(page);
  await search(page, "SO-10847");
  await expect(numbers(page)).toHaveText(["SO-10847"]);
  await settle(page);
  expect(requests.lists()).toHaveLength(1);
  expect(requests.figures().length).toBeLessThanOrEqual(2);
});

test("a superseded question is canceled, and its late answer is never shown", async ({ page }) => {
  await signIn(page, representative, "/orders?view=all");
  await settle(page);
  let answerLate = () => {};
  const late = new Promise<void>((resolve) => (answerLate = resolve));
  await page.route(/SO-1084%|SO-1084'/, async (route) => {
    await late;
    await route.continue().catch(() => {});
  });
  const canceled = page.waitForEvent("requestfailed", (request) => /SO-1084'/.test(decodeURIComponent(request.url())));
  await search(page, "SO-1084");
  await page.waitForRequest((request) => /SO-1084'/.test(decodeURIComponent(request.url())));
  await search(page, "SO-10847");
  await canceled;
  answerLate();
  await expect(numbers(page)).toHaveText(["SO-10847"]);
});

test("rows are selected with x and in ranges, and the bar counts them", async ({ page }) => {
  await signIn(page, representative, "/orders?view=all");
  await settle(page);
  const ticks = page.locator(".list-table tbody").getByRole("checkbox");
  await ticks.nth(1).click();
  await ticks.nth(4).click({ modifiers: ["Shift"] });
  await expect(page.getByRole("region", { name: word("selection.title") })).toContainText(word("selection.count_other", { count: "4" }));
  await page.keyboard.press("Escape");
  await numbers(page).nth(5).focus();
  await page.keyboard.press("j");
  await expect(numbers(page).nth(6)).toBeFocused();
  await page.keyboard.press("x");
  await expect(page.getByRole("region", { name: word("selection.title") })).toContainText(word("selection.count_other", { count: "5" }));
  await page.getByRole("button", { name: word("selection.clear") }).click();
  await expect(page.getByRole("region", { name: word("selection.title") })).toBeHidden();
});

test("a selection is copied as a table and as text for spreadsheets", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await signIn(page, representative, "/orders?view=all&cols=number,total");
  await settle(page);
  const name = await numbers(page).first().textContent();
  await page.locator(".list-table tbody").getByRole("checkbox").first().click();
  await page.getByRole("button", { name: word("selection.copy"), exact: true }).click();
  await expect(page.getByText(word("selection.copied_one", { count: "1" }))).toBeVisible();
  const forms = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const text = async (kind: string) => (await item.getType(kind)).text();
    return [await text("text/plain"), await text("text/html")];
  });
  expect(forms[0]).toContain(`${name}\t`);
  expect(forms[1]).toContain(`<td>${name}</td>`);
});

test("selected orders are ordered again together", async ({ page }) => {
  await signIn(page, representative, "/orders?view=all");
  await settle(page);
  const ticks = page.locator(".list-table tbody").getByRole("checkbox");
  await ticks.nth(0).click();
  await ticks.nth(1).click();
  const reorder = page.getByRole("link", { name: word("selection.reorder") });
  await expect(reorder).toHaveAttribute("href", /reorder=[0-9a-f-]{36},[0-9a-f-]{36}$/);
});

test("previous and next lead through the list across the borders of its pages, and Back to where one was in it", async ({ page }) => {
  await signIn(page, administrator, "/orders?sort=number");
  await settle(page);
  const shown = await numbers(page).allTextContents();
  await numbers(page).nth(shown.length - 1).scrollIntoViewIfNeeded();
  const place = await page.evaluate(() => scrollY);
  expect(place).toBeGreaterThan(0);
  await numbers(page).nth(shown.length - 1).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(shown[shown.length - 1]);
  await page.getByRole("navigation", { name: word("order.neighbours") }).getByRole("link", { name: word("order.next") }).click();
  await expect(page.getByRole("heading", { level: 1 })).not.toContainText(shown[shown.length - 1]);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(shown[shown.length - 1]);
  await page.goBack();
  await expect(numbers(page)).toHaveText(shown);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(place);
});

test("the next page is there before it is asked for", async ({ page }) => {
  await signIn(page, administrator, "/orders?view=all");
  await settle(page);
  const requests = asked(page);
  const before = await numbers(page).first().textContent();
  await page.getByRole("link", { name: word("list.next") }).click();
  await expect(numbers(page).first()).not.toHaveText(before!);
  await expect(page).toHaveURL(/page=2/);
  // Only the page after it is asked for now.
  expect(requests.lists().filter((request) => !request.includes("$skiptoken"))).toEqual([]);
});

test("a list of any length has the same number of nodes, at most 818", async ({ page }) => {
  const counts: number[] = [];
  for (const address of ["/orders?sort=number", "/orders?sort=-total", "/orders?cols=number,status,placed,requested,confirmed,slip,requisition,reference,ship-to,city,placed-by,changed,total"]) {
    if (counts.length === 0) await signIn(page, administrator, address);
    else await page.goto(address);
    await settle(page);
    counts.push(await page.evaluate(() => document.querySelectorAll("*").length));
  }
  expect(Math.max(...counts), counts.join(", ")).toBeLessThanOrEqual(818);
});

test("what has changed is told, and shown when it is wanted", async ({ page, browser, ownPortal }) => {
  const context = await browser.newContext({ baseURL: ownPortal.url });
  const watcher = await context.newPage();
  await signIn(watcher, representative, "/orders?view=all");
  await settle(watcher);
  await expect(watcher.getByText(/As of/)).toBeVisible();
  const first = await numbers(watcher).first().textContent();
  const orders = await context.newPage();
  await orders.goto("/orders?view=all");
  // Somebody else places an order meanwhile.
  await orders.evaluate(async () => {
    const token = /value="([^"]+)"/.exec(await (await fetch("/_layout/tokenhtml")).text())![1];
    const read = async (path: string) => (await fetch(`/_api/${path}`)).json();
    const [order] = (await read("salesorders?$select=_customerid_value,_pricelevelid_value,_transactioncurrencyid_value,_msdyn_company_value&$orderby=createdon desc&$top=1")).value;
    const body = {
      name: "sales order",
      "customerid_account@odata.bind": `/accounts(${order._customerid_value})`,
      "pricelevelid@odata.bind": `/pricelevels(${order._pricelevelid_value})`,
      "transactioncurrencyid@odata.bind": `/transactioncurrencies(${order._transactioncurrencyid_value})`,
      "msdyn_company@odata.bind": `/cdm_companies(${order._msdyn_company_value})`,
      msdyn_ordertype: 192350000,
    };
    const answer = await fetch("/_api/salesorders", { method: "POST", headers: { "Content-Type": "application/json", __RequestVerificationToken: token }, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(await answer.text());
  });
  await watcher.evaluate(() => dispatchEvent(new Event("focus")));
  const show = watcher.locator(".live__changed").getByRole("button", { name: word("live.show") });
  await expect(show).toBeVisible();
  await expect(numbers(watcher).first()).toHaveText(first!);
  await show.click();
  await expect(numbers(watcher).first()).not.toHaveText(first!);
  await context.close();
});

test("where are my 300 of this? All lines in one table, with what is open", async ({ page }) => {
  await signIn(page, representative, "/lines?view=all");
  await search(page, "chai");
  await expect(page).toHaveURL(/\/lines\?.*q=chai/);
  await expect(rows(page).first()).toContainText(/chai/i);
  await expect(page.getByRole("columnheader", { name: word("column.open"), exact: true })).toBeVisible();
  await page.getByRole("navigation", { name: word("views.title") }).getByRole("link", { name: word("view.open") }).click();
  await expect(page).toHaveURL(/view=open/);
});

test("figures lead to the orders that they count", async ({ page }) => {
  await signIn(page, representative, "/orders?view=all");
  await settle(page);
  const figure = page.locator(".figures__figure").filter({ hasText: word("status.invoiced") });
  const count = Number((await figure.locator("strong").textContent())!.replace(/\D/g, ""));
  await figure.click();
  await expect(page).toHaveURL(/status=invoiced/);
  await expect(page.locator(".filters__count")).toHaveText(word("orders.count_other", { count: String(count) }));
  await page.getByRole("button", { name: word("figures.by-month") }).click();
  await expect(page.locator(".figures__table").getByRole("link").first()).toBeVisible();
});
