// Our speed beside CPython's in one run: the programs of this folder and the gallery, natively and in Chromium, and the page's weight and start.
//
//   make bench                 all rows
//   node tests/bench/bench.mjs loop fib    only these programs, after a build

import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { examples, finished, ROOT, runNative, stage, write } from "../browser/stage.mjs";
import { asOptions } from "../browser/options.mjs";

const RUNS = 3;
/** Seconds in Chromium that examples may take which have a limit of their own. */
const LIMITS = { "two-loops": 0.03, "many-pages": 0.1 };
const folder = join(ROOT, "tests/bench");
const only = process.argv.slice(2);
const programs = readdirSync(folder)
  .filter((name) => name.endsWith(".py"))
  .map((name) => name.slice(0, -3))
  .filter((name) => only.length === 0 || only.includes(name));

const TIMED = "import runpy,sys,time\nt=time.perf_counter()\nrunpy.run_path(sys.argv[1],run_name='__main__')\nsys.stderr.write(repr(time.perf_counter()-t))";

/** The CPython 3.13 of this machine, or none. */
function findPython() {
  const candidates = [process.env.PYTHON, "python3.13", "python3"].filter(Boolean);
  for (const command of candidates) {
    const { status, stdout } = spawnSync(command, ["-c", "import sys; print(sys.version.split()[0])"], { encoding: "utf8" });
    if (status === 0 && stdout.startsWith("3.13")) return { command, version: stdout.trim() };
  }
  const environment = { ...process.env, PYENV_VERSION: "3.13.0" };
  const { status } = spawnSync("python3", ["--version"], { env: environment });
  return status === 0 ? { command: "python3", version: "3.13.0", environment } : null;
}

const best = async (measure) => {
  let least = Infinity;
  for (let run = 0; run < RUNS; run++) least = Math.min(least, await measure());
  return least;
};

const seconds = (value) => (value === null ? "–" : value.toFixed(3)).padStart(9);
const ratio = (value, base) => (value === null || base === null ? "–" : (value / base).toFixed(2)).padStart(8);

/** How long a step back by a line takes in a run of 100,000 events, and going to the middle of it for the first time. */
async function goBack() {
  const source =
    "import threading, time\ndef work():\n    for i in range(2500):\n        time.sleep(0.001)\nfor t in [threading.Thread(target=work) for _ in range(20)]:\n    t.start()\n";
  const fresh = await scene.open();
  await finished(fresh, "total");
  await write(fresh, source);
  await fresh.keyboard.press("Control+Enter");
  await fresh.getByTestId("stop").waitFor().catch(() => {});
  await finished(fresh);
  await fresh.waitForTimeout(1000);
  const axis = await fresh.locator(".timeline-axis canvas").boundingBox();
  const lanes = await fresh.locator("canvas.timeline-lanes").boundingBox();
  const label = () => fresh.getByTestId("playhead").textContent();
  let began = Date.now();
  await fresh.mouse.click(lanes.x + lanes.width * 0.9, axis.y + axis.height / 2);
  await fresh.getByTestId("state").waitFor();
  const once = Date.now() - began;
  await fresh.locator(".timeline-scroll").focus();
  const steps = [];
  for (let i = 0; i < 9; i++) {
    const before = await label();
    steps.push(
      await fresh.evaluate((before) => {
        const began = performance.now();
        const at = document.querySelector('[data-testid="playhead"]');
        document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "b", bubbles: true, cancelable: true }));
        return new Promise((resolve) => {
          const look = () => (at.textContent !== before ? resolve(performance.now() - began) : setTimeout(look));
          look();
        });
      }, before),
    );
  }
  steps.sort((a, b) => a - b);
  console.log(`\nin a run of 100,000 events: there at first after ${once} ms, a line back in ${steps[4].toFixed(0)} ms (slowest ${steps[8].toFixed(0)} ms), limit 50 ms`);
  await fresh.context().close();
}

const python = findPython();
const scene = await stage();
const page = await scene.open();
const inBrowser = async (source, options = {}) => (await page.evaluate(([s, o]) => globalThis.interleave.run(s, o), [source, options])).wall_ms / 1000;
const inNative = (source, args = []) => runNative(source, args).stats.wall_seconds;

console.log(`CPython ${python ? python.version : "3.13 is not on this machine"}; best of ${RUNS}, seconds; ratios to CPython, below 1 is faster`);
console.log(`${"program".padEnd(28)}${"CPython".padStart(9)}${"native".padStart(9)}${"ratio".padStart(8)}${"Chromium".padStart(9)}${"ratio".padStart(8)}`);
for (const name of programs) {
  const path = join(folder, `${name}.py`);
  const source = readFileSync(path, "utf8");
  // A program that needs what this CPython has not got (a network) is measured on ours alone.
  const timed = () => spawnSync(python.command, ["-c", TIMED, path], { encoding: "utf8", env: python.environment ?? process.env });
  const base = python && timed().status === 0 ? await best(() => Number(timed().stderr)) : null;
  const ours = await best(() => inNative(source));
  const here = await best(() => inBrowser(source));
  console.log(`${name.padEnd(28)}${seconds(base)}${seconds(ours)}${ratio(ours, base)}${seconds(here)}${ratio(here, base)}`);
}

if (only.length === 0) {
  let slow = 0;
  console.log(`\n${"gallery example".padEnd(37)}${"native".padStart(9)}${"Chromium".padStart(9)}${"limit".padStart(8)}`);
  for (const { slug, variant, source, settings } of examples()) {
    const { browser, args } = asOptions(settings);
    const limit = LIMITS[slug] ?? 0.2;
    const ours = await best(() => inNative(source, args));
    const here = await best(() => inBrowser(source, browser));
    const over = here > limit;
    if (over) slow++;
    console.log(`${`${slug}, ${variant}`.padEnd(37)}${seconds(ours)}${seconds(here)}${limit.toFixed(1).padStart(8)}${over ? "  over" : ""}`);
  }
  // Two threads that count for twelve hours, with millions of switches.
  const { source: counting, settings: machine } = examples().find(({ slug }) => slug === "two-loops");
  const far = counting.replace("100_000_000", "1_000_000_000_000");
  const { browser: options, args: given } = asOptions(machine);
  const [ours, here] = [await best(() => inNative(far, given)), await best(() => inBrowser(far, options))];
  if (here > 1) slow++;
  console.log(`${"two-loops to 10¹²".padEnd(37)}${seconds(ours)}${seconds(here)}${"1.0".padStart(8)}${here > 1 ? "  over" : ""}`);
  await goBack();
  const begun = [];
  const first = await best(async () => {
    const fresh = await scene.open();
    await finished(fresh, "total");
    const at = (name) => fresh.evaluate((name) => performance.getEntriesByName(name)[0]?.startTime ?? performance.now(), name);
    begun.push(await at("interleave-open"));
    const shown = await at("interleave-first-timeline");
    await fresh.context().close();
    return shown / 1000;
  });
  console.log(`\nfirst timeline after ${first.toFixed(2)} s, limit 0.5 s; the page can be used after ${(Math.min(...begun) / 1000).toFixed(2)} s`);
  console.log(slow === 0 ? "every example is within its limit" : `${slow} examples are over their limit`);
  spawnSync("node", [join(ROOT, ".ci/size.cjs")], { cwd: ROOT, stdio: "inherit" });
}
await scene.close();
