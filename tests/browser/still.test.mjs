// The picture that stands in the page until it has begun: the first example's, where the page opens with that, and of nothing else.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { boxes, difference } from "./picture.mjs";
import { part, stage, write } from "./stage.mjs";

let scene;
before(async () => (scene = await stage()));
after(() => scene.close());

/** How much of the picture may differ from what takes its place: edges that a part of a pixel decides, and the strokes of hatches. */
const TOLERANCE = 0.006;
const SHOWN = ["#waiting .headline .makespan", "#waiting .timeline-lanes", "#waiting .editor-plain"];

/** The page as it is before its code comes, which does not. */
async function early({ hash = "", kept = {}, ...options } = {}) {
  const context = await scene.browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  await page.route(/\/app-[^/]*\.js$/, () => {});
  await page.addInitScript((kept) => Object.entries(kept).forEach(([key, value]) => localStorage.setItem(`interleave.${key}`, value)), kept);
  await page.goto(scene.address + hash);
  return page;
}

/** Where the parts of a page stand, those of its picture or its own. */
const places = (page, within) =>
  page.evaluate((within) => {
    const parts = ".top > *, .headline > *, .timeline-lanes, .timeline-axis, .timeline-names span, .timeline-legend li, .play > *, .output .line, .panels p, .controls button, .tabs button";
    const boxes = [...document.querySelector(within).querySelectorAll(parts)].map((part) => part.getBoundingClientRect());
    return boxes.filter((box) => box.width).map((box) => [box.x, box.y, box.width, box.height].map(Math.round));
  }, within);

/** Takes away what is said to those who wait for long. */
const patient = (page) =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("#waiting .machine-line::after { display: none !important }");
    document.adoptedStyleSheets.push(sheet);
  });

/** What of the first example is to be seen. */
const shown = async (page) => Promise.all(SHOWN.map((selector) => page.locator(selector).isVisible()));
const drawn = (page) => page.evaluate(() => performance.getEntriesByName("interleave-first-timeline").length);

for (const colorScheme of ["light", "dark"]) {
  for (const [width, height] of [[1280, 800], [900, 800], [360, 740]]) {
    test(`the page takes the place of its picture without anything moving: ${colorScheme}, ${width} px`, async () => {
      const options = { viewport: { width, height }, colorScheme, reducedMotion: "reduce" };
      const before = await early(options);
      await patient(before);
      await boxes(before);
      const still = await before.screenshot();
      const stood = await places(before, "#waiting .page");
      const prepare = (page) => page.route(/\/editor-[^/]*\.js$/, (route) => route.abort());
      const page = await scene.open({ prepare, ...options });
      await boxes(page);
      await page.locator("#waiting").waitFor({ state: "detached" });
      await page.waitForTimeout(300);
      const stand = await places(page, "body > .page");
      assert.ok(stood.length > 30, `${stood.length} parts`);
      const moved = stood.filter((box, n) => box.some((side, at) => !(Math.abs(side - stand[n]?.[at]) <= 1)));
      assert.deepEqual([moved, stood.length], [[], stand.length]);
      const { share, where } = await difference(page, still, await page.screenshot());
      assert.ok(share <= TOLERANCE, `${(share * 100).toFixed(2)} % of the pixels differ, ${where}`);
      await before.context().close();
      await page.context().close();
    });
  }
}

test("whoever waits for long reads that the page cannot be used yet", async () => {
  const page = await early();
  await page.waitForFunction(() => {
    const { content, visibility } = getComputedStyle(document.querySelector("#waiting .machine-line"), "::after");
    return /Loading/.test(content) && visibility === "visible";
  });
  await page.context().close();
});

test("nothing of the code is asked for before something is seen", async () => {
  const prepare = (page) =>
    page.addInitScript(() => {
      // The clock that begins where nothing is ever painted.
      const later = globalThis.setTimeout;
      globalThis.setTimeout = (act, ms, ...rest) => (ms === 1000 ? 0 : later(act, ms, ...rest));
    });
  const page = await scene.open({ prepare });
  const [count, early] = await page.evaluate(() => {
    const painted = Math.min(...performance.getEntriesByType("paint").map((e) => e.startTime));
    const code = performance.getEntriesByType("resource").filter((e) => /\.(js|wasm)$/.test(e.name));
    return [code.length, code.filter((e) => e.startTime < painted).map((e) => e.name)];
  });
  assert.ok(count >= 3, `${count} files`);
  assert.deepEqual(early, []);
  await page.context().close();
});

test("the first example's picture is there without any script's file, and is measured", async () => {
  const page = await early();
  assert.deepEqual(await shown(page), [true, true, true]);
  assert.match(await page.locator("#waiting .headline").innerText(), /4\.00 s/);
  assert.match(await page.locator("#waiting .timeline-lanes").innerText(), /sleep 4 s/);
  await page.waitForFunction(() => performance.getEntriesByName("interleave-first-timeline").length === 1);
  // It is a picture: nothing in it is reached.
  assert.equal(await page.evaluate(() => document.querySelector("#waiting .page").inert), true);
  await page.context().close();
});

test("no other program is ever shown the first one's picture", async () => {
  const other = await scene.open();
  await write(other, "print('other')\n");
  await other.waitForTimeout(600);
  const { hash } = new URL(other.url());
  const draft = await other.evaluate(() => localStorage.getItem("interleave.draft"));
  await other.context().close();
  for (const options of [{ hash }, { hash: "#damaged" }, { kept: { draft } }, { kept: { tracks: "threads ready" } }]) {
    const page = await early(options);
    assert.deepEqual(await shown(page), [false, false, false], JSON.stringify(options));
    await page.waitForTimeout(100);
    assert.equal(await drawn(page), 0);
    await page.context().close();
  }
});

test("a page loaded again shows it, in the theme and with the panes that were chosen", async () => {
  const first = await scene.open();
  await first.waitForFunction(() => location.hash);
  const { hash } = new URL(first.url());
  await first.context().close();
  const page = await early({ hash, kept: { theme: "dark", side: "50" } });
  assert.deepEqual(await shown(page), [true, true, true]);
  assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector("#waiting")).colorScheme), "dark");
  assert.equal(await page.evaluate(() => document.querySelector("#waiting .left").getBoundingClientRect().width), 640);
  await page.context().close();
});

test("nothing is counted as moving", async () => {
  const page = await scene.open({
    prepare: (page) =>
      page.addInitScript(() => {
        globalThis.moved = 0;
        new PerformanceObserver((list) => list.getEntries().forEach((e) => (globalThis.moved += e.value))).observe({ type: "layout-shift", buffered: true });
      }),
  });
  await page.locator("#waiting").waitFor({ state: "detached" });
  await part(page, "headline").getByText("faster").waitFor();
  await page.waitForTimeout(500);
  assert.ok((await page.evaluate(() => globalThis.moved)) < 0.01);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});
