// What a test is given: `portal` is a server that the tests of one worker share, and is also where the browser begins.
// A test that restarts its server, or counts what is in it, takes `ownPortal`.
import { test as base } from "@playwright/test";
import { PortalServer } from "./server.mjs";

type Given = { ownPortal: PortalServer };
type Shared = { portal: PortalServer };

const start = () => PortalServer.start(process.env.PORTAL_TEMPLATE!);

export const test = base.extend<Given, Shared>({
  portal: [
    async ({}, use) => {
      const server = await start();
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],
  ownPortal: async ({}, use) => {
    const server = await start();
    await use(server);
    await server.stop();
  },
  baseURL: async ({ portal }, use) => use(portal.url),
  page: async ({ page }, use) => {
    const faults: string[] = [];
    page.on("pageerror", (fault) => faults.push(fault.message));
    await use(page);
    // A fault that nobody sees is still a fault.
    base.expect(faults, "faults in the page").toEqual([]);
  },
});

export { expect } from "@playwright/test";
