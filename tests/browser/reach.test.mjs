// The page for everybody: by keys alone, at 360 px, at 200 % zoom, without motion.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { finished, part, soon, stage, write } from "./stage.mjs";

let scene;
before(async () => (scene = await stage()));
after(() => scene.close());

/** Presses Tab until what has the focus fits. */
async function tabTo(page, selector) {
  for (let press = 0; press < 80; press++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((s) => document.activeElement.matches(s), selector)) return;
  }
  assert.fail(`${selector} is not reached`);
}

/** Nothing is wider than the page, and each of these can be seen. */
async function fits(page, ...seen) {
  assert.ok(await page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth), "the page scrolls sideways");
  const { width, height } = page.viewportSize();
  for (const one of seen) {
    const box = await one.boundingBox();
    assert.ok(box && box.x >= 0 && box.y >= 0 && box.x + box.width <= width + 1 && box.y + box.height <= height + 1, `${one} at ${JSON.stringify(box)}`);
  }
}

/** The first look at the page: the example has run, also where its output is not shown. */
const looked = (page) => page.waitForFunction(() => /was/.test(document.querySelector('[data-testid="headline"]')?.textContent));

/** Lanes that can be seen at once. */
const lanes = (page) => page.evaluate(() => document.querySelector("canvas.timeline-lanes").clientHeight / 22);

test("keys alone write, run, ask, travel and choose an example", async () => {
  const page = await scene.open();
  await finished(page, "total");
  await tabTo(page, ".cm-content");
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText("import time\nprint('one')\ntime.sleep(1)\nprint('two')\n");
  await page.keyboard.press("Control+Enter");
  await finished(page, "two");
  await page.keyboard.press("Escape");
  await tabTo(page, ".timeline-scroll");
  for (const key of ["ArrowDown", "ArrowDown", "ArrowRight", "ArrowLeft"]) await page.keyboard.press(key);
  await page.waitForFunction(() => /sleeping/.test(document.querySelector(".timeline-said").textContent));
  await soon(async () => assert.match(await part(page, "selection").innerText(), /sleep/));
  await page.keyboard.press("m");
  await part(page, "range").waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type("two");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await page.keyboard.press("n");
  await part(page, "playhead").filter({ hasText: /of/ }).waitFor();
  await tabTo(page, '.panels [role="tab"][aria-selected="true"]');
  await page.keyboard.press("ArrowRight");
  await page.getByRole("tab", { selected: true, name: "Totals" }).waitFor();
  await tabTo(page, '[data-testid="gallery"]');
  await page.keyboard.press("Enter");
  await tabTo(page, '[data-testid="example-deadlock"]');
  await page.keyboard.press("Enter");
  await page.getByText("deadlock", { exact: false }).first().waitFor();
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test("a phone of 360 px shows code, lanes and output without scrolling sideways", async () => {
  const page = await scene.open({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  await looked(page);
  const run = part(page, "run");
  await fits(page, run, part(page, "timeline"), part(page, "headline"));
  await soon(async () => assert.ok((await lanes(page)) >= 6, `${await lanes(page)} lanes`));
  for (const [tab, seen] of [["Code", part(page, "editor")], ["Output", part(page, "output")], ["Timeline", part(page, "timeline")]]) {
    await page.getByRole("button", { name: tab, exact: true }).tap();
    await fits(page, run, seen);
  }
  // Fingers need room.
  const targets = await page.locator(".play button:visible, .controls button:visible, .tabs button:visible").all();
  for (const target of targets) {
    const { width, height } = await target.boundingBox();
    await soon(async () => assert.ok(Math.min(width, height) >= 24 && Math.max(width, height) >= 32, `${await target.getAttribute("title")}: ${width} × ${height}`));
  }
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test("at 200 % zoom everything can be reached", async () => {
  const page = await scene.open({ viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });
  await looked(page);
  await fits(page, part(page, "run"));
  await soon(async () => assert.ok((await lanes(page)) >= 3, `${await lanes(page)} lanes`));
  for (const tab of ["Code", "Output", "Timeline"]) {
    await page.getByRole("button", { name: tab, exact: true }).click();
    await fits(page, part(page, "run"));
  }
  await part(page, "gallery").click();
  await page.getByRole("dialog").or(page.locator(".menu")).first().waitFor();
  await fits(page);
  await page.context().close();
  const wide = await scene.open({ viewport: { width: 960, height: 540 }, deviceScaleFactor: 2 });
  await looked(wide);
  await fits(wide, part(wide, "run"), part(wide, "timeline"), part(wide, "headline"));
  await soon(async () => assert.ok((await lanes(wide)) >= 3, `${await lanes(wide)} lanes`));
  await wide.context().close();
});

test("with reduced motion nothing moves by itself, and playing goes in steps", async () => {
  const page = await scene.open({ reducedMotion: "reduce" });
  await finished(page, "total");
  await page.evaluate(() => {
    globalThis.moved = 0;
    for (const kind of ["animationstart", "transitionstart"]) addEventListener(kind, () => globalThis.moved++, true);
  });
  await part(page, "gallery").click();
  await page.keyboard.press("Escape");
  await part(page, "play").click();
  const times = new Set();
  for (let look = 0; look < 12; look++) {
    times.add(await part(page, "playhead").innerText());
    await page.waitForTimeout(100);
  }
  assert.ok(times.size >= 2 && times.size <= 5, `${times.size} places in 1.2 s`);
  assert.equal(await page.evaluate(() => globalThis.moved), 0);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});
