// Light or dark, for this portal and for what it holds.

const choice = document.getElementById("look");

export function look() {
  return choice.value;
}

/** Calls back now and whenever the user chooses. */
export function onLook(follow) {
  const show = () => {
    document.documentElement.dataset.theme = look();
    follow(look());
  };
  choice.addEventListener("change", show);
  show();
}
