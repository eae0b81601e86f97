// Runs that are not like others: each has a picture or a sentence that explains itself, never an empty canvas.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { colours, finished, part, soon, stage, write } from "./stage.mjs";

let scene;
before(async () => (scene = await stage()));
after(() => scene.close());

/** A page on which this program has been started. */
async function started(source, options) {
  const page = await scene.open(options);
  await finished(page, "total");
  await write(page, source);
  await page.keyboard.press("Control+Enter");
  return page;
}

const note = (page) => page.locator(".timeline-note");
const axisOf = (page) => page.locator(".timeline-window").getAttribute("style");

test("a run in which nothing happens says how short it was", async () => {
  const page = await started("");
  await part(page, "headline").filter({ hasText: "ns" }).waitFor();
  await soon(async () => assert.match(await page.locator(".timeline-scroll").getAttribute("aria-label"), /Timeline: 17 ns/));
  await soon(async () => assert.ok((await colours(page)) > 3, "its lanes are drawn"));
  await soon(async () => assert.match(await page.locator(".output .empty").innerText(), /What the program prints/));
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test("before the first run the timeline says what will be there", async () => {
  const page = await scene.open();
  await finished(page, "total");
  await part(page, "gallery").click();
  await part(page, "new-program").click();
  await soon(async () => assert.match(await page.locator(".timeline-empty").innerText(), /Press Run/));
  await page.context().close();
});

test("a run cut by a limit ends with a line and its reason", async () => {
  const page = await started("while True:\n    print('x' * 1000)\n");
  await note(page).filter({ hasText: /The run ends at/ }).waitFor();
  await soon(async () => assert.match(await note(page).innerText(), /output|MB|limit/i));
  await soon(async () => assert.match(await part(page, "headline").innerText(), /limit reached/));
  await soon(async () => assert.ok((await colours(page)) > 3));
  await page.context().close();
});

test("a run with an exception says which, and marks the line", async () => {
  const page = await started("import time\ntime.sleep(1)\n1 / 0\n");
  await note(page).filter({ hasText: "Ended by an exception at 1.00 s: ZeroDivisionError" }).waitFor();
  await page.locator(".cm-mark-error").waitFor();
  await soon(async () => assert.match(await part(page, "headline").innerText(), /ZeroDivisionError ended it after 1\.00/));
  await page.context().close();
});

test("a run that still goes on is drawn as far as it has come", async () => {
  const page = await started("import time\nn = 0\nwhile True:\n    time.sleep(0.01)\n    for i in range(3000):\n        n = [i]\n");
  await note(page).filter({ hasText: "Still running" }).waitFor();
  await page.locator(".timeline-names li", { hasText: "MainThread" }).waitFor();
  await soon(async () => assert.ok((await colours(page)) > 3, "the lanes so far"));
  const first = await part(page, "headline").innerText();
  await page.waitForFunction((text) => document.querySelector('[data-testid="headline"]').innerText !== text, first);
  await part(page, "stop").click();
  await note(page).filter({ hasText: "Stopped at" }).waitFor();
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test("a moment beside an hour can be found, seen and told", async () => {
  const page = await started("import threading, time\nt = threading.Thread(target=time.sleep, args=(3600,))\nt.start()\ntime.sleep(1e-9)\nprint('short')\nt.join()\n");
  await finished(page, "short");
  await part(page, "headline").filter({ hasText: /1\.00 h|60\.0 min|3600 s/ }).waitFor();
  await page.locator(".timeline-scroll").focus();
  const whole = await axisOf(page);
  await page.keyboard.press("/");
  await page.keyboard.type("0.001 µs");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await page.keyboard.press("f");
  await page.waitForFunction((before) => document.querySelector(".timeline-window").getAttribute("style") !== before, whole);
  await soon(async () => assert.match(await page.locator(".timeline-said").innerText(), /MainThread: sleeping/));
  await soon(async () => assert.ok((await colours(page)) > 3));
  await page.keyboard.press("0");
  await soon(async () => assert.equal(await axisOf(page), whole));
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test("a hundred thousand tasks are a band that opens and scrolls to its end", { timeout: 60_000 }, async () => {
  const page = await started(`import asyncio
async def tick(n):
    await asyncio.sleep(1)
async def main():
    await asyncio.gather(*(tick(n) for n in range(100_000)))
    print("all ended")
asyncio.run(main())
`);
  page.setDefaultTimeout(45_000);
  await finished(page, "all ended");
  const band = page.locator(".timeline-names .band");
  await band.waitFor();
  await soon(async () => assert.match(await band.innerText(), /tick\s*× 100000/));
  await band.locator(".timeline-fold").click();
  await page.locator(".timeline-names li", { hasText: "tick(0)" }).first().waitFor();
  const elements = await page.evaluate(() => {
    const scroller = document.querySelector(".timeline-scroll");
    scroller.scrollTop = scroller.scrollHeight;
    return document.querySelectorAll(".timeline-names li").length;
  });
  assert.ok(elements < 100, `${elements} names are in the document`);
  await page.locator(".timeline-names li", { hasText: "tick(99999)" }).first().waitFor();
  await soon(async () => assert.ok((await colours(page)) > 3));
  assert.deepEqual(page.faults, []);
  await page.context().close();
});
