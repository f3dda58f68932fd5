// A shared dashboard. Its pictures are drawn when they come near the window, or are to be printed: what draws them is
// many times larger than the page.
export {};

const address = document.querySelector<HTMLLinkElement>("link[rel=charts]")!.href;
let drawing: Promise<unknown> | undefined;
const draw = () => drawing ??= import(address);

const near = new IntersectionObserver(entries => {
  if (!entries.some(entry => entry.isIntersecting)) return;
  near.disconnect();
  void draw();
}, { rootMargin: "200px" });
for (const plot of document.querySelectorAll(".plot")) near.observe(plot);
// What a haircut brings may hold the first picture of the page.
document.addEventListener("htmx:after:swap", () => { if (document.querySelector(".plot")) void draw(); });

document.addEventListener("click", async event => {
  if (!(event.target as HTMLElement).closest("[data-print]")) return;
  await draw();
  print();
});

// On paper nothing can be opened.
let closed: HTMLDetailsElement[] = [];
addEventListener("beforeprint", () => {
  void draw();
  closed = [...document.querySelectorAll<HTMLDetailsElement>("details:not([open])")];
  for (const details of closed) details.open = true;
});
addEventListener("afterprint", () => { for (const details of closed) details.open = false; });

// Beside each slider what it is set to.
document.addEventListener("input", event => {
  const slider = event.target as HTMLInputElement;
  const said = slider.type === "range" && document.querySelector<HTMLOutputElement>(`output[for="${slider.id}"]`);
  if (said) said.value = said.dataset.form!.replace("#", slider.value);
});
