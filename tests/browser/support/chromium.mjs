// The browser that the tests and the pictures use: the one that PORTAL_CHROMIUM names, else one that is installed, else
// Playwright's own.
import { existsSync } from "node:fs";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

// Chromium refuses its sandbox to root, which is who runs a container.
const isRoot = process.getuid?.() === 0;

export const launchOptions = {
  executablePath: process.env.PORTAL_CHROMIUM ?? PLACES.find((place) => existsSync(place)),
  args: ["--font-render-hinting=none", "--force-color-profile=srgb", ...(isRoot ? ["--no-sandbox"] : [])],
};
