// The scenario's editor. It moves rows and cells about and says when to save; every number is the server's.

const form = document.querySelector<HTMLFormElement>("#editor")!;
const pauseWhileTyping = 10; // ms; lets the events of one key pass

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

let timer: number | undefined;

function save(after = 0): void {
  window.clearTimeout(timer);
  timer = window.setTimeout(() => form.dispatchEvent(new CustomEvent("save")), after);
}

function hidden(name: string): HTMLInputElement {
  return form.elements.namedItem(name) as HTMLInputElement;
}

// A number that somebody changes is no longer the template's.
function unmark(field: Element): void {
  field.closest(".entry, .tiers")?.querySelectorAll(".why, .why-text").forEach(mark => mark.remove());
}

// Typing

form.addEventListener("input", event => {
  const field = event.target as Field;
  unmark(field);
  save(field instanceof HTMLSelectElement ? 0 : pauseWhileTyping);
});

// The select of the curves' segment stands outside the form and belongs to it.
document.addEventListener("change", event => {
  const field = event.target as Field;
  if (field.form !== form) return;
  if (field.dataset.redraw) hidden("redraw").value = field.dataset.redraw;
  if (field.dataset.reload !== undefined) form.addEventListener("htmx:after:swap", () => location.reload(), { once: true });
  if (field instanceof HTMLSelectElement) save();
});

form.addEventListener("submit", event => {
  event.preventDefault();
  save();
});

// A request took these along: they count once.
form.addEventListener("htmx:before:request", () => {
  hidden("redraw").value = "";
  hidden("choice").value = "None";
});

// An answer may draw a row anew: what was typed since it was asked for is put into the new row, and saved.

function typedFields(): Map<string, Field[]> {
  const fields = new Map<string, Field[]>();
  for (const field of form.elements)
    if ((field instanceof HTMLInputElement && field.type !== "hidden") || field instanceof HTMLSelectElement || field instanceof HTMLTextAreaElement)
      fields.set(field.name, [...fields.get(field.name) ?? [], field]);
  return fields;
}

let asked = new Map<string, string[]>();
let typedSince: { name: string; place: number; value: string }[] = [];

form.addEventListener("htmx:before:request", () => {
  asked = new Map([...typedFields()].map(([name, fields]) => [name, fields.map(field => field.value)]));
});

form.addEventListener("htmx:before:swap", () => {
  typedSince = [...typedFields()].flatMap(([name, fields]) => asked.get(name)?.length === fields.length
    ? fields.flatMap((field, place) => field.value === asked.get(name)![place] ? [] : [{ name, place, value: field.value }])
    : []);
});

form.addEventListener("htmx:after:swap", () => {
  const fields = typedFields();
  for (const { name, place, value } of typedSince) {
    const field = fields.get(name)?.[place];
    if (!field || field.value === value) continue;
    field.value = value;
    save();
  }
  typedSince = [];
});

// Rows

function newId(): string {
  // crypto.randomUUID wants a secure context, which a colleague's machine on the local network is not.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, b => b.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function addRow(list: string): HTMLElement {
  const blank = document.querySelector<HTMLTemplateElement>(`#new-${list}`)!;
  const holder = document.createElement("table");
  holder.innerHTML = blank.innerHTML.replaceAll("ffffffff-ffff-ffff-ffff-ffffffffffff", newId());
  const row = holder.querySelector<HTMLElement>("[data-row]")!;
  document.querySelector(`#${list}`)!.append(row);
  return row;
}

form.addEventListener("click", event => {
  const button = (event.target as HTMLElement).closest("button");
  if (!button) return;
  const row = button.closest<HTMLElement>("[data-row]");
  if (button.dataset.add) {
    const name = addRow(button.dataset.add).querySelector<HTMLInputElement>("input:not([type=hidden])");
    name?.focus();
    name?.select();
    save();
  } else if (button.dataset.addTier) {
    const tiers = button.parentElement!.querySelectorAll<HTMLElement>("[data-row=tiers]");
    const last = tiers[tiers.length - 1]!;
    const before = last.cloneNode(true) as HTMLElement;
    const previousEnd = Number(tiers[tiers.length - 2]?.querySelector("input")?.value.replaceAll(",", "") ?? 0);
    before.querySelector("input")!.value = String(previousEnd > 0 ? previousEnd * 2 : 100);
    last.before(before);
    hidden("redraw").value = button.dataset.addTier;
    save();
  } else if (row && button.dataset.action) {
    act(row, button.dataset.action, button);
  }
});

