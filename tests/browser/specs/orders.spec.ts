import { search, signIn } from "../support/act";
import { representative } from "../support/people.mjs";
import { expect, test } from "../support/portal";
import { heading } from "../support/see";
import { word } from "../support/words.mjs";

test("what is searched for stands in the address and survives a reload and the way back", async ({ page }) => {
  await signIn(page, representative, "/orders");
  await search(page, "SO-10847");
  await expect(page).toHaveURL(/q=SO-10847/);
  await expect(page.getByRole("link", { name: /^SO-/ })).toHaveText(["SO-10847"]);
  await page.reload();
  await expect(page.getByRole("searchbox")).toHaveValue("SO-10847");
  await page.getByRole("link", { name: "SO-10847" }).click();
  await heading(page, "Order SO-10847");
  await page.goBack();
  await heading(page, "Orders");
  await expect(page.getByRole("link", { name: /^SO-/ })).toHaveText(["SO-10847"]);
});

test("a header sorts the list, and once more the other way round", async ({ page }) => {
  await signIn(page, representative, "/orders");
  const header = page.getByRole("columnheader", { name: word("orders.column.number"), exact: true });
  const first = page.getByRole("link", { name: /^SO-/ }).first();
  await header.getByRole("button").click();
  await expect(header).toHaveAttribute("aria-sort", /ascending|descending/);
  const before = await first.textContent();
  await header.getByRole("button").click();
  await expect(first).not.toHaveText(before!);
});

test("a search that finds nothing says so and offers the way back to all orders", async ({ page }) => {
  await signIn(page, representative, "/orders");
  await search(page, "no such order");
  await expect(page.getByText(word("orders.none-found"))).toBeVisible();
  await page.getByRole("link", { name: word("orders.clear") }).click();
  await expect(page.getByRole("link", { name: /^SO-/ }).first()).toBeVisible();
});

for (const hostile of ["O'Hara", "100%_[]", "' or 1 eq 1 --", "<b>bold</b>", "x".repeat(10_000)]) {
  test(`a search for ${hostile.slice(0, 20)} is a search and nothing else`, async ({ page }) => {
    const answers: number[] = [];
    page.on("response", (answer) => answers.push(answer.status()));
    await signIn(page, representative, "/orders");
    await search(page, hostile);
    await expect(page.getByText(word("orders.none-found"))).toBeVisible();
    expect(answers.filter((status) => status >= 500)).toEqual([]);
  });
}

test("an order of somebody else, and one that does not exist, are not there", async ({ page }) => {
  await signIn(page, representative, "/orders/00000000-0000-4000-8000-000000000000");
  await expect(page.getByText(word("order.missing"))).toBeVisible();
});

test("an address that leads nowhere says so and offers ways on", async ({ page }) => {
  await signIn(page, representative);
  await page.goto("/nowhere");
  await heading(page, "Page not found");
  await page.getByRole("link", { name: word("not-found.orders") }).click();
  await heading(page, "Orders");
});

test("a link writes its address, and Back leads to the list as it was", async ({ page }) => {
  await signIn(page, representative, "/orders?sort=number");
  await page.getByRole("link", { name: "SO-10847" }).click();
  await expect(page).toHaveURL(/\/orders\/[0-9a-f-]{36}$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/orders\?sort=number$/);
  await heading(page, "Orders");
});

test("who is signed in and comes to the sign-in page is led on", async ({ page }) => {
  await signIn(page, representative, "/orders");
  await page.goto("/sign-in?return=/account");
  await heading(page, "Account");
});
