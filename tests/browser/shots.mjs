// Pictures of every page, light and dark, wide and narrow, in target/shots/. For people to look at: nothing is compared.
// `cargo portal shots` calls it; words on the command line choose pages by their names.
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { launchOptions } from "./support/chromium.mjs";
import { PAGES, anOrder, settle } from "./support/pages.mjs";
import { representative } from "./support/people.mjs";
import { PortalServer, makeTemplate } from "./support/server.mjs";
import { word } from "./support/words.mjs";

const SIZES = [{ width: 1280, height: 800 }, { width: 390, height: 844 }];
const SCHEMES = ["light", "dark"];

const folder = fileURLToPath(new URL("../../target/shots/", import.meta.url));
mkdirSync(folder, { recursive: true });
const wanted = process.argv.slice(2);
const pages = PAGES.filter(({ name }) => wanted.length === 0 || wanted.includes(name));

const server = await PortalServer.start(makeTemplate());
const browser = await chromium.launch(launchOptions);
for (const viewport of SIZES) {
  for (const colorScheme of SCHEMES) {
    const context = await browser.newContext({ baseURL: server.url, viewport, colorScheme, locale: "en-GB" });
    const page = await context.newPage();
    const shoot = async ({ name, path }) => {
      await page.goto(path);
      await settle(page);
      await page.screenshot({ path: `${folder}${name}-${colorScheme}-${viewport.width}.png`, fullPage: true });
      console.log(`${name}, ${colorScheme}, ${viewport.width}`);
    };
    for (const stranger of pages.filter(({ signedIn }) => !signedIn)) await shoot(stranger);
    await page.goto("/sign-in");
    await page.getByLabel(word("sign-in.email")).fill(representative.email);
    await page.getByLabel(word("sign-in.password")).fill(representative.password);
    await page.getByRole("button", { name: word("sign-in.do") }).click();
    await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
    const order = await anOrder(page);
    for (const known of pages.filter(({ signedIn }) => signedIn)) await shoot({ ...known, path: known.path.replace("{order}", order) });
    await context.close();
  }
}
await browser.close();
await server.stop();
