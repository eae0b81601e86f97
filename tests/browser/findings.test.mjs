// Findings: what a run wastes is counted, told with its line, and shown on the timeline; locks and speed-up stand in the totals.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { finished, soon, stage, write } from "./stage.mjs";

const BLOCKED = `import asyncio, time

async def beat():
    for _ in range(3):
        await asyncio.sleep(0.1)

async def report():
    time.sleep(0.7)
    print("reported")

async def main():
    await asyncio.gather(beat(), report())

asyncio.run(main())
`;

const LOCKED = `import threading, time
lock = threading.Lock()
def work():
    with lock:
        time.sleep(1)
threads = [threading.Thread(target=work) for _ in range(3)]
for t in threads: t.start()
for t in threads: t.join()
print("worked")
`;

let scene;
before(async () => (scene = await stage()));
after(() => scene.close());

const tab = (page, name) => page.getByRole("tab", { name: new RegExp(`^${name}`) });

async function ran(source, text) {
  const page = await scene.open();
  await write(page, source);
  await page.keyboard.press("Control+Enter");
  await finished(page, text);
  return page;
}

test("a call that blocks the loop is found, leads to its line and is outlined on the timeline", async () => {
  const page = await ran(BLOCKED, "reported");
  await tab(page, "Findings").getByText("1", { exact: true }).waitFor();
  await tab(page, "Findings").click();
  const finding = page.getByTestId("finding");
  await soon(async () => assert.match(await finding.innerText(), /A call blocks the event loop.*line 8.*for 700 ms/s));
  await finding.getByTestId("finding-line").click();
  const show = finding.getByTestId("finding-show");
  const lanes = page.locator(".timeline canvas").last();
  const before = await lanes.screenshot();
  await show.focus();
  await page.keyboard.press("Enter");
  await soon(async () => assert.equal(await show.getAttribute("aria-pressed"), "true"));
  await page.waitForTimeout(100);
  const after = await lanes.screenshot();
  assert.notDeepEqual(after, before, "something is drawn");
  await page.keyboard.press("Enter");
  await soon(async () => assert.equal(await show.getAttribute("aria-pressed"), "false"));
});

test("another run takes the mark of the last one away", async () => {
  const page = await ran(BLOCKED, "reported");
  await tab(page, "Findings").click();
  await page.getByTestId("finding-show").click();
  await write(page, "print('nothing to find')\n");
  await page.keyboard.press("Control+Enter");
  await finished(page, "nothing to find");
  await page.getByText("Nothing to report").waitFor();
  await soon(async () => assert.equal(await page.getByTestId("finding-show").count(), 0));
});

test("totals tell of locks and of what could go on at the same time", async () => {
  const page = await ran(LOCKED, "worked");
  await tab(page, "Totals").click();
  const locks = page.getByTestId("locks");
  await soon(async () => assert.match(await locks.innerText(), /lock lock\s+2\s+3\.00 s\s+2\.00 s\s+3\.00 s/));
  await soon(async () => assert.equal(await page.getByTestId("figures").innerText(), "", "one after another is no speed-up"));
  await tab(page, "Findings").click();
  await soon(async () => assert.match(await page.getByTestId("finding").first().innerText(), /A lock is held while its holder waits/));
  await tab(page, "Totals").click();
  await write(page, LOCKED.replace("    with lock:\n        time.sleep(1)", "    time.sleep(1)"));
  await page.keyboard.press("Control+Enter");
  await page.getByText("3.00 times as fast as one thing after another, and no number of cores could do better").waitFor();
});
