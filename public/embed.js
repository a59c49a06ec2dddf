// The console in a frame of another page: whether it may be shown there, what that page wishes, and the few
// messages that pass between the two. boot.js loads this in a frame only, and starts nothing before it agrees.
//
// deploy/portal/README.md is the protocol's documentation. Nothing here trusts the page around: every message is
// looked at for where it comes from, a route is only ever an address below the console's own base, and a
// configuration only ever a file beside the console's own.

const VERSION = 1;
const base = new URL(".", document.baseURI).href;
const CONFIG = /^(?!.*\.\.)[\w-][\w./-]*\.json$/;
const SCHEMES = { light: "light", dark: "dark", system: "" };
const PROPERTY = /^--[a-z][a-z-]{0,40}$/;
const LONGEST = 200;
const PATIENCE_MS = 5000;

/** What src/boot.js shows in place of the console. */
function refusal(title, advice, detail) {
  return Object.assign(new Error(detail), { title, advice });
}

/** The sites that the configuration lets show the console. Always read from config.json itself: which sites may
 * do that is the installation's to say, not one of its configurations'. */
async function allowed() {
  const address = `${base}config.json`;
  try {
    const answer = await fetch(address, { headers: { accept: "application/json" } });
    const origins = (await answer.json()).embedding?.origins ?? [];
    return Array.isArray(origins) ? origins.filter((origin) => typeof origin === "string") : [];
  } catch (error) {
    throw refusal(
      "The console cannot tell whether it may be shown here",
      "Its configuration could not be read. Reload the page; if that changes nothing, tell whoever runs the console.",
      `${address}: ${error}`,
    );
  }
}

/** The pages around this one, the nearest first, as far as the browser tells. */
function around() {
  if (location.ancestorOrigins) return Array.from(location.ancestorOrigins);
  const referrer = document.referrer && new URL(document.referrer).origin;
  return referrer && referrer !== location.origin ? [referrer] : [];
}

/** Where the browser does not tell, the page around has to say something before anything is shown. */
function introduced(origins) {
  return new Promise((resolve) => {
    const heard = ({ source, origin }) => {
      if (source === window.parent && origins.includes(origin)) done(origin);
    };
    const timer = setTimeout(() => done(null), PATIENCE_MS);
    const done = (origin) => {
      removeEventListener("message", heard);
      clearTimeout(timer);
      resolve(origin);
    };
    addEventListener("message", heard);
    for (const origin of origins) window.parent.postMessage({ imageConsole: VERSION, type: "hello" }, origin);
  });
}

/** The origin of the page around, if it and all around it may show the console. */
async function host() {
  const origins = await allowed();
  const known = around();
  const strange = known.find((origin) => !origins.includes(origin));
  const parent = known[0] ?? (await introduced(origins));
  if (strange === undefined && parent) return parent;
  throw refusal(
    "The console may not be shown inside this page",
    "Open it in a window of its own. Whoever runs the console can allow this site: its origin belongs into config.json, under embedding.origins.",
    `${strange ?? "a page that does not say where it is from"} is not among ${JSON.stringify(origins)}`,
  );
}

/** The console's address below its base, without a slash in front: images?state=all */
function route() {
  return location.href.startsWith(base) ? location.href.slice(base.length).replace(/#.*$/, "") : "";
}

/** Colours, sizes and the scheme that the page around gives. They stand above the user's own choice, and are
 * kept nowhere. */
class Dress {
  #sheet = new CSSStyleSheet();
  #root;

  constructor() {
    this.#sheet.insertRule(":root {}");
    this.#root = this.#sheet.cssRules[0].style;
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#sheet];
  }

  /** Takes what is known and leaves the rest; an empty value takes a property back. */
  wear(scheme, properties) {
    if (Object.hasOwn(SCHEMES, scheme)) {
      this.#root.setProperty("color-scheme", SCHEMES[scheme], "important");
      // A switch that changes nothing is taken away.
      while (this.#sheet.cssRules.length > 1) this.#sheet.deleteRule(1);
      if (SCHEMES[scheme]) this.#sheet.insertRule(".theme-switch { display: none !important }", 1);
    }
    for (const [name, value] of Object.entries(properties ?? {})) {
      if (PROPERTY.test(name) && typeof value === "string" && value.length <= LONGEST) {
        this.#root.setProperty(name, value);
      }
    }
  }
}

/** Tells the page around where the user is, each time that changes. */
class Route {
  #tell;
  #last = null;

  constructor(tell) {
    this.#tell = tell;
    for (const name of ["pushState", "replaceState"]) {
      const change = history[name].bind(history);
      history[name] = (...given) => {
        change(...given);
        this.say(name === "replaceState");
      };
    }
    addEventListener("popstate", () => this.say(true));
  }

  /** `replace`: the user's Back does not lead to the route before. Nothing is said before the console stands. */
  say(replace, type = "route") {
    const now = route();
    if (type === "route" && (this.#last === null || now === this.#last)) return;
    this.#last = now;
    this.#tell({ type, route: now, replace });
  }

  /** The page around wants another route. It asks first where something typed would be lost, as Back does. */
  go(wish) {
    const below = String(wish).replace(/^\/+/, "");
    if (typeof wish !== "string" || !URL.canParse(below, base)) return;
    const address = new URL(below, base);
    if (!address.href.startsWith(base) || address.href === location.href) return;
    history.replaceState(null, "", address.href);
    dispatchEvent(new PopStateEvent("popstate"));
  }
}

/** Whether and how the console is shown here; throws what to show instead. Gives what is to be called once it
 * stands. */
export async function enter() {
  const origin = await host();
  const wishes = new URLSearchParams(window.name);
  const config = wishes.get("config");
  if (config !== null && !CONFIG.test(config)) {
    throw refusal(
      "The configuration that this page asks for is none",
      "The attribute config names a JSON file below the console's own folder, such as teams/a.json. Correct it in the page around.",
      config,
    );
  }
  if (config !== null) document.documentElement.dataset.config = config;
  const dress = new Dress();
  dress.wear(wishes.get("theme"), Object.fromEntries(wishes));
  const tell = (message) => window.parent.postMessage({ imageConsole: VERSION, ...message }, origin);
  const place = new Route(tell);
  addEventListener("message", ({ source, origin: from, data }) => {
    if (source !== window.parent || from !== origin || data?.imageConsole !== VERSION) return;
    if (data.type === "theme") dress.wear(data.theme, data.properties);
    if (data.type === "route") place.go(data.route);
  });
  return () => place.say(true, "ready");
}
