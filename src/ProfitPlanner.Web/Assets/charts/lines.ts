import { axisFormat, colours, escapeHtml, frame, money, type Drawing, type Point, type Unit } from "./frame";

export interface Lines extends Drawing {
  kind: "lines"; xUnit: Unit; xLabel: string; yUnit: Unit; yLabel: string; xLabels?: string[];
  lines: { name: string; points: Point[]; isDashed: boolean; isDots: boolean }[];
  bands?: { name: string; points: [number, number, number][] }[];
  shaded?: { from: number; to: number; label: string }[];
  marks?: { x: number; y: number; label: string }[];
}

// The ends of an axis, at whole steps of 1, 2 or 5.
function round(least: number, most: number) {
  const rough = Math.max(most - least, 1e-9) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const interval = power * (rough <= power ? 1 : rough <= 2 * power ? 2 : rough <= 5 * power ? 5 : 10);
  return { min: Math.floor(least / interval) * interval, max: Math.ceil(most / interval) * interval, interval };
}

export function lines(d: Lines, width: number) {
  const c = colours();
  const y = axisFormat(d.yUnit, d.currency);
  const number = axisFormat(d.xUnit, d.currency);
  const x = (value: number) => d.xLabels ? d.xLabels[Math.round(value)] ?? "" : number(value);
  const ends = d.lines.flatMap(l => l.points.map(p => p[0])).concat((d.bands ?? []).flatMap(b => b.points.map(p => p[0])));
  const heights = d.lines.flatMap(l => l.points.map(p => p[1])).concat((d.bands ?? []).flatMap(b => b.points.flatMap(p => [p[1], p[2]])));
  // A band is a polygon: along its upper edge, and back along the lower.
  const bands = (d.bands ?? []).map((band, i, all) => ({
    type: "custom", name: band.name, silent: true, data: [0], z: 1, tooltip: { show: false },
    // The legend's swatch; one band lies on another, so they darken towards the middle.
    itemStyle: { color: c.gain, opacity: 0.2 + 0.22 * i },
    renderItem: (_: unknown, api: { coord(p: Point): Point; style(extra: object): object }) => ({
      type: "polygon",
      shape: { points: band.points.map(p => api.coord([p[0], p[2]])).concat(band.points.slice().reverse().map(p => api.coord([p[0], p[1]]))) },
      style: { fill: c.gain, opacity: 0.16 + 0.12 * i / Math.max(1, all.length) },
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
      ...(d.bands?.length ? round(Math.min(0, ...heights), Math.max(0, ...heights)) : {}),
    },
    // Five names take two lines where the picture is narrow.
    grid: { left: 8, right: 24, top: width < 420 && d.lines.length + bands.length > 3 ? 64 : 36, bottom: 28, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    legend: d.lines.length + bands.length > 1 ? { textStyle: { color: c.text, fontSize: 11 }, top: 0, itemWidth: 18, itemHeight: 10, itemGap: 8, type: "plain" } : undefined,
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
      min: Math.min(...ends), max: Math.max(...ends), axisLine: { onZero: false, lineStyle: { color: c.line } }, minInterval: d.xLabels ? 1 : undefined,
      axisLabel: { formatter: x, color: c.text, hideOverlap: true },
    },
    series: [
      ...bands,
      ...d.lines.map((line, i) => ({
        type: line.isDots ? "scatter" : "line", name: line.name, data: line.points, showSymbol: false, symbolSize: 7, z: 3,
        lineStyle: { width: 2.5, type: line.isDashed ? "dashed" : "solid" },
        ...(i > 0 ? {} : {
          markPoint: { symbol: "circle", symbolSize: 11, data: (d.marks ?? []).map((m, nth, all) => ({ coord: [m.x, m.y], name: m.label, itemStyle: { color: c.total }, label: { formatter: m.label, position: nth === 0 && all.length > 1 ? "bottom" : "top", ...halo } })) },
          markLine: { silent: true, symbol: "none", data: d.yUnit === "money" ? [{ yAxis: 0 }] : [], lineStyle: { color: c.text, type: "solid", width: 1 }, label: { show: false } },
          markArea: { silent: true, data: (d.shaded ?? []).map(s => [{ xAxis: s.from, name: s.label, itemStyle: { color: c.gain, opacity: 0.15 }, label: { ...halo, position: d.yUnit === "money" ? "insideBottom" : "insideTop", fontSize: 11 } }, { xAxis: s.to }]) },
        }),
      })),
    ],
  };
}
