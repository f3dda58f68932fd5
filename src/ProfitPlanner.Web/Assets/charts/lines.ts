import { axisFormat, colours, escapeHtml, frame, money, type Drawing, type Point, type Unit } from "./frame";

export interface Lines extends Drawing {
  kind: "lines"; xUnit: Unit; xLabel: string; yUnit: Unit; yLabel: string; xLabels?: string[];
  lines: { name: string; points: Point[]; isDashed: boolean; isDots: boolean }[];
  bands?: { name: string; points: [number, number, number][] }[];
  shaded?: { from: number; to: number; label: string }[];
  marks?: { x: number; y: number; label: string }[];
}

export function lines(d: Lines) {
  const c = colours();
  const y = axisFormat(d.yUnit, d.currency);
  const number = axisFormat(d.xUnit, d.currency);
  const x = (value: number) => d.xLabels ? d.xLabels[Math.round(value)] ?? "" : number(value);
  const ends = d.lines.flatMap(l => l.points.map(p => p[0])).concat((d.bands ?? []).flatMap(b => b.points.map(p => p[0])));
  // A band is a polygon: along its upper edge, and back along the lower.
  const bands = (d.bands ?? []).map((band, i, all) => ({
    type: "custom", name: band.name, silent: true, data: [0], z: 1, tooltip: { show: false }, itemStyle: { color: c.gain },
    renderItem: (_: unknown, api: { coord(p: Point): Point; style(extra: object): object }) => ({
      type: "polygon",
      shape: { points: band.points.map(p => api.coord([p[0], p[2]])).concat(band.points.slice().reverse().map(p => api.coord([p[0], p[1]]))) },
      style: { fill: c.gain, opacity: 0.14 + 0.1 * i / Math.max(1, all.length) },
    }),
  }));
  const halo = { color: c.text, textBorderColor: c.ground, textBorderWidth: 3 };
  return {
    ...frame(y),
    color: c.series,
    // Bands have no points of their own to make the axis wide enough.
    yAxis: {
      type: "value", axisLabel: { formatter: y, color: c.text }, splitLine: { lineStyle: { color: c.line } },
      ...(d.yUnit === "share" ? { min: 0, max: (v: { max: number }) => Math.min(1, v.max * 1.1) } : {}),
      ...(d.bands?.length ? { min: (v: { min: number }) => Math.min(v.min, ...d.bands!.flatMap(b => b.points.map(p => p[1]))), max: (v: { max: number }) => Math.max(v.max, ...d.bands!.flatMap(b => b.points.map(p => p[2]))) } : {}),
    },
    grid: { left: 8, right: 24, top: 36, bottom: 28, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    legend: d.lines.length + bands.length > 1 ? { textStyle: { color: c.text }, top: 0, type: "plain" } : undefined,
    tooltip: {
      trigger: "axis",
      formatter: (ps: { seriesName: string; value: Point | number }[]) => {
        const shown = ps.filter(p => Array.isArray(p.value));
        if (shown.length === 0) return "";
        return [`${escapeHtml(d.xLabel)} ${escapeHtml(x((shown[0]!.value as Point)[0]))}`, ...shown.map(p => `${escapeHtml(p.seriesName)} ${y((p.value as Point)[1])}`)].join("<br>");
      },
    },
    xAxis: {
      type: "value", name: d.xLabel, nameLocation: "middle", nameGap: 24, nameTextStyle: { color: c.text }, splitLine: { show: false },
      min: Math.min(...ends), max: Math.max(...ends), minInterval: d.xLabels ? 1 : undefined,
      axisLabel: { formatter: x, color: c.text, hideOverlap: true },
    },
    series: [
      ...bands,
      ...d.lines.map((line, i) => ({
        type: line.isDots ? "scatter" : "line", name: line.name, data: line.points, showSymbol: false, symbolSize: 7, z: 3,
        lineStyle: { width: 2.5, type: line.isDashed ? "dashed" : "solid" },
        ...(i > 0 ? {} : {
          markPoint: { symbol: "circle", symbolSize: 11, data: (d.marks ?? []).map(m => ({ coord: [m.x, m.y], name: m.label, itemStyle: { color: c.total }, label: { formatter: m.label, position: "top", ...halo } })) },
          markLine: { silent: true, symbol: "none", data: d.yUnit === "money" ? [{ yAxis: 0 }] : [], lineStyle: { color: c.text, type: "solid", width: 1 }, label: { show: false } },
          markArea: { silent: true, data: (d.shaded ?? []).map(s => [{ xAxis: s.from, name: s.label, itemStyle: { color: c.gain, opacity: 0.15 }, label: { color: c.text, position: "insideTop", fontSize: 11 } }, { xAxis: s.to }]) },
        }),
      })),
    ],
  };
}
