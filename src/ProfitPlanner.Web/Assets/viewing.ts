// An open dashboard: tells the founder which parts were on the screen and how long (the page says that it does), and
// leads from each number to the form for a question about it.

// A module of its own names, though it imports nothing.
export {};

const form = document.querySelector<HTMLFormElement>("#note form");
const token = form?.querySelector<HTMLInputElement>("[name=__RequestVerificationToken]")?.value;

const onScreen = new Set<string>();
const seconds = new Map<string, number>();

const observer = new IntersectionObserver(entries => {
  for (const entry of entries) {
    const part = (entry.target as HTMLElement).dataset.part!;
    // A part may be taller than the window: then half of the window is enough.
    const isSeen = entry.intersectionRatio >= .5 || entry.intersectionRect.height >= window.innerHeight / 2;
    if (isSeen) onScreen.add(part);
    else onScreen.delete(part);
  }
}, { threshold: [0, .1, .25, .5, .75, 1] });
for (const part of document.querySelectorAll("[data-part]")) observer.observe(part);

function tell(): void {
  if (seconds.size === 0 || !token) return;
  const body = new URLSearchParams({ __RequestVerificationToken: token });
  for (const [part, count] of seconds) body.append(`part-${part}`, String(count));
  seconds.clear();
  // Lives on when the page is left. What is lost on the way is lost.
  void fetch(form!.dataset.seen!, { method: "POST", body, keepalive: true }).catch(() => undefined);
}

setInterval(() => {
  if (document.visibilityState !== "visible") return;
  for (const part of onScreen) seconds.set(part, (seconds.get(part) ?? 0) + 1);
}, 1_000);
setInterval(tell, 20_000);
document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") tell(); });

const about = form?.querySelector<HTMLSelectElement>("[name=figure]");
if (form && about)
  for (const figure of document.querySelectorAll<HTMLElement>("[data-figure]")) {
    const option = [...about.options].find(each => each.value === figure.dataset.figure);
    if (!option) continue;
    const ask = document.createElement("button");
    ask.type = "button";
    ask.className = "link ask no-print";
    ask.textContent = form.dataset.ask!;
    ask.setAttribute("aria-label", `${form.dataset.ask}: ${option.text}`);
    ask.addEventListener("click", () => {
      about.value = option.value;
      const text = form.querySelector<HTMLTextAreaElement>("[name=text]")!;
      text.focus();
      text.scrollIntoView({ block: "center" });
    });
    figure.append(ask);
  }
form?.addEventListener("htmx:after:swap", () => {
  if (form.querySelector("#note-answer .notice")) form.querySelector<HTMLTextAreaElement>("[name=text]")!.value = "";
});
