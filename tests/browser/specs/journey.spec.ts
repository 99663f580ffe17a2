import { addItem, giveInformation, goTo, search, send, signIn, toReview } from "../support/act";
import { inDays } from "../support/days";
import { representative } from "../support/people.mjs";
import { expect, test } from "../support/portal";
import { heading } from "../support/see";
import { word } from "../support/words.mjs";

const ITEMS = [
  { product: "Chai", quantity: "10" },
  { product: "Tofu", quantity: "3" },
  { product: "Ikura", quantity: "1" },
];

test.describe("an order's way", () => {
  // The server of this test is its own: it is stopped and started again.
  test.use({ baseURL: async ({ ownPortal }, use) => use(ownPortal.url) });

  test("find an order, place one of three lines, and see it numbered after a restart", async ({ page, ownPortal }) => {
    await signIn(page, representative, "/orders");
    await search(page, "SO-10847");
    await page.getByRole("link", { name: "SO-10847" }).click();
    await heading(page, "Order SO-10847");

    await goTo(page, word("new-order.title"));
    await heading(page, "New order");
    await giveInformation(page, inDays(14), "REQ-3-LINES");
    for (const item of ITEMS) await addItem(page, item);
    await toReview(page);
    for (const { product } of ITEMS) await expect(page.getByRole("row", { name: product })).toBeVisible();
    await send(page);
    await expect(page).toHaveURL(/\/orders\/[0-9a-f-]{36}/);
    const order = page.url();

    await goTo(page, word("orders.title"));
    const row = page.getByRole("row", { name: /REQ-3-LINES/ });
    await expect(row).toHaveCount(1);

    await ownPortal.restart();
    await page.reload();
    // The stand-in for the ERP goes on where it was.
    await expect(async () => {
      await page.reload();
      await expect(row.getByRole("link", { name: /^SO-/ })).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await page.goto(order);
    await heading(page, /^Order SO-\d+$/);
    for (const { product } of ITEMS) await expect(page.getByRole("row", { name: product })).toBeVisible();
  });
});

test("what is missing is named at its field, and nothing typed is lost @phone", async ({ page }) => {
  await signIn(page, representative, "/orders/new");
  await page.getByLabel(word("address.city")).fill("");
  await page.getByLabel(word("order.requisition")).fill("REQ-KEPT");
  await page.getByRole("button", { name: word("new-order.to-items") }).click();
  await expect(page.getByLabel(word("address.city"))).toHaveAttribute("aria-invalid", "true");
  await page.reload();
  await expect(page.getByLabel(word("order.requisition"))).toHaveValue("REQ-KEPT");
});

test("a quantity that is none is named at its line", async ({ page }) => {
  await signIn(page, representative, "/orders/new");
  await giveInformation(page, inDays(14), "");
  await addItem(page, ITEMS[0]);
  const quantity = page.getByRole("row", { name: "Chai" }).getByRole("textbox");
  await quantity.fill("-4");
  await page.getByRole("button", { name: word("new-order.to-review") }).click();
  await expect(quantity).toHaveAttribute("aria-invalid", "true");
});

test("pressing Send twice makes one order", async ({ page }) => {
  await signIn(page, representative, "/orders/new");
  await giveInformation(page, inDays(14), "REQ-TWICE");
  await addItem(page, ITEMS[0]);
  await toReview(page);
  await page.getByRole("button", { name: word("new-order.send"), exact: true }).dblclick();
  await expect(page).toHaveURL(/\/orders\/[0-9a-f-]{36}/);
  await page.goto("/orders?q=REQ-TWICE");
  await expect(page.getByRole("row", { name: /REQ-TWICE/ })).toHaveCount(1);
});
