// Draws the figures of a page. Each holds its numbers in a script element beside its plot; the plot itself outlives
// htmx's swaps, so a picture changes instead of being built anew.
import { BarChart, LineChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent, MarkPointComponent, TooltipComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

echarts.use([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, MarkLineComponent, MarkPointComponent, TooltipComponent, SVGRenderer]);

interface Drawing { kind: string; currency: string }
interface Waterfall extends Drawing { kind: "waterfall"; steps: { label: string; value: number; isTotal: boolean }[] }
interface Bars extends Drawing { kind: "bars"; labels: string[]; series: { name: string; values: number[] }[] }
interface Curve extends Drawing {
  kind: "curve"; xUnit: "money" | "share" | "count"; xLabel: string; yLabel: string;
  points: [number, number][]; now: [number, number]; nowLabel: string; breakEven?: number; breakEvenLabel: string;
}

const language = document.documentElement.lang;
const dark = window.matchMedia("(prefers-color-scheme: dark)");

// Blue and orange are told apart by every kind of colour vision; signs and labels say the same in words.
function colours() {
  return dark.matches
    ? { ground: "#1b2529", text: "#d7dee0", line: "#44525a", gain: "#5fb3a8", loss: "#f0a35e", total: "#8fa6b2", series: ["#5fb3a8", "#8ab4f8", "#f0a35e", "#c9a0dc"] }
    : { ground: "#ffffff", text: "#24333a", line: "#cfd8dc", gain: "#0f766e", loss: "#c2560c", total: "#546e7a", series: ["#0f766e", "#1d5fa8", "#c2560c", "#7b4397"] };
}

function money(currency: string): (value: number) => string {
  const format = new Intl.NumberFormat(language, { style: "currency", currency, currencyDisplay: "narrowSymbol", notation: "compact", maximumFractionDigits: 1 });
  return value => format.format(value);
}

function axisFormat(unit: Curve["xUnit"], currency: string): (value: number) => string {
  if (unit === "money") return money(currency);
  const format = new Intl.NumberFormat(language, unit === "share"
    ? { style: "percent", maximumFractionDigits: 1 }
    : { notation: "compact", maximumFractionDigits: 1 });
  return value => format.format(value);
}

function frame(format: (value: number) => string) {
  const c = colours();
  return {
    animation: false,
    textStyle: { color: c.text, fontFamily: "inherit" },
    aria: { enabled: true },
    grid: { left: 8, right: 16, top: 32, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    yAxis: { type: "value", axisLabel: { formatter: format, color: c.text }, splitLine: { lineStyle: { color: c.line } } },
  };
}

function category(labels: string[], width: number) {
  const c = colours();
  const each = width / labels.length;
  return {
    type: "category", data: labels, axisTick: { show: false },
    axisLabel: each > 60
      ? { color: c.text, interval: 0, width: each - 6, overflow: "break" as const, fontSize: 11 }
      : { color: c.text, interval: 0, rotate: 40, width: 90, overflow: "truncate" as const, fontSize: 10 },
  };
}

function waterfall(d: Waterfall, width: number) {
  const c = colours();
  const format = money(d.currency);
  let sum = 0;
  const bars = d.steps.map(step => {
    const from = step.isTotal ? 0 : sum;
    sum = step.isTotal ? step.value : sum + step.value;
    return { from, to: sum, step };
  });
  // A bar may cross zero, so it is drawn as the part above and the part below, each on a transparent base: in one
  // stack, values above zero pile up and values below pile down.
  const part = (low: number, high: number) => bars.map(b => {
    const bottom = Math.max(low, Math.min(b.from, b.to, high));
    const top = Math.min(high, Math.max(b.from, b.to, low));
    return { bottom, size: Math.max(0, top - bottom) };
  });
  const above = part(0, Infinity);
  const below = part(-Infinity, 0);
  const colour = (i: number) => bars[i]!.step.isTotal ? c.total : bars[i]!.step.value < 0 ? c.loss : c.gain;
  const invisible = { itemStyle: { color: "transparent" }, tooltip: { show: false }, silent: true };
  return {
    ...frame(format),
    tooltip: { trigger: "item", formatter: (p: { dataIndex: number }) => `${escapeHtml(bars[p.dataIndex]!.step.label)}: ${format(bars[p.dataIndex]!.step.value)}` },
    xAxis: category(d.steps.map(s => s.label), width),
    series: [
      { type: "bar", stack: "step", data: above.map(p => p.bottom), ...invisible },
      {
        type: "bar", stack: "step", barCategoryGap: "30%",
        data: above.map((p, i) => ({ value: p.size, itemStyle: { color: colour(i) } })),
        label: { show: true, position: "top", color: c.text, fontSize: 11, formatter: (p: { dataIndex: number }) => Math.min(bars[p.dataIndex]!.from, bars[p.dataIndex]!.to) >= 0 || bars[p.dataIndex]!.to > 0 ? format(bars[p.dataIndex]!.step.value) : "" },
      },
      { type: "bar", stack: "step", data: below.map(p => p.bottom + p.size), ...invisible },
      {
        type: "bar", stack: "step",
        data: below.map((p, i) => ({ value: -p.size, itemStyle: { color: colour(i) } })),
        label: { show: true, position: "bottom", color: c.text, fontSize: 11, formatter: (p: { dataIndex: number }) => bars[p.dataIndex]!.to < 0 ? format(bars[p.dataIndex]!.step.value) : "" },
      },
    ],
  };
}

function bars(d: Bars, width: number) {
  const c = colours();
  const format = money(d.currency);
  return {
    ...frame(format),
    // Patterns tell series apart where colours do not.
    aria: { enabled: true, decal: { show: d.series.length > 1 } },
    color: c.series,
    legend: d.series.length > 1 ? { textStyle: { color: c.text }, top: 0 } : undefined,
    tooltip: { trigger: "axis", valueFormatter: (v: number) => format(v) },
    xAxis: category(d.labels, width),
    series: d.series.map(s => ({
      type: "bar", name: s.name, data: s.values, barMaxWidth: 72,
      label: { show: d.series.length * d.labels.length <= 16, position: "top", color: c.text, fontSize: 11, formatter: (p: { value: number }) => format(p.value) },
    })),
  };
}

function curve(d: Curve) {
  const c = colours();
  const y = money(d.currency);
  const x = axisFormat(d.xUnit, d.currency);
  // The line may run through a label.
  const halo = { color: c.text, textBorderColor: c.ground, textBorderWidth: 3 };
  const marks = [{ coord: d.now, name: d.nowLabel, symbol: "circle", symbolSize: 11, itemStyle: { color: c.total }, label: { formatter: `${d.nowLabel} ${x(d.now[0])}`, position: "top", ...halo } }];
  if (d.breakEven !== undefined)
    marks.push({ coord: [d.breakEven, 0], name: d.breakEvenLabel, symbol: "diamond", symbolSize: 13, itemStyle: { color: c.loss }, label: { formatter: `${d.breakEvenLabel} ${x(d.breakEven)}`, position: "bottom", ...halo } });
  return {
    ...frame(y),
    grid: { left: 8, right: 24, top: 32, bottom: 28, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    tooltip: { trigger: "axis", formatter: (ps: { value: [number, number] }[]) => `${escapeHtml(d.xLabel)} ${x(ps[0]!.value[0])}<br>${escapeHtml(d.yLabel)} ${y(ps[0]!.value[1])}` },
    xAxis: { type: "value", name: d.xLabel, nameLocation: "middle", nameGap: 24, min: d.points[0]![0], max: d.points[d.points.length - 1]![0], axisLabel: { formatter: x, color: c.text, hideOverlap: true }, nameTextStyle: { color: c.text }, splitLine: { show: false } },
    series: [{
      type: "line", data: d.points, showSymbol: false, lineStyle: { width: 2.5, color: c.gain },
      markPoint: { data: marks },
      markLine: { silent: true, symbol: "none", data: [{ yAxis: 0 }], lineStyle: { color: c.text, type: "solid", width: 1 }, label: { show: false } },
    }],
  };
}

function escapeHtml(text: string): string {
  const element = document.createElement("span");
  element.textContent = text;
  return element.innerHTML;
}

function optionOf(drawing: Drawing, width: number) {
  switch (drawing.kind) {
    case "waterfall": return waterfall(drawing as Waterfall, width);
    case "bars": return bars(drawing as Bars, width);
    default: return curve(drawing as Curve);
  }
}

function drawAll(): void {
  for (const data of document.querySelectorAll<HTMLScriptElement>("script[data-drawing]")) {
    const plot = document.getElementById(data.dataset.drawing!);
    if (!plot) continue;
    const chart = echarts.getInstanceByDom(plot) ?? echarts.init(plot, null, { renderer: "svg" });
    chart.setOption(optionOf(JSON.parse(data.textContent ?? "{}") as Drawing, plot.clientWidth - 70) as never, true);
  }
}

// After the numbers are on the screen: the picture may come a frame later.
let pending = 0;
function drawSoon(): void {
  cancelAnimationFrame(pending);
  pending = requestAnimationFrame(() => requestAnimationFrame(drawAll));
}

drawAll();
document.addEventListener("htmx:after:swap", drawSoon);
dark.addEventListener("change", drawAll);
new ResizeObserver(() => {
  for (const plot of document.querySelectorAll<HTMLElement>(".plot")) echarts.getInstanceByDom(plot)?.resize();
  drawSoon();
}).observe(document.querySelector("main")!);

document.addEventListener("click", event => {
  const id = (event.target as HTMLElement).dataset?.csv;
  if (!id) return;
  // A leading apostrophe keeps a spreadsheet from running a name such as =1+1 as a formula.
  const quote = (text: string) => `"${text.trim().replace(/^[=+@-]/, "'$&").replaceAll('"', '""')}"`;
  const rows = Array.from(document.querySelectorAll(`#chart-${id} table tr`), row =>
    Array.from(row.children, cell => quote(cell.textContent ?? "")).join(","));
  const link = document.createElement("a");
  // The mark at the front tells spreadsheets that the text is UTF-8.
  link.href = URL.createObjectURL(new Blob(["\ufeff" + rows.join("\r\n")], { type: "text/csv" }));
  link.download = `${id}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
});
