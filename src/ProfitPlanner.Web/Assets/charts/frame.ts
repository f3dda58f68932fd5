// What all pictures have in common: colours, fonts, the form of numbers.

export type Unit = "money" | "share" | "count" | "number";
export type Point = [number, number];

export interface Drawing { kind: string; currency: string }

const language = document.documentElement.lang;
// By name, since texts are measured outside the page.
const fontFamily = getComputedStyle(document.body).fontFamily;
export const dark = window.matchMedia("(prefers-color-scheme: dark)");

// Blue and orange are told apart by every kind of colour vision; signs and labels say the same in words.
export function colours() {
  return dark.matches
    ? { ground: "#1b2529", text: "#d7dee0", line: "#44525a", gain: "#5fb3a8", loss: "#f0a35e", total: "#8fa6b2", series: ["#5fb3a8", "#8ab4f8", "#f0a35e", "#c9a0dc"] }
    : { ground: "#ffffff", text: "#24333a", line: "#cfd8dc", gain: "#0f766e", loss: "#c2560c", total: "#546e7a", series: ["#0f766e", "#1d5fa8", "#c2560c", "#7b4397"] };
}

export function money(currency: string): (value: number) => string {
  const format = new Intl.NumberFormat(language, { style: "currency", currency, currencyDisplay: "narrowSymbol", notation: "compact", maximumFractionDigits: 1 });
  return value => format.format(value);
}

export function axisFormat(unit: Unit, currency: string): (value: number) => string {
  if (unit === "money") return money(currency);
  const format = new Intl.NumberFormat(language, unit === "share"
    ? { style: "percent", maximumFractionDigits: 1 }
    : unit === "number" ? { maximumSignificantDigits: 3 }
    : { notation: "compact", maximumFractionDigits: 1 });
  return value => format.format(value);
}

export function frame(format: (value: number) => string) {
  const c = colours();
  return {
    animation: false,
    textStyle: { color: c.text, fontFamily },
    aria: { enabled: true },
    grid: { left: 8, right: 16, top: 32, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    yAxis: { type: "value", axisLabel: { formatter: format, color: c.text }, splitLine: { lineStyle: { color: c.line } } },
  };
}

export function category(labels: string[], width: number) {
  const c = colours();
  const each = width / labels.length;
  return {
    type: "category", data: labels, axisTick: { show: false },
    axisLabel: each > 60
      ? { color: c.text, interval: 0, width: each - 6, overflow: "break" as const, fontSize: 11 }
      : { color: c.text, interval: 0, rotate: 40, width: 90, overflow: "truncate" as const, fontSize: 10 },
  };
}

export function escapeHtml(text: string): string {
  const element = document.createElement("span");
  element.textContent = text;
  return element.innerHTML;
}
