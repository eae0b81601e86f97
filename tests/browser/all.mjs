// Runs every browser test with node's own runner and closes with `N passed, N failed`.

import { readdirSync } from "node:fs";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("./", import.meta.url));
const only = process.argv[2] ?? "";
/** What takes real time, and what other browsers do in a run of one browser each, has the computer to itself. */
const ALONE = ["firefox", "live", "look", "stop", "webkit"];
const files = readdirSync(folder).filter((name) => name.endsWith(".test.mjs") && name.includes(only));
const alone = (name) => ALONE.includes(name.split(".")[0]);
let [passed, failed] = [0, 0];

/** Runs files, so many at a time. */
async function all(names, concurrency) {
  if (names.length === 0) return;
  const stream = run({ files: names.map((name) => folder + name), concurrency });
  stream.on("test:pass", () => passed++);
  stream.on("test:fail", () => failed++);
  for await (const text of stream.compose(new spec())) process.stdout.write(text);
}
// They wait more than they compute.
await all(files.filter((name) => !alone(name)), 2);
await all(files.filter(alone), 1);
process.on("exit", () => {
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
});
