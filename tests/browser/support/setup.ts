// Once before all tests: the demonstration data. Its folder is removed when all are done.
import { rmSync } from "node:fs";
import { makeTemplate } from "./server.mjs";

export default function setup() {
  const template = makeTemplate();
  process.env.PORTAL_TEMPLATE = template;
  return () => rmSync(template, { recursive: true, force: true });
}
