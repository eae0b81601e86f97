// What a browser computes beside what the command line computes: the same output, exit status and trace, by its hash.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { asOptions } from "./options.mjs";
import { ROOT, examples, runNative } from "./stage.mjs";

/** What differs between a run here (`inBrowser(source, options)`) and natively. */
async function compare(source, inBrowser, { browser = {}, args = [] } = {}) {
  const ours = runNative(source, args);
  const here = await inBrowser(source, browser);
  const pairs = { stdout: [here.stdout, ours.stdout], exit: [here.exit, ours.exit], trace: [here.trace_hash, ours.stats.trace_hash] };
  return Object.entries(pairs).filter(([, [a, b]]) => a !== b).map(([what]) => what);
}

/** The same for one example of the gallery. */
export const compareExample = ({ source, settings }, inBrowser) => compare(source, inBrowser, asOptions(settings));

/** The examples of the gallery that differ. */
export async function differingExamples(inBrowser) {
  const wrong = [];
  for (const example of examples()) {
    const what = await compareExample(example, inBrowser);
    if (what.length > 0) wrong.push(`${example.slug}, ${example.variant}: ${what}`);
  }
  return wrong;
}

/** The conformance programs that differ, of all or of one in `step`. */
export async function differing(inBrowser, step = 1) {
  const folder = join(ROOT, "tests/python");
  // Programs are files of the areas; those with a folder of their own need its files and are compared natively only.
  const inAreas = (name) => name.endsWith(".py") && name.split("/").length === 2 && !name.startsWith("wishlist/");
  const names = [];
  const programs = readdirSync(folder, { recursive: true }).filter(inAreas).sort();
  for (const name of programs.filter((_, n) => n % step === 0)) {
    const what = await compare(readFileSync(join(folder, name), "utf8"), inBrowser);
    if (what.length > 0) names.push(`${name}: ${what}`);
  }
  return names;
}
