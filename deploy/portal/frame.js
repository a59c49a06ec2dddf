// The protocol by hand, for portals that want no script of the console's.

import { look, onLook } from "./look.js";

const frame = document.getElementById("console");
const origin = new URL(frame.src).origin;
const place = document.getElementById("place");
const tell = (message) => frame.contentWindow.postMessage({ imageConsole: 1, ...message }, origin);
let ready = false;
const dress = (look) => ready && tell({ type: "theme", theme: look, properties: { "--accent": "light-dark(#6a1b9a, #d7a6f2)" } });

addEventListener("message", (event) => {
  if (event.source !== frame.contentWindow || event.origin !== origin || event.data?.imageConsole !== 1) return;
  if (event.data.type === "hello") tell({ type: "hello" });
  if (event.data.type === "ready") {
    ready = true;
    dress(look());
  }
  if (event.data.type === "ready" || event.data.type === "route") place.textContent = event.data.route;
});
for (const button of document.querySelectorAll("button[data-route]")) {
  button.addEventListener("click", () => tell({ type: "route", route: button.dataset.route }));
}
onLook(dress);
