// The portal's own English words, so that a test says which sentence it looks for and not how that is worded.
import { readFileSync } from "node:fs";

const texts = JSON.parse(readFileSync(new URL("../../../public/locales/en.json", import.meta.url), "utf8"));

/** The text with this key, with `{name}` filled in. A key that does not exist is an error in the test. */
export function word(key, values = {}) {
  if (!(key in texts)) throw new Error(`public/locales/en.json has no text ${key}`);
  return Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, value), texts[key]);
}
