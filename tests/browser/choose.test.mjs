// What helps to choose: the reasons beside the ratios, advice by questions and from a run, and what differs between two texts.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { finished, part, soon, stage } from "./stage.mjs";

let scene;
before(async () => (scene = await stage()));
after(() => scene.close());

test("a comparison says by how much and why", async () => {
  const page = await scene.open();
  await finished(page, "total");
  await page.waitForFunction(() => /was 7\.00 s · 1\.75 × faster: the waits overlap/.test(document.querySelector('[data-testid="headline"]').textContent));
  await page.getByRole("tab", { name: "Compare" }).click();
  const table = part(page, "compare");
  await table.getByText("1.75 × faster: the waits overlap").first().waitFor();
  assert.deepEqual(page.faults, []);
});

test("three answers lead to advice and its example, by keyboard alone", async () => {
  const page = await scene.open();
  await finished(page, "total");
  await part(page, "gallery").focus();
  await page.keyboard.press("Enter");
  await part(page, "advice-open").focus();
  await page.keyboard.press("Enter");
  const advice = part(page, "advice");
  await soon(async () => assert.match(await advice.innerText(), /Say what the work does/));
  await page.getByLabel("It computes in Python").focus();
  await page.keyboard.press("Space");
  await soon(async () => assert.match(await advice.innerText(), /Say how many/));
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await soon(async () => assert.ok(await page.getByLabel("A few, up to a hundred").isChecked(), "arrows go through the answers"));
  await soon(async () => assert.match(await advice.innerText(), /Processes, one for each core[^]*The GIL lets one thread/));
  await page.getByLabel(/^It waits/).check();
  await soon(async () => assert.match(await advice.innerText(), /Say whether the code can be async/));
  await page.getByLabel("Yes: there are async").check();
  await soon(async () => assert.match(await advice.innerText(), /^asyncio\n/));
  await part(page, "advice-example").click();
  await soon(async () => assert.equal(await page.locator("dialog[open]").count(), 0));
  await soon(async () => assert.match(await page.title(), /Three URLs/));
  await soon(async () => assert.equal(await part(page, "variant-asyncio").getAttribute("aria-selected"), "true"));
  assert.deepEqual(page.faults, []);
});

test("a run answers for itself, and Esc brings back what was open", async () => {
  const page = await scene.open();
  await finished(page, "total");
  await part(page, "variant-sequential").click();
  await finished(page, "total: 7.00 s");
  await page.getByRole("tab", { name: "Compare" }).click();
  await part(page, "advice-of-run").click();
  await soon(async () => assert.ok(await part(page, "advice-run").isChecked()));
  await soon(async () => assert.ok(await page.getByLabel(/^It waits/).isChecked()));
  await soon(async () => assert.ok(await page.getByLabel("A few, up to a hundred").isChecked()));
  await page.getByLabel("No, or better not").check();
  const advice = part(page, "advice");
  await soon(async () => assert.match(await advice.innerText(), /Threads, in a pool[^]*Your run took 7\.00 s[^]*the longest took 4\.00 s/));
  await part(page, "advice-run").uncheck();
  await soon(async () => assert.doesNotMatch(await advice.innerText(), /Your run/));
  await page.keyboard.press("Escape");
  await soon(async () => assert.equal(await page.locator("dialog[open]").count(), 0));
  await soon(async () => assert.equal(await page.getByRole("tab", { name: "Compare" }).getAttribute("aria-selected"), "true"));
  assert.deepEqual(page.faults, []);
});

test("what differs between two variants stands side by side, and below each other where it is narrow", async () => {
  const page = await scene.open();
  await finished(page, "total");
  await page.getByRole("tab", { name: "Compare" }).click();
  await part(page, "diff-open").click();
  const rows = part(page, "diff-rows");
  await soon(async () => assert.match(await part(page, "diff-told").innerText(), /^\d+ lines? less, \d+ lines? more$/));
  await soon(async () => assert.ok((await rows.locator("ins").allInnerTexts()).some((t) => /threading/.test(t))));
  await soon(async () => assert.equal(await rows.locator("tr").first().locator("td").count(), 4));
  await page.setViewportSize({ width: 600, height: 800 });
  await page.locator("table.texts.one").waitFor();
  await soon(async () => assert.equal(await rows.locator("tr").first().locator("td").count(), 3));
  await page.getByLabel("The other text").selectOption({ label: "sequential" });
  await soon(async () => assert.equal(await part(page, "diff-told").innerText(), "The two texts are the same."));
  assert.deepEqual(page.faults, []);
});
