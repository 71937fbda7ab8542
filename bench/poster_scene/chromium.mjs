// One warm page of a warm browser. The faces stay loaded; a round swaps the body and shoots.
import { filesFolder, fonts, load, serve } from "./worker.mjs";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const { chromium } = load("playwright-core");
const faces = fonts.map(
  (font) =>
    `@font-face{font-family:"${font.name}";font-weight:${font.weight};src:url("${pathToFileURL(font.path).href}")}`,
);
const start = join(filesFolder, "start.html");
writeFileSync(start, `<!doctype html><meta charset="utf-8"><style>*{margin:0}${faces.join("")}</style><body></body>`);
const browser = await chromium.launch({
  executablePath: process.argv[4],
  args: ["--no-sandbox", "--disable-gpu", "--allow-file-access-from-files", "--hide-scrollbars"],
});
const page = await browser.newPage({ viewport: { width: 1080, height: 1440 } });
await page.goto(pathToFileURL(start).href);

const unitless = new Set(["fontWeight", "lineHeight", "opacity"]);
const escaped = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.codePointAt(0)};`);

function css(style) {
  return Object.entries(style)
    .map(([key, value]) => {
      const shown = typeof value === "number" && !unitless.has(key) ? `${value}px` : value;
      return `${key.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}:${shown}`;
    })
    .join(";");
}

function html(node) {
  const style = escaped(css(node.style));
  if (node.tag === "img") return `<img src="${node.src}" style="${style}">`;
  const inside = node.tag === "text" ? escaped(node.text) : node.children.map(html).join("");
  return `<div style="${style}">${inside}</div>`;
}

serve(async (tree, width, height) => {
  await page.evaluate(async (markup) => {
    document.body.innerHTML = markup;
    await document.fonts.ready;
    await Promise.all([...document.images].map((image) => image.decode()));
  }, html(tree));
  return page.screenshot({ type: "png", clip: { x: 0, y: 0, width, height } });
});
process.stdin.on("close", () => browser.close());
