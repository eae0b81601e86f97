// Programs that do not end by themselves: the page stays responsive and Stop keeps what there is.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { colours, finished, output, part, soon, stage, write } from "./stage.mjs";

let scene;
before(async () => (scene = await stage()));
after(() => scene.close());

async function running(source) {
  const page = await scene.open();
  await finished(page, "total");
  await write(page, source);
  await page.keyboard.press("Control+Enter");
  await part(page, "stop").waitFor();
  return page;
}

test("an endless loop leaves the page responsive and stops", async () => {
  const page = await running("print('begun')\nwhile True:\n    data = [1]\n");
  const longest = await page.evaluate(
    () =>
      new Promise((resolve) => {
        let [last, worst] = [performance.now(), 0];
        const end = last + 1000;
        const step = (now) => {
          worst = Math.max(worst, now - last);
          last = now;
          now < end ? requestAnimationFrame(step) : resolve(worst);
        };
        requestAnimationFrame(step);
      }),
  );
  assert.ok(longest < 700, `a frame took ${longest} ms`);
  const pressed = Date.now();
  await part(page, "stop").click();
  await part(page, "run").waitFor();
  assert.ok(Date.now() - pressed < 5000, `${Date.now() - pressed} ms from Stop to Run`);
  await soon(async () => assert.match(await output(page), /begun/));
  await soon(async () => assert.ok((await colours(page)) > 1, "the timeline so far stays"));
  await write(page, "print('next run')\n");
  await page.keyboard.press("Control+Enter");
  await finished(page, "next run");
  assert.deepEqual(page.faults, []);
});

test("an endless loop that does nothing ends at a limit, or stops, and keeps its output", async () => {
  const page = await scene.open();
  await finished(page, "total");
  await write(page, "print('begun')\nwhile True:\n    pass\n");
  await page.keyboard.press("Control+Enter");
  await finished(page, "begun").catch(() => part(page, "stop").click());
  await finished(page, "begun");
  await soon(async () => assert.match(await part(page, "finding").first().innerText(), /line [23]|[Ss]topped/));
});

for (const [what, long] of [["a product", "n * n"], ["a sort", "data.sort(reverse=True); data.sort()"]]) {
  test(`Stop in the midst of ${what} is answered by the engine itself`, async () => {
    const page = await running(`data = list(range(2_000_000))\nn = 3 ** 4_000_000\nprint('begun')\nwhile True:\n    ${long}\n`);
    const [engine] = page.workers();
    await page.waitForFunction(() => document.querySelector('[data-testid="output"]').textContent.includes("begun"));
    await page.waitForTimeout(300);
    await part(page, "stop").click();
    await part(page, "run").waitFor();
    await page.locator(".timeline-note", { hasText: "Stopped at" }).waitFor();
    assert.ok(page.workers().includes(engine), "the engine was not replaced");
    await soon(async () => assert.match(await output(page), /begun/));
    await write(page, "print('next run')\n");
    await page.keyboard.press("Control+Enter");
    await finished(page, "next run");
    assert.ok(page.workers().includes(engine));
  });
}

test("an endless loop with calls and allocation stops too", async () => {
  const page = await running("def f(x):\n    return [x]\n\nwhile True:\n    f(1)\n");
  await page.waitForTimeout(300);
  await part(page, "stop").click();
  await part(page, "run").waitFor();
});

for (const [name, source, ending] of [
  ["recursion without end", "def f(n):\n    return f(n + 1)\nf(0)\n", /RecursionError/],
  ["a huge list", "x = [0] * (10 ** 12)\n", /MemoryError|memory|limit/i],
  ["a list that grows for ever", "x = [0]\nwhile True:\n    x = x + x\n", /MemoryError|memory|limit/i],
  ["a number that grows for ever", "x = 3\nwhile True:\n    x = x * x\n", /MemoryError|memory|limit|number|digits/i],
  ["a million lines", "for n in range(10 ** 6):\n    print(n)\n", null],
  ["more lines than the limit", "while True:\n    print('x' * 100)\n", /limit|output|MB/i],
]) {
  test(`${name} ends with a message and the page goes on`, { timeout: 60_000 }, async () => {
    const page = await scene.open();
    const result = await page.evaluate(async (text) => {
      const r = await globalThis.interleave.run(text);
      return { exit: r.exit, stderr: r.stderr.slice(-2000), lines: r.stdout.split("\n").length };
    }, source);
    if (ending) {
      assert.notEqual(result.exit, 0);
      assert.match(result.stderr, ending);
    } else {
      assert.equal(result.exit, 0, result.stderr);
      assert.equal(result.lines, 10 ** 6 + 1);
    }
    const after = await page.evaluate(() => globalThis.interleave.run("print(1 + 1)"));
    assert.equal(after.stdout, "2\n");
    assert.deepEqual(page.faults, []);
  });
}

test("cancel ends a run from outside", async () => {
  const page = await scene.open();
  const exit = await page.evaluate(async () => {
    const run = globalThis.interleave.run("while True:\n    pass\n");
    setTimeout(() => globalThis.interleave.cancel(), 200);
    return (await run).exit;
  });
  assert.equal(exit, 130);
});
