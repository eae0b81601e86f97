// The page in a stock WebKit: the same traces, and the flows that lean most on the browser.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { deflateSync } from "node:zlib";
import { differing, differingExamples } from "./compare.mjs";
import { KILLED } from "./programs.mjs";
import { site } from "./stage.mjs";
import { KEYS, missing, webkit } from "./webkit.mjs";

const skip = missing();
let server;
/** Another origin, where somebody's page stands around the site's: its latest text. */
let elsewhere;
let around = "";
let page;

before(async () => {
  if (skip) return;
  server = await site();
  elsewhere = createServer((_, response) => response.writeHead(200, { "content-type": "text/html" }).end(around));
  await new Promise((listens) => elsewhere.listen(0, "127.0.0.1", listens));
});
// What a page keeps is gone with its browser.
beforeEach(async () => {
  if (!skip) page = await webkit();
});
afterEach(() => page?.close());
after(() => {
  elsewhere?.closeAllConnections();
  elsewhere?.close();
  server?.close();
});

const at = (id) => `[data-testid="${id}"]`;
const EDITOR = `${at("editor")} .cm-content`;
const says = (css, text) => page.until((css, text) => document.querySelector(css)?.textContent.includes(text), css, text);
const painted = () =>
  page.until(() => {
    const canvas = document.querySelector("canvas.timeline-lanes");
    return canvas?.width > 0 && new Set(new Uint32Array(canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.buffer)).size > 3;
  });
const inBrowser = (source, options = {}) => page.evaluate((s, o) => globalThis.interleave.run(s, o), source, options);

/** The page with its first run over. */
async function open(hash = "") {
  await page.open(server.address + hash);
  await says(at("output"), "total: 4.00 s");
  await page.evaluate(async () => void (await globalThis.interleave.ready));
}
/** Types a program and runs it, by keys alone. */
async function run(text) {
  await page.click(EDITOR);
  for (const keys of [`${KEYS.control}a${KEYS.up}`, text, `${KEYS.control}${KEYS.enter}${KEYS.up}`]) await page.type(EDITOR, keys);
}
/** A page of another origin around this frame of the site. */
async function framed(path, attributes) {
  around = `<!doctype html><title>Elsewhere</title><iframe src="${server.address}${path}" ${attributes}></iframe>`;
  await page.open(`http://127.0.0.1:${elsewhere.address().port}/`);
  await page.within("iframe");
}

test("the first example is run and shown", { skip, timeout: 60_000 }, async () => {
  await open();
  await says(at("headline"), "4.00 s");
  await says(".timeline-names", "MainThread");
  await painted();
  assert.deepEqual(await page.faults(), []);
});

test("a program is typed, run by a key, shown, and stopped", { skip, timeout: 60_000 }, async () => {
  await open();
  await run("print(6 * 7)");
  await says(at("output"), "42");
  await run("print('begun')\nimport itertools\nfor n in itertools.count(): n");
  await says(at("output"), "begun");
  await page.click(at("stop"));
  await page.seen(at("run"));
  await painted();
  await run("print('next run')");
  await says(at("output"), "next run");
  assert.deepEqual(await page.faults(), []);
});

test("every example is the same natively and in WebKit", { skip, timeout: 120_000 }, async () => {
  await open();
  assert.deepEqual(await differingExamples(inBrowser), []);
});

test("a tenth of the conformance programs is the same natively and in WebKit", { skip, timeout: 600_000 }, async () => {
  await open();
  assert.deepEqual(await differing(inBrowser, 10), []);
});

