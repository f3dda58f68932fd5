import { axisFormat, colours, escapeHtml, frame, money, type Drawing, type Unit } from "./frame";

export interface Curve extends Drawing {
  kind: "curve"; xUnit: Unit; xLabel: string; yLabel: string;
  points: [number, number][]; now: [number, number]; nowLabel: string; breakEven?: number; breakEvenLabel: string;
}

export function curve(d: Curve) {
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