function act(row: HTMLElement, action: string, button: HTMLElement): void {
  if (action === "remove") {
    const neighbour = (row.nextElementSibling ?? row.previousElementSibling)?.querySelector<HTMLElement>("input:not([type=hidden])");
    row.remove();
    neighbour?.focus();
  } else {
    const other = action === "up" ? row.previousElementSibling : row.nextElementSibling;
    if (!(other instanceof HTMLElement) || !other.dataset.row) return;
    if (action === "up") other.before(row);
    else other.after(row);
    button.focus();
  }
  save();
}

// Keyboard from cell to cell: Enter and the arrows up and down stay in the column, Alt with an arrow moves the row.

function cellsOf(row: HTMLElement): HTMLInputElement[] {
  return Array.from(row.querySelectorAll<HTMLInputElement>("tr:first-child td > input:not([type=hidden]), tr:first-child td .entry > input"));
}

form.addEventListener("keydown", event => {
  const field = event.target as HTMLElement;
  if (!(field instanceof HTMLInputElement)) return;
  const row = field.closest<HTMLElement>("tbody[data-row]");
  if (event.key === "Enter") event.preventDefault();
  if (!row || event.isComposing) return;
  const step = event.key === "ArrowDown" || event.key === "Enter" && !event.shiftKey ? 1
    : event.key === "ArrowUp" || event.key === "Enter" ? -1 : 0;
  if (step === 0) return;
  if (event.altKey) {
    event.preventDefault();
    act(row, step > 0 ? "down" : "up", field);
    return;
  }
  const column = cellsOf(row).indexOf(field);
  const next = step > 0 ? row.nextElementSibling : row.previousElementSibling;
  if (column < 0 || !(next instanceof HTMLElement) || !next.dataset.row) return;
  event.preventDefault();
  const target = cellsOf(next)[column] ?? cellsOf(next)[0];
  target?.focus();
  target?.select();
});

// Rows copied from a spreadsheet fill the table from the cell on in which they are pasted.

form.addEventListener("paste", event => {
  const field = event.target as HTMLElement;
  const text = event.clipboardData?.getData("text/plain") ?? "";
  let row = field.closest<HTMLElement>("tbody[data-row]");
  if (!row || !(field instanceof HTMLInputElement) || !/[\t\n]/.test(text.trim())) return;
  const start = cellsOf(row).indexOf(field);
  if (start < 0) return;
  event.preventDefault();
  const list = row.dataset.row!;
  for (const line of text.replace(/\r/g, "").replace(/\n+$/, "").split("\n")) {
    row ??= addRow(list);
    const cells = cellsOf(row).slice(start);
    line.split("\t").slice(0, cells.length).forEach((value, i) => {
      cells[i]!.value = value.trim();
      unmark(cells[i]!);
    });
    const next: Element | null = row.nextElementSibling;
    row = next instanceof HTMLElement && next.dataset.row ? next : null;
  }
  save();
});

// What the server says of fields and of another person's save

document.addEventListener("click", event => {
  const choice = (event.target as HTMLElement).dataset?.choice;
  if (!choice) return;
  if (choice === "Theirs") {
    location.reload();
    return;
  }
  hidden("choice").value = choice;
  save();
});

document.addEventListener("htmx:after:swap", () => {
  form.querySelectorAll("[aria-invalid]").forEach(field => {
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-describedby");
  });
  document.querySelectorAll<HTMLElement>("#problems li[data-path]").forEach((problem, i) => {
    problem.id = `problem-${i}`;
    const field = document.getElementById(problem.dataset.path!);
    field?.setAttribute("aria-invalid", "true");
    field?.setAttribute("aria-describedby", problem.id);
  });
});

// A save that failed is said. One that did not reach the server, or broke there, is tried again.

interface Failure { ctx: { response?: { status: number } } }

for (const failure of ["htmx:error", "htmx:response:error"])
  form.addEventListener(failure, event => {
    const status = (event as CustomEvent<Failure>).detail.ctx.response?.status ?? 0;
    const refused = status >= 400 && status < 500;
    document.querySelector<HTMLElement>("#status")!.textContent =
      `⚠ ${status === 401 ? form.dataset.signedOut : refused ? form.dataset.refused : form.dataset.offline}`;
    if (!refused) window.setTimeout(() => save(), 3000);
  });
window.addEventListener("online", () => save());
