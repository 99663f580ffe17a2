import { fillSignIn, signIn } from "../support/act";
import { representative } from "../support/people.mjs";
import { expect, test } from "../support/portal";
import { heading } from "../support/see";
import { word } from "../support/words.mjs";

test("a stranger is asked to sign in and then gets where he wanted to go @phone", async ({ page }) => {
  await page.goto("/orders?q=SO-10847");
  await heading(page, "Sign in");
  await fillSignIn(page, representative);
  await expect(page).toHaveURL(/\/orders\?q=SO-10847$/);
  await heading(page, "Orders");
});

test("a wrong password is refused in words and the address stays", async ({ page }) => {
  await page.goto("/");
  await fillSignIn(page, { ...representative, password: "not this one" });
  await expect(page.getByText(word("sign-in.refused"))).toBeVisible();
  await expect(page.getByLabel(word("sign-in.email"))).toHaveValue(representative.email);
});

test("the way back never leads out of the portal", async ({ page, portal }) => {
  await signIn(page, representative, "/sign-in?return=//evil.example/");
  expect(new URL(page.url()).origin).toBe(portal.url);
});

test("signing out ends the session", async ({ page }) => {
  await signIn(page, representative);
  await page.getByRole("link", { name: word("frame.sign-out") }).click();
  await page.goto("/orders");
  await heading(page, "Sign in");
});
