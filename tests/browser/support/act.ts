// What somebody does, in the words of the portal. Everything is found by its role and its name, so a control that a
// screen reader could not name is one that these tests cannot use either.
import { type Page, expect } from "@playwright/test";
import { word } from "./words.mjs";

export type Person = { email: string; password: string };

/** Fills in the sign-in form that is on the page, and sends it. */
export async function fillSignIn(page: Page, { email, password }: Person) {
  await page.getByLabel(word("sign-in.email")).fill(email);
  await page.getByLabel(word("sign-in.password")).fill(password);
  await page.getByRole("button", { name: word("sign-in.do") }).click();
}

/** Opens an address as somebody who is not signed in yet, signs in, and waits to be there. */
export async function signIn(page: Page, person: Person, to = "/") {
  await page.goto(to);
  await fillSignIn(page, person);
  await expect(page).not.toHaveURL(/sign-in/);
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(word("sign-in.title"));
}

/** Goes one of the ways of the frame. */
export async function goTo(page: Page, way: string) {
  await page.getByRole("navigation", { name: word("frame.ways") }).getByRole("link", { name: way, exact: true }).click();
}

export async function search(page: Page, text: string) {
  await page.getByRole("searchbox").fill(text);
}

export type Item = { product: string; quantity: string };

/** The first step of a new order: as late as wanted, everything else as it is proposed. */
export async function giveInformation(page: Page, requested: string, requisition: string) {
  await page.getByLabel(word("order.requested")).fill(requested);
  await page.getByLabel(word("order.requisition")).fill(requisition);
  await page.getByRole("button", { name: word("new-order.to-items") }).click();
}

/** Adds an item by typing a part of the product's name and taking the first that is found. */
export async function addItem(page: Page, { product, quantity }: Item) {
  const combobox = page.getByRole("combobox", { name: word("line.product") });
  await combobox.fill(product);
  await page.getByRole("listbox").getByRole("option", { name: product }).first().click();
  await page.getByLabel(word("line.quantity"), { exact: true }).fill(quantity);
  await page.getByRole("button", { name: word("item.add"), exact: true }).click();
  await expect(page.getByRole("row", { name: product })).toBeVisible();
}

export async function toReview(page: Page) {
  await page.getByRole("button", { name: word("new-order.to-review") }).click();
  await expect(page.getByRole("button", { name: word("new-order.send"), exact: true })).toBeVisible();
}

export async function send(page: Page) {
  await page.getByRole("button", { name: word("new-order.send"), exact: true }).click();
}
