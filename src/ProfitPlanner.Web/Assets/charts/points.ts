import { colours, escapeHtml, frame, type Drawing } from "./frame";

export interface Points extends Drawing {
  kind: "points"; points: { x: number; y: number; share: number; name: string; note: string; standsOut: boolean }[];
}

const largest = 54;

export function points(d: Points, width: number) {
  const c = colours();
  const axis = { type: "value", min: -1.25, max: 1.25, axisLabel: { show: false }, axisTick: { show: false }, axisLine: { lineStyle: { color: c.line } }, splitLine: { lineStyle: { color: c.line } } };
  return {
    ...frame(String),
    // A name stands above its point.
    grid: { left: 8, right: 8, top: 28, bottom: 8 },
    xAxis: axis,
    yAxis: axis,
    tooltip: { trigger: "item", confine: true, formatter: (p: { dataIndex: number }) => { const point = d.points[p.dataIndex]!; return `${escapeHtml(point.name)}<br>${escapeHtml(point.note)}`; } },
    series: [{
      type: "scatter",
      data: d.points.map(point => ({
        value: [point.x, point.y], name: point.name,
        symbol: point.standsOut ? "diamond" : "circle",
        symbolSize: Math.max(8, largest * Math.sqrt(point.share)),
        itemStyle: { color: point.standsOut ? c.loss : c.gain, opacity: 0.75, borderColor: c.ground },
      })),
      label: { show: true, position: "top", color: c.text, fontSize: 11, width: Math.min(140, width / 3), overflow: "truncate", textBorderColor: c.ground, textBorderWidth: 2, formatter: (p: { name: string }) => p.name },
      labelLayout: { hideOverlap: true },
    }],
  };
}
