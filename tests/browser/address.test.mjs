// The address holds what is shown of a run; links that are broken or mean harm are refused in words; what the browser denies is said.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { deflateSync } from "node:zlib";
import { finished, output, part, soon, stage, write } from "./stage.mjs";

let scene;
before(async () => (scene = await stage()));
after(() => scene.close());

const hash = (page) => page.evaluate(() => location.hash);
const settled = (page, pattern) => page.waitForFunction((p) => new RegExp(p).test(location.hash), pattern);
const shown = (page) =>
  page.evaluate(() => ({
    window: document.querySelector(".timeline-window").getAttribute("style"),
    said: document.querySelector(".timeline-said").textContent,
    head: document.querySelector(".panels [aria-selected=true]").textContent,
    playhead: document.querySelector('[data-testid="playhead"]').textContent,
  }));
/** A text packed as links were at first, whatever it holds. */
const forged = (json) => `#v1.${deflateSync(Buffer.from(json), { level: 9 }).toString("base64url")}`;

test("time, zoom, selection and panel are in the address and come back from it", async () => {
  const page = await scene.open();
  await finished(page, "total");
  await page.locator(".timeline-scroll").focus();
  await soon(async () => assert.doesNotMatch(await hash(page), /&/, "nothing is said of what every visitor sees"));
  for (const key of ["w", "w", "d"]) await page.keyboard.press(key);
  await settled(page, "&z=\\d+-\\d+");
  const name = await page.locator(".timeline-names li", { hasText: "MainThread" }).boundingBox();
  const lanes = await page.locator("canvas.timeline-over").boundingBox();
  await page.mouse.click(lanes.x + lanes.width / 2, name.y + 10);
  await settled(page, "&s=\\d+-\\d+");
  const axis = await page.locator(".timeline-axis canvas").boundingBox();
  await page.mouse.click(axis.x + axis.width / 3, axis.y + axis.height / 2);
  await settled(page, "&t=\\d+");
  await page.getByRole("tab", { name: "Compare" }).click();
  await settled(page, "&p=compare");
  const was = await shown(page);
  assert.match(was.said, /MainThread/);
  const other = await scene.open({ hash: await hash(page) });
  await finished(other, "total");
  await other.waitForFunction((was) => document.querySelector(".timeline-window").getAttribute("style") === was, was.window);
  await other.waitForFunction((was) => document.querySelector('[data-testid="playhead"]').textContent === was, was.playhead);
  await soon(async () => assert.deepEqual(await shown(other), was));
  await other.waitForTimeout(500);
  await soon(async () => assert.equal(await hash(other), await hash(page), "the address stays"));
  await part(other, "share").click();
  await soon(async () => assert.match(await part(other, "share-link").inputValue(), /&t=\d+&z=\d+-\d+&s=\d+-\d+&p=compare$/));
  await other.keyboard.press("Escape");
  // Another text has no run that these belong to.
  await write(other, "print('another')\n");
  await other.waitForFunction(() => !/&[tzs]=/.test(location.hash));
  assert.deepEqual([...page.faults, ...other.faults], []);
});

test("nothing is written into the address of a frame", async () => {
  const context = await scene.browser.newContext({ viewport: { width: 1000, height: 800 }, serviceWorkers: "block" });
  const page = await context.newPage();
  await page.setContent(`<iframe width="980" height="780" src="${scene.address}"></iframe>`);
  const frame = page.frameLocator("iframe");
  await frame.getByTestId("variant-sequential").click();
  await frame.getByTestId("headline").getByText("7.00 s", { exact: true }).waitFor();
  await page.waitForTimeout(700);
  await soon(async () => assert.equal(await page.frames()[1].evaluate(() => location.hash), ""));
});

test("a program that was stopped does not run by itself when its link is opened", async () => {
  const page = await scene.open();
  await finished(page, "total");
  await write(page, "import time\nprint('begun', flush=True)\nwhile True:\n    time.sleep(1)\n");
  await page.keyboard.press("Control+Enter");
  await page.waitForFunction(() => /limit|stopped/.test(document.querySelector('[data-testid="headline"]').textContent) || document.querySelector('[data-testid="stop"]'));
  if (await part(page, "stop").count()) await part(page, "stop").click();
  await settled(page, "&h=1");
  const other = await scene.open({ hash: await hash(page) });
  await part(other, "notice").getByText(/stopped .* does not run by itself/).waitFor();
  await other.waitForTimeout(600);
  await soon(async () => assert.equal(await output(other).then((text) => text.includes("begun")), false));
  await soon(async () => assert.match(await hash(other), /&h=1/, "also after another reload"));
  await write(other, "print('harmless now')\n");
  await other.keyboard.press("Control+Enter");
  await finished(other, "harmless now");
  await other.waitForFunction(() => !/&h=1/.test(location.hash));
});

