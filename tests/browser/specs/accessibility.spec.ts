import { signIn } from "../support/act";
import { PAGES, anOrder, settle } from "../support/pages.mjs";
import { representative } from "../support/people.mjs";
import { test } from "../support/portal";
import { nothingInTheWay, nothingSticksOut } from "../support/see";

for (const colorScheme of ["light", "dark"] as const) {
  test(`nothing is in anybody's way on any page, ${colorScheme} @phone`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme });
    let order = "";
    for (const { name, path, signedIn } of PAGES) {
      if (signedIn && !order) {
        await signIn(page, representative);
        order = (await anOrder(page))!;
      }
      await page.goto(path.replace("{order}", order));
      await settle(page);
      await nothingInTheWay(page, `${name}, ${colorScheme}`);
      await nothingSticksOut(page, name);
    }
  });
}
