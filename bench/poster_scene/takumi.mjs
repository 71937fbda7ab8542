// takumi draws a tree of nodes to a PNG itself.
import { fonts, load, picture, serve } from "./worker.mjs";

const { Renderer } = load("@takumi-rs/core");
const renderer = new Renderer();
for (const { name, weight, data } of fonts) await renderer.registerFont({ name, weight, data });
const images = ["photo.jpg", "grain.png"].map((src) => ({ src, data: picture(src) }));

function node(element) {
  const { style } = element;
  if (element.tag === "img") return { type: "image", src: element.src, style };
  if (element.tag === "text") return { type: "text", text: element.text, style };
  return { type: "container", style, children: element.children.map(node) };
}

serve((tree, width, height) => renderer.render(node(tree), { width, height, format: "png", images }));
