// Starts the portal: asks for the configuration, the words and the program at once, and says so plainly when one of
// them is missing or wrong. It is the only script that is written by hand, and is never changed for an installation.

const { app, wasm } = document.querySelector("script[data-app]").dataset;

/** A setting that the reader of this browser chose earlier, or null where nothing may be stored. */
function chosen(name) {
  try { return localStorage.getItem(`portal.${name}`); } catch { return null; }
}

async function read(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path} could not be loaded (${answer.status}).`);
  return answer.text();
}

function parse(path, text) {
  try { return JSON.parse(text); } catch (problem) {
    throw new SyntaxError(`${path} is not valid JSON: ${problem.message}`);
  }
}

// What portal.json may hold: a text, a number, a yes or no, a list of one kind, or an object; "?" may be left out.
const SHAPE = {
  brand: { name: "string", "logo?": "string" },
  "endpoint?": "string",
  languages: [{ code: "string", name: "string" }],
  "pageSize?": "number",
  "countries?": [{ value: "string", code: "string" }],
  "bindings?": Object.fromEntries(
    ["customer", "invoiceCustomer", "company", "contactPerson", "priceList", "currency", "lines", "product", "unit"]
      .map((name) => [`${name}?`, "string"]),
  ),
  "signIn?": { "local?": "boolean", "providers?": [{ label: "string", provider: "string" }] },
  "support?": { "email?": "string", "telephone?": "string" },
};

/** Everything in which a value differs from its shape, in sentences without a full stop. */
function faults(value, shape, at) {
  if (typeof shape === "string") return typeof value === shape ? [] : [`${at} must be a ${shape}`];
  if (Array.isArray(shape)) {
    if (!Array.isArray(value)) return [`${at} must be a list`];
    if (value.length === 0 && at === "languages") return [`${at} must name at least one language`];
    return value.flatMap((one, index) => faults(one, shape[0], `${at}[${index}]`));
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [`${at || "it"} must be an object`];
  const names = Object.keys(shape).map((name) => name.replace("?", ""));
  const unknown = Object.keys(value).filter((name) => !names.includes(name)).map((name) => `${at}${at && "."}${name} is not known`);
  return unknown.concat(Object.entries(shape).flatMap(([key, inner]) => {
    const name = key.replace("?", "");
    const path = `${at}${at && "."}${name}`;
    if (value[name] === undefined) return key.endsWith("?") ? [] : [`${path} is missing`];
    return faults(value[name], inner, path);
  }));
}

/** The reader's own choice, else the first language of the browser that the portal has, else the portal's first. */
function language(languages) {
  const wanted = [chosen("language"), ...navigator.languages].filter(Boolean);
  for (const tag of wanted) {
    const found = languages.find((known) => known === tag) ?? languages.find((known) => known.split("-")[0] === tag.split("-")[0]);
    if (found) return found;
  }
  return languages[0] ?? "en";
}

const RIGHT_TO_LEFT = ["ar", "fa", "he", "ur"];

async function start() {
  // Everything is asked for before anything is waited for.
  const module = fetch(wasm);
  const script = import(app);
  const english = read("/locales/en.json");
  const configuration = read("/portal.json");
  for (const pending of [module, script, english]) pending.catch(() => {});

  const config = parse("portal.json", await configuration);
  const wrong = faults(config, SHAPE, "");
  if (wrong.length > 0) throw new SyntaxError(`portal.json: ${wrong.join("; ")}.`);
  const tag = language(config.languages.map((known) => known.code));
  const own = tag === "en" ? english : read(`/locales/${tag}.json`);
  own.catch(() => {});

  const page = document.documentElement;
  page.lang = tag;
  page.dir = RIGHT_TO_LEFT.includes(tag.split("-")[0]) ? "rtl" : "ltr";

  const texts = { ...parse("locales/en.json", await english), ...parse(`locales/${tag}.json`, await own) };
  globalThis.portal = { config, texts, language: tag };
  await (await script).default({ module_or_path: module });
  document.getElementById("boot")?.remove();
}

/** Puts a panel in the page that says what happened and offers to begin again. Only the first one is shown. */
function fail(title, text, detail = "") {
  if (document.getElementById("failure")) return;
  const part = (name, cssClass, textContent) => Object.assign(document.createElement(name), { className: cssClass, textContent });
  // At the start there is nothing else in the page; later what was typed stays to be seen below the panel.
  const skeleton = document.getElementById("boot");
  const panel = part(skeleton ? "main" : "div", "outcome", "");
  panel.id = "failure";
  if (!skeleton) panel.setAttribute("role", "alert");
  const again = part("button", "button button--primary", said("boot.reload", "Reload"));
  again.addEventListener("click", () => location.reload());
  const actions = part("div", "outcome__actions", "");
  actions.append(again);
  panel.append(part("h1", "", title), part("p", "outcome__text", text));
  if (detail) panel.append(part("code", "outcome__text", detail));
  panel.append(actions);
  if (skeleton) skeleton.replaceWith(panel); else document.body.prepend(panel);
}

/** A text of the reader's language. The fallback is for the case that the texts are what could not be loaded. */
const said = (key, fallback) => globalThis.portal?.texts[key] ?? fallback;

function crash(detail) {
  const text = "A fault in the portal ended it. What you typed is kept and will be there after a reload.";
  fail(said("boot.crash", "The portal has stopped"), said("boot.crash-text", text), detail);
}

addEventListener("portal:panic", () => crash());
for (const kind of ["error", "unhandledrejection"]) {
  addEventListener(kind, (event) => {
    const problem = event.error ?? event.reason;
    if (problem instanceof WebAssembly.RuntimeError) crash(problem.message);
  });
}

const scheme = chosen("scheme");
if (scheme) document.documentElement.dataset.scheme = scheme;
start().catch((problem) => {
  if (problem instanceof SyntaxError) {
    fail("The portal is set up wrongly", "A file of this site has to be put right. Please tell whoever runs the portal.", problem.message);
  } else {
    fail("The portal could not start", "A part of it could not be loaded. Check your connection and reload.", problem.message);
  }
});
