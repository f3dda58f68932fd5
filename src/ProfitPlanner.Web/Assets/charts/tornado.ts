import { colours, escapeHtml, frame, money, type Drawing } from "./frame";

export interface Tornado extends Drawing {
  kind: "tornado"; base: number; baseLabel: string; lowName: string; highName: string;
  bars: { label: string; low: number; lowLabel: string; high: number; highLabel: string }[];
}

export function tornado(d: Tornado, width: number) {
  const c = colours();
  const format = money(d.currency);
  const names = d.bars.map(b => b.label);
  const narrow = width < 420;
  // Towards the left or the right of the base, whichever end of the input leads there.
  const side = (value: (b: Tornado["bars"][number]) => number, label: (b: Tornado["bars"][number]) => string, name: string, colour: string) => ({
    type: "bar", name, stack: "swing", barCategoryGap: "35%", barMaxWidth: 36, itemStyle: { color: colour },
    data: d.bars.map(b => ({
      value: value(b) - d.base,
      label: { show: !narrow, color: c.text, fontSize: 11, position: value(b) < d.base ? "left" : "right", formatter: label(b) },
    })),
  });
  return {
    ...frame(format),
    aria: { enabled: true, decal: { show: true } },
    grid: { left: 8, right: narrow ? 16 : 48, top: 32, bottom: 24, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    legend: { textStyle: { color: c.text }, top: 0 },
    tooltip: {
      trigger: "axis", axisPointer: { type: "shadow" },
      formatter: (ps: { dataIndex: number }[]) => { const b = d.bars[ps[0]!.dataIndex]!; return `${escapeHtml(b.label)}<br>${escapeHtml(b.lowLabel)}: ${format(b.low)}<br>${escapeHtml(b.highLabel)}: ${format(b.high)}`; },
    },
    // Room for what stands at the ends of the widest bars.
    xAxis: { type: "value", boundaryGap: narrow ? 0 : ["12%", "12%"], axisLabel: { formatter: (v: number) => format(v + d.base), color: c.text, hideOverlap: true }, splitLine: { lineStyle: { color: c.line } }, name: `${d.baseLabel} ${format(d.base)}`, nameLocation: "middle", nameGap: 24, nameTextStyle: { color: c.text } },
    yAxis: {
      type: "category", inverse: true, data: names, axisTick: { show: false },
      // Of many bars none has room for two lines.
      axisLabel: { color: c.text, width: narrow ? 90 : 180, overflow: d.bars.length > 7 ? "truncate" : "break", fontSize: 11 },
    },
    series: [side(b => b.low, b => b.lowLabel, d.lowName, c.series[2]!), side(b => b.high, b => b.highLabel, d.highName, c.series[1]!)],
  };
}
