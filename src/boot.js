// Starts the console, or says in words why it cannot. Trunk leaves the two addresses in
// <meta name="app"> and the digests on its preload links; both are checked here, because a browser
// does not check a preloaded fetch itself. Nothing of this may become an inline script.

const place = document.getElementById("boot");
const app = document.querySelector('meta[name="app"]').dataset;
const glue = new URL(app.js, document.baseURI).href;
const wasm = new URL(app.wasm, document.baseURI).href;
const embed = new URL("embed.js", document.baseURI).href;

// Where browsers have Trusted Types, the page's policy lets no text become markup or a script's address
// but by these two rules. The console needs them for its glue, and for the fixed markup that Leptos clones.
const ACTIVE = /<(script|iframe|frame|object|embed|link|meta|base|form)\b|[\s"'/]on[a-z]+\s*=|javascript:|srcdoc/i;
globalThis.trustedTypes?.createPolicy("default", {
  createScriptURL: (address) => (address === glue || address === embed ? address : null),
  createHTML: (markup) => (ACTIVE.test(markup) ? null : markup),
});

class LoadFailure extends Error {
  constructor(title, advice, detail) {
    super(detail);
    this.title = title;
    this.advice = advice;
  }
}

/** The digest Trunk wrote for `address`, or nothing in a build without digests. */
function integrityOf(address) {
  const links = document.querySelectorAll("link[integrity]");
  return Array.from(links).find((link) => link.href === address)?.integrity ?? "";
}

/** Brings a module under its digest: `import()` alone would not check one. */
function loadModule(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.type = "module";
    script.crossOrigin = "anonymous";
    script.integrity = integrityOf(address);
    script.src = address;
    script.onload = () => resolve(import(address));
    script.onerror = () => reject(new Error(`${address} did not load`));
    document.head.append(script);
  });
}

/** A browser gives one error for a lost connection and for a wrong digest; asking again tells them apart. */
async function explainMissing(address) {
  let answer;
  try {
    answer = await fetch(address, { cache: "no-store" });
  } catch {
    return new LoadFailure(
      "The console could not be downloaded",
      "The server cannot be reached. Check the connection and try again.",
      address,
    );
  }
  const type = answer.headers.get("content-type") ?? "";
  if (!answer.ok || type.startsWith("text/html")) {
    return new LoadFailure(
      "A part of the console is missing on the server",
      "The page may be older than what is installed now. Try again; if that changes nothing, the installation is incomplete.",
      `${address} answered ${answer.status} ${type}`,
    );
  }
  return new LoadFailure(
    "A part of the console is not the one this page was built with",
    "It was not started. A half-finished installation or a proxy that changes files can be the cause. Try again, then tell whoever runs this console.",
    `${address} does not match its digest`,
  );
}

async function missing(address) {
  throw await explainMissing(address);
}

async function start() {
  if (typeof WebAssembly !== "object") {
    throw new LoadFailure(
      "This browser cannot run the console",
      "The console needs WebAssembly, which is missing or switched off here. A current browser has it.",
      navigator.userAgent,
    );
  }
  // In a frame, the page around has to be one that may show the console.
  const framed = window.parent !== window && (await loadModule(embed).catch(() => missing(embed)));
  const ready = framed && (await framed.enter());
  const integrity = integrityOf(wasm);
  const body = fetch(wasm, integrity ? { integrity } : {});
  body.catch(() => {}); // reported below, where it is awaited
  const { default: init } = await loadModule(glue).catch(() => missing(glue));
  const response = await body.catch(() => missing(wasm));
  if (!response.ok) await missing(wasm);
  await init({ module_or_path: response });
  if (ready) ready();
}

function describe(error) {
  if (error?.advice) return error;
  if (error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError) {
    return new LoadFailure(
      "This browser cannot run the console",
      "It does not know a part of WebAssembly that the console uses, or forbids it. A current browser runs it.",
      String(error),
    );
  }
  return new LoadFailure(
    "The console stopped while it was starting",
    "Try again. If it happens each time, the lines below help whoever looks into it.",
    String(error),
  );
}

function show({ title, advice, message }) {
  const heading = document.createElement("h1");
  heading.textContent = title;
  const text = document.createElement("p");
  text.textContent = advice;
  const detail = document.createElement("pre");
  detail.textContent = message;
  const again = document.createElement("button");
  again.type = "button";
  again.textContent = "Try again";
  again.addEventListener("click", () => location.reload());
  const main = place.querySelector(".boot-main");
  main.className = "boot-main boot-failed";
  main.setAttribute("role", "alert");
  main.replaceChildren(heading, text, detail, again);
}

try {
  await start();
  place.remove();
} catch (error) {
  console.error(error);
  show(describe(error));
}
