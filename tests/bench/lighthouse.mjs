// Lighthouse on the built site, served with brotli and the headers of dist/_headers as a host would: `make lighthouse`; RUNS=5 says how
// many runs the middle one is taken of.

import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

const VERSION = "13.5.0";
const WANTED = 95;
const dist = fileURLToPath(new URL("../../dist/", import.meta.url));
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm", ".css": "text/css", ".svg": "image/svg+xml", ".png": "image/png", ".webmanifest": "application/manifest+json", ".txt": "text/plain" };

/** The rules of a `_headers` file: a path, a star at its end standing for anything, and headers under it. */
const rules = [];
for (const line of readFileSync(join(dist, "_headers"), "utf8").split("\n")) {
  if (/^\S/.test(line) && !line.startsWith("#")) rules.push([line.trim(), {}]);
  else if (line.includes(":")) rules.at(-1)[1][line.slice(0, line.indexOf(":")).trim().toLowerCase()] = line.slice(line.indexOf(":") + 1).trim();
}
/** Packed beforehand, as a host has them. */
const pack = (path) => brotliCompressSync(readFileSync(path), { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
const loaded = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((f) => f.isFile() && !f.parentPath.includes("library"));
const packed = new Map(loaded.map((f) => join(f.parentPath, f.name)).map((path) => [path, pack(path)]));
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, "http://localhost");
  const path = join(dist, normalize(pathname.endsWith("/") ? `${pathname}index.html` : pathname));
  if (!path.startsWith(dist) || !existsSync(path) || !statSync(path).isFile()) return response.writeHead(404).end();
  const own = rules.filter(([rule]) => (rule.endsWith("*") ? pathname.startsWith(rule.slice(0, -1)) : pathname === rule));
  if (!packed.has(path)) packed.set(path, pack(path));
  const type = TYPES[extname(path)] ?? "application/octet-stream";
  response.writeHead(200, Object.assign({ "content-type": type, "content-encoding": "br" }, ...own.map(([, headers]) => headers)));
  response.end(packed.get(path));
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));

const report = join(tmpdir(), `interleave-lighthouse-${process.pid}.json`);
const command = process.env.LIGHTHOUSE ? [process.env.LIGHTHOUSE] : ["npx", "--yes", `lighthouse@${VERSION}`];
const flags = [`http://127.0.0.1:${server.address().port}/`, "--quiet", "--only-categories=performance,accessibility,best-practices,seo", "--output=json", `--output-path=${report}`, "--chrome-flags=--headless=new --no-sandbox --disable-gpu"];
const [program, ...rest] = [...command, ...flags];
/** Whatever else a machine does makes a run slower: several are made, and the one in the middle counts. */
const runs = [];
for (let left = Number(process.env.RUNS || 3); left > 0; left--) {
  const child = spawn(program, rest, { stdio: "inherit", env: { ...process.env, CHROME_PATH: process.env.CHROMIUM } });
  await new Promise((ended) => child.on("exit", ended));
  runs.push(JSON.parse(readFileSync(report, "utf8")));
}
server.close();
const speed = (run) => run.categories.performance.score;
runs.sort((a, b) => speed(a) - speed(b));
console.log(`performance in ${runs.length} runs: ${runs.map((run) => Math.round(speed(run) * 100)).join(", ")}`);
const middle = runs[Math.floor(runs.length / 2)];
writeFileSync(report, JSON.stringify(middle));
const { categories, audits } = middle;
for (const { title, score, auditRefs } of Object.values(categories)) {
  const full = Math.round(score * 100);
  console.log(`${String(full).padStart(4)}  ${title}${full < WANTED ? `, wanted ${WANTED}` : ""}`);
  if (full < WANTED) process.exitCode = 1;
  for (const { id, weight } of auditRefs) {
    const audit = audits[id];
    if (weight > 0 && audit.score !== null && audit.score < 0.95) console.log(`      ${audit.title}: ${audit.displayValue ?? "not met"}`);
  }
}

// As it was while Lighthouse watched, without its arithmetic for slow phones.
const marks = audits["user-timings"].details?.items ?? [];
const after = (name) => Math.round(marks.find((i) => i.name === name)?.startTime ?? NaN);
console.log(`${after("interleave-first-timeline")} ms until the default example stands on the screen, wanted 500; ${after("interleave-open")} ms until it can be used`);
