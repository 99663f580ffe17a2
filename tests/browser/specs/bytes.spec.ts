import { readFileSync } from "node:fs";
import { representative } from "../support/people.mjs";
import { signIn } from "../support/act";
import { settle } from "../support/pages.mjs";
import { expect, test } from "../support/portal";

/** Every file that the page names, and the brand's picture; `cargo portal size` weighs exactly these. */
function weighed() {
  const site = new URL("../../../dist/", import.meta.url);
  const page = readFileSync(new URL("index.html", site), "utf8");
  const { brand } = JSON.parse(readFileSync(new URL("portal.json", site), "utf8"));
  const files = [...page.matchAll(/="(\/[^"]*\.[^"]*)"/g)].map(([, file]) => file);
  return new Set(["/orders", ...files, ...(brand.logo?.startsWith("/") ? [brand.logo] : [])]);
}

test("a first visit to the list loads just the files that are weighed, and what it asks the endpoint", async ({ page, browser, portal }) => {
  await signIn(page, representative);
  const context = await browser.newContext({ baseURL: portal.url, storageState: await page.context().storageState() });
  const fresh = await context.newPage();
  const loaded = new Set<string>();
  fresh.on("request", (request) => loaded.add(new URL(request.url()).pathname));
  await fresh.goto("/orders");
  await settle(fresh);
  await context.close();

  const files = [...loaded].filter((path) => !path.startsWith("/_"));
  // A browser without a window fetches no icon.
  const expected = [...weighed()].filter((path) => path !== "/favicon.svg" || loaded.has(path));
  expect(files.sort()).toEqual(expected.sort());
});

test("every page that is not there from the start fetches its own code, once", async ({ page }) => {
  const chunks: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith(".wasm")) chunks.push(new URL(request.url()).pathname);
  });
  await signIn(page, representative, "/orders");
  const atFirst = new Set(chunks);
  for (const path of ["/account", "/orders/new"]) {
    await page.goto(path);
    await settle(page);
  }
  const later = chunks.filter((chunk) => !atFirst.has(chunk));
  expect(new Set(later).size).toBeGreaterThanOrEqual(2);
});
