#!/usr/bin/env node
// Says what the page weighs by brotli; the limit is 900 kB for everything that a visit loads. The texts in `library` are loaded
// one by one, by the programs that import them, and the rest of the engine by the first program that needs it.
const { brotliCompressSync, constants } = require("node:zlib");
const { readdirSync, readFileSync, statSync } = require("node:fs");
const { join } = require("node:path");

const LIMIT = 900_000;
const rows = [];
const walk = (folder) => {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) walk(path);
    else rows.push([path, brotliCompressSync(readFileSync(path), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length]);
  }
};
walk("dist");
rows.sort((a, b) => b[1] - a[1]);
for (const [path, size] of rows.slice(0, 8)) console.log(`${String(Math.round(size / 1000)).padStart(6)} kB  ${path}`);
const sum = (rows) => rows.reduce((sum, [, size]) => sum + size, 0);
const far = rows.filter(([path]) => path.startsWith(join("dist", "library")));
const rest = rows.filter(([path]) => /worker_[0-9a-f]{8}\.wasm$/.test(path));
// A page of its own, which a link opens.
const coverage = rows.filter(([path]) => path.endsWith("coverage.html"));
const total = sum(rows) - sum(far) - sum(rest) - sum(coverage);
console.log(`${String(Math.round(sum(far) / 1000)).padStart(6)} kB  library modules, each when a program imports it`);
console.log(`${String(Math.round(sum(rest) / 1000)).padStart(6)} kB  the rest of the engine, when a program needs it`);
console.log(`${String(Math.round(total / 1000)).padStart(6)} kB  what a visit loads by brotli, of ${LIMIT / 1000} kB`);
if (total > LIMIT) console.log(`${String(Math.round((total - LIMIT) / 1000)).padStart(6)} kB  too much`);
