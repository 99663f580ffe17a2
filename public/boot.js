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

  const config = await configuration;
  const { languages } = parse("portal.json", config);
  const tag = language((Array.isArray(languages) ? languages : []).map((known) => String(known?.code ?? "en")));
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
function fail(key, fallback, detail) {
  if (document.getElementById("failure")) return;
  const texts = globalThis.portal?.texts ?? {};
  const part = (name, cssClass, text) => Object.assign(document.createElement(name), { className: cssClass, textContent: text });
  // At the start there is nothing else in the page; later what was typed stays to be seen below the panel.
  const skeleton = document.getElementById("boot");
  const panel = part(skeleton ? "main" : "div", "outcome", "");
  panel.id = "failure";
  if (!skeleton) panel.setAttribute("role", "alert");
  const again = part("button", "button button--primary", texts["boot.reload"] ?? "Reload");
  again.addEventListener("click", () => location.reload());
  const actions = part("div", "outcome__actions", "");
  actions.append(again);
  panel.append(
    part("h1", "", texts[`boot.${key}.title`] ?? fallback[0]),
    part("p", "outcome__text", texts[`boot.${key}.text`] ?? fallback[1]),
  );
  if (detail) panel.append(part("code", "outcome__text", detail));
  panel.append(actions);
  if (skeleton) skeleton.replaceWith(panel); else document.body.prepend(panel);
}

const CRASH = ["The portal has stopped", "A fault in the portal ended it. What you typed is kept and will be there after a reload."];
const WRONG = ["The portal is set up wrongly", "A file of this site has to be put right. Please tell whoever runs the portal."];
const START = ["The portal could not start", "A part of it could not be loaded. Check your connection and reload."];

addEventListener("portal:panic", () => fail("crash", CRASH, ""));
for (const kind of ["error", "unhandledrejection"]) {
  addEventListener(kind, (event) => {
    const problem = event.error ?? event.reason;
    if (problem instanceof WebAssembly.RuntimeError) fail("crash", CRASH, problem.message);
  });
}

const scheme = chosen("scheme");
if (scheme) document.documentElement.dataset.scheme = scheme;
start().catch((problem) => {
  const [key, fallback] = problem instanceof SyntaxError ? ["config", WRONG] : ["start", START];
  fail(key, fallback, problem.message);
});
