// The journeys, in a real browser against the real server. `cargo portal test --only browser` runs them; by hand it is
// `npx playwright test`, with PORTAL_SERVER naming a built server if it is not the one of `cargo build`.
import { defineConfig } from "@playwright/test";
import { launchOptions } from "./support/chromium.mjs";

export default defineConfig({
  testDir: "specs",
  outputDir: "results",
  globalSetup: "./support/setup.ts",
  reporter: [["list"]],
  timeout: 30_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  use: { launchOptions, locale: "en-GB", timezoneId: "UTC", trace: "retain-on-failure", actionTimeout: 10_000 },
  projects: [
    { name: "desktop", use: { viewport: { width: 1280, height: 800 } } },
    { name: "phone", use: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }, grep: /@phone/ },
  ],
});
