// Reads one JSON order a line, renders it, answers one JSON line. Shared by the node peers.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { join, resolve } from "node:path";

export const filesFolder = resolve(process.argv[2]);
const require = createRequire(join(resolve(process.argv[3]), "package.json"));

export const load = (name) => require(name);
export const fonts = JSON.parse(readFileSync(join(filesFolder, "fonts.json"), "utf8")).map(
  (font) => ({ ...font, data: readFileSync(font.path) }),
);
export const picture = (name) => readFileSync(join(filesFolder, name));
export const dataUri = (name) =>
  `data:image/${name.endsWith("png") ? "png" : "jpeg"};base64,${picture(name).toString("base64")}`;

export function serve(render) {
  console.log(JSON.stringify({ ready: true }));
  createInterface({ input: process.stdin }).on("line", async (line) => {
    const order = JSON.parse(line);
    try {
      const png = await render(order.tree, order.width, order.height);
      writeFileSync(order.out, png);
      console.log(JSON.stringify({ bytes: png.length }));
    } catch (error) {
      console.log(JSON.stringify({ error: String(error?.message ?? error).slice(0, 300) }));
    }
  });
}
