import { readFile } from "node:fs/promises";
import { type Page } from "@playwright/test";
import { signIn } from "../support/act";
import { inDays } from "../support/days";
import * as erp from "../support/erp";
import { settle } from "../support/pages.mjs";
import { administrator, representative } from "../support/people.mjs";
import { expect, test } from "../support/portal";
import { heading, nothingInTheWay, nothingSticksOut } from "../support/see";
import { word } from "../support/words.mjs";

// Every test has a server of its own: the ERP sends other rows to each.
test.use({ baseURL: async ({ ownPortal }, use) => use(ownPortal.url) });

/** An order of three lines, confirmed and shipped in part, as the ERP would send it in the middle of its life. */
function onItsWay(changed: erp.Row = {}) {
  return erp.order("SO-10847", {
    msdyn_processingstatus: "192350003",
    statecode: "0",
    msdyn_requestedreceiptdate: inDays(10),
    msdyn_confirmedreceiptdate: inDays(17),
    msdyn_confirmedshippingdate: inDays(15),
    modifiedon: "2026-02-10T08:00:00Z",
    ...changed,
  });
}

/** Its lines: one shipped, one shipped in part, the others to come. */
function inPart(order: erp.Row, changed: (at: number) => erp.Row = () => ({})) {
  return erp.lines(order, (line, at) => ({
    quantity: "30",
    quantityshipped: ["30", "12"][at] ?? "0",
    msdyn_linestatus: at === 0 ? "192350002" : "192350001",
    msdyn_requestedreceiptdate: inDays(10),
    msdyn_confirmedreceiptdate: inDays(at === 1 ? 12 : 17),
    msdyn_confirmedshippingdate: "",
    ...changed(at),
  }));
}

/** An order of so many lines of one product, which the ERP has not sent before. */
function long(count: number): { salesorders: erp.Row[]; salesorderdetails: erp.Row[] } {
  const [model] = erp.lines(erp.order("SO-10847"));
  const order = onItsWay({ salesorderid: "00000000-0000-4000-8000-aaaaaaaaaaaa", msdyn_salesordernumber: "SO-LONG" });
  const salesorderdetails = Array.from({ length: count }, (_, at) => ({
    ...model,
    salesorderid: order.salesorderid,
    salesorderdetailid: `00000000-0000-4000-8000-${String(at).padStart(12, "0")}`,
    lineitemnumber: String(at + 1),
    description: `Part ${at + 1}`,
  }));
  return { salesorders: [order], salesorderdetails };
}

