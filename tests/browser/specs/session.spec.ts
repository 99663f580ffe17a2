import { addItem, fillSignIn, giveInformation, send, signIn, toReview } from "../support/act";
import { inDays } from "../support/days";
import { administrator, representative } from "../support/people.mjs";
import { expect, test } from "../support/portal";
import { heading } from "../support/see";
import { word } from "../support/words.mjs";

test("a session that ends in the middle of the form is taken up again, and the order is sent", async ({ page, context }) => {
  await signIn(page, representative, "/orders/new");
  await giveInformation(page, inDays(14), "REQ-SESSION");
  await addItem(page, { product: "Chai", quantity: "2" });
  await toReview(page);
  await context.clearCookies();
  await send(page);
  await expect(page.getByRole("dialog", { name: word("sign-in.again") })).toBeVisible();
  const dialog = await page.getByRole("dialog").elementHandle();
  await fillSignIn(page, representative);
  // What was being sent is sent without another word.
  await expect(page).toHaveURL(/\/orders\/[0-9a-f-]{36}/);
  // A browser tells a dialog late that it is closed: when it has left the page, nobody may be listening any more.
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(word("new-order.title"));
  await dialog!.evaluate((left) => left.dispatchEvent(new Event("close")));
  await page.goto("/orders?q=REQ-SESSION");
  await expect(page.getByRole("row", { name: /REQ-SESSION/ })).toHaveCount(1);
});

test("nobody else can send in his own name what somebody typed", async ({ page, context }) => {
  await signIn(page, representative, "/orders/new");
  await giveInformation(page, inDays(14), "REQ-SOMEBODY");
  await addItem(page, { product: "Chai", quantity: "2" });
  await toReview(page);
  await context.clearCookies();
  await send(page);
  await fillSignIn(page, administrator);
  await expect(page.getByText(word("sign-in.somebody-else"))).toBeVisible();
});

test("a session that ends while reading asks for signing in again", async ({ page, context }) => {
  await signIn(page, representative, "/orders");
  await context.clearCookies();
  await page.getByRole("link", { name: /^SO-/ }).first().click();
  await expect(page.getByText(word("failure.signed-out"))).toBeVisible();
  await page.reload();
  await heading(page, "Sign in");
});
