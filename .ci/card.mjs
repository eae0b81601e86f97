// Draws the pictures that others show of the page: `node .ci/card.mjs` renews static/card.png (for links in social media) and
// the icons, with the browser that the tests use. `make card` runs it.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const to = (name) => fileURLToPath(new URL(`../static/${name}`, import.meta.url));
const icon = readFileSync(to("favicon.svg"), "utf8");

// The first example: two calls that wait, side by side. Lanes, and spans by their start and end in seconds.
const [scale, left, top, row] = [185, 250, 300, 62];
const lanes = [
  ["MainThread", [[0, 4, "joining t1", "blocked"]]],
  ["t1 api1()", [[0.02, 4, "sleeping 4 s", "wait"]]],
  ["t2 api2()", [[0.04, 3, "sleeping 3 s", "wait"]]],
];
const colour = { running: "#85f7d4", blocked: "#a360e3", wait: "#90b2cc" };
const x = (seconds) => left + seconds * scale;
const span = ([from, end, words, state], y) =>
  `<rect x="${x(from)}" y="${y + (state === "wait" ? 20 : 8)}" width="${x(end) - x(from)}" height="${state === "wait" ? 4 : 28}" fill="${colour[state]}"/>` +
  `<rect x="${x(from) - 5}" y="${y}" width="10" height="44" fill="${colour.running}"/><rect x="${x(end) - 5}" y="${y}" width="10" height="44" fill="${colour.running}"/>` +
  `<rect x="${x((from + end) / 2) - 110}" y="${y + 6}" width="220" height="32" rx="4" fill="#12161d"/><text x="${x((from + end) / 2)}" y="${y + 31}" text-anchor="middle" font-size="26">${words}</text>`;
const card = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630" font-family="DejaVu Sans, sans-serif" fill="#e4e9f0">
<rect width="1200" height="630" fill="#12161d"/>
<g transform="translate(60 56) scale(2.6)">${icon.replace(/<\/?svg[^>]*>/g, "")}</g>
<text x="170" y="118" font-size="64" font-weight="700">Interleave</text>
<text x="60" y="208" font-size="31" fill="#9ca8b8">See where your Python threads, tasks and processes spend their time</text>
${[0, 1, 2, 3, 4].map((s) => `<line x1="${x(s)}" x2="${x(s)}" y1="${top - 20}" y2="${top + 3 * row}" stroke="#2b3340" stroke-width="2"/><text x="${x(s)}" y="${top - 30}" text-anchor="middle" font-size="24" fill="#9ca8b8">${s} s</text>`).join("")}
${lanes.map(([name, spans], i) => `<text x="60" y="${top + i * row + 32}" font-size="26">${name}</text>${spans.map((s) => span(s, top + i * row)).join("")}`).join("")}
<text x="60" y="572" font-size="44" font-weight="700">4.00 s</text><text x="230" y="572" font-size="30" fill="#9ca8b8">was 7.00 s · 1.75 × faster: the two waits overlap</text>
</svg>`;

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const [name, svg, width, height] of [["card.png", card, 1200, 630], ["icon-192.png", icon, 192, 192], ["icon-512.png", icon, 512, 512]]) {
  const page = await browser.newPage({ viewport: { width, height } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${width}px;height:${height}px}</style>${svg}`);
  await page.screenshot({ path: to(name) });
  await page.close();
}
await browser.close();
