// Sends a chosen file to the server in parts, from where the server says it has got to. The file stays in this window:
// the page is changed under it, never left.

const key = document.querySelector<HTMLFormElement>("#upload-key")!;
const smallestPart = 256 * 1024;
const largestPart = 8 * 1024 * 1024;
const partTime = 2000; // ms
const headSize = 256 * 1024;
const sampleSize = 4 * 1024;
const samples = 16;
const longestPause = 30_000; // ms
const watchEvery = 3_000; // ms

// Of site.ts: what is shown may watch a job.
declare const htmx: { process(element: Element): void };

interface Status { state: string; position: number; size: number; turns: number; known: number; conversations: number; rejected: number }

let file: File | undefined;
let isSending = false;

const section = () => document.querySelector<HTMLElement>("#upload")!;
const address = () => section().dataset.address ?? location.pathname;
const pause = (milliseconds: number) => new Promise(done => window.setTimeout(done, milliseconds));

function say(text: string | undefined, selector = "#upload-status"): void {
  const place = document.querySelector<HTMLElement>(selector);
  if (place) place.textContent = text ?? "";
}

function send(method: string, to: string, body?: BodyInit, headers: Record<string, string> = {}): Promise<Response> {
  const token = key.querySelector<HTMLInputElement>("input")!.value;
  // As a fragment: whoever is signed out is told so, and not sent to another page.
  return fetch(to, { method, headers: { "RequestVerificationToken": token, "HX-Request": "true", ...headers }, ...(body === undefined ? {} : { body }) });
}

function show(html: string): void {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  section().replaceWith(holder.content);
  htmx.process(section());
  document.dispatchEvent(new CustomEvent("htmx:after:swap"));
  // Whoever works by keyboard goes on where the page has changed.
  const heading = section().querySelector<HTMLElement>("h1");
  heading?.setAttribute("tabindex", "-1");
  heading?.focus();
  hideChooser();
}

// With the file in hand nobody is asked for it.
function hideChooser(): void {
  const chooser = section().querySelector<HTMLElement>("[data-choose]");
  if (chooser) chooser.hidden = file !== undefined;
}

/** Says why an answer is none. */
function tell(answer: Response): void {
  say(answer.status === 401 ? key.dataset.signedOut : answer.status === 404 ? key.dataset.gone : key.dataset.refused);
}

// Choosing a file

// The beginning, the end and samples between: enough to tell what it is, and whether it is the same one again.
async function probe(chosen: File): Promise<{ body: Blob; about: string }> {
  const isWorkbook = new Uint8Array(await chosen.slice(0, 2).arrayBuffer()).join() === "80,75" && chosen.size <= 64 * 1024 * 1024;
  const head = isWorkbook ? chosen.size : Math.min(chosen.size, headSize);
  const parts = [chosen.slice(0, head)];
  if (head < chosen.size) {
    parts.push(chosen.slice(Math.max(head, chosen.size - headSize)));
    for (let i = 1; i <= samples; i++) {
      const at = Math.floor(chosen.size * i / (samples + 1));
      parts.push(chosen.slice(at, at + sampleSize));
    }
  }
  return { body: new Blob(parts, { type: "application/octet-stream" }), about: encodeURIComponent(JSON.stringify({ name: chosen.name, size: chosen.size, head })) };
}

async function sendProbe(chosen: File, handler: string, query = ""): Promise<Response | undefined> {
  say(key.dataset.reading);
  try {
    const { body, about } = await probe(chosen);
    return await send("POST", `${address()}?handler=${handler}${query}`, await body.arrayBuffer(), { "Upload-File": about, "Content-Type": "application/octet-stream" });
  } catch (error) {
    say(error instanceof TypeError ? key.dataset.refused : key.dataset.unreadable);
    return undefined;
  }
}

async function look(query = ""): Promise<void> {
  const answer = await sendProbe(file!, "Look", query);
  if (!answer) return;
  if (!answer.ok) {
    tell(answer);
    return;
  }
  const found = answer.headers.get("Upload-Address");
  if (found) history.replaceState(null, "", found);
  else file = undefined;
  show(await answer.text());
}

async function choose(chosen: File): Promise<void> {
  if (["New", "Proposed"].includes(section().dataset.state!)) {
    file = chosen;
    await look();
    return;
  }
  const answer = await sendProbe(chosen, "Same");
  if (!answer) return;
  if (!answer.ok) {
    tell(answer);
    return;
  }
  if (!await answer.json()) {
    say(key.dataset.another);
    return;
  }
  file = chosen;
  say("");
  if (section().dataset.state === "Paused") {
    const resume = section().querySelector<HTMLButtonElement>("button[value=Resume]");
    if (resume) {
      resume.click();
      return;
    }
  }
  hideChooser();
  void run();
}

function chooseFrom(field: EventTarget | null): void {
  if (field instanceof HTMLInputElement && field.dataset.file !== undefined && field.files?.[0]) void choose(field.files[0]);
}

document.addEventListener("change", event => chooseFrom(event.target));
// Whoever is quick has chosen before this script was there.
chooseFrom(document.querySelector("[data-file]"));

for (const kind of ["dragover", "dragleave", "drop"])
  document.addEventListener(kind, event => {
    const place = (event.target as HTMLElement).closest?.<HTMLElement>("[data-drop]");
    if (!place) return;
    event.preventDefault();
    place.classList.toggle("over", kind === "dragover");
    const dropped = kind === "drop" ? (event as DragEvent).dataTransfer?.files[0] : undefined;
    if (dropped) void choose(dropped);
  });