test("links that mean harm show why they were not opened, and run nothing", async () => {
  const keys = Array.from({ length: 40_000 }, (_, n) => `"k${n}":1`).join(",");
  const cases = [
    [forged(`{${keys}}`), /what no program/],
    [forged(" ".repeat(60_000_000)), /more than one megabyte/],
    [forged(`{"v":${"[".repeat(500_000)}`), /damaged/],
    [forged(Buffer.from([...Buffer.from('{"v":[{"s":"'), 0xff, 0xfe, ...Buffer.from('"}]}')])), /damaged/],
    [`${forged('{"v":[{"s":"print(1)"}]}').slice(0, -6)}`, /damaged/],
    ["#v7.AAAA", /newer version/],
    ["#https://example.com/", /not an Interleave link/],
    [`#v2.${"A".repeat(500_000)}`, /more than one megabyte/],
  ];
  const page = await scene.open();
  for (const [link, why] of cases) {
    await page.evaluate((link) => (location.hash = link), link);
    await part(page, "notice").filter({ hasText: why }).waitFor();
    await finished(page, "total: 4.00 s");
    await page.evaluate(() => document.querySelector('[data-testid="notice"] button').click());
  }
  const slow = await page.evaluate(async (links) => {
    const took = [];
    for (const link of links) {
      const begun = performance.now();
      location.hash = link;
      await new Promise((seen) => addEventListener("hashchange", seen, { once: true }));
      took.push(performance.now() - begun);
    }
    return Math.max(...took);
  }, cases.slice(0, 4).map(([link]) => link));
  assert.ok(slow < 700, `${slow} ms until the page has looked at a hostile link`);
  assert.deepEqual(page.faults, []);
});

test("markup in names is text", async () => {
  const evil = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>";
  const json = JSON.stringify({ t: evil, v: [{ n: evil, s: "import threading\nthreading.Thread(target=print, args=('<b>x</b>',), name='<i>lane</i>').start()\n" }], x: [evil], f: [[evil, "text"]], h: [[evil, 1000, 0, 0, 0]] });
  const page = await scene.open({ hash: forged(json) });
  await finished(page, "<b>x</b>");
  await part(page, "settings").click();
  await page.getByRole("tab", { name: "Compare" }).click();
  await soon(async () => assert.equal(await page.locator("img, i:has-text('lane'), b:has-text('x')").count(), 0));
  await soon(async () => assert.match(await page.title(), /^<img src=x/));
  assert.deepEqual(page.faults, []);
});

test("a text that is too long for a link says how much to cut", async () => {
  const page = await scene.open();
  await finished(page, "total");
  const noise = Array.from({ length: 1100 }, (_, n) => `# ${[...crypto.getRandomValues(new Uint8Array(24))].map((b) => b.toString(36)).join("")} ${n}`).join("\n");
  await write(page, noise);
  await part(page, "notice").filter({ hasText: /more than a link may have\. Cut about [\d,]+ characters/ }).waitFor();
  await part(page, "share").click();
  await soon(async () => assert.match(await part(page, "too-long").innerText(), /Cut about/));
});

test("what the browser denies is said, and the rest works", async () => {
  const noClipboard = await scene.open({
    prepare: (page) => page.addInitScript(() => Object.defineProperty(Navigator.prototype, "clipboard", { get: () => undefined })),
  });
  await finished(noClipboard, "total");
  await part(noClipboard, "share").click();
  await noClipboard.getByText(/does not allow copying/).waitFor();
  await part(noClipboard, "copy-markdown").click();
  assert.match(await part(noClipboard, "by-hand").inputValue(), /^## Two API calls/);

  const noStorage = await scene.open({
    prepare: (page) =>
      page.addInitScript(() => Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("denied", "SecurityError"); } })),
  });
  await finished(noStorage, "total");
  await write(noStorage, `# ${"".padEnd(45_000).replace(/ /g, () => Math.random().toString(36)[2] ?? "x")}\n`);
  await part(noStorage, "notice").filter({ hasText: "keep the text elsewhere: this page cannot" }).waitFor();
  assert.deepEqual(noStorage.faults, []);

  const context = await scene.browser.newContext({ serviceWorkers: "block" });
  const noWorker = await context.newPage();
  await noWorker.addInitScript(() => (window.Worker = class { constructor() { throw new DOMException("denied", "SecurityError"); } }));
  await noWorker.goto(scene.address);
  await noWorker.getByText("This browser does not allow the page to start a worker").first().waitFor();
  const noWasm = await context.newPage();
  await noWasm.addInitScript(() => delete window.WebAssembly);
  await noWasm.goto(scene.address);
  await noWasm.getByText("Interleave needs WebAssembly").waitFor();
});
