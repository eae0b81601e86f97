// Our speed beside CPython's in one run: the programs of this folder and the gallery, natively and in Chromium, and the page's weight and start.
//
//   make bench                 all rows
//   node tests/bench/bench.mjs loop fib    only these programs, after a build
//   UPDATE=1 make bench                    renews RESULTS.md, the table of the programs that wait

import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { examples, finished, ROOT, runNative, stage, write } from "../browser/stage.mjs";
import { asOptions } from "../browser/options.mjs";
import { held } from "../soak/use.mjs";

const RUNS = 3;
/** Seconds in Chromium that examples may take which have a limit of their own. */
const LIMITS = { "two-loops": 0.03, "many-pages": 0.1 };
/** What stands in RESULTS.md. */
const TABLE = {
  turns: "`gather` of 100,000 tasks with `sleep(0)`",
  sleeps: "10,000 tasks that sleep for up to 1 s",
  sleepers: "10,000 threads that sleep for 1 s",
  handover: "1,000,000 items from thread to thread by a queue",
  squares: "`Pool(8).map` over 100,000 items",
  fetches: "6000 requests of 0.1 s, 50 at a time",
};
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
const whole = (value) => Math.max(0, value).toFixed(0).padStart(9);
const ratio = (value, base) => (value === null || base === null ? "–" : (value / base).toFixed(2)).padStart(8);

/** Megabytes that a page has gained when it has run this. */
async function gained(source) {
  const fresh = await scene.open();
  const run = (text) => fresh.evaluate((s) => globalThis.interleave.run(s).then(() => {}), text);
  const all = async () => (await held(scene, fresh)).reduce((sum, size) => sum + size, 0);
  await run("print(1)");
  const before = await all();
  await run(source);
  const after = await all();
  await fresh.context().close();
  return (after - before) / 1e6;
}

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
const runHere = (source, options = {}) => page.evaluate(([s, o]) => globalThis.interleave.run(s, o).then(({ wall_ms, stats }) => ({ wall: wall_ms / 1000, ...stats })), [source, options]);
const inBrowser = async (source, options) => (await runHere(source, options)).wall;
const inNative = (source, args = []) => runNative(source, args).stats.wall_seconds;

const version = python ? python.version : "3.13 is not on this machine";
console.log(`CPython ${version}; best of ${RUNS}, seconds; ratios to CPython, below 1 is faster; megabytes that the page gains; thousands of spans a second`);
const titles = ["CPython", "native", "ratio", "Chromium", "ratio", "MB", "10³/s"];
console.log(`${"program".padEnd(28)}${titles.map((title) => title.padStart(9)).join("")}`);
const rows = [];
for (const name of programs) {
  const path = join(folder, `${name}.py`);
  const source = readFileSync(path, "utf8");
  // A program that needs what this CPython has not got (a network) is measured on ours alone.
  const timed = () => spawnSync(python.command, ["-c", TIMED, path], { encoding: "utf8", env: python.environment ?? process.env });
  const base = python && timed().status === 0 ? await best(() => Number(timed().stderr)) : null;
  const ours = await best(() => inNative(source));
  const here = await best(() => inBrowser(source));
  const { spans, virtual_seconds } = await runHere(source);
  const cells = [seconds(base), seconds(ours), ratio(ours, base), seconds(here), ratio(here, base), whole(await gained(source)), whole(spans / here / 1e3)];
  console.log(`${name.padEnd(28)}${cells.map((cell) => cell.padStart(9)).join("")}`);
  if (name in TABLE) rows.push(`| ${[TABLE[name], seconds(virtual_seconds), ...cells].map((cell) => cell.trim()).join(" | ")} |\n`);
}
if (process.env.UPDATE && rows.length === Object.keys(TABLE).length) {
  const text = `# Our speed beside CPython's where programs wait

CPython ${version} and ours in one run on one machine, ${new Date().toISOString().slice(0, 10)}: the best of ${RUNS} runs in seconds, ratios to CPython's (below 1 is faster), the
megabytes that the page has gained after one run, and how many thousand spans its timeline gained a second. What CPython has no network
for would take it the virtual seconds at least. Renewed by \`UPDATE=1 make bench\`.

| program | virtual | ${titles.join(" | ")} |
|---|${"---:|".repeat(titles.length + 1)}
${rows.join("")}`;
  writeFileSync(join(folder, "RESULTS.md"), text);
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
