// The machine's settings: versions of Python, who gets a core, other programs, costs, and one's own computer.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { finished, output, part, soon, stage, write } from "./stage.mjs";

const RACE =
  "import sys, threading\ncounter = 0\ndef work():\n    global counter\n    for _ in range(1_000_000):\n        counter += 1\nall = [threading.Thread(target=work) for _ in range(2)]\nfor t in all: t.start()\nfor t in all: t.join()\nprint('lost', counter < 2_000_000, 'in', sys.version_info[:2], sys.flags.gil)\n";

let scene;
before(async () => (scene = await stage()));
after(() => scene.close());

/** A page with the program run once and the settings open. */
async function opened(source) {
  const page = await scene.open();
  await finished(page, "total");
  await write(page, source);
  await page.keyboard.press("Control+Enter");
  if (!(await part(page, "cores").isVisible())) await part(page, "settings").click();
  return page;
}

test("a version of Python loses updates where that version does", async () => {
  const page = await opened(RACE);
  await finished(page, "lost False in (3, 13) 1");
  await part(page, "python").selectOption("9");
  await part(page, "run").click();
  await finished(page, "lost True in (3, 9) 1");
  await soon(async () => assert.ok(await part(page, "gil").isDisabled(), "3.9 has a GIL"));
  await part(page, "python").selectOption("14");
  await part(page, "gil").setChecked(false);
  await part(page, "run").click();
  await finished(page, "lost True in (3, 14) 0");
  assert.deepEqual(page.faults, []);
});

test("an order that came by lot is kept, and other programs take their share", async () => {
  const order =
    "import threading, time\nseen = []\ndef work(n):\n    for _ in range(3):\n        seen.append(n)\n        sum(range(3_000_000))\nall = [threading.Thread(target=work, args=(n,)) for n in range(5)]\nfor t in all: t.start()\nfor t in all: t.join()\nprint('order', *seen)\n";
  const page = await opened(order);
  await finished(page, "order");
  await part(page, "gil").setChecked(false);
  await page.getByText("Scheduling", { exact: true }).click();
  await part(page, "schedule").selectOption("random");
  await part(page, "run").click();
  await page.waitForFunction(() => !document.querySelector('[data-testid="stop"]'));
  await finished(page, "order");
  const first = await output(page);
  await part(page, "keep-order").click();
  await page.getByText(/As in the run that was kept: [\d,]+ choices/).waitFor();
  await part(page, "run").click();
  await page.waitForFunction(() => !document.querySelector('[data-testid="stop"]'));
  await soon(async () => assert.equal(await output(page), first));
  await part(page, "load").fill("95");
  await part(page, "load").press("Enter");
  await page.getByText("A number, 0 to 90.").waitFor();
  await part(page, "load").fill("50");
  await part(page, "load").press("Enter");
  await part(page, "run").click();
  await finished(page, "order");
  assert.deepEqual(page.faults, []);
});

test("a run that reached a bound goes on longer when asked", async () => {
  const page = await opened("import time\nwhile True:\n    time.sleep(3600)\n");
  await page.getByRole("tab", { name: "Findings" }).click();
  const finding = part(page, "finding");
  await finding.getByText("The program was stopped after").waitFor();
  const bound = await finding.innerText();
  await part(page, "run-longer").click();
  await page.waitForFunction((before) => {
    const now = document.querySelector('[data-testid="finding"]')?.innerText;
    return now && now.includes("stopped after") && now !== before;
  }, bound);
  assert.deepEqual(page.faults, []);
});

test("costs are open to be read and changed, and become those of one's own computer", async () => {
  const page = await opened("import time\nt = time.perf_counter()\nn = 0\nwhile n < 1_000_000:\n    n = n + 1\nprint('took', round(time.perf_counter() - t, 2))\n");
  await finished(page, "took 0.04");
  await part(page, "costs").locator("> summary").click();
  await soon(async () => assert.equal(await part(page, "global").inputValue(), "45.6"));
  await part(page, "global").fill("91.2");
  await part(page, "global").press("Enter");
  await part(page, "run").click();
  await finished(page, "took 0.06");
  await part(page, "global").fill("much");
  await part(page, "global").press("Enter");
  await soon(async () => assert.equal(await part(page, "global").getAttribute("aria-invalid"), "true"));
  await part(page, "measured").fill("nothing");
  await part(page, "measured").press("Enter");
  await page.getByText("This is not the line").waitFor();
  await part(page, "measured").fill("interleave 3.12 local=9.2 global=22.6 attribute=14.5 call=13.9");
  await part(page, "measured").press("Enter");
  await page.getByText("Python 3.12: CPU speed 2.00 ×.").waitFor();
  await soon(async () => assert.equal(await part(page, "speed").inputValue(), "2"));
  await soon(async () => assert.equal(await part(page, "python").inputValue(), "12"));
  assert.deepEqual(page.faults, []);
});
