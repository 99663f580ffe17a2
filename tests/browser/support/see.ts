// What somebody sees, and must see.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Page, expect } from "@playwright/test";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The one first heading of the page. */
export async function heading(page: Page, name: string | RegExp) {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
}

/** Nothing that axe can find is in the way of anybody. What it cannot decide does not count. */
export async function nothingInTheWay(page: Page, where: string) {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    // @ts-expect-error: axe has just been put into the page
    const { violations } = await globalThis.axe.run(document, { runOnly: { type: "tag", values: tags } });
    return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target).join(", ")}`);
  });
  expect(found, `axe on ${where}`).toEqual([]);
}

/** Nobody has to scroll sideways. */
export async function nothingSticksOut(page: Page, where: string) {
  const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(width, `pixels too wide: ${where}`).toBeLessThanOrEqual(0);
}
