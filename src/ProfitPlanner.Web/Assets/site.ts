// Every page: htmx, and times in the reader's own zone.
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
