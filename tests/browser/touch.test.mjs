// The page by touch alone, as a phone sends it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { part, soon, stage } from "./stage.mjs";

let scene;
before(async () => (scene = await stage()));
after(() => scene.close());

const window_ = (page) => page.locator(".timeline-window").getAttribute("style");

/** A phone whose first run is over, and fingers on its lanes: `touch(type, [[x, y], …])` from the corner of the lanes. */
async function phone() {
  const page = await scene.open({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  await page.waitForFunction(() => /was/.test(document.querySelector('[data-testid="headline"]')?.textContent));
  const box = await page.locator("canvas.timeline-over").boundingBox();
  const session = await page.context().newCDPSession(page);
  const touch = (type, points) => {
    const touchPoints = points.map(([x, y], id) => ({ x: box.x + x, y: box.y + y, id }));
    return session.send("Input.dispatchTouchEvent", { type, touchPoints });
  };
  return { page, box, touch };
}

test("a finger pans, two fingers zoom, and the page stays where it is", async () => {
  const { page, box, touch } = await phone();
  const whole = await window_(page);
  const [x, y] = [box.width / 2, 60];
  await touch("touchStart", [[x - 20, y], [x + 20, y]]);
  for (let step = 1; step <= 8; step++) await touch("touchMove", [[x - 20 - 6 * step, y], [x + 20 + 6 * step, y]]);
  await touch("touchEnd", []);
  await soon(async () => assert.notEqual(await window_(page), whole, "pinched"));
  const near = await window_(page);
  await touch("touchStart", [[x, y]]);
  for (let step = 1; step <= 8; step++) await touch("touchMove", [[x - 10 * step, y]]);
  await touch("touchEnd", []);
  await soon(async () => assert.notEqual(await window_(page), near, "panned"));
  const panned = await window_(page);
  // Two fingers one above the other zoom too, and the lanes do not scroll meanwhile.
  await touch("touchStart", [[x, y - 20], [x, y + 20]]);
  for (let step = 1; step <= 6; step++) await touch("touchMove", [[x, y - 20 - 6 * step], [x, y + 20 + 6 * step]]);
  await touch("touchEnd", []);
  await soon(async () => assert.notEqual(await window_(page), panned, "pinched upright"));
  await soon(async () => assert.equal(await page.evaluate(() => document.querySelector(".timeline-scroll").scrollTop + scrollX + scrollY), 0));
  assert.equal(await page.evaluate(() => history.length), 2);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test("a tap selects, and the playhead follows a finger on the axis", async () => {
  const { page, box, touch } = await phone();
  const name = await page.locator(".timeline-names li", { hasText: "MainThread" }).boundingBox();
  await touch("touchStart", [[box.width / 2, name.y - box.y + 10]]);
  await touch("touchEnd", []);
  await page.waitForFunction(() => /MainThread: blocked/.test(document.querySelector(".timeline-said").textContent));
  const axis = await page.locator(".timeline-axis canvas").boundingBox();
  await touch("touchStart", [[40, axis.y - box.y + 12]]);
  for (let step = 1; step <= 5; step++) await touch("touchMove", [[40 + 16 * step, axis.y - box.y + 12]]);
  await touch("touchEnd", []);
  await part(page, "playhead").filter({ hasText: /of 4\.00 s/ }).waitFor();
  await page.getByRole("button", { name: /^To the next event/ }).tap();
  await page.getByRole("tab", { name: "State", selected: true }).waitFor();
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test("a finger that rests and moves on marks a range; so does a drag after the button", async () => {
  const { page, box, touch } = await phone();
  const range = part(page, "range");
  const y = (await page.locator(".timeline-names li", { hasText: "MainThread" }).boundingBox()).y - box.y + 10;
  await touch("touchStart", [[60, y]]);
  await page.locator(".timeline-tip:visible").waitFor();
  // Downwards first: the lanes must not scroll under a finger that marks.
  for (let step = 1; step <= 6; step++) await touch("touchMove", [[60 + 20 * step, y + 4 * step]]);
  await touch("touchEnd", []);
  await range.waitFor();
  await soon(async () => assert.match(await range.innerText(), /context switch/));
  await soon(async () => assert.equal(await page.evaluate(() => document.querySelector(".timeline-scroll").scrollTop), 0));
  await page.getByRole("button", { name: "Show the whole run" }).tap();
  await range.waitFor({ state: "detached" });
  const arm = page.getByRole("button", { name: "range", exact: true });
  await arm.tap();
  await soon(async () => assert.equal(await arm.getAttribute("aria-pressed"), "true"));
  const whole = await window_(page);
  await touch("touchStart", [[30, y]]);
  for (let step = 1; step <= 6; step++) await touch("touchMove", [[30 + 20 * step, y]]);
  await touch("touchEnd", []);
  await range.waitFor();
  await soon(async () => assert.equal(await arm.getAttribute("aria-pressed"), "false", "for one drag"));
  await soon(async () => assert.equal(await window_(page), whole, "nothing was panned"));
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test("a line's menu beside its number runs to it and sets a breakpoint", async () => {
  const page = await scene.open();
  await page.waitForFunction(() => /was/.test(document.querySelector('[data-testid="headline"]')?.textContent));
  const number = page.locator(".cm-lineNumbers .cm-gutterElement", { hasText: /^8$/ });
  await number.click({ button: "right" });
  await page.getByRole("menuitem", { name: "Run to here" }).click();
  await part(page, "playhead").filter({ hasText: /^3/ }).waitFor();
  await number.click({ button: "right" });
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.locator(".cm-breaks span[title]").last().waitFor();
  await number.click({ button: "right" });
  await page.getByRole("menuitem", { name: "Remove the breakpoint" }).waitFor();
  await page.keyboard.press("Escape");
  await soon(async () => assert.equal(await page.getByRole("menuitem").count(), 0));
  assert.deepEqual(page.faults, []);
  await page.context().close();
});
