import { category, colours, escapeHtml, frame, money, type Drawing } from "./frame";

export interface Waterfall extends Drawing { kind: "waterfall"; steps: { label: string; value: number; isTotal: boolean }[] }

export function waterfall(d: Waterfall, width: number) {
  const c = colours();
  const format = money(d.currency);
  let sum = 0;
  const bars = d.steps.map(step => {
    const from = step.isTotal ? 0 : sum;
    sum = step.isTotal ? step.value : sum + step.value;
    return { from, to: sum, step };
  });
  // A bar may cross zero, so it is drawn as the part above and the part below, each on a transparent base: in one
  // stack, values above zero pile up and values below pile down.
  const part = (low: number, high: number) => bars.map(b => {
    const bottom = Math.max(low, Math.min(b.from, b.to, high));
    const top = Math.min(high, Math.max(b.from, b.to, low));
    return { bottom, size: Math.max(0, top - bottom) };
  });
  const above = part(0, Infinity);
  const below = part(-Infinity, 0);
  const colour = (i: number) => bars[i]!.step.isTotal ? c.total : bars[i]!.step.value < 0 ? c.loss : c.gain;
  const invisible = { itemStyle: { color: "transparent" }, tooltip: { show: false }, silent: true };
  return {
    ...frame(format),
    tooltip: { trigger: "item", formatter: (p: { dataIndex: number }) => `${escapeHtml(bars[p.dataIndex]!.step.label)}: ${format(bars[p.dataIndex]!.step.value)}` },
    xAxis: category(d.steps.map(s => s.label), width),
    series: [
      { type: "bar", stack: "step", data: above.map(p => p.bottom), ...invisible },
      {
        type: "bar", stack: "step", barCategoryGap: "30%",
        data: above.map((p, i) => ({ value: p.size, itemStyle: { color: colour(i) } })),
        label: { show: true, position: "top", color: c.text, fontSize: 11, formatter: (p: { dataIndex: number }) => Math.min(bars[p.dataIndex]!.from, bars[p.dataIndex]!.to) >= 0 || bars[p.dataIndex]!.to > 0 ? format(bars[p.dataIndex]!.step.value) : "" },
      },
      { type: "bar", stack: "step", data: below.map(p => p.bottom + p.size), ...invisible },
      {
        type: "bar", stack: "step",
        data: below.map((p, i) => ({ value: -p.size, itemStyle: { color: colour(i) } })),
        label: { show: true, position: "bottom", color: c.text, fontSize: 11, formatter: (p: { dataIndex: number }) => bars[p.dataIndex]!.to < 0 ? format(bars[p.dataIndex]!.step.value) : "" },
      },
    ],
  };
}
