import { axisFormat, category, colours, dark, escapeHtml, frame, type Drawing, type Unit } from "./frame";

export interface Heatmap extends Drawing {
  kind: "heatmap"; unit: Unit; xLabel: string; columns: string[]; yLabel: string; rows: string[]; cells: [number, number, number][];
}

export function heatmap(d: Heatmap) {
  const c = colours();
  const format = axisFormat(d.unit, d.currency);
  const values = d.cells.map(cell => cell[2]);
  return {
    ...frame(format),
    grid: { left: 8, right: 16, top: 8, bottom: 28, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    tooltip: { trigger: "item", formatter: (p: { value: [number, number, number] }) => `${escapeHtml(d.yLabel)} ${escapeHtml(d.rows[p.value[1]] ?? "")}<br>${escapeHtml(d.xLabel)} ${escapeHtml(d.columns[p.value[0]] ?? "")}<br>${format(p.value[2])}` },
    xAxis: { type: "category", data: d.columns, name: d.xLabel, nameLocation: "middle", nameGap: 24, nameTextStyle: { color: c.text }, axisLabel: { color: c.text, hideOverlap: true } },
    yAxis: { type: "category", inverse: true, data: d.rows, axisLabel: { color: c.text } },
    visualMap: { show: false, min: Math.min(0, ...values), max: Math.max(...values), inRange: { color: dark.matches ? ["#22323a", "#5fb3a8"] : ["#e6f2f0", "#0f766e"] } },
    series: [{ type: "heatmap", data: d.cells, label: { show: d.cells.length <= 80, fontSize: 10, color: c.text, textBorderColor: c.ground, textBorderWidth: 2, formatter: (p: { value: [number, number, number] }) => format(p.value[2]) } }],
  };
}