const line = (page: Page, at: number) => page.locator("#lines tbody tr").nth(at);
const shown = (page: Page) => page.locator("#lines tbody tr:visible");
const day = (text: string) =>
  new Date(text).toLocaleDateString("en", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

test("a partial delivery can be understood: shipped, open and the next days are told, by line and for the order @phone", async ({ page, ownPortal }) => {
  const order = onItsWay();
  const lines = inPart(order);
  await erp.send(ownPortal, { salesorders: [order], salesorderdetails: lines });
  await signIn(page, representative, erp.path(order));
  await expect(line(page, 0)).toContainText("30 of 30");
  await expect(line(page, 1)).toContainText("12 of 30");
  await expect(line(page, 1)).toContainText("18 open");
  const progress = page.getByRole("region").or(page.locator("section")).filter({ has: page.getByRole("list", { name: word("order.progress") }) }).first();
  await expect(progress).toContainText(word("stage-name.partly-shipped"));
  await expect(progress).toContainText(word("status-next.partly-delivered"));
  await expect(progress).toContainText("1 shipped in full · 1 shipped in part");
  await expect(progress).toContainText(word("promise.arrives", { date: day(inDays(12)) }));
  await expect(progress).toContainText(word("promise.arrives", { date: day(inDays(17)) }));
  await nothingInTheWay(page, "an order in parts");
  await nothingSticksOut(page, "an order in parts");
});

test("every line tells what was requested against what is confirmed, with the slip in days", async ({ page, ownPortal }) => {
  const order = onItsWay();
  const own = (at: number): erp.Row => (at === 2 ? { msdyn_requestedreceiptdate: inDays(19) } : {});
  const lines = inPart(order, own);
  await erp.send(ownPortal, { salesorders: [order], salesorderdetails: lines });
  await signIn(page, representative, erp.path(order));
  await expect(line(page, 0)).toContainText(day(inDays(17)));
  await expect(line(page, 0)).toContainText(word("line.wanted", { date: day(inDays(10)) }));
  await expect(line(page, 0)).toContainText("7 days later");
  await expect(line(page, 1)).toContainText("2 days later");
  await expect(line(page, 2)).toContainText(word("line.wanted", { date: day(inDays(19)) }));
  await expect(line(page, 2)).toContainText("2 days earlier");
});

test("a canceled order says so, whoever canceled it, and nothing more is expected", async ({ page, ownPortal }) => {
  const order = onItsWay({ statecode: "2", msdyn_processingstatus: "192350001" });
  await erp.send(ownPortal, { salesorders: [order] });
  await signIn(page, representative, erp.path(order));
  await expect(page.getByRole("list", { name: word("order.progress") }).getByRole("listitem")).toHaveCount(2);
  await expect(page.getByText(word("status-next.canceled"))).toBeVisible();
  const calendar = page.getByRole("button", { name: word("order.calendar") });
  await expect(calendar).toHaveAttribute("aria-disabled", "true");
  await expect(calendar).toHaveAccessibleDescription(word("why-not.canceled"));
});

test("what has changed since the last look is told until it is marked as seen; the first look counts as seen", async ({ page, ownPortal }) => {
  const order = onItsWay();
  const lines = inPart(order);
  await erp.send(ownPortal, { salesorders: [order], salesorderdetails: lines });
  await signIn(page, representative, erp.path(order));
  await settle(page);
  const changes = page.getByRole("region", { name: word("changes.title") });
  await expect(changes).toHaveCount(0);

  const later = onItsWay({ msdyn_confirmedreceiptdate: inDays(24), modifiedon: "2026-02-11T08:00:00Z" });
  const changed = inPart(later, (at) => (at === 1 ? { quantity: "20" } : {}));
  await erp.send(ownPortal, { salesorders: [later], salesorderdetails: changed });
  for (const _ of ["at the next look", "and after a reload"]) {
    await page.reload();
    await expect(changes).toContainText(`${day(inDays(24))} instead of ${day(inDays(17))} (7 days later)`);
    await expect(changes).toContainText("quantity cut from 30 to 20");
  }
  await nothingInTheWay(page, "an order with changes");
  await changes.getByRole("button", { name: word("changes.seen") }).click();
  await expect(changes).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.reload();
  await settle(page);
  await expect(changes).toHaveCount(0);
});

test("an order is copied as a table and as text at once", async ({ page, context, ownPortal }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: ownPortal.url });
  const order = erp.order("SO-10847");
  await signIn(page, representative, erp.path(order));
  await page.getByRole("button", { name: word("order.copy") }).click();
  await expect(page.getByRole("status").filter({ hasText: "Copied" })).toBeVisible();
  const [html, text] = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return Promise.all(["text/html", "text/plain"].map(async (kind) => (await item.getType(kind)).text()));
  });
  const rows = text.split("\n");
  expect(rows[0]).toBe("Order SO-10847");
  expect(rows[1]).toBe(`${ownPortal.url}${erp.path(order)}`);
  expect(rows.length).toBe(3 + erp.lines(order).length);
  expect(rows[3].split("\t").length).toBe(rows[2].split("\t").length);
  expect(html).toContain("<table");
  expect(html).toContain(erp.lines(order)[0].description.replace("&", "&amp;"));
});

test("the calendar file has an event for each day, and once more with a higher sequence when a day moves", async ({ page, ownPortal }) => {
  const order = onItsWay();
  await erp.send(ownPortal, { salesorders: [order], salesorderdetails: inPart(order) });
  await signIn(page, representative, erp.path(order));
  const before = await calendarOf(page);
  expect(before.events.map((event) => event["DTSTART;VALUE=DATE"])).toEqual([inDays(12), inDays(17)].map((date) => date.replaceAll("-", "")));

  const later = onItsWay({ modifiedon: "2026-02-12T08:00:00Z" });
  await erp.send(ownPortal, {
    salesorders: [later],
    salesorderdetails: inPart(later, (at) => (at === 1 ? { msdyn_confirmedreceiptdate: inDays(13) } : {})),
  });
  await page.reload();
  const after = await calendarOf(page);
  expect(after.events.map((event) => event.UID)).toEqual(before.events.map((event) => event.UID));
  expect(after.events[0]["DTSTART;VALUE=DATE"]).toBe(inDays(13).replaceAll("-", ""));
  expect(Number(after.events[0].SEQUENCE)).toBeGreaterThan(Number(before.events[0].SEQUENCE));
  expect(after.name).toBe("SO-10847.ics");
});

