// Draws the figures of a page. Each holds its numbers in a script element beside its plot; the plot itself outlives
// htmx's swaps, so a picture changes instead of being built anew.
import { BarChart, CustomChart, HeatmapChart, LineChart, ScatterChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent, MarkPointComponent, TooltipComponent, VisualMapComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { type Waterfall, waterfall } from "./charts/waterfall";
import { type Bars, bars } from "./charts/bars";
import { type Curve, curve } from "./charts/curve";
import { type Lines, lines } from "./charts/lines";
import { type Histogram, histogram } from "./charts/histogram";
import { type Tornado, tornado } from "./charts/tornado";
import { type Heatmap, heatmap } from "./charts/heatmap";
import { type Points, points } from "./charts/points";
import { type Drawing, dark } from "./charts/frame";

echarts.use([BarChart, CustomChart, HeatmapChart, LineChart, ScatterChart, AriaComponent, GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent, MarkPointComponent, TooltipComponent, VisualMapComponent, SVGRenderer]);

function optionOf(drawing: Drawing, width: number) {
  switch (drawing.kind) {
    case "waterfall": return waterfall(drawing as Waterfall, width);
    case "bars": return bars(drawing as Bars, width);
    case "lines": return lines(drawing as Lines, width);
    case "histogram": return histogram(drawing as Histogram);
    case "tornado": return tornado(drawing as Tornado, width);
    case "heatmap": return heatmap(drawing as Heatmap);
    case "points": return points(drawing as Points, width);
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
