// Every package that is built or downloaded comes from the usual registry, under a licence that lets anybody use what is made of it.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const FREE = new Set(["MIT", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "BSD-2-Clause", "BSD-3-Clause", "ISC", "0BSD", "Zlib", "Unlicense", "BSL-1.0", "CC0-1.0", "Unicode-3.0", "BlueOak-1.0.0"]);
/** Used while testing, and no part of what is built. */
const TOOLS = { "axe-core": "MPL-2.0" };

/** Whether one of the alternatives, each a list of licences that all hold, is free. */
const free = (licence) =>
  licence
    .replace(/[()]/g, "")
    .split(/ OR |\//)
    .some((one) => one.split(" AND ").every((each) => FREE.has(each.trim())));

const crates = new Map();
for (const target of ["wasm32-unknown-unknown", "x86_64-unknown-linux-gnu"]) {
  const told = execFileSync("cargo", ["metadata", "--format-version", "1", "--locked", "--all-features", "--filter-platform", target], { encoding: "utf8", maxBuffer: 1 << 28 });
  const { packages, resolve } = JSON.parse(told);
  const used = new Set(resolve.nodes.map((n) => n.id));
  for (const p of packages) if (used.has(p.id)) crates.set(`${p.name} ${p.version}`, p);
}
const wrong = [];
for (const [name, { license, source, manifest_path: path }] of crates) {
  // Without a source they stand in this repository, as the patched ones do.
  if (source === null) continue;
  if (!source.startsWith("registry+")) wrong.push(`${name}: from ${source}`);
  if (!license || !free(license)) wrong.push(`${name}: ${license ?? `no licence in ${path}`}`);
}
const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
for (const [place, { license, link }] of Object.entries(packages)) {
  const name = place.split("node_modules/").at(-1);
  if (name === "" || link || TOOLS[name] === license) continue;
  if (!license || !free(license)) wrong.push(`${name}: ${license ?? "no licence"}`);
}
wrong.forEach((line) => console.error(line));
console.log(`${crates.size} crates and ${Object.keys(packages).length - 1} npm packages, ${wrong.length} with a licence or source that is not known to be free`);
process.exit(wrong.length ? 1 : 0);
