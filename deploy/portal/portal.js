// One console, its place kept in this page's address: a link leads to the very image.

import { onLook } from "./look.js";

const element = document.querySelector("image-console");
const place = document.getElementById("place");

element.setAttribute("route", location.hash.slice(1));
onLook((look) => element.setAttribute("theme", look));

const show = ({ detail }) => {
  place.textContent = detail.route;
  // The frame has made its own step for Back, so this page makes none.
  history.replaceState(null, "", `#${detail.route}`);
};
element.addEventListener("image-console-ready", show);
element.addEventListener("image-console-route", show);
addEventListener("hashchange", () => (element.route = location.hash.slice(1)));
