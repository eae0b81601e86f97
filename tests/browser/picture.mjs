// Pictures of a page that are the same on every machine, and how far two of them differ.
//
// Fonts differ between machines, so every letter is replaced by the same box: block.ttf has one glyph (half an em wide) for all of
// Unicode. What is left is layout, lines, colours and the canvas. Browsers smooth edges in several ways, so a pixel that stands right
// beside where it was is no difference.

import { readFileSync } from "node:fs";
import { deflateSync } from "node:zlib";

const FONT = readFileSync(new URL("./block.ttf", import.meta.url)).toString("base64");

/** Loads the page again with boxes for letters. */
export async function boxes(page) {
  await page.addInitScript((font) => {
    const face = new FontFace("Block", Uint8Array.from(atob(font), (c) => c.charCodeAt(0)));
    document.fonts.add(face);
    document.addEventListener("DOMContentLoaded", () => {
      for (const name of ["--font", "--font-code"]) document.documentElement.style.setProperty(name, "Block");
    });
    return face.load();
  }, FONT);
  await page.reload();
  await page.evaluate(() => document.fonts.ready);
}

/** The share of pixels that differ visibly from all around their place, and the box around them; of two PNGs. A page does the decoding. */
export function difference(page, one, other) {
  return page.evaluate(
    async (both) => {
      const [a, b] = await Promise.all(
        both.map(async (text) => {
          const image = await createImageBitmap(new Blob([Uint8Array.from(atob(text), (c) => c.charCodeAt(0))]));
          const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
          context.drawImage(image, 0, 0);
          return context.getImageData(0, 0, image.width, image.height);
        }),
      );
      if (a.width !== b.width || a.height !== b.height) return { share: 1, where: "the sizes differ" };
      let count = 0;
      const box = [a.width, a.height, 0, 0];
      const around = [-1, 0, 1].flatMap((y) => [-1, 0, 1].map((x) => 4 * (y * a.width + x)));
      // Beyond all that is around its place in the other picture.
      const stray = (one, other, i) =>
        [0, 1, 2].some((c) => {
          const there = around.map((by) => other.data[i + by + c] ?? other.data[i + c]);
          return one.data[i + c] > Math.max(...there) + 40 || one.data[i + c] < Math.min(...there) - 40;
        });
      for (let i = 0; i < a.data.length; i += 4) {
        if (!stray(a, b, i) && !stray(b, a, i)) continue;
        count++;
        const [x, y] = [(i / 4) % a.width, Math.floor(i / 4 / a.width)];
        [box[0], box[1], box[2], box[3]] = [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)];
      }
      return { share: count / (a.width * a.height), where: `between ${box[0]},${box[1]} and ${box[2]},${box[3]}` };
    },
    [one, other].map((png) => png.toString("base64")),
  );
}

/** A screenshot as a PNG of at most 256 colours, which is a tenth of its size. */
export async function small(page, png) {
  const { width, height, palette, rows } = await page.evaluate(async (text) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(text), (c) => c.charCodeAt(0))]));
    const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
    context.drawImage(image, 0, 0);
    const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
    for (let step = 4; ; step *= 2) {
      const near = (n) => Math.min(255, Math.round(n / step) * step);
      const palette = new Map();
      const rows = [];
      for (let i = 0; i < data.length; i += 4) {
        const colour = (near(data[i]) << 16) | (near(data[i + 1]) << 8) | near(data[i + 2]);
        if (!palette.has(colour)) palette.set(colour, palette.size);
        rows.push(palette.get(colour));
      }
      if (palette.size <= 256) return { width, height, palette: [...palette.keys()], rows };
    }
  }, png.toString("base64"));
  const lines = Buffer.alloc((width + 1) * height);
  rows.forEach((colour, i) => (lines[i + Math.floor(i / width) + 1] = colour));
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3], 8);
  const colours = Buffer.from(palette.flatMap((c) => [c >> 16, (c >> 8) & 255, c & 255]));
  const parts = [chunk("IHDR", head), chunk("PLTE", colours), chunk("IDAT", deflateSync(lines, { level: 9 })), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), ...parts]);
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  let crc = ~0;
  for (const byte of body) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  check.writeUInt32BE(~crc >>> 0);
  return Buffer.concat([length, body, check]);
}
