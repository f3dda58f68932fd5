// Every page: htmx, times in the reader's own zone, and buttons that copy a field.
import "htmx.org";

function localiseTimes(root: ParentNode): void {
  const language = document.documentElement.lang;
  for (const time of root.querySelectorAll<HTMLTimeElement>("time[datetime]:not([data-local])")) {
    const at = new Date(time.dateTime);
    time.textContent = time.dataset.style === "time"
      ? at.toLocaleTimeString(language)
      : at.toLocaleString(language, { dateStyle: "medium", timeStyle: "short" });
    time.dataset.local = "";
  }
}

localiseTimes(document);
document.addEventListener("htmx:after:swap", () => localiseTimes(document));

document.addEventListener("click", async event => {
  const button = (event.target as Element).closest<HTMLButtonElement>("button[data-copy]");
  const field = button && document.querySelector<HTMLInputElement>(button.dataset.copy!);
  if (!field) return;
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    button.textContent = button.dataset.copied!;
  } catch {
    // Where the browser does not let a page copy, the field is selected for the reader to do it.
  }
});
