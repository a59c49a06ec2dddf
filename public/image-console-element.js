// <image-console config="…" route="…" theme="…">: the console as an element of any page.
//
// The element is a frame of the console's own origin. That keeps the two apart where it matters: keys and tokens
// are the console's, so no script of the page around can read or use them; styles, policies and address bars
// cannot disturb each other; and what leaves the page leaves with all its timers, listeners and requests.
//
// One script, from the console's own folder; its address says where the console is. deploy/portal/README.md
// has the attributes, the events and what both sides must allow.

const VERSION = 1;
const home = new URL(".", import.meta.url);
/** What a page may set as --image-console-NAME on the element or above it: see style/tokens.css. */
const PROPERTIES = [
  "canvas", "surface", "raised", "hover", "scrim", "line", "line-strong", "line-field", "text", "muted", "accent",
  "accent-soft", "on-accent", "ok", "warn", "warn-soft", "bad", "bad-soft", "on-bad", "shadow", "shadow-high", "sans",
  "mono", "size", "size-s", "size-xs", "size-l", "size-xl", "radius-s", "radius", "radius-l", "radius-xl", "control",
  "row", "top", "side",
];
const THEMES = ["light", "dark", "system"];

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { display: block; position: relative; block-size: 40rem; }
  :host([hidden]) { display: none; }
  iframe { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; border: 0; }
`);

class ImageConsole extends HTMLElement {
  static observedAttributes = ["config", "label", "route", "theme"];

  #frame = null;
  #route = null;
  #ready = false;
  #worn = "";
  #observer = new MutationObserver(() => this.refreshTheme());
  #hear = (event) => this.#heard(event);

  constructor() {
    super();
    this.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet];
  }

  connectedCallback() {
    this.#route ??= this.getAttribute("route") ?? "";
    addEventListener("message", this.#hear);
    for (const place of [document.documentElement, document.body, this]) {
      this.#observer.observe(place, { attributeFilter: ["class", "style", "data-theme"] });
    }
    this.#open();
  }

  disconnectedCallback() {
    removeEventListener("message", this.#hear);
    this.#observer.disconnect();
    this.#frame?.remove();
    this.#frame = null;
  }

  /** Moved by moveBefore(): the frame goes on as it is. */
  connectedMoveCallback() {}

  attributeChangedCallback(name, before, now) {
    if (before === now || !this.#frame) return;
    if (name === "config") this.#open();
    if (name === "label") this.#frame.title = this.#label();
    if (name === "theme") this.refreshTheme();
    if (name === "route") this.route = now ?? "";
  }

  /** Where the user is: the console's address below its base, such as images?state=all. Setting it goes there. */
  get route() {
    return this.#route ?? this.getAttribute("route") ?? "";
  }

  set route(wish) {
    const wanted = String(wish).replace(/^\/+/, "");
    if (wanted === this.#route) return;
    this.#route = wanted;
    if (this.#ready) this.#tell({ type: "route", route: wanted });
  }

  /** Gives the theme on, after a change that the element cannot see by itself: a style sheet that was swapped. */
  refreshTheme() {
    const wear = this.#wear();
    const text = JSON.stringify(wear);
    if (text === this.#worn) return;
    this.#worn = text;
    // What changes before the console stands goes with what it is told then.
    if (this.#ready) this.#tell({ type: "theme", ...wear });
  }

  #label() {
    return this.getAttribute("label") || "Image Console";
  }

  #wear() {
    const style = getComputedStyle(this);
    const given = (name) => [`--${name}`, style.getPropertyValue(`--image-console-${name}`).trim()];
    const theme = this.getAttribute("theme");
    return {
      theme: THEMES.includes(theme) ? theme : "system",
      properties: Object.fromEntries(PROPERTIES.map(given)),
    };
  }

  #open() {
    const { theme, properties } = this.#wear();
    this.#worn = JSON.stringify({ theme, properties });
    const wishes = new URLSearchParams({ theme });
    const config = this.getAttribute("config");
    if (config) wishes.set("config", config);
    for (const [name, value] of Object.entries(properties)) if (value) wishes.set(name, value);
    const frame = document.createElement("iframe");
    // Not in the address: it stays a plain one, which can be copied, and reloading keeps the wishes.
    frame.name = wishes;
    frame.title = this.#label();
    frame.allow = "clipboard-write";
    frame.referrerPolicy = "origin";
    frame.src = this.#address();
    this.#frame?.remove();
    this.#frame = frame;
    this.#ready = false;
    this.shadowRoot.append(frame);
  }

  /** A route often comes from the address of the page around, so it may be anything: it leads below the console's
   * folder or to its start, and never to a javascript: or another site's address. */
  #address() {
    const below = this.#route.replace(/^\/+/, "");
    const address = URL.canParse(below, home) ? new URL(below, home).href : "";
    return address.startsWith(home.href) ? address : home.href;
  }

  #tell(message) {
    this.#frame?.contentWindow?.postMessage({ imageConsole: VERSION, ...message }, home.origin);
  }

  #heard({ source, origin, data }) {
    if (source !== this.#frame?.contentWindow || origin !== home.origin || data?.imageConsole !== VERSION) return;
    if (data.type === "hello") this.#tell({ type: "hello" });
    if (data.type !== "ready" && data.type !== "route") return;
    if (data.type === "ready") {
      // Also after a reload inside the frame. What was wished while it was on its way follows.
      const wish = this.#ready ? data.route : this.#route;
      this.#ready = true;
      this.#tell({ type: "theme", ...this.#wear() });
      if (wish !== data.route) this.#tell({ type: "route", route: wish });
    }
    this.#route = data.route;
    const detail = { route: data.route, replace: data.replace ?? true };
    this.dispatchEvent(new CustomEvent(`image-console-${data.type}`, { bubbles: true, composed: true, detail }));
  }
}

customElements.get("image-console") ?? customElements.define("image-console", ImageConsole);
