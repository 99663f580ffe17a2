import { goTo, signIn } from "../support/act";
import { inDays } from "../support/days";
import { representative } from "../support/people.mjs";
import { expect, test } from "../support/portal";
import { heading } from "../support/see";
import { word } from "../support/words.mjs";

test("the first press of Tab offers to skip to the page", async ({ page }) => {
  await signIn(page, representative, "/orders");
  await page.reload();
  await heading(page, "Orders");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: word("frame.skip") });
  await expect(skip).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#main")).toBeFocused();
});

test("after a navigation the heading has the focus and the tab has a name", async ({ page }) => {
  await signIn(page, representative, "/orders");
  await goTo(page, word("account.title"));
  await heading(page, "Account");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(page).toHaveTitle(/^Account · /);
});

test("an order can be placed without a mouse", async ({ page }) => {
  await signIn(page, representative, "/orders/new");
  await page.getByLabel(word("order.requested")).fill(inDays(14));
  await page.getByLabel(word("order.requisition")).focus();
  await page.keyboard.type("REQ-KEYS");
  await page.keyboard.press("Enter");
  await page.getByRole("combobox", { name: word("line.product") }).focus();
  await page.keyboard.type("cha");
  await expect(page.getByRole("listbox", { name: word("item.products") })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("row")).toHaveCount(2);
  await page.getByRole("button", { name: word("new-order.to-review") }).press("Enter");
  await page.getByRole("button", { name: word("new-order.send"), exact: true }).press("Enter");
  await expect(page).toHaveURL(/\/orders\/[0-9a-f-]{36}/);
});
