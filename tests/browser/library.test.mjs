// Library modules that come when a program imports them.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { part, site, soon, stage, write } from "./stage.mjs";

let scene;
before(async () => (scene = await stage()));
after(() => scene.close());

const run = (page, source) =>
  page.evaluate(
    (s) => globalThis.interleave.run(s, {}).then((r) => ({ ...r, said: r.stderr }), (e) => ({ said: String(e.message ?? e) })),
    source,
  );

/** Programs that the page itself runs first have come to their end. */
async function quiet(scene) {
  const page = await scene.open();
  await part(page, "run").waitFor();
  return page;
}

test("a module comes once, with what it imports", async () => {
  const page = await quiet(scene);
  const asked = [];
  page.on("request", (r) => r.url().includes("/library/") && asked.push(r.url().split(/\/library\/\w+\//)[1]));
  const program = "import json, statistics\nprint(json.dumps(statistics.mean([1, 2, 6])))\n";
  assert.equal((await run(page, program)).stdout, "3\n");
  assert.ok(asked.includes("statistics.py") && asked.includes("json/__init__.py"), asked.join(" "));
  assert.ok(!asked.some((file) => file.startsWith("coverage/")), "nothing is missing here, and an example needs no warnings");
  assert.equal(new Set(asked).size, asked.length, `each once: ${asked.join(" ")}`);
  const before = asked.length;
  assert.equal((await run(page, program)).stdout, "3\n");
  assert.equal(asked.length, before, "the second run has them");
});

test("a module that cannot come is named, and the page goes on", async () => {
  const page = await quiet(scene);
  await page.route("**/library/*/statistics.py", (route) => route.abort());
  const { said } = await run(page, "import statistics\n");
  assert.match(said, /statistics could not be loaded/);
  assert.equal((await run(page, "print('on')\n")).stdout, "on\n");
  await page.unroute("**/library/*/statistics.py");
  assert.equal((await run(page, "import statistics\nprint(statistics.median([3, 1, 2]))\n")).stdout, "2\n");
});

test("what will not work is underlined when the text rests, and a program may still run up to it", async () => {
  const page = await quiet(scene);
  await write(page, "import sys\nimport numpy as np\n\nprint('so far')\nsys.setdlopenflags(0)\n");
  const marked = page.locator(".cm-lintRange-warning");
  await marked.first().waitFor();
  await soon(async () => assert.deepEqual(await marked.allTextContents(), ["numpy as np", "sys.setdlopenflags"]));
  await marked.first().hover();
  const tip = page.locator(".cm-tooltip-lint");
  await tip.waitFor();
  await soon(async () => assert.match(await tip.textContent(), /numpy is not supported by Interleave.*use lists and the math module/s));
  await write(page, "print('fine')\n");
  await marked.first().waitFor({ state: "detached" });
  await write(page, "import tkinter\n");
  await marked.first().waitFor();
  const { stdout, stderr } = await run(page, "import sys\nprint('so far')\nsys.setdlopenflags(0)\n");
  assert.equal(stdout, "so far\n");
  assert.match(stderr, /exists in Python, but is not supported by Interleave/);
});

const ENGINE_REST = /worker_[0-9a-f]{8}\.wasm$/;
const PAGE_REST = /app_[0-9a-f]{8}\.wasm$/;
const UNUSUAL = "import re, struct\nprint(re.sub(r'(\\w+) (\\w+)', r'\\2 \\1', 'b a'), struct.pack('>H', 258), 3 ** 200 % 1009, '%.3e' % 12345.678)\n";

test("what a first picture does without comes once, after it", async () => {
  // Called for while it is under way, it is asked for again: the browser's own store makes one of the two.
  const kept = await site({ cached: true });
  const page = await scene.open({ at: kept.address });
  await part(page, "run").waitFor();
  assert.equal((await run(page, UNUSUAL)).stdout, "a b b'\\x01\\x02' 985 1.235e+04\n");
  await part(page, "share").click();
  await part(page, "share-link").waitFor();
  const late = (name) =>
    page.evaluate((name) => {
      const [open] = performance.getEntriesByName("interleave-open");
      const file = performance.getEntriesByType("resource").find((e) => new RegExp(name).test(e.name));
      return file.startTime > open.startTime;
    }, name.source);
  assert.ok(await late(PAGE_REST));
  assert.ok(await late(/editor-\w+\.js$/));
  for (const rest of [ENGINE_REST, PAGE_REST]) {
    const asked = [...kept.asked].filter(([path]) => rest.test(path));
    assert.deepEqual(asked.map(([, times]) => times), [1], `${rest}: ${asked}`);
  }
  assert.deepEqual(page.faults, []);
  await page.context().close();
  kept.close();
});

test("what is called before its part has come does not wait for it in vain", async () => {
  let refused = 0;
  const once = (route) => (refused++ ? route.continue() : route.abort());
  const page = await scene.open({ prepare: (page) => page.route(PAGE_REST, once) });
  await part(page, "run").waitFor();
  await part(page, "share").click();
  await soon(async () => assert.match(await part(page, "share-link").inputValue(), /#v\d/));
});

test("a rest that cannot come is said, and the page goes on", async () => {
  const page = await scene.open({ prepare: (page) => page.route(ENGINE_REST, (route) => route.abort()) });
  await part(page, "run").waitFor();
  assert.match((await run(page, UNUSUAL)).said, /part of it could not be loaded.*online/i);
  assert.equal((await run(page, "print('on')\n")).stdout, "on\n");
  await page.unroute(ENGINE_REST);
  assert.match((await run(page, UNUSUAL)).stdout, /^a b/);
});
