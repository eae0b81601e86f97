// Asking the timeline: selecting by keyboard, search, a range, the table.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { finished, part, soon, stage, write } from "./stage.mjs";

let scene;
before(async () => (scene = await stage()));
after(() => scene.close());

const LOCKS =
  "import threading, time\nlock = threading.Lock()\n\ndef work(n):\n    with lock:\n        time.sleep(1)\n        print('done', n)\n\n" +
  "ts = [threading.Thread(target=work, args=(n,), name=f'w{n}') for n in range(3)]\nfor t in ts:\n    t.start()\nfor t in ts:\n    t.join()\n";

/** The page with three threads that want one lock, already run. */
async function locks() {
  const page = await scene.open();
  await finished(page, "total");
  await write(page, LOCKS);
  await page.keyboard.press("Control+Enter");
  await finished(page, "done 2");
  await page.locator(".timeline-scroll").focus();
  return page;
}

test("the headline tells the run in a sentence", async () => {
  const page = await scene.open();
  await finished(page, "total");
  await soon(async () => assert.match(await part(page, "headline").innerText(), /Both threads slept at the same time, so 4\.00\ss instead of 7\.00\ss/));
  await page.context().close();
});

test("a wait selected by keyboard tells the lock, who ended it and who else wanted it", async () => {
  const page = await locks();
  await page.keyboard.press("/");
  await page.keyboard.type("lock lock");
  await page.keyboard.press("Enter");
  const panel = part(page, "selection");
  await panel.waitFor();
  await soon(async () => assert.match(await panel.innerText(), /blocked: lock lock/));
  await soon(async () => assert.match(await panel.innerText(), /ended by\s+w0/));
  await soon(async () => assert.match(await panel.innerText(), /line 5/));
  await soon(async () => assert.match(await part(page, "related").innerText(), /lock lock[\s\S]*2 waits, 3\.00 s in all/));
  await panel.getByRole("button", { name: /^w0$/ }).click();
  await soon(async () => assert.match(await panel.innerText(), /w0/));
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test("search counts, goes round and closes", async () => {
  const page = await locks();
  await page.keyboard.press("/");
  await page.keyboard.type("done");
  const find = part(page, "find");
  await find.getByText(/1 of 3/).waitFor();
  await soon(async () => assert.match(await find.innerText(), /3 lines of output/));
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await find.getByText(/2 of 3/).waitFor();
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.press("Shift+Enter");
  await find.getByText(/3 of 3/).waitFor();
  await page.keyboard.press("Escape");
  await find.waitFor({ state: "detached" });
  await soon(async () => assert.ok(await page.evaluate(() => document.activeElement.classList.contains("timeline-scroll"))));
  await page.context().close();
});

test("M marks a range and sums it up", async () => {
  const page = await locks();
  await page.keyboard.press("m");
  const range = part(page, "range");
  await range.waitFor();
  await soon(async () => assert.match(await range.innerText(), /3 lines of output/));
  await page.keyboard.press("m");
  await range.waitFor({ state: "detached" });
  const axis = await page.locator(".timeline-axis canvas").boundingBox();
  await page.keyboard.down("Shift");
  await page.mouse.move(axis.x + axis.width * 0.5, axis.y + 10);
  await page.mouse.down();
  await page.mouse.move(axis.x + axis.width * 0.75, axis.y + 10, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.up("Shift");
  await range.waitFor();
  await soon(async () => assert.match(await range.innerText(), /1 line of output/));
  await page.context().close();
});

test("the table filters, sorts and goes to a span", async () => {
  const page = await locks();
  await page.getByRole("tab", { name: "Totals" }).click();
  await soon(async () => assert.match(await part(page, "path").innerText(), /sleeping 3\.00 s/));
  await part(page, "table-open").click();
  const count = part(page, "table-count");
  await count.waitFor();
  await part(page, "table-text").fill("lock lock");
  await page.waitForFunction(() => document.querySelector('[data-testid="table-count"]').textContent === "2 spans");
  await page.getByRole("columnheader", { name: "length" }).getByRole("button").click();
  const rows = page.locator("dialog.spans tbody tr");
  await soon(async () => assert.match(await rows.first().innerText(), /w1[\s\S]*blocked[\s\S]*lock lock/));
  await rows.first().press("Enter");
  await soon(async () => assert.match(await part(page, "selection").innerText(), /blocked: lock lock/));
  assert.deepEqual(page.faults, []);
  await page.context().close();
});
