#!/usr/bin/env node
// Says what a visit loads by brotli, in the order in which it does, beside the limits. The texts in `library` are
// loaded one by one, by the programs that import them.
const { brotliCompressSync, constants } = require("node:zlib");
const { readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");

const rows = readdirSync("dist", { recursive: true, withFileTypes: true })
  .filter((file) => file.isFile())
  .map((file) => join(file.parentPath, file.name))
  .map((path) => [path, brotliCompressSync(readFileSync(path), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length]);
const kilo = (size) => `${(size / 1000).toFixed(size < 10_000 ? 1 : 0).padStart(7)} kB`;
const weigh = (wanted) => rows.filter(([path]) => wanted.test(path)).reduce((sum, [, size]) => sum + size, 0);

// What it is, which files, and the limit in kB for it with all before it.
const steps = [
  ["until the first paint: text, style and start", /dist.index\.html/, 120],
  ["the page's code", /assets.app(_bg)?-/],
  ["the engine: the default example runs", /assets.worker(_bg)?-/, 650],
  ["after its picture: the editor", /assets.editor-/],
  ["when the page is idle: the rest of the page's code", /assets.app_[0-9a-f]{8}\.wasm/],
  ["then the rest of the engine", /assets.worker_[0-9a-f]{8}\.wasm/, 1360],
];
let total = 0;
for (const [what, files, limit] of steps) {
  const size = weigh(files);
  total += size;
  const over = limit && total > limit * 1000;
  if (over) process.exitCode = 1;
  console.log(`${kilo(size)}  ${what}${limit ? `; together ${kilo(total).trim()} of ${limit} kB${over ? ": too much" : ""}` : ""}`);
}
const embed = weigh(/dist.embed.index\.html|assets.poster-/);
if (embed > 80_000) process.exitCode = 1;
console.log(`${kilo(embed)}  an embed before it is run; limit 80 kB${embed > 80_000 ? ": too much" : ""}`);
console.log(`${kilo(weigh(/dist.library/))}  library modules, each when a program imports it`);
