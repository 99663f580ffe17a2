import type { Page } from "@playwright/test";
import { goTo, signIn } from "../support/act";
import { settle } from "../support/pages.mjs";
import { representative } from "../support/people.mjs";
import { expect, test } from "../support/portal";
import { heading, nothingInTheWay, nothingSticksOut } from "../support/see";
import { word } from "../support/words.mjs";

const palette = (page: Page) => page.getByRole("dialog", { name: word("palette.open") });
const text = (page: Page) => palette(page).getByRole("combobox");
const keysShown = (page: Page) => page.getByRole("dialog", { name: word("keys.title") });

async function openPalette(page: Page) {
  await page.keyboard.press("ControlOrMeta+k");
  await expect(text(page)).toBeFocused();
}

test("g h, g o and n go where they say, and ? shows them", async ({ page }) => {
  await signIn(page, representative, "/account");
  await page.keyboard.type("gh");
  await expect(page).toHaveURL(/\/$/);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.keyboard.type("go");
  await heading(page, "Orders");
  await page.keyboard.press("n");
  await heading(page, "New order");
  await page.keyboard.press("g");
  await page.keyboard.press("l");
  await expect(page).toHaveURL(/\/lines$/);
  await page.keyboard.press("?");
  await expect(keysShown(page)).toBeVisible();
  for (const key of ["keys.home", "keys.orders", "keys.lines", "keys.new-order", "keys.search", "keys.palette"]) {
    await expect(keysShown(page).getByText(word(key), { exact: true })).toBeVisible();
  }
  await nothingInTheWay(page, "the keys");
  await page.keyboard.press("Escape");
  await expect(keysShown(page)).toBeHidden();
});

test("/ focuses the search of the page, and from another page that of the list", async ({ page }) => {
  await signIn(page, representative, "/account");
  await heading(page, "Account");
  await page.keyboard.press("/");
  await heading(page, "Orders");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("SO-1");
  await expect(page.getByRole("searchbox"), "the slash itself is not typed").toHaveValue("SO-1");
  await page.getByRole("heading", { level: 1 }).focus();
  await page.keyboard.press("/");
  await page.keyboard.type("SO-2");
  await expect(page.getByRole("searchbox"), "what stood there is selected").toHaveValue("SO-2");
});

test("a letter in a field, with a modifier or under a dialog is no command", async ({ page }) => {
  await signIn(page, representative, "/orders");
  await page.getByRole("searchbox").fill("");
  await page.getByRole("searchbox").pressSequentially("ngo?");
  await expect(page.getByRole("searchbox")).toHaveValue("ngo?");
  await page.getByRole("heading", { level: 1 }).focus();
  await page.keyboard.press("Shift+N");
  await page.keyboard.press("Alt+n");
  await page.keyboard.press("?");
  await expect(keysShown(page)).toBeVisible();
  await page.keyboard.press("n");
  await expect(keysShown(page)).toBeVisible();
  await heading(page, "Orders");
});

test("single characters can be switched off, on the account page too, and this device remembers", async ({ page }) => {
  await signIn(page, representative, "/account");
  await heading(page, "Account");
  await page.getByRole("switch", { name: word("keys.letters") }).uncheck();
  await page.reload();
  await heading(page, "Account");
  await page.keyboard.press("n");
  await page.keyboard.press("?");
  await openPalette(page);
  await heading(page, "Account");
  await text(page).fill(word("keys.show"));
  await page.keyboard.press("Enter");
  await keysShown(page).getByRole("switch").check();
  await page.keyboard.press("Escape");
  await page.keyboard.press("n");
  await heading(page, "New order");
});

