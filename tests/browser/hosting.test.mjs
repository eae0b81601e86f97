// The site as a host serves it: its policy holds, nothing leaves it, and it works without a network.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { finished, part, ROOT, stage, write } from "./stage.mjs";

let scene;
before(async () => (scene = await stage()));
after(() => scene.close());

test("the page's own policy forbids nothing that it does, and no request leaves it", async () => {
  const elsewhere = [];
  const page = await scene.open({
    prepare: async (page) => {
      page.on("request", (r) => /^(blob|data):/.test(r.url()) || r.url().startsWith(scene.address) || elsewhere.push(r.url()));
      await page.addInitScript(() => {
        globalThis.violations = [];
        document.addEventListener("securitypolicyviolation", (e) => globalThis.violations.push(`${e.violatedDirective} ${e.blockedURI} ${e.sample}`));
      });
    },
  });
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:/);
  await finished(page, "total: 4.00 s");
  await write(page, "import json, statistics\nprint(json.dumps(statistics.mean([1, 2, 6])))\nx = (\n");
  await page.keyboard.press("Control+Enter");
  await part(page, "finding").first().waitFor();
  await write(page, "import json, statistics\nprint(json.dumps(statistics.mean([1, 2, 6])))\n");
  await page.keyboard.press("Control+Enter");
  await finished(page, "3");
  const lanes = await page.locator("canvas.timeline-lanes").boundingBox();
  await page.mouse.move(lanes.x + lanes.width / 2, lanes.y + 20);
  await part(page, "theme").click();
  await part(page, "share").click();
  await part(page, "share-link").waitFor();
  // An inline style shows that the policy is in force, not just written.
  const blocked = await page.evaluate(() => {
    const before = globalThis.violations.length;
    document.body.insertAdjacentHTML("beforeend", '<i style="color: red"></i>');
    return new Promise((told) => setTimeout(() => told([before, globalThis.violations.splice(0)]), 100));
  });
  assert.equal(blocked[0], 0, blocked[1].join("\n"));
  assert.equal(blocked[1].length, 1);
  assert.deepEqual(elsewhere, []);
});

test("what a visit needs only later comes beforehand, and with a touch where the visitor saves data", async () => {
  // Builds for looking at a change have all in one.
  const later = /(app|worker)_[0-9a-f]{8}\.wasm/;
  const whole = !(await fetch(`${scene.address}_headers`)).ok;
  const sizes = [{ width: 1280, height: 800 }, { width: 360, height: 740 }];
  for (const [viewport, saveData] of sizes.flatMap((size) => [[size, false], [size, true]])) {
    const loaded = [];
    const prepare = async (page) => {
      page.on("request", (r) => later.test(r.url()) && loaded.push(r.resourceType()));
      if (saveData) await page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
    };
    const page = await scene.open({ viewport, prepare });
    await part(page, "headline").getByText("4.00 s").first().waitFor();
    if (saveData) {
      await page.waitForTimeout(1_500);
      assert.deepEqual(loaded, []);
      await part(page, "theme").click();
    }
    if (!whole) {
      for (let tries = 0; loaded.length < 2 && tries < 100; tries++) await page.waitForTimeout(50);
      // What waits for one asks by another kind of request. A touch may, the first picture never.
      if (saveData) assert.ok(loaded.length >= 2);
      else assert.deepEqual(loaded, ["fetch", "fetch"], `${viewport.width} px`);
    }
    assert.deepEqual(page.faults, []);
    await page.context().close();
  }
});

test("after a visit the page opens and runs without a network", { timeout: 60_000 }, async () => {
  const page = await scene.open({ serviceWorkers: "allow" });
  await finished(page, "total: 4.00 s");
  // All that is kept has come, and the worker has begun to answer.
  await page.waitForFunction(
    async (texts) => {
      const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
      const all = (await Promise.all(stores.map((store) => store.keys()))).flat();
      const ready = (await navigator.serviceWorker.ready).active.state === "activated";
      return ready && all.filter((request) => request.url.includes("/library/")).length === texts;
    },
    readdirSync(join(ROOT, "dist/library"), { recursive: true, withFileTypes: true }).filter((file) => file.isFile()).length,
    { timeout: 40_000 },
  );
  await page.context().setOffline(true);
  await page.reload();
  await finished(page, "total: 4.00 s");
  await write(page, "import statistics\nprint('mean', statistics.mean([1, 2, 6]))\n");
  await page.keyboard.press("Control+Enter");
  await finished(page, "mean 3");
});

test("in a frame nothing is installed", async () => {
  const outer = await (await scene.browser.newContext()).newPage();
  const body = '<!doctype html><iframe src="./" width="900" height="600"></iframe>';
  await outer.route("**/outer.html", (route) => route.fulfill({ contentType: "text/html", body }));
  await outer.goto(`${scene.address}outer.html`);
  const frame = outer.frameLocator("iframe");
  await frame.getByTestId("output").getByText("total: 4.00 s").waitFor();
  await frame.locator(".cm-content").waitFor();
  await outer.waitForTimeout(1000);
  const inner = outer.frames()[1];
  assert.equal(await inner.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
  await outer.context().close();
});

test("in a sandboxed frame without an origin the page runs", async () => {
  const outer = await (await scene.browser.newContext()).newPage();
  const body = '<!doctype html><iframe sandbox="allow-scripts" src="./" width="900" height="600"></iframe>';
  await outer.route("**/outer.html", (route) => route.fulfill({ contentType: "text/html", body }));
  await outer.goto(`${scene.address}outer.html`);
  await outer.frameLocator("iframe").getByTestId("output").getByText("total: 4.00 s").waitFor();
  await outer.frameLocator("iframe").locator(".cm-content").waitFor();
  await outer.context().close();
});
