// The browser computes the very run that the command line computes: the same trace, by its hash.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { compareExample, differing } from "./compare.mjs";
import { colours, examples, finished, part, soon, stage } from "./stage.mjs";

let scene;
let page;
before(async () => {
  scene = await stage();
  page = await scene.open();
});
after(() => scene.close());

const inBrowser = (source, options = {}) => page.evaluate(([s, o]) => globalThis.interleave.run(s, o), [source, options]);

for (const example of examples()) {
  test(`${example.slug}, ${example.variant}: the same natively and here`, async () => assert.deepEqual(await compareExample(example, inBrowser), []));
}

test("every conformance program is the same natively and here", { timeout: 300_000 }, async () => {
  assert.deepEqual(await differing(inBrowser), []);
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
    await soon(async () => assert.match(await part(shown, "headline").innerText(), /\d(\.\d+)? ?(s|ms|min|µs)/, slug));
    await soon(async () => assert.ok((await colours(shown)) > 1, `${slug} is painted`));
  }
  assert.deepEqual(shown.faults, []);
});
