// satori makes an SVG of outlines; resvg-js makes the PNG.
import { dataUri, fonts, load, serve } from "./worker.mjs";

const satori = load("satori").default;
const { Resvg } = load("@resvg/resvg-js");
const uris = { "photo.jpg": dataUri("photo.jpg"), "grain.png": dataUri("grain.png") };

function element(node) {
  const style = { ...node.style };
  if (style.backgroundImage) {
    style.backgroundImage = style.backgroundImage.replace(/url\((.+?)\)/, (_, name) => `url(${uris[name]})`);
  }
  if (node.tag === "img") return { type: "img", props: { src: uris[node.src], style } };
  if (node.tag === "text") return { type: "div", props: { style: { display: "block", ...style }, children: node.text } };
  return { type: "div", props: { style: { display: "flex", ...style }, children: node.children.map(element) } };
}

serve(async (tree, width, height) => {
  const svg = await satori(element(tree), { width, height, fonts });
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
});
