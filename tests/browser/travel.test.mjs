// Going about in a finished run: the playhead, lines forwards and backwards, breakpoints, what is shown meanwhile.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { finished, part, soon, stage, write } from "./stage.mjs";

let scene;
before(async () => (scene = await stage()));
after(() => scene.close());

const THREADS = `import threading, time

def work(n):
    total = 0
    for i in range(n):
        total += i
        time.sleep(0.1)
    print("worked", total)

t = threading.Thread(target=work, args=(5,), name="ann")
t.start()
t.join()
print("over")
`;

async function ran(source, text, options) {
  const page = await scene.open(options);
  await finished(page, "total");
  await write(page, source);
  await page.keyboard.press("Control+Enter");
  await finished(page, text);
  return page;
}

/** Presses the time axis at this share of what is in view. */
async function point(page, share) {
  const axis = await page.locator(".timeline-axis canvas").boundingBox();
  const lanes = await page.locator("canvas.timeline-lanes").boundingBox();
  await page.mouse.click(lanes.x + lanes.width * share, axis.y + axis.height / 2);
}

const where = (page) => part(page, "playhead").innerText();
const state = (page) => part(page, "state").innerText();
const focus = (page) => page.locator(".timeline-scroll").focus();

/** Waits until the playhead stands elsewhere than before, and says where. */
async function moved(page, before) {
  await page.waitForFunction((b) => document.querySelector('[data-testid="playhead"]').textContent !== b, before);
  return where(page);
}

test("the playhead shows lines, calls and variables, and the output printed by then", async () => {
  const page = await ran(THREADS, "over");
  await point(page, 0.5);
  await part(page, "state").waitFor();
  await soon(async () => {
    const text = await state(page);
    assert.match(text, /ann/);
    assert.match(text, /sleeping/);
    assert.match(text, /total\s+[136]/);
    assert.match(text, /join ann/);
  });
  await soon(async () => assert.equal(await page.locator(".cm-who", { hasText: "ann" }).count(), 1));
  await soon(async () => assert.equal(await page.locator('[data-testid="output"] .later').count(), 2));
  await page.keyboard.press("Escape");
  assert.deepEqual(page.faults, []);
});

test("lines go forwards and back again by keys", async () => {
  const page = await ran(THREADS, "over");
  await point(page, 0.5);
  await part(page, "state").waitFor();
  await focus(page);
  const places = [await where(page)];
  for (let i = 0; i < 3; i++) {
    await page.keyboard.press("n");
    places.push(await moved(page, places.at(-1)));
  }
  await soon(async () => assert.match(await page.locator(".cm-line.cm-mark-next").innerText(), /ann next/));
  for (let i = 2; i >= 1; i--) {
    await page.keyboard.press("b");
    assert.equal(await moved(page, places[i + 1]), places[i]);
  }
  await page.keyboard.press("e");
  await moved(page, places[1]);
  assert.deepEqual(page.faults, []);
});

for (const reducedMotion of ["no-preference", "reduce"]) {
  test(`Space plays and pauses, motion: ${reducedMotion}`, async () => {
    const page = await ran(THREADS, "over", { reducedMotion });
    await focus(page);
    await page.keyboard.press(" ");
    const first = await where(page);
    await moved(page, first);
    await page.getByRole("button", { name: "Pause" }).waitFor();
    await page.keyboard.press(" ");
    await page.getByRole("button", { name: "Play" }).waitFor();
    // A picture that was on its way may still come.
    await page.waitForTimeout(300);
    const stands = await where(page);
    await page.waitForTimeout(700);
    assert.equal(await where(page), stands);
    assert.deepEqual(page.faults, []);
  });
}

test("a run stops at its first breakpoint, and goes to the next and the last", async () => {
  const page = await ran(THREADS, "over");
  await page.locator(".cm-lineNumbers .cm-gutterElement", { hasText: /^6$/ }).click();
  await soon(async () => assert.equal(await page.locator(".cm-breaks span[title]").count() >= 1, true));
  await page.keyboard.press("Control+Enter");
  const first = await moved(page, "");
  await soon(async () => assert.match(await state(page), /next line 6/));
  await focus(page);
  await page.keyboard.press("F8");
  const second = await moved(page, first);
  await soon(async () => assert.match(await state(page), /i\s+1/));
  await page.keyboard.press("Shift+F8");
  assert.equal(await moved(page, second), first);
  await page.keyboard.press("Shift+F8");
  await page.getByText("No breakpoint was reached before.").waitFor();
  assert.deepEqual(page.faults, []);
});

test("breakpoints and the way to a line have keys in the editor", async () => {
  const page = await ran(THREADS, "over");
  await page.locator(".cm-line", { hasText: 'print("worked"' }).click();
  await page.keyboard.press("F9");
  await page.getByRole("button", { name: "To the next breakpoint (F8)" }).waitFor();
  await page.keyboard.press("F9");
  await page.getByRole("button", { name: "To the next breakpoint (F8)" }).waitFor({ state: "detached" });
  await page.keyboard.press("Shift+F9");
  await part(page, "state").waitFor();
  await soon(async () => assert.match(await state(page), /next line 8/));
  assert.deepEqual(page.faults, []);
});

test("after an edit the state says that it is of the old text", async () => {
  const page = await ran(THREADS, "over");
  await point(page, 0.5);
  await part(page, "state").waitFor();
  await page.locator('[data-testid="editor"] .cm-content').click();
  await page.keyboard.insertText("# more\n");
  await page.getByText("edited after this run").waitFor();
  await soon(async () => assert.equal(await page.locator(".cm-who").count(), 0));
  assert.deepEqual(page.faults, []);
});

test("tasks stand in a tree, with the timers of their loop", async () => {
  const page = await ran(
    "import asyncio\n\nasync def leaf(n):\n    await asyncio.sleep(n)\n\nasync def main():\n    await asyncio.gather(leaf(1), leaf(2))\n    print('slept')\n\nasyncio.run(main())\n",
    "slept",
  );
  await point(page, 0.25);
  await part(page, "state").waitFor();
  await soon(async () => {
    const text = await state(page);
    assert.match(text, /└── \(T\) Task-1/);
    assert.match(text, /├── \(T\) Task-2/);
    assert.match(text, /wakes Task-3 leaf/);
  });
  assert.deepEqual(page.faults, []);
});

test("an endless run that was stopped can be gone about in", async () => {
  const page = await scene.open();
  await finished(page, "total");
  await write(page, "n = 0\nwhile True:\n    n += 1\n    data = [n]\n");
  await page.keyboard.press("Control+Enter");
  await part(page, "stop").waitFor();
  await page.waitForTimeout(600);
  await part(page, "stop").click();
  await part(page, "run").waitFor();
  await point(page, 0.7);
  await part(page, "state").waitFor();
  await soon(async () => assert.match(await state(page), /n\s+\d+/));
  assert.deepEqual(page.faults, []);
});
