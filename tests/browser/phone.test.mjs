// A phone: the four tabs, targets that fingers hit, and fields that do not make the browser zoom.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { part, soon, stage } from "./stage.mjs";

let scene;
before(async () => (scene = await stage()));
after(() => scene.close());

/** A phone whose first run is over. */
async function phone() {
  const page = await scene.open({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  await page.waitForFunction(() => /was/.test(document.querySelector('[data-testid="headline"]')?.textContent));
  return page;
}

/** Controls in sight that are lower or narrower than a finger needs, and fields with letters that browsers zoom in on. */
const faults = (page) =>
  page.evaluate(() => {
    const found = [];
    const told = (e) => `${e.tagName.toLowerCase()} ${(e.getAttribute("aria-label") ?? e.textContent).trim().slice(0, 30)}`;
    for (const e of document.querySelectorAll("button, a[href], input, select, textarea, summary, [role=tab], [role=menuitem], [contenteditable=true]")) {
      if (!e.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true })) continue;
      const modal = document.querySelector("dialog[open]");
      if (modal && !modal.contains(e)) continue;
      const style = getComputedStyle(e);
      const field = e.matches("input:not([type=checkbox], [type=radio], [type=range]), select, textarea, [contenteditable=true]");
      if (field && parseFloat(style.fontSize) < 16) found.push(`${told(e)}: letters of ${style.fontSize}`);
      // A label is hit with its box.
      const boxes = [e, ...(e.labels ?? [])].map((part) => part.getBoundingClientRect());
      const [width, height] = [Math.max(...boxes.map((b) => b.width)), Math.max(...boxes.map((b) => b.height))];
      // Words within a sentence stand on its lines.
      const inline = e.matches(".link, a[href]") || e.closest(".cm-gutters, .cm-content, .timeline-names");
      if (width && !inline && (height < 43.5 || width < 43.5)) found.push(`${told(e)}: ${Math.round(width)} × ${Math.round(height)}`);
    }
    return found;
  });

test("code, timeline, output and comparison are a tab each", async () => {
  const page = await phone();
  const seen = async (...parts) => {
    for (const selector of [".editor", ".timeline-box", ".output", ".compare"]) {
      await soon(async () => assert.equal(await page.locator(selector).isVisible(), parts.includes(selector), `${selector} in ${await page.locator(".page").getAttribute("data-tab")}`));
    }
    await soon(async () => assert.ok(await part(page, "run").isVisible()));
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 360);
  };
  await part(page, "tab-code").tap();
  await seen(".editor");
  await part(page, "tab-output").tap();
  await seen(".output");
  await part(page, "tab-compare").tap();
  await seen(".compare");
  await page.waitForFunction(() => /1\.75 × faster: the waits overlap/.test(document.querySelector('[data-testid="compare"]').textContent));
  // A run leaves the tab as it is.
  await part(page, "run").tap();
  await page.waitForFunction(() => !document.querySelector('[data-testid="stop"]'));
  await seen(".compare");
  await part(page, "tab-timeline").tap();
  await seen(".timeline-box");
  await soon(async () => assert.equal(await page.getByRole("tab", { name: "Totals" }).getAttribute("aria-selected"), "true"));
  assert.deepEqual(page.faults, []);
});

test("what folds a row is as wide as a finger and does not cut the row's name", async () => {
  const page = await phone();
  const [width, cut] = await page.evaluate(() => {
    const name = document.querySelector(".timeline-names .process span");
    return [document.querySelector(".timeline-fold").offsetWidth, name.scrollWidth - name.clientWidth];
  });
  assert.ok(width >= 44, `${width} px`);
  assert.ok(cut <= 0, `${cut} px of the name are cut`);
  await page.context().close();
});

test("the editor comes with the tab of the code, and goes on where somebody types", async () => {
  let arrive;
  const held = new Promise((now) => (arrive = now));
  const prepare = (page) =>
    page.route(/\/editor[^/]*\.js$/, async (route) => {
      await held;
      await route.continue();
    });
  const page = await scene.open({ prepare, viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  await page.waitForFunction(() => /was/.test(document.querySelector('[data-testid="headline"]')?.textContent));
  await part(page, "tab-code").tap();
  const plain = page.locator("textarea.editor-plain");
  await plain.tap();
  await plain.evaluate((area) => area.setSelectionRange(0, 0));
  await page.keyboard.type("before = 1\n");
  arrive();
  await page.locator(".cm-content:focus").waitFor();
  await soon(async () => assert.ok(!(await plain.isVisible())));
  await page.keyboard.type("after = 2\n");
  await soon(async () => assert.match(await page.locator(".cm-content").innerText(), /^before = 1\nafter = 2\nimport threading/));
  assert.deepEqual(page.faults, []);
  await page.context().close();

  // Whoever does not open it does not wait for it to be made.
  const other = await phone();
  await other.waitForTimeout(1_500);
  await soon(async () => assert.equal(await other.locator(".cm-editor").count(), 0));
  await other.setViewportSize({ width: 900, height: 740 });
  await other.locator(".cm-content").waitFor();
  assert.deepEqual(other.faults, []);
  await other.context().close();
});

test("everything that can be pressed is as large as a finger, and no field makes the browser zoom", async () => {
  const page = await phone();
  for (const tab of ["code", "timeline", "output", "compare"]) {
    await part(page, `tab-${tab}`).tap();
    assert.deepEqual(await faults(page), [], tab);
  }
  for (const id of ["gallery", "share"]) {
    await part(page, id).tap();
    assert.deepEqual(await faults(page), [], id);
    await page.keyboard.press("Escape");
  }
  await part(page, "settings").tap();
  assert.deepEqual(await faults(page), [], "settings");
  await part(page, "settings").tap();
  await part(page, "tab-compare").tap();
  await part(page, "advice-of-run").tap();
  await part(page, "advice").waitFor();
  assert.deepEqual(await faults(page), [], "advice");
  await page.keyboard.press("Escape");
  await part(page, "diff-open").tap();
  await part(page, "diff-rows").waitFor();
  assert.deepEqual(await faults(page), [], "what differs");
});

test("a field in focus leaves the page at its size", async () => {
  const page = await phone();
  await part(page, "tab-code").tap();
  await page.locator(".cm-content").tap();
  assert.equal(await page.evaluate(() => visualViewport.scale), 1);
  await page.keyboard.type("# by the phone's own keyboard\n");
  await page.locator(".cm-content").getByText("# by the phone's own keyboard").waitFor();
});
