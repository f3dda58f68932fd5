// A picture or its numbers as a file, with the title and, where the page says how they can be checked, that.
const language = document.documentElement.lang;
const [pad, size, line] = [16, 15, 20];

function save(name: string, address: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
}

function saveText(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  save(name, address);
  URL.revokeObjectURL(address);
}

const seal = () => document.querySelector<HTMLElement>("[data-seal]")?.dataset.seal;

function csv(id: string): string {
  // A leading apostrophe keeps a spreadsheet from running a name such as =1+1 as a formula.
  const quote = (text: string) => `"${text.trim().replace(/^[=+@-]/, "'$&").replaceAll('"', '""')}"`;
  const rows = Array.from(document.querySelectorAll(`#chart-${id} table tr`), row =>
    Array.from(row.children, cell => quote(cell.textContent ?? "")).join(","));
  const sealed = seal();
  // The mark at the front tells spreadsheets that the text is UTF-8.
  return "\ufeff" + rows.concat(sealed ? ["", quote(sealed)] : []).join("\r\n");
}

// In lines no wider than the picture; Chinese breaks between words too.
function wrapped(text: string, width: number, font: string): string[] {
  const context = document.createElement("canvas").getContext("2d")!;
  context.font = font;
  const lines = [""];
  for (const { segment } of new Intl.Segmenter(language, { granularity: "word" }).segment(text)) {
    const last = lines.length - 1;
    if (lines[last] && context.measureText(lines[last] + segment).width > width) lines.push(segment.trimStart());
    else lines[last] += segment;
  }
  return lines;
}

function svg(id: string): { text: string; width: number; height: number } {
  const drawn = document.querySelector<SVGSVGElement>(`#plot-${id} svg`)!;
  const style = getComputedStyle(document.body);
  const ground = getComputedStyle(drawn.closest("figure")!).backgroundColor;
  const [width, tall] = [drawn.clientWidth + 2 * pad, drawn.clientHeight];
  const write = (text: string, pixels: number, weight: number, from: number) => {
    const lines = wrapped(text, width - 2 * pad, `${weight} ${pixels}px ${style.fontFamily}`);
    return {
      below: from + lines.length * (pixels + line - size),
      elements: lines.map((content, i) => {
        const element = document.createElementNS(drawn.namespaceURI, "text");
        const attributes = { x: pad, y: from + (i + 1) * (pixels + line - size) - 4, fill: style.color, "font-size": pixels, "font-weight": weight, "font-family": style.fontFamily };
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
        element.textContent = content;
        return element;
      }),
    };
  };
  const title = write(document.querySelector(`#chart-${id} figcaption`)!.textContent!.trim(), size, 600, pad / 2);
  const sealed = seal();
  const foot = sealed ? write(sealed, 10, 400, title.below + tall) : { below: title.below + tall, elements: [] };
  const whole = document.createElementNS(drawn.namespaceURI, "svg");
  const height = foot.below + pad / 2;
  for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` })) whole.setAttribute(name, String(value));
  const back = document.createElementNS(drawn.namespaceURI, "rect");
  for (const [name, value] of Object.entries({ width: "100%", height: "100%", fill: ground })) back.setAttribute(name, value);
  const picture = drawn.cloneNode(true) as SVGSVGElement;
  for (const [name, value] of Object.entries({ x: pad, y: title.below, width: drawn.clientWidth, height: tall })) picture.setAttribute(name, String(value));
  whole.append(back, ...title.elements, picture, ...foot.elements);
  return { text: new XMLSerializer().serializeToString(whole), width, height };
}

async function png(id: string): Promise<string> {
  const { text, width, height } = svg(id);
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
  await image.decode();
  // Twice as fine as it is large, for screens and slides that are.
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [2 * width, 2 * height];
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/png");
}

export {};

document.addEventListener("click", async event => {
  const { csv: table, svg: drawing, png: picture } = (event.target as HTMLElement).dataset ?? {};
  if (table) saveText(`${table}.csv`, "text/csv", csv(table));
  if (drawing) saveText(`${drawing}.svg`, "image/svg+xml", svg(drawing).text);
  if (picture) save(`${picture}.png`, await png(picture));
});