test("the palette finds orders by several words, marks them and opens the one that was chosen", async ({ page }) => {
  await signIn(page, representative, "/");
  await openPalette(page);
  await page.keyboard.type("save 10847");
  const option = palette(page).getByRole("option", { name: /SO-10847/ });
  await expect(option).toBeVisible();
  await expect(option.locator("mark")).toHaveText(["10847", "Save"]);
  await expect(option).toHaveAttribute("aria-selected", "true");
  const active = await text(page).getAttribute("aria-activedescendant");
  await expect(option).toHaveAttribute("id", active!);
  await nothingInTheWay(page, "the palette");
  await page.keyboard.press("Enter");
  await heading(page, "Order SO-10847");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(palette(page)).toBeHidden();
});

test("arrows choose and go round, Ctrl+Enter opens a new tab, Escape goes back to where one was", async ({ page, context }) => {
  await signIn(page, representative, "/orders");
  await page.getByRole("searchbox").focus();
  await openPalette(page);
  const options = palette(page).getByRole("option");
  await expect(options.first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowUp");
  await expect(options.last()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(options.nth(1)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.type("account");
  const opened = context.waitForEvent("page");
  await page.keyboard.press("ControlOrMeta+Enter");
  await heading(await opened, "Account");
  await expect(text(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await heading(page, "Orders");
});

test("typing asks once after a pause, and a late answer to an older question is never shown", async ({ page }) => {
  const asked: string[] = [];
  let release = () => {};
  const late = new Promise<void>((done) => (release = done));
  await signIn(page, representative, "/account");
  await page.route(/\/_api\/salesorders\?.*contains/, async (route) => {
    const url = decodeURIComponent(route.request().url());
    asked.push(url);
    if (url.includes("'10847'")) await late;
    await route.continue().catch(() => {});
  });
  await openPalette(page);
  await page.keyboard.type("10847");
  await expect.poll(() => asked.length).toBe(1);
  await text(page).fill("10257");
  await text(page).fill("10393");
  await expect(palette(page).getByRole("option", { name: /SO-10393/ })).toBeVisible();
  release();
  await page.waitForLoadState("networkidle");
  await expect(palette(page).getByRole("option", { name: /SO-10847/ })).toHaveCount(0);
  expect(asked.length, "a question for each pause and none for each key").toBe(2);
});

test("what is typed while the palette is still on its way is no command", async ({ page }) => {
  await signIn(page, representative, "/account");
  await heading(page, "Account");
  let release = () => {};
  const late = new Promise<void>((done) => (release = done));
  await page.route(/\.wasm$/, async (route) => {
    await late;
    await route.continue();
  });
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("n");
  release();
  await expect(text(page)).toBeFocused();
  await heading(page, "Account");
});

test("the palette does what the page offers: the colours, the keys", async ({ page }) => {
  await signIn(page, representative, "/");
  await openPalette(page);
  await page.keyboard.type("dark");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-scheme", "dark");
  await expect(page.getByRole("button", { name: word("frame.scheme.dark") })).toHaveAttribute("aria-pressed", "true");
});

test("a button in the frame opens the palette, and a finger is enough @phone", async ({ page }) => {
  await signIn(page, representative, "/account");
  await page.getByRole("button", { name: word("palette.open") }).click();
  await text(page).fill("10847");
  await expect(palette(page).getByRole("option", { name: /SO-10847/ })).toBeVisible();
  await nothingSticksOut(page, "the palette");
  await palette(page).getByRole("option", { name: /SO-10847/ }).click();
  await heading(page, "Order SO-10847");
  await page.getByRole("button", { name: word("palette.open") }).click();
  await palette(page).getByRole("button", { name: word("dialog.close") }).click();
  await expect(palette(page)).toBeHidden();
});

test("the frame is made once: going on keeps it and swaps the page", async ({ page }) => {
  await signIn(page, representative, "/orders");
  await settle(page);
  await page.evaluate(() => document.querySelector(".frame")!.setAttribute("data-first", ""));
  await goTo(page, word("account.title"));
  await heading(page, "Account");
  await goTo(page, word("orders.title"));
  await heading(page, "Orders");
  await expect(page.locator(".frame[data-first]")).toHaveCount(1);
  await expect(page.getByRole("main")).toHaveCount(1);
});
