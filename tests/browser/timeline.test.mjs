// The timeline by keys alone, and as a person puts its lanes.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { finished, soon, stage, write } from "./stage.mjs";

const WORKERS = `import threading, time
def work(n):
    time.sleep(0.1 + n / 1000)
threads = [threading.Thread(target=work, args=(n,)) for n in range(150)]
for t in threads: t.start()
for t in threads: t.join()
print("all done")
`;

let scene;
before(async () => (scene = await stage()));
after(() => scene.close());

const names = (page) => page.locator(".timeline-names li:visible").evaluateAll((all) => all.map((li) => li.querySelector("span").textContent.trim()));
const window_ = (page) => page.locator(".timeline-window").getAttribute("style");
const said = (page) => page.locator(".timeline-said").innerText();

/** A page whose first run is over, with the focus on the lanes. */
async function open(options) {
  const page = await scene.open(options);
  await page.locator(".timeline-names li", { hasText: "MainThread" }).waitFor();
  await page.locator(".timeline-scroll").focus();
  return page;
}

test("keys alone select, zoom, follow and undo", async () => {
  const page = await open();
  const whole = await window_(page);
  for (const key of ["ArrowDown", "ArrowDown", "ArrowRight"]) await page.keyboard.press(key);
  await page.waitForFunction(() => document.querySelector(".timeline-said").textContent.includes("MainThread"));
  await page.keyboard.press("ArrowDown");
  await page.waitForFunction(() => document.querySelector(".timeline-said").textContent.includes("call_api"));
  await page.keyboard.press("f");
  await page.keyboard.press("w");
  await soon(async () => assert.notEqual(await window_(page), whole));
  for (let press = 0; press < 5; press++) await page.keyboard.press("Control+z");
  await soon(async () => assert.equal(await window_(page), whole, "undone to the beginning"));
  await page.keyboard.press("Control+Shift+z");
  await soon(async () => assert.notEqual(await window_(page), whole, "and redone"));
  await page.keyboard.press("0");
  await soon(async () => assert.equal(await window_(page), whole));
  await page.keyboard.press(".");
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await page.getByRole("dialog").getByText("Pin the lane above the others; hide it").waitFor();
  assert.deepEqual(page.faults, []);
});

test("lanes are pinned, hidden, moved and brought back", async () => {
  const page = await open();
  const all = await names(page);
  const at = all.findIndex((name) => name.startsWith("MainThread"));
  await page.locator(".timeline-names li").nth(at).click();
  await page.locator(".timeline-scroll").focus();
  await page.keyboard.press("Alt+ArrowDown");
  await soon(async () => assert.ok((await names(page))[at + 1].startsWith("MainThread"), "moved below its sibling"));
  await page.keyboard.press("p");
  await page.locator(".timeline-names .shelf li", { hasText: "MainThread" }).waitFor();
  await page.keyboard.press("h");
  await page.waitForFunction((count) => document.querySelectorAll(".timeline-names li").length === count, all.length - 1);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await page.waitForFunction((count) => document.querySelectorAll(".timeline-names li").length === count, all.length);
  await soon(async () => assert.deepEqual(await names(page), all));
  await page.getByRole("button", { name: "lanes", exact: true }).click();
  await page.getByRole("menuitemcheckbox", { name: "live threads" }).click();
  await page.locator(".timeline-names li", { hasText: "live threads" }).waitFor();
  assert.deepEqual(page.faults, []);
});

test("many alike threads are one row that opens by a key", async () => {
  const page = await open();
  await write(page, WORKERS);
  await page.keyboard.press("Control+Enter");
  await finished(page, "all done");
  const band = page.locator(".timeline-names .band");
  await band.waitFor();
  await soon(async () => assert.match(await band.innerText(), /work\s*× 150/));
  await page.locator(".timeline-scroll").focus();
  for (let row = 0; row < 9 && !/work × 150, folded/.test(await said(page)); row++) await page.keyboard.press("ArrowDown");
  await soon(async () => assert.match(await said(page), /work × 150, folded/));
  await page.keyboard.press("Enter");
  await page.locator(".timeline-names li", { hasText: "work(0)" }).first().waitFor();
  assert.deepEqual(page.faults, []);
});