/** Presses *calendar file* and reads what is saved. */
async function calendarOf(page: Page) {
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: word("order.calendar") }).click();
  const file = await saving;
  const text = (await readFile(await file.path(), "utf8")).replaceAll("\r\n ", "");
  const events = text.split("BEGIN:VEVENT").slice(1).map((event) =>
    Object.fromEntries(event.split("\r\n").map((row) => [row.slice(0, row.indexOf(":")), row.slice(row.indexOf(":") + 1)])),
  );
  return { name: file.suggestedFilename(), events };
}

test("a question about the order or a line is a letter with everything that the supplier needs", async ({ page, ownPortal }) => {
  const order = onItsWay({ msdyn_customerrequisitionnumber: "PO-4711 & more", msdyn_customersorderreference: "Hall 3" });
  await erp.send(ownPortal, { salesorders: [order] });
  await signIn(page, representative, erp.path(order));
  const letter = async (name: string | RegExp) => {
    const link = page.getByRole("link", { name }).first();
    return new URL((await link.getAttribute("href"))!);
  };
  const whole = await letter(word("order.ask"));
  expect(whole.pathname).toBe("orders@northwind.example");
  expect(whole.searchParams.get("subject")).toContain("SO-10847");
  for (const fact of ["PO-4711 & more", "Hall 3", `${ownPortal.url}${erp.path(order)}`]) {
    expect(whole.searchParams.get("body")).toContain(fact);
  }
  const [first] = erp.lines(order);
  const about = await letter(new RegExp(first.description.replace(/[^\w ]/g, ".")));
  expect(about.searchParams.get("subject")).toContain(`line ${first.lineitemnumber}`);
  expect(about.searchParams.get("body")).toContain(first.description);
});

test("on paper there is a letterhead, every line and nothing that is pressed", async ({ page, ownPortal }) => {
  const sent = long(120);
  await erp.send(ownPortal, sent);
  await signIn(page, representative, erp.path(sent.salesorders[0]));
  await page.getByRole("searchbox", { name: word("line.search") }).fill("no such line");
  await expect(shown(page)).toHaveCount(0);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".letterhead")).toBeVisible();
  await expect(page.locator(".letterhead")).toContainText("Northwind Traders");
  for (const pressed of [page.getByRole("navigation"), page.getByRole("button"), page.getByRole("searchbox")]) {
    await expect(pressed.locator("visible=true")).toHaveCount(0);
  }
  await expect(shown(page)).toHaveCount(120);
  const head = page.locator("#lines thead");
  expect(await head.evaluate((head) => getComputedStyle(head).display)).toBe("table-header-group");
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const sheets = pdf.toString("latin1").match(/\/Type \/Page\b(?!s)/g) ?? [];
  expect(sheets.length).toBeGreaterThan(2);
});

test("what cannot be done says why, to the keyboard too", async ({ page, ownPortal }) => {
  const order = erp.order("SO-10847");
  await signIn(page, administrator, erp.path(order));
  const reorder = page.getByRole("link", { name: word("order.reorder") });
  await reorder.focus();
  await expect(reorder).toBeFocused();
  await expect(reorder).toHaveAccessibleDescription(word("why-not.role"));
  await expect(page.getByText(word("why-not.role"))).toBeVisible();
  await reorder.press("Enter");
  await expect(page).toHaveURL(`${ownPortal.url}${erp.path(order)}`);
  const calendar = page.getByRole("button", { name: word("order.calendar") });
  await calendar.focus();
  await expect(calendar).toHaveAccessibleDescription(word("why-not.delivered"));
});

