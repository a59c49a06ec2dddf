// Two consoles at once, of which one comes and goes.

import { onLook } from "./look.js";

const second = document.getElementById("second");
const pair = second.parentElement;
const toggle = document.getElementById("toggle");

onLook(() => {});
toggle.addEventListener("click", () => {
  const open = second.isConnected;
  if (open) second.remove();
  else pair.append(second);
  toggle.textContent = open ? "Open the second" : "Close the second";
  toggle.ariaExpanded = String(!open);
});
