// The timeline at its largest, in Chromium: about 10⁶ spans over 2,000 lanes, folded into a band and opened. Fails over its limits.
//
//   node tests/bench/timeline.mjs            after a build
//   node tests/bench/timeline.mjs 200 50     so many threads, so many sleeps of each

import { finished, part, stage, write } from "../browser/stage.mjs";

const [threads = 2000, sleeps = 116] = process.argv.slice(2).map(Number);
const PROGRAM = `import threading, time
def worker(n):
    for i in range(${sleeps}):
        time.sleep(0.001 + (n * 7 + i * 13) % 17 / 1000)
threads = [threading.Thread(target=worker, args=(n,)) for n in range(${threads})]
for t in threads: t.start()
for t in threads: t.join()
print("all are done")
`;
const FRAME = 1000 / 60;
const FRAMES = 120;
let failed = 0;

/** One figure with its limit. */
function told(what, value, limit, unit = "ms") {
  const over = value > limit;
  if (over) failed++;
  console.log(`${what.padEnd(40)}${value.toFixed(1).padStart(8)} ${unit.padEnd(3)}${limit.toFixed(1).padStart(8)}${over ? "  over" : ""}`);
}

const scene = await stage();
const page = await scene.open();
// Known from within the page: the memory of its module, and when a message of the worker has been drawn.
await page.addInitScript(() => {
  globalThis.memories = [];
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await original.apply(WebAssembly, given);
      const { memory } = (made.instance ?? made).exports;
      if (memory) globalThis.memories.push(memory);
      return made;
    };
  }
  const Original = Worker;
  globalThis.Worker = class extends Original {
    constructor(...given) {
      super(...given);
      this.addEventListener("message", () => {
        const at = performance.now();
        requestAnimationFrame(() => requestAnimationFrame(() => (globalThis.drawn = performance.now() - at)));
      });
    }
  };
});
await page.reload();
await page.waitForFunction(() => globalThis.interleave);
await finished(page, "total");
await write(page, PROGRAM);
await page.keyboard.press("Control+Enter");
await finished(page, "all are done");
await page.locator(".timeline-names .band").waitFor();
await page.waitForTimeout(2000);
told("first picture after the last message", await page.evaluate(() => globalThis.drawn), 150);

/** Frames of one gesture: how long the page worked for each, and how far apart they came. */
const frames = (how) =>
  page.evaluate(
    async ([how, count]) => {
      const over = document.querySelector(".timeline-over");
      const scroller = document.querySelector(".timeline-scroll");
      const box = over.getBoundingClientRect();
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      const wheel = (options) => over.dispatchEvent(new WheelEvent("wheel", { bubbles: true, cancelable: true, clientX: x, clientY: y, ...options }));
      const works = [];
      await new Promise(requestAnimationFrame);
      for (let i = 0; i < count; i++) {
        const begun = performance.now();
        const there = i < count / 2;
        if (how === "zoom") wheel({ ctrlKey: true, deltaY: there ? -60 : 60 });
        if (how === "pan") wheel({ shiftKey: true, deltaY: there ? 70 : -70 });
        if (how === "scroll") scroller.scrollTop += 61;
        if (how === "hover") over.dispatchEvent(new PointerEvent("pointermove", { bubbles: true, clientX: box.left + 4 + i * 5, clientY: box.top + 40 + i, pointerType: "mouse" }));
        const handled = performance.now() - begun;
        // The frame's callbacks run before a message that is sent from the last of them.
        const work = await new Promise((done) =>
          requestAnimationFrame(() => {
            const from = performance.now();
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => done(performance.now() - from);
            port2.postMessage(0);
          }),
        );
        works.push(handled + work);
      }
      return works.sort((a, b) => a - b);
    },
    [how, FRAMES],
  );

async function measure(name, how) {
  const works = await frames(how);
  const [middle, worst] = [works[FRAMES / 2], works[Math.floor(FRAMES * 0.99)]];
  if (how === "hover") return told(`${name}, ${how}, median`, middle, 8);
  told(`${name}, ${how}, median frame`, middle, FRAME);
  told(`${name}, ${how}, 99th percentile`, worst, 2 * FRAME);
}

/** Nearer, so that there is something to pan to. */
async function nearer() {
  await page.locator(".timeline-scroll").focus();
  await page.keyboard.press("0");
  for (let press = 0; press < 6; press++) await page.keyboard.press("w");
}

for (const how of ["zoom", "pan", "hover"]) {
  await nearer();
  await measure("one band", how);
}
await page.locator(".timeline-names .band .timeline-fold").click();
await page.locator(".timeline-names .thread").nth(3).waitFor();
for (const how of ["zoom", "pan", "scroll", "hover"]) {
  await nearer();
  await measure("lanes open", how);
}

const session = await page.context().newCDPSession(page);
await session.send("HeapProfiler.collectGarbage");
const { usedSize } = await session.send("Runtime.getHeapUsage");
const module = await page.evaluate(() => globalThis.memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0));
if (module === 0) throw new Error("the module's memory was not seen");
told("memory of the page", (usedSize + module) / 1e6, 200, "MB");
await part(page, "run").waitFor();
await scene.close();
console.log(failed === 0 ? "the timeline is within its limits" : `${failed} figures are over their limits`);
process.exitCode = failed ? 1 : 0;
