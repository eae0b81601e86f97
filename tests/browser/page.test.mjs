// Opening, editing, running, sharing, looks and sizes.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { colours, finished, output, part, soon, stage, write } from "./stage.mjs";

let scene;
before(async () => (scene = await stage()));
after(() => scene.close());

test("the first visit shows the two calls, already run", async () => {
  const page = await scene.open();
  await finished(page, "total: 4.00 s");
  await soon(async () => assert.match(await part(page, "headline").innerText(), /4\.00 s/));
  await soon(async () => assert.equal(await part(page, "variant-threads").getAttribute("aria-selected"), "true"));
  // They are a frame later than the words.
  for (let tries = 0; tries < 100 && (await colours(page)) <= 3; tries++) await page.waitForTimeout(20);
  await soon(async () => assert.ok((await colours(page)) > 3, "the lanes are painted"));
  await soon(async () => assert.match(await page.locator(".timeline-names").innerText(), /MainThread/));
  assert.deepEqual(page.faults, []);
});

test("an edited program runs and its spans appear", async () => {
  const page = await scene.open();
  await finished(page, "total");
  const source = 'import threading, time\n\ndef hello(n):\n    time.sleep(n)\n    print("hello after", n)\n\nfor n in (2, 1):\n    threading.Thread(target=hello, args=(n,), name=f"sleeper{n}").start()\n';
  await write(page, source);
  await page.keyboard.press("Control+Enter");
  await finished(page, "hello after 2");
  const text = await output(page);
  assert.ok(text.indexOf("hello after 1") < text.indexOf("hello after 2"), text);
  await soon(async () => assert.match(await page.locator(".timeline-names").innerText(), /sleeper2/));
  await soon(async () => assert.ok((await colours(page)) > 3));
  assert.deepEqual(page.faults, []);
});

test("hovering a span tells its state", async () => {
  const page = await scene.open();
  await finished(page, "total");
  const box = await page.locator("canvas.timeline-lanes").boundingBox();
  const tip = page.locator(".timeline-tip");
  let said = "";
  for (let y = 10; y < box.height && !/sleeping/.test(said); y += 9) {
    await page.mouse.move(box.x + box.width / 2, box.y + y);
    await page.waitForTimeout(30);
    if (await tip.isVisible()) said = await tip.innerText();
  }
  assert.match(said, /sleeping/);
});

test("a syntax error is told with its line", async () => {
  const page = await scene.open();
  await finished(page, "total");
  await write(page, "x = 1\nprint(x\n");
  await page.keyboard.press("Control+Enter");
  await part(page, "finding").first().waitFor();
  await soon(async () => assert.match(await part(page, "finding").first().innerText(), /line [23]/));
  await page.locator(".cm-lintRange-error, .cm-lintPoint-error, .cm-lint-marker-error").first().waitFor();
  await write(page, "print('whole again')\n");
  await page.keyboard.press("Control+Enter");
  await finished(page, "whole again");
});

test("what is not supported is named with its line", async () => {
  const page = await scene.open();
  await finished(page, "total");
  await write(page, "import time\nimport tkinter\n");
  await page.keyboard.press("Control+Enter");
  const finding = part(page, "finding").first();
  await finding.waitFor();
  await soon(async () => assert.match(await finding.innerText(), /tkinter/));
  await soon(async () => assert.match(await finding.innerText(), /line 2/));
});

test("an uncaught exception shows its traceback and keeps the timeline", async () => {
  const page = await scene.open();
  await finished(page, "total");
  await write(page, "import time\ntime.sleep(1)\nprint('before')\n1 / 0\n");
  await page.keyboard.press("Control+Enter");
  await finished(page, "ZeroDivisionError: division by zero");
  await soon(async () => assert.match(await output(page), /before/));
  await soon(async () => assert.ok((await colours(page)) > 1));
});

test("a deadlock says who waits for what", async () => {
  const page = await scene.open();
  await finished(page, "total");
  await write(page, "import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()\n");
  await page.keyboard.press("Control+Enter");
  await part(page, "finding").first().waitFor();
  await soon(async () => assert.match(await part(page, "finding").first().innerText(), /[Dd]eadlock|wait/));
});

test("another variant of the example runs when it is chosen", async () => {
  const page = await scene.open();
  await finished(page, "total");
  await part(page, "variant-sequential").click();
  await page.waitForFunction(() => !document.querySelector('[data-testid="stop"]'));
  if (!/7\.00 s/.test(await output(page))) await part(page, "run").click();
  await finished(page, "total: 7.00 s");
});

