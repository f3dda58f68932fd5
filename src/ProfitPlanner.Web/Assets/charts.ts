// Draws the figures of a page. Each holds its numbers in a script element beside its plot; the plot itself outlives
// htmx's swaps, so a picture changes instead of being built anew.
import { BarChart, CustomChart, HeatmapChart, LineChart, ScatterChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendPlainComponent, MarkAreaComponent, MarkLineComponent, MarkPointComponent, TooltipComponent, VisualMapContinuousComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { LabelLayout } from "echarts/features";
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
import "./charts/export";

echarts.use([BarChart, CustomChart, HeatmapChart, LineChart, ScatterChart, AriaComponent, GridComponent, LegendPlainComponent, MarkAreaComponent, MarkLineComponent, MarkPointComponent, TooltipComponent, VisualMapContinuousComponent, LabelLayout, SVGRenderer]);

function optionOf(drawing: Drawing, width: number) {
  switch (drawing.kind) {
    case "waterfall": return waterfall(drawing as Waterfall, width);
    case "bars": return bars(drawing as Bars, width);
    case "lines": return lines(drawing as Lines, width);
    case "histogram": return histogram(drawing as Histogram);
    case "tornado": return tornado(drawing as Tornado, width);
    case "heatmap": return heatmap(drawing as Heatmap, width);
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
