// Labelling by the keyboard: a key presses the button that bears it, so that mouse, touch and keys do the same.

const place = document.getElementById("review")!;
const notSaved = document.getElementById("not-saved")!;

// Until the next turn is there, a key would label what nobody has read.
function setBusy(isBusy: boolean): void {
  place.ariaBusy = String(isBusy);
}

function buttonOf(key: string): HTMLButtonElement | undefined {
  const buttons = [...place.querySelectorAll<HTMLButtonElement>("button[data-key]")];
  return buttons.find(button => button.dataset.key === key) ?? buttons.find(button => button.dataset.key === key.toLowerCase() && /^[NSU]$/.test(key));
}

document.addEventListener("keydown", event => {
  const on = event.target as HTMLElement;
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || on.closest("input, textarea, select")) return;
  // On a button or a link, Enter is for that.
  if (event.key === "Enter" && on.closest("button, a, summary")) return;
  const button = buttonOf(event.key);
  if (!button || place.ariaBusy === "true") return;
  event.preventDefault();
  button.click();
});

place.addEventListener("submit", () => setBusy(true));

document.addEventListener("htmx:after:swap", () => {
  setBusy(false);
  notSaved.hidden = true;
  // Whoever cannot see the screen hears the new turn; Tab goes on from it.
  document.getElementById("turn")?.focus({ preventScroll: true });
});

for (const failure of ["htmx:error", "htmx:response:error"])
  document.addEventListener(failure, () => {
    setBusy(false);
    notSaved.hidden = false;
  });