test("a live run waits by WebKit's timers, beside its prediction, and stops", { skip, timeout: 60_000 }, async () => {
  await open();
  await run("import time\ntime.sleep(0.4)\nprint('slept')");
  await says(at("output"), "slept");
  let length;
  // Whatever else this computer does at the moment comes on top.
  for (let tries = 0; tries < 5 && !/^(39\d|4[0-4]\d) ms$/.test(length); tries++) {
    if (length) await page.click(at("live-back"));
    await page.until((verdict) => !document.querySelector(verdict), at("live-verdict"));
    await page.click(at("live"));
    await page.seen(at("live-verdict"));
    length = await page.evaluate(() => document.querySelector(".headline .makespan").textContent);
  }
  assert.match(length, /^(39\d|4[0-4]\d) ms$/);
  await says(at("live-lanes"), "MainThread");
  await page.click(at("live-back"));
  await run("import time\nfor n in range(50): print('tick', n); time.sleep(0.1)");
  await says(at("output"), "50 lines");
  await page.click(at("live"));
  await says(".headline", "running live");
  await page.click(at("live-stop"));
  await page.seen(at("live"));
  await says(".headline", "stopped");
  assert.deepEqual(await page.faults(), []);
});

test("processes of a live run have workers of their own in WebKit", { skip, timeout: 60_000 }, async () => {
  await open();
  const two = `from multiprocessing import Pipe, Process
def work(end, n):
    end.send(sum(range(n)))
if __name__ == '__main__':
    ends, processes = [], []
    for n in 1000, 2000:
        ours, theirs = Pipe()
        ends.append(ours)
        processes.append(Process(target=work, args=(theirs, n)))
    for p in processes:
        p.start()
    print([end.recv() for end in ends])
    for p in processes:
        p.join()
        print(p.exitcode)
`;
  for (const [source, printed] of [[two, "[499500, 1999000]\n0\n0\n"], [KILLED, "-15\n-9\n"], [two, "[499500, 1999000]\n0\n0\n"]]) {
    const run = await inBrowser(source, { live: true });
    assert.deepEqual([run.stdout, run.exit], [printed, 0], run.stderr);
  }
  assert.deepEqual(await page.faults(), []);
});

test("an embed runs in a sandboxed frame of another origin", { skip, timeout: 60_000 }, async () => {
  const link = `v1.${deflateSync(JSON.stringify({ v: [{ s: "import time\ntime.sleep(2)\nprint('slept')\n" }] })).toString("base64url")}`;
  await framed(`embed/#${link}`, 'sandbox="allow-scripts" width="900" height="500"');
  await page.click(".bar .run");
  await says(at("headline"), "2.00 s");
  await says(at("output"), "slept");
  await painted();
  await run("print(6 * 7)");
  await says(at("output"), "42");
  // The policy that let all this pass is in force.
  const violated = await page.evaluate(() => {
    const told = new Promise((tell) => addEventListener("securitypolicyviolation", (event) => tell(event.violatedDirective)));
    document.body.insertAdjacentHTML("beforeend", '<i style="color: red"></i>');
    return Promise.race([told, new Promise((late) => setTimeout(late, 2_000))]);
  });
  assert.match(violated ?? "", /^style-src/);
  await page.within(null);
});

test("links that are broken say so, and the page goes on", { skip, timeout: 60_000 }, async () => {
  await open("#v2.AAAAAAAA");
  for (const [link, why] of [["#v2.AAAAAAAA", "damaged"], ["#v7.AAAA", "newer version"], ["#https://example.com/", "not an Interleave link"], [`#v2.${"A".repeat(500_000)}`, "more than one megabyte"]]) {
    await page.evaluate((link) => void (location.hash = link), link);
    await says(at("notice"), why);
    assert.deepEqual(await page.faults(), [], why);
  }
  await run("print('goes on')");
  await says(at("output"), "goes on");
});

test("on a phone's width code, timeline and output are a tab each, and nothing sticks out", { skip, timeout: 60_000 }, async () => {
  await framed("", 'width="360" height="740"');
  await says(at("headline"), "was");
  await page.click(at("tab-timeline"));
  await painted();
  await page.click(at("tab-code"));
  await run("print('by thumb')");
  await page.click(at("tab-output"));
  await says(at("output"), "by thumb");
  assert.deepEqual(await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]), [360, 360]);
  await page.within(null);
});
