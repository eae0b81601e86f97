// Counter tracks: a watched variable is asked for, drawn and read by mouse, keys and fingers, and stays in the link.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { finished, soon, stage, write } from "./stage.mjs";

const RACE = `import threading, time
counter = 0
def work():
    global counter
    for _ in range(5):
        seen = counter
        time.sleep(0.1)
        counter = seen + 1
threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads: t.start()
for t in threads: t.join()
print("counted", counter)
`;

let scene;
before(async () => (scene = await stage()));
after(() => scene.close());

const said = (page) => page.locator(".timeline-said").innerText();
const row = (page, name) => page.locator(".timeline-names li.machine", { hasText: name });

/** A page that has run the race and watches its counter. */
async function watching(options) {
  const page = await scene.open(options);
  await write(page, RACE);
  await page.keyboard.press("Control+Enter");
  await finished(page, "counted");
  await ask(page, "counter");
  await row(page, "counter").waitFor();
  return page;
}

async function ask(page, expression) {
  const field = page.getByTestId("watch");
  if (!(await field.isVisible())) await page.getByRole("button", { name: "lanes", exact: true }).click();
  await field.fill(expression);
  await field.press("Enter");
}

test("a variable is watched and its values are read", async () => {
  const page = await watching();
  await page.keyboard.press("Escape");
  const name = await row(page, "counter").boundingBox();
  const canvas = await page.locator("canvas.timeline-over").boundingBox();
  const y = name.y + name.height / 2;
  await page.mouse.move(canvas.x + canvas.width * 0.5, y);
  await page.locator(".timeline-tip", { hasText: "counter" }).waitFor();
  await soon(async () => assert.equal(await page.locator(".timeline-value").innerText(), "2", "at half of the run two of the five steps are done"));
  // A press puts the playhead there; keys go from change to change.
  await page.mouse.click(canvas.x + canvas.width * 0.5, y);
  await soon(async () => assert.match(await said(page), /counter: 2/));
  await page.locator(".timeline-scroll").focus();
  await page.keyboard.press(".");
  await soon(async () => assert.match(await said(page), /counter: 3/));
  await page.keyboard.press(",");
  await page.keyboard.press(",");
  await soon(async () => assert.match(await said(page), /counter: 1/));
  assert.deepEqual(page.faults, []);
});

test("what cannot be watched says why, and goes away", async () => {
  const page = await watching();
  await ask(page, "work()");
  const list = page.getByRole("list", { name: "Watched expressions" });
  await list.getByText("makes no calls").waitFor();
  await ask(page, "counter");
  await page.getByText("counter is watched already.").waitFor();
  await page.getByRole("button", { name: "Stop watching work()" }).click();
  await list.getByText("work()").waitFor({ state: "detached" });
  await row(page, "work()").waitFor({ state: "detached" });
  await soon(async () => assert.equal(await row(page, "counter").count(), 1));
  assert.deepEqual(page.faults, []);
});

test("a link carries what is watched", async () => {
  const page = await watching();
  const before = await page.evaluate(() => location.hash);
  await ask(page, "len(threads)");
  await row(page, "len(threads)").waitFor();
  await page.waitForFunction((old) => location.hash !== old, before);
  const hash = await page.evaluate(() => location.hash);
  const other = await scene.open({ hash });
  await row(other, "counter").waitFor();
  await other.getByRole("button", { name: "lanes", exact: true }).click();
  await other.getByRole("list", { name: "Watched expressions" }).getByText("counter").waitFor();
  assert.deepEqual(other.faults, []);
});

test("what one example shows is not shown of another", async () => {
  const page = await scene.open();
  for (const [slug, shown] of [["queue", ["jobs.qsize()"]], ["herd", []]]) {
    await page.getByTestId("gallery").click();
    await page.getByTestId(`example-${slug}`).click();
    await page.getByTestId("run").click();
    await page.locator(".timeline-names li", { hasText: "consume" }).first().waitFor();
    await soon(async () => {
      const machine = await page.locator(".timeline-names li.machine").allInnerTexts();
      assert.deepEqual(machine.map((name) => name.trim()), ["core 0", "core 1", "GIL", ...shown]);
    });
  }
  assert.deepEqual(page.faults, []);
});

test("the table lists the values of a counter", async () => {
  const page = await watching();
  await page.getByRole("tab", { name: "Totals" }).click();
  await page.getByTestId("table-open").click();
  await page.getByTestId("table-of").selectOption({ label: "counter" });
  await page.waitForFunction(() => document.querySelector('[data-testid="table-count"]').textContent === "6 values");
  await page.locator("dialog.spans tbody tr").last().press("Enter");
  await page.waitForFunction(() => document.querySelector("dialog.spans").open === false);
  assert.deepEqual(page.faults, []);
});

test("a finger reads a track at 360 pixels", async () => {
  const page = await scene.open({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  await page.getByTestId("gallery").tap();
  await page.getByTestId("example-race").tap();
  await page.getByTestId("run").tap();
  const name = row(page, "balance");
  await name.waitFor();
  const box = await name.boundingBox();
  const canvas = await page.locator("canvas.timeline-over").boundingBox();
  await page.touchscreen.tap(canvas.x + canvas.width * 0.3, box.y + box.height / 2);
  await page.waitForFunction(() => document.querySelector(".timeline-said").textContent.includes("balance: 0"));
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 360);
  assert.deepEqual(page.faults, []);
});
