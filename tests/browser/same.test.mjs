// The browser computes the very run that the command line computes: the same trace, by its hash.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { asOptions } from "./options.mjs";
import { colours, examples, finished, part, ROOT, runNative, stage } from "./stage.mjs";

let scene;
let page;
before(async () => {
  scene = await stage();
  page = await scene.open();
});
after(() => scene.close());

const inBrowser = (source, options = {}) => page.evaluate(([s, o]) => globalThis.interleave.run(s, o), [source, options]);

for (const { slug, variant, source, settings } of examples()) {
  test(`${slug}, ${variant}: the same natively and here`, async () => {
    const { browser, args } = asOptions(settings);
    const ours = runNative(source, args);
    const here = await inBrowser(source, browser);
    assert.equal(here.stdout, ours.stdout);
    assert.equal(here.exit, 0, here.stderr);
    assert.equal(here.trace_hash, ours.stats.trace_hash);
    assert.ok(here.stats.spans > 0);
  });
}

test("every conformance program is the same natively and here", { timeout: 300_000 }, async () => {
  const folder = join(ROOT, "tests/python");
  const differ = [];
  // Programs are files of the areas; those with a folder of their own need its files and are compared natively only.
  const inAreas = (name) => name.endsWith(".py") && name.split("/").length === 2 && !name.startsWith("wishlist/");
  for (const name of readdirSync(folder, { recursive: true }).filter(inAreas).sort()) {
    const source = readFileSync(join(folder, name), "utf8");
    const ours = runNative(source);
    const here = await inBrowser(source);
    if (here.trace_hash !== ours.stats.trace_hash || here.stdout !== ours.stdout || here.exit !== ours.exit) differ.push(name);
  }
  assert.deepEqual(differ, []);
});

test("a program imports and reads the files beside it", async () => {
  const files = { "helper.py": "def twice(x):\n    return 2 * x\n", "data.txt": "21\n", stdin: "Ada\n" };
  const source = "import helper\nprint(helper.twice(int(open('data.txt').read())), input())\n";
  const here = await inBrowser(source, { files });
  assert.equal(here.stdout, "42 Ada\n");
  const missing = await inBrowser(source);
  assert.match(missing.stderr, /ModuleNotFoundError: No module named 'helper'/);
});

test("the same run twice is the same", async () => {
  const source = "import random, threading, time\n\ndef work():\n    time.sleep(random.random())\n    print(threading.current_thread().name)\n\nfor _ in range(8):\n    threading.Thread(target=work).start()\n";
  const [first, second, other] = [await inBrowser(source, { seed: 5 }), await inBrowser(source, { seed: 5 }), await inBrowser(source, { seed: 6 })];
  assert.equal(first.trace_hash, second.trace_hash);
  assert.notEqual(first.trace_hash, other.trace_hash);
});

test("every example of the gallery opens and runs", { timeout: 120_000 }, async () => {
  const shown = await scene.open();
  await finished(shown, "total");
  for (const slug of new Set(examples().map((e) => e.slug))) {
    await part(shown, "gallery").click();
    await part(shown, `example-${slug}`).click();
    await shown.waitForTimeout(100);
    if (await part(shown, "run").isVisible()) await part(shown, "run").click();
    await part(shown, "run").waitFor();
    await shown.waitForFunction(() => /\d/.test(document.querySelector('[data-testid="headline"]').textContent));
    assert.match(await part(shown, "headline").innerText(), /\d(\.\d+)? ?(s|ms|min|µs)/, slug);
    assert.ok((await colours(shown)) > 1, `${slug} is painted`);
  }
  assert.deepEqual(shown.faults, []);
});