test("orders are ordered again by the keyboard: quantities summed, what is not sold any more named, and only once", async ({ page, ownPortal }) => {
  const [one, other] = ["SO-10847", "SO-10941"].map((number) => erp.order(number));
  const wanted = [...erp.lines(one), ...erp.lines(other)];
  const gone = wanted[0].productid;
  const product = erp.rows("products").find((row) => row.productid === gone)!;
  await erp.send(ownPortal, { products: [{ ...product, statecode: "1" }] });
  await signIn(page, representative, erp.path(one));
  await page.getByRole("link", { name: word("order.reorder") }).press("Enter");
  const own = new Set(erp.lines(one).filter((row) => row.productid !== gone).map((row) => row.productid));
  await expect(page.locator(".line-table tbody tr")).toHaveCount(own.size);
  await expect(page.getByText(product.name).first()).toBeVisible();
  await expect(page).toHaveURL(/\/orders\/new\?step=items$/);
  await page.reload();
  await expect(page.locator(".line-table tbody tr")).toHaveCount(own.size);

  await page.goto(`/orders/new?reorder=${one.salesorderid},${other.salesorderid}`);
  await expect(page).toHaveURL(/step=items$/);
  const products = new Map<string, number>();
  for (const row of [...erp.lines(one), ...wanted]) products.set(row.productid, (products.get(row.productid) ?? 0) + Number(row.quantity));
  products.delete(gone);
  const typed = page.locator(".line-table tbody input");
  await expect(typed).toHaveCount(products.size);
  const quantities = await typed.evaluateAll((inputs) => inputs.map((input) => Number((input as HTMLInputElement).value)));
  expect(quantities.sort()).toEqual([...products.values()].sort());
});

test("among 1,000 lines a search touches only the rows that come and go", async ({ page, ownPortal }) => {
  test.slow();
  const sent = long(1_000);
  await erp.send(ownPortal, sent);
  await signIn(page, representative, erp.path(sent.salesorders[0]));
  await expect(page.locator("#lines tbody tr")).toHaveCount(1_000);
  await page.evaluate(() => {
    const counted = globalThis as unknown as { mutations: number };
    counted.mutations = 0;
    const count = (records: MutationRecord[]) => void (counted.mutations += records.length);
    new MutationObserver(count).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  /** How many changes of the document it takes until so many rows are shown for what is typed. */
  const mutations = async (typed: string, rows: number) => {
    const before = await page.evaluate(() => (globalThis as unknown as { mutations: number }).mutations);
    await page.getByRole("searchbox", { name: word("line.search") }).fill(typed);
    await expect(page.locator("#lines tbody tr:not([data-out])")).toHaveCount(rows);
    return (await page.evaluate(() => (globalThis as unknown as { mutations: number }).mutations)) - before;
  };
  // What says how many were found changes too, in a few steps.
  const few = 12;
  expect(await mutations("part 999", 1)).toBeLessThanOrEqual(999 + few);
  expect(await mutations("part 999 chai", 1)).toBeLessThanOrEqual(few);
  expect(await mutations("part 99", 19)).toBeLessThanOrEqual(18 + few);
  expect(await mutations("", 1_000)).toBeLessThanOrEqual(981 + few);
  await expect(page.getByRole("searchbox", { name: word("line.search") })).toBeFocused();
});

test("notes and attachments are listed as texts and handed over as files, never opened", async ({ page, ownPortal }) => {
  const order = erp.order("SO-10847");
  const id = "00000000-0000-4000-8000-00000000000a";
  const notes = [{ annotationid: id, subject: "Delivery <b>note</b>", notetext: "<p>Gate 4<script>alert(1)</script></p>", filename: "../evil.html", filesize: 2048, createdon: "2026-02-10T08:00:00Z" }];
  await page.route(/_api\/annotations\?/, (route) => route.fulfill({ json: { value: notes } }));
  const documentbody = Buffer.from("<script>document.title = 'evil'</script>").toString("base64");
  await page.route(/_api\/annotations\(/, (route) => route.fulfill({ json: { documentbody, filename: "../evil.html", mimetype: "text/html" } }));
  await signIn(page, representative, erp.path(order));
  const section = page.locator("section").filter({ has: page.getByRole("heading", { name: word("notes.title") }) });
  await expect(section).toContainText("Delivery <b>note</b>");
  await expect(section).toContainText("Gate 4");
  const saving = page.waitForEvent("download");
  await section.getByRole("button", { name: word("notes.download", { name: "evil.html" }) }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toBe("evil.html");
  expect(await readFile(await file.path(), "utf8")).toContain("evil");
  expect(await page.title()).toContain("SO-10847");
  await expect(page).toHaveURL(`${ownPortal.url}${erp.path(order)}`);
});

test("a site without notes shows no such section", async ({ page }) => {
  await page.route(/_api\/annotations/, (route) => route.fulfill({ status: 404, json: { error: { code: "9004010A", message: "Resource not found" } } }));
  await signIn(page, representative, erp.path(erp.order("SO-10847")));
  await settle(page);
  await heading(page, "Order SO-10847");
  await expect(page.getByText(word("notes.title"))).toHaveCount(0);
});
