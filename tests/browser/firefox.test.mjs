// The page in a stock Firefox, by WebDriver BiDi: the same traces, and the flows that lean most on the browser.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { differing, differingExamples } from "./compare.mjs";
import { firefox, skip, until } from "./firefox.mjs";
import { KILLED, POOL } from "./programs.mjs";
import { site, soon } from "./stage.mjs";

let server;
let browser;
let page;
/**
 * What the page itself hears of: the driver tells also that a worker was ended in the middle of a turn. That something was resized
 * while sizes were told is no fault: it is told with the next frame.
 */
const faults = () => page.evaluate(() => globalThis.faults);

before(async () => {
  if (skip) return;
  server = await site();
  browser = await firefox();
  page = await browser.newPage();
  await page.evaluateOnNewDocument(() => {
    globalThis.faults = [];
    addEventListener("error", ({ message }) => /ResizeObserver loop/.test(message) || globalThis.faults.push(String(message)));
    addEventListener("unhandledrejection", (event) => globalThis.faults.push(String(event.reason)));
  });
  await page.goto(server.address);
  await until(page, () => globalThis.interleave !== undefined);
  await page.evaluate(() => globalThis.interleave.ready);
});
after(async () => {
  await browser?.close();
  server?.close();
});

const inBrowser = (source, options = {}) => page.evaluate((s, o) => globalThis.interleave.run(s, o), source, options);
const at = (id) => `[data-testid="${id}"]`;

test("every example is the same natively and in Firefox", { skip, timeout: 120_000 }, async () => {
  assert.deepEqual(await differingExamples(inBrowser), []);
});

test("every conformance program is the same natively and in Firefox", { skip, timeout: 600_000 }, async () => {
  assert.deepEqual(await differing(inBrowser), []);
});

test("processes of a live run have workers of their own in Firefox", { skip, timeout: 60_000 }, async () => {
  for (const [source, printed] of [[POOL, "328350\n"], [KILLED, "-15\n-9\n"], [POOL, "328350\n"]]) {
    const run = await inBrowser(source, { live: true });
    assert.deepEqual([run.stdout, run.exit], [printed, 0], run.stderr);
  }
});

test("a live run waits by Firefox's timers and stands beside its prediction", { skip, timeout: 60_000 }, async () => {
  await page.waitForSelector(at("run"), { visible: true });
  await page.click(`${at("editor")} .cm-content`);
  await page.keyboard.down("Control");
  await page.keyboard.press("a");
  await page.keyboard.up("Control");
  await page.keyboard.type("import time\ntime.sleep(0.4)\nprint('slept')");
  let length;
  // Whatever else this computer does at the moment comes on top.
  for (let tries = 0; tries < 5 && !/^(39\d|4[0-3]\d) ms$/.test(length); tries++) {
    if (length) await page.click(at("live-back"));
    await page.waitForSelector(at("live-verdict"), { hidden: true });
    await page.click(at("live"));
    await page.waitForSelector(at("live-verdict"), { visible: true });
    length = await page.$eval(".headline .makespan", (e) => e.textContent);
  }
  assert.match(length, /^(39\d|4[0-3]\d) ms$/);
  await soon(async () => assert.match(await page.$eval(at("live-lanes"), (e) => e.textContent), /MainThread/));
  await page.click(at("live-back"));
  assert.deepEqual(await faults(), []);
});

test("a program is typed, run by a key, shown, and stopped", { skip, timeout: 60_000 }, async () => {
  await page.waitForSelector(at("run"), { visible: true });
  await page.click(`${at("editor")} .cm-content`);
  const type = async (text) => {
    await page.keyboard.down("Control");
    await page.keyboard.press("a");
    await page.keyboard.up("Control");
    await page.keyboard.type(text);
    await page.keyboard.down("Control");
    await page.keyboard.press("Enter");
    await page.keyboard.up("Control");
  };
  const shown = (text) =>
    until(page, (where, t) => document.querySelector(where)?.textContent.includes(t), at("output"), text);
  await type("print(6 * 7)");
  await shown("42");
  await type("import itertools\nfor n in itertools.count(): n");
  await page.waitForSelector(at("stop"), { visible: true });
  await page.click(at("stop"));
  await page.waitForSelector(at("run"), { visible: true });
  assert.deepEqual(await faults(), []);
});
