// Long use of one page: many runs, many stops, embeds that come and go. Each gives figures and their limits.

import { readFileSync } from "node:fs";
import { examples, finished, part, write } from "../browser/stage.mjs";

/** Bytes that each process drawing pages holds, the garbage of this one collected; Linux only. */
export async function held(scene, page) {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  await session.detach();
  const browser = await scene.browser.newBrowserCDPSession();
  const { processInfo } = await browser.send("SystemInfo.getProcessInfo");
  await browser.detach();
  return processInfo.filter((p) => p.type === "renderer").map(({ id }) => {
    try {
      return Number(readFileSync(`/proc/${id}/statm`, "utf8").split(" ")[1]) * 4096;
    } catch {
      return 0;
    }
  });
}

const middle = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1];

/** Runs the examples in turn, `times` runs in all, in one page: how much memory has grown since the first fifth of them. */
export async function runs(scene, times) {
  const page = await scene.open();
  await finished(page, "total");
  const all = examples().filter((e) => !/deadlock|endless|100_000_000|50_000_000/.test(e.source));
  const sizes = [];
  for (let n = 0; n < times; n++) {
    const { source } = all[n % all.length];
    await write(page, `${source}\nprint("run ${n} is over")\n`);
    await page.keyboard.press("Control+Enter");
    await page.waitForFunction(() => document.querySelector('[data-testid="stop"]') === null || document.querySelector('[data-testid="run"]'));
    await page.waitForTimeout(20);
    await part(page, "run").waitFor();
    if (n % 10 === 9) sizes.push(Math.max(...(await held(scene, page))));
  }
  const [early, late] = [sizes.slice(sizes.length / 5, (sizes.length * 2) / 5), sizes.slice((-sizes.length) / 5)].map(middle);
  const workers = page.workers().length;
  await page.context().close();
  return [
    [`${times} runs in one page: memory of its process, ${(early / 1e6).toFixed(0)} MB, has grown by`, (late / early - 1) * 100, 10, "%"],
    ["workers of that page at the end", workers, 1, ""],
    ["mistakes on that page", page.faults.length, 0, ""],
  ];
}

/** What keeps the engine busy, in loops and within single natives. */
const BUSY = [
  "while True:\n    data = [1]\n",
  "i = 0\nwhile True:\n    i += 1\n",
  "data = list(range(400_000, 0, -1))\nwhile True:\n    sorted(data, key=lambda n: n % 1000)\n",
  "import re\nre.match(r'(a+)+$', 'a' * 40 + 'b')\n",
  "n = 3\nwhile True:\n    n = n * n % (1 << 60000)\n",
  "text = 'ab' * 500_000\nwhile True:\n    text.replace('a', 'xyz').count('zb')\n",
  "import threading\ndef f():\n    while True:\n        pass\nfor _ in range(8):\n    threading.Thread(target=f).start()\n",
  "import asyncio\nasync def main():\n    while True:\n        await asyncio.gather(*(asyncio.sleep(0) for _ in range(1000)))\nasyncio.run(main())\n",
];

/** Milliseconds from a press of Stop until the page may run again, `times` of them. */
export async function stops(scene, times) {
  const page = await scene.open();
  await finished(page, "total");
  const took = [];
  for (let n = 0; n < times; n++) {
    await write(page, `# ${n}\n${BUSY[n % BUSY.length]}`);
    await page.keyboard.press("Control+Enter");
    await part(page, "stop").waitFor();
    await page.waitForTimeout(150 + (n * 37) % 200);
    if (!(await part(page, "stop").isVisible())) continue;
    const ms = await page.evaluate(
      () =>
        new Promise((done) => {
          const [stop, pressed] = [document.querySelector('[data-testid="stop"]'), performance.now()];
          const look = () => (document.querySelector('[data-testid="run"]')?.offsetParent ? done(performance.now() - pressed) : setTimeout(look));
          // One that has just ended by itself.
          if (!stop) return done();
          stop.click();
          look();
        }),
    );
    if (ms !== undefined) took.push(ms);
  }
  took.sort((a, b) => a - b);
  await page.context().close();
  return [
    [`Stop, median of ${took.length}`, middle(took), 50, "ms"],
    ["Stop, 99th percentile", took[Math.ceil(took.length * 0.99) - 1], 100, "ms"],
    // A run whose flag has fallen asks for it in vain.
    ["mistakes on that page", page.faults.filter((fault) => !/blob:|ERR_FILE_NOT_FOUND/.test(fault)).length, 0, ""],
  ];
}

/** Embeds that are added to a page, run and taken away, `times` of them: how many workers are left. */
export async function embeds(scene, times) {
  const first = await scene.open();
  await finished(first, "total");
  // Of what every visitor sees first nothing is said in the address.
  await write(first, "print('embedded')\n");
  await first.waitForFunction(() => location.hash.startsWith("#v"));
  const link = await first.evaluate(() => location.hash);
  await first.context().close();
  const context = await scene.browser.newContext();
  const page = await context.newPage();
  await page.goto(`${scene.address}static/coverage.html`);
  await page.setContent("<main></main>");
  const session = await scene.browser.newBrowserCDPSession();
  const workers = async () => (await session.send("Target.getTargets", { filter: [{ type: "worker" }] })).targetInfos.length;
  const before = await workers();
  let ran = 0;
  for (let n = 0; n < times; n++) {
    await page.evaluate((src) => {
      const frame = document.createElement("iframe");
      [frame.src, frame.width, frame.height] = [src, 600, 400];
      document.querySelector("main").replaceChildren(frame);
    }, `${scene.address}embed/?${n}${link}&run=load`);
    const frame = await (await page.waitForSelector("iframe")).contentFrame();
    await frame.waitForFunction(() => globalThis.interleave?.version, null, { timeout: 20_000 });
    ran++;
  }
  await page.evaluate(() => document.querySelector("main").replaceChildren());
  await page.waitForTimeout(500);
  const left = (await workers()) - before;
  await context.close();
  return [
    ["embeds that did not start", times - ran, 0, ""],
    [`workers left by ${times} embeds`, left, 0, ""],
  ];
}
