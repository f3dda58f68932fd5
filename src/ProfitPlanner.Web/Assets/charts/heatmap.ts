import { axisFormat, category, colours, dark, escapeHtml, frame, type Drawing, type Unit } from "./frame";

export interface Heatmap extends Drawing {
  kind: "heatmap"; unit: Unit; xLabel: string; columns: string[]; yLabel: string; rows: string[]; cells: [number, number, number][];
}

// Narrower columns are named now and then.
const narrowest = 24; // px

export function heatmap(d: Heatmap, width: number) {
  const c = colours();
  const format = axisFormat(d.unit, d.currency);
  const values = d.cells.map(cell => cell[2]);
  const [least, most] = [Math.min(0, ...values), Math.max(...values)];
  // Where there are too many cells for numbers, the shades are explained: below the diagonal nothing has come yet.
  const isNumbered = d.cells.length <= 80;
  // On a full shade the ground's colour is the one that can be read.
  const isNamed = width / d.columns.length >= narrowest;
  const data = d.cells.map(value => ({ value, label: { color: value[2] - least > .6 * (most - least) ? c.ground : c.text } }));
  return {
    ...frame(format),
    grid: { left: 8, right: 16, top: 8, bottom: 28, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    tooltip: { trigger: "item", formatter: (p: { value: [number, number, number] }) => `${escapeHtml(d.yLabel)} ${escapeHtml(d.rows[p.value[1]] ?? "")}<br>${escapeHtml(d.xLabel)} ${escapeHtml(d.columns[p.value[0]] ?? "")}<br>${format(p.value[2])}` },
    xAxis: { type: "category", data: d.columns, name: d.xLabel, nameLocation: "middle", nameGap: 24, nameTextStyle: { color: c.text }, axisLabel: isNamed ? category(d.columns, width).axisLabel : { color: c.text, hideOverlap: true } },
    yAxis: { type: "category", inverse: true, data: d.rows, axisLabel: { color: c.text } },
    visualMap: { show: !isNumbered, min: least, max: most, text: [format(most), format(least)], textStyle: { color: c.text, fontSize: 11 }, right: 24, bottom: 52, itemWidth: 12, itemHeight: 60, hoverLink: false, inRange: { color: dark.matches ? ["#22323a", "#5fb3a8"] : ["#e6f2f0", "#0f766e"] } },
    series: [{ type: "heatmap", data, label: { show: isNumbered, fontSize: 11, formatter: (p: { value: [number, number, number] }) => format(p.value[2]) } }],
  };
}
