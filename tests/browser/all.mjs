// Runs every browser test with node's own runner and closes with `N passed, N failed`.

import { readdirSync } from "node:fs";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("./", import.meta.url));
const only = process.argv[2] ?? "";
const files = readdirSync(folder).filter((name) => name.endsWith(".test.mjs") && name.includes(only));
let [passed, failed] = [0, 0];

const stream = run({ files: files.map((name) => folder + name), concurrency: 1 });
stream.on("test:pass", () => passed++);
stream.on("test:fail", () => failed++);
stream.compose(new spec()).pipe(process.stdout);
process.on("exit", () => {
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
});