test("a link restores program and machine", async () => {
  const page = await scene.open();
  await finished(page, "total");
  await write(page, "import os\nprint('shared', os.cpu_count())\n");
  await part(page, "settings").click();
  await part(page, "cores").fill("7");
  await part(page, "cores").press("Enter");
  await part(page, "run").click();
  await finished(page, "shared 7");
  await part(page, "share").click();
  const link = await part(page, "share-link").inputValue();
  assert.match(link, /#v\d/);
  const other = await scene.open({ hash: link.slice(link.indexOf("#")) });
  await part(other, "run").waitFor();
  if (!/shared 7/.test(await output(other))) await part(other, "run").click();
  await finished(other, "shared 7");
  await part(other, "editor").locator(".cm-content").getByText("print('shared'").waitFor();
  assert.deepEqual(other.faults, []);
});

test("a damaged link gives a message and the default program", async () => {
  for (const hash of ["#v1not-a-scenario!!", "#v9AAAA", "#v1", "#something-else"]) {
    const page = await scene.open({ hash });
    const notice = part(page, "notice");
    await notice.waitFor();
    await soon(async () => assert.ok((await notice.innerText()).length > 20, hash));
    await finished(page, "total: 4.00 s");
    await page.context().close();
  }
});

test("dark theme by the system and by the button", async () => {
  const lightness = (page) =>
    page.evaluate(() => {
      const canvas = document.createElement("canvas");
      canvas.width = canvas.height = 1;
      const brush = canvas.getContext("2d");
      brush.fillStyle = getComputedStyle(document.body).backgroundColor;
      brush.fillRect(0, 0, 1, 1);
      return brush.getImageData(0, 0, 1, 1).data.slice(0, 3).reduce((a, b) => a + b) / 3;
    });
  const dark = await scene.open({ colorScheme: "dark" });
  await soon(async () => assert.ok((await lightness(dark)) < 60, "the system's dark is followed"));
  const light = await scene.open({ colorScheme: "light" });
  await soon(async () => assert.ok((await lightness(light)) > 200, "the system's light is followed"));
  let seen = false;
  for (let press = 0; press < 3 && !seen; press++) {
    await part(light, "theme").click();
    await light.waitForTimeout(50);
    seen = (await lightness(light)) < 60;
  }
  assert.ok(seen, "the button makes it dark");
});

test("at 360 px everything is reachable without scrolling sideways", async () => {
  const page = await scene.open({ viewport: { width: 360, height: 740 }, hasTouch: true });
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
  await part(page, "run").waitFor();
  for (const tab of ["code", "timeline", "output"]) {
    await part(page, `tab-${tab}`).click();
    assert.ok((await wide()) <= 360, `${tab}: ${await wide()} px`);
    await soon(async () => assert.ok(await part(page, "run").isVisible(), `${tab}: Run is there`));
  }
  await finished(page, "total: 4.00 s");
  await part(page, "tab-timeline").click();
  await soon(async () => assert.ok((await colours(page)) > 3));
});

test("Esc leaves the editor, so that the keyboard gets on", async () => {
  const page = await scene.open();
  await finished(page, "total");
  await page.locator('[data-testid="editor"] .cm-content').click();
  await page.keyboard.press("Escape");
  await soon(async () => assert.equal(await page.evaluate(() => document.activeElement.classList.contains("cm-content")), false));
});

test("an example asks before it runs and answers afterwards", async () => {
  const page = await scene.open();
  await finished(page, "total");
  await part(page, "gallery").click();
  await part(page, "example-race").click();
  const lesson = part(page, "lesson");
  await soon(async () => assert.match(await lesson.innerText(), /What is the balance\?/));
  await soon(async () => assert.equal(await page.getByText("without any error").count(), 0, "the answer is not told yet"));
  await lesson.getByRole("button", { name: "200" }).click();
  await finished(page, "balance 100");
  await soon(async () => assert.match(await lesson.innerText(), /100 \(you said: 200\)\..*without any error.*Try: /s));
  await part(page, "gallery").click();
  await part(page, "example-await-loop").click();
  await lesson.getByRole("button", { name: "5 s" }).click();
  await lesson.getByText("You were right: 5 s.").waitFor();
  await lesson.getByRole("button", { name: "Close the question" }).click();
  await soon(async () => assert.equal(await lesson.count(), 0));
});

test("a host's spread and answer are set by keyboard and reach the program", async () => {
  const page = await scene.open();
  await finished(page, "total");
  if (!(await part(page, "add-host").isVisible())) await page.locator(".machine-line").click();
  await part(page, "add-host").click();
  const spread = page.getByLabel("spread");
  await spread.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await soon(async () => assert.equal(await spread.inputValue(), "2", "log-normal"));
  await soon(async () => assert.ok(await spread.evaluate((it) => it === document.activeElement), "the keyboard stays at the field"));
  await soon(async () => assert.equal(await page.getByLabel("example.com: jitter").inputValue(), "50"));
  await page.getByLabel("answer").selectOption("a page of bytes");
  const size = page.getByLabel("example.com: a page of bytes");
  await size.fill("many");
  await size.press("Tab");
  await soon(async () => assert.equal(await size.getAttribute("aria-invalid"), "true"));
  await page.getByLabel("answer").selectOption("this text");
  await page.getByLabel("example.com: this text").fill('{"mine": 7}');
  await write(page, 'import requests\nprint("answer", requests.get("https://example.com/x").json()["mine"])\n');
  await page.keyboard.press("Control+Enter");
  await finished(page, "answer 7");
  assert.deepEqual(page.faults, []);
});
