import { axisFormat, colours, frame, type Drawing, type Point, type Unit } from "./frame";

export interface Histogram extends Drawing {
  kind: "histogram"; xUnit: Unit; xLabel: string;
  bins: { from: number; to: number; share: number }[]; marks: { x: number; label: string }[];
}

export function histogram(d: Histogram) {
  const c = colours();
  const x = axisFormat(d.xUnit, d.currency);
  const share = axisFormat("share", d.currency);
  return {
    ...frame(share),
    grid: { left: 8, right: 24, top: 40, bottom: 28, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    tooltip: { trigger: "item", formatter: (p: { dataIndex: number }) => { const b = d.bins[p.dataIndex]!; return `${x(b.from)} – ${x(b.to)}<br>${share(b.share)}`; } },
    xAxis: { type: "value", name: d.xLabel, nameLocation: "middle", nameGap: 24, nameTextStyle: { color: c.text }, splitLine: { show: false }, min: d.bins[0]?.from, max: d.bins[d.bins.length - 1]?.to, axisLabel: { formatter: x, color: c.text, hideOverlap: true } },
    series: [{
      type: "custom", data: d.bins.map(b => [b.from, b.to, b.share]), encode: { x: [0, 1], y: 2 },
      renderItem: (p: { dataIndex: number }, api: { coord(p: Point): Point }) => {
        const b = d.bins[p.dataIndex]!;
        const [left, top] = api.coord([b.from, b.share]);
        const [right, bottom] = api.coord([b.to, 0]);
        return { type: "rect", shape: { x: left, y: top, width: Math.max(1, right - left - 1), height: bottom - top }, style: { fill: b.to <= 0 ? c.loss : c.gain } };
      },
      markLine: { silent: true, symbol: "none", data: d.marks.map((m, i) => ({ xAxis: m.x, label: { formatter: m.label, color: c.text, position: "end", distance: [0, i % 2 ? 14 : 2] }, lineStyle: { color: c.text, type: "dashed", width: 1 } })) },
    }],
  };
}