// Forms that change the page under the file

document.addEventListener("submit", event => {
  const form = event.target as HTMLFormElement;
  if (form.dataset.readAs !== undefined) {
    event.preventDefault();
    const query = new URLSearchParams(Array.from(new FormData(form), ([name, value]) => [name, String(value)]));
    if (file) void look(`&${query}`);
  } else if (form.dataset.swap !== undefined) {
    event.preventDefault();
    void submit(form, (event as SubmitEvent).submitter);
  }
});

async function submit(form: HTMLFormElement, by: HTMLElement | null): Promise<void> {
  const fields = new URLSearchParams(Array.from(new FormData(form, by), ([name, value]) => [name, String(value)]));
  try {
    const answer = await send("POST", form.getAttribute("action")!, fields);
    if (!answer.ok) tell(answer);
    else if (answer.headers.has("Upload-Problem")) {
      say(await answer.text(), "#upload-problem");
      document.querySelector("#upload-problem")?.scrollIntoView({ block: "nearest" });
    } else {
      show(await answer.text());
      void run();
    }
  } catch {
    say(key.dataset.refused);
  }
}

// Sending

async function run(): Promise<void> {
  if (isSending || !file || section().dataset.state !== "Importing") return;
  isSending = true;
  try {
    await sendAll(file);
  } finally {
    isSending = false;
  }
}

async function sendAll(chosen: File): Promise<void> {
  let position = Number(section().dataset.position);
  const isWhole = section().dataset.whole === "True";
  const begun = { at: performance.now(), position, turns: Number(section().dataset.turns) };
  let wait = 0;
  let length = smallestPart;
  for (;;) {
    const sent = { at: performance.now(), position };
    let status: Status | undefined;
    if (wait > 0) {
      // The server is away, or was: what it has saved is asked for, then it goes on from there.
      say(key.dataset.waiting);
      await pause(wait);
      status = await ask("GET", `${address()}/parts`);
    } else {
      let part: ArrayBuffer;
      try {
        part = await chosen.slice(position, isWhole ? undefined : position + length).arrayBuffer();
      } catch {
        // Moved, changed or on a stick that is gone.
        file = undefined;
        hideChooser();
        say(key.dataset.unreadable);
        return;
      }
      status = await ask("PUT", `${address()}/parts?offset=${position}`, part);
    }
    if (status === undefined) {
      if (isRefused) return;
      wait = Math.min(longestPause, Math.max(1000, wait * 2));
      continue;
    }
    if (wait > 0) say("");
    else length = lengthAfter(length, performance.now() - sent.at, status.position > sent.position);
    wait = 0;
    position = status.position;
    tellStatus(status, begun);
    if (status.state !== "Importing") {
      await refresh();
      return;
    }
  }
}

// So long that a part takes about as long as somebody waits for news. A record that did not fit gets more room: the server
// calls none too long before it has seen the largest part.
function lengthAfter(length: number, took: number, hasMoved: boolean): number {
  const factor = hasMoved ? Math.min(2, Math.max(0.5, partTime / took)) : 2;
  return Math.round(Math.min(largestPart, Math.max(smallestPart, length * factor)));
}

let isRefused = false;

/** What the server says; nothing where it says none, and then whether that stays so. */
async function ask(method: string, to: string, body?: ArrayBuffer): Promise<Status | undefined> {
  isRefused = false;
  try {
    const answer = await send(method, to, body, body ? { "Content-Type": "application/octet-stream" } : {});
    if (answer.ok) return await answer.json() as Status;
    isRefused = answer.status < 500 && answer.status !== 429 && answer.status !== 408;
    if (isRefused) tell(answer);
  } catch {
    // No answer at all.
  }
  return undefined;
}

function tellStatus(status: Status, begun?: { at: number; position: number; turns: number }): void {
  const number = new Intl.NumberFormat(document.documentElement.lang);
  for (const place of section().querySelectorAll<HTMLElement>("[data-count]"))
    place.textContent = number.format(status[place.dataset.count as "turns"]);
  const progress = section().querySelector<HTMLProgressElement>("#upload-progress");
  if (progress && section().dataset.whole !== "True") progress.value = status.size === 0 ? 1 : status.position / status.size;
  if (!begun) return;
  const seconds = (performance.now() - begun.at) / 1000;
  const bytes = (status.position - begun.position) / seconds;
  if (bytes <= 0) return;
  const rate = key.dataset.rate!.replace("{0}", number.format(Math.round((status.turns - begun.turns) / seconds)));
  const left = Math.ceil((status.size - status.position) / bytes);
  say(`${rate} · ${key.dataset.left!.replace("{0}", `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`)}`, "#upload-rate");
}

async function refresh(): Promise<void> {
  const answer = await send("GET", `${address()}?handler=Show`).catch(() => undefined);
  if (answer?.ok) show(await answer.text());
}

// An upload that another window sends is watched.
window.setInterval(async () => {
  if (isSending || document.hidden || section().dataset.state !== "Importing") return;
  const status = await ask("GET", `${address()}/parts`);
  if (isSending || !status) return;
  tellStatus(status);
  if (status.state !== section().dataset.state) await refresh();
}, watchEvery);
