import { category, colours, frame, money, type Drawing } from "./frame";

export interface Bars extends Drawing { kind: "bars"; labels: string[]; series: { name: string; values: number[] }[] }

export function bars(d: Bars, width: number) {
  const c = colours();
  const format = money(d.currency);
  return {
    ...frame(format),
    // Patterns tell series apart where colours do not.
    aria: { enabled: true, decal: { show: d.series.length > 1 } },
    color: c.series,
    legend: d.series.length > 1 ? { textStyle: { color: c.text }, top: 0 } : undefined,
    tooltip: { trigger: "axis", valueFormatter: (v: number) => format(v) },
    xAxis: category(d.labels, width),
    series: d.series.map(s => ({
      type: "bar", name: s.name, data: s.values, barMaxWidth: 72,
      label: { show: d.series.length * d.labels.length <= 16, position: "top", color: c.text, fontSize: 11, formatter: (p: { value: number }) => format(p.value) },
    })),
  };
}
