// What must hold for long: figures with their limits, as a table. Needs a release build, `make dist` and, for the comparison, CPython 3.13.
//
//   node tests/soak/soak.mjs             some fifteen minutes; UPDATE=1 keeps the table
//   node tests/soak/soak.mjs 0.1         a tenth of everything

import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { cpus } from "node:os";
import { differing } from "../browser/compare.mjs";
import { ROOT, stage } from "../browser/stage.mjs";
import { embeds, runs, stops } from "./use.mjs";

const share = Number(process.argv[2] ?? 1);
const times = (n) => Math.max(1, Math.round(n * share));
const rows = [];
let over = 0;

function told(what, value, limit, unit = "") {
  const fine = value <= limit;
  if (!fine) over++;
  const text = Number.isInteger(value) ? `${value}` : value.toFixed(1);
  rows.push(`| ${what} | ${text} ${unit} | ${limit} ${unit} | ${fine ? "" : "over"} |`.replace(/ +\|/g, " |"));
  console.log(`${what.padEnd(64)} ${text.padStart(8)} ${unit.padEnd(2)} (${limit})${fine ? "" : "  over"}`);
}

/** A command's output, whatever its status. */
function output(command, args, env = {}) {
  const done = spawnSync(command, args, { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 28, env: { ...process.env, ...env } });
  return { text: `${done.stdout}${done.stderr}`, status: done.status };
}

const begun = Date.now();
const scene = await stage();
for (const [figures, n] of [[runs, 500], [stops, 160], [embeds, 200]]) {
  for (const figure of await figures(scene, times(n))) told(...figure);
}

const page = await scene.open();
const inBrowser = (source, options = {}) => page.evaluate(([s, o]) => globalThis.interleave.run(s, o), [source, options]);
const differ = await differing(inBrowser);
differ.forEach((name) => console.log(`  ${name}`));
told("conformance programs whose trace is another in Chromium", differ.length, 0);
await scene.close();

const fuzz = output("cargo", ["test", "--quiet", "--test", "it", "hostile::bent", "--", "--nocapture"], { FUZZ: `${times(20)}`, SEED: `${Date.now() % 1e9}` });
told(`kinds of bent input, ${times(20)} times the usual number, that break something`, fuzz.status === 0 ? 0 : 1, 0);
if (fuzz.status !== 0) console.log(fuzz.text.split("\n").slice(-30).join("\n"));

const from = Math.floor(begun / 1000) % 1_000_000;
const compared = output(process.env.PYTHON ?? "python3", ["tests/differential/compare.py", "-n", `${times(1000)}`, "--from", `${from}`, "--seconds", `${times(300)}`], { PYENV_VERSION: process.env.PYENV_VERSION ?? "3.13.0" });
const counts = Object.fromEntries([...(compared.text.trim().split("\n").at(-1) ?? "").matchAll(/(\d+) (\w+)/g)].map(([, n, what]) => [what, Number(n)]));
if (counts.programs === undefined) console.log(`No comparison with CPython:\n${compared.text}`);
else {
  if (counts.different) console.log(compared.text);
  told(`of ${counts.programs} random programs from ${from} (${counts.refused} refused, ${counts.explained} explained, ${counts.ambiguous} ambiguous), differ from CPython`, counts.different, 0);
}

const minutes = ((Date.now() - begun) / 60_000).toFixed(0);
const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: ROOT, encoding: "utf8" }).trim();
const table = `# What holds for long

${new Date().toISOString().slice(0, 10)}, commit ${commit}, ${cpus().length} cores of ${cpus()[0].model.trim()}, ${minutes} minutes; renewed by \`UPDATE=1 make soak\`.

| what | measured | limit | |
|---|---:|---:|---|
${rows.join("\n")}
`;
if (process.env.UPDATE) writeFileSync(join(ROOT, "tests/soak/RESULTS.md"), table);
console.log(over ? `${over} over their limits` : "all within their limits");
process.exit(over ? 1 : 0);
