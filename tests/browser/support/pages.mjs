// Every page of the portal, and a way to have it whole before one looks at it.

/** Name, path and whether one has to be signed in. `{order}` stands for an order that there is. */
export const PAGES = [
  { name: "sign-in", path: "/sign-in", signedIn: false },
  { name: "home", path: "/", signedIn: true },
  { name: "orders", path: "/orders", signedIn: true },
  { name: "orders-none", path: "/orders?q=no-such-order", signedIn: true },
  { name: "order", path: "{order}", signedIn: true },
  { name: "order-missing", path: "/orders/00000000-0000-4000-8000-000000000000", signedIn: true },
  { name: "new-order", path: "/orders/new", signedIn: true },
  { name: "new-order-items", path: "/orders/new?step=items", signedIn: true },
  { name: "account", path: "/account", signedIn: true },
  { name: "not-found", path: "/nowhere", signedIn: true },
];

/** Waits until nothing is on its way any more. */
export async function settle(page) {
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForLoadState("networkidle");
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], #boot'));
  await page.evaluate(() => document.fonts.ready);
}

/** The path of an order that there is, from the list. */
export async function anOrder(page) {
  await page.goto("/orders?q=SO-10847");
  return page.getByRole("link", { name: "SO-10847" }).getAttribute("href");
}
