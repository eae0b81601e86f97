// What is given to others: links, other forms of them, files of a run; the draft; variants compared over a setting.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { finished, part, soon, stage, write } from "./stage.mjs";

let scene;
before(async () => (scene = await stage()));
after(() => scene.close());

async function saved(page, name) {
  const coming = page.waitForEvent("download");
  await page.getByRole("group", { name: "Save the run as" }).getByRole("button", { name, exact: true }).click();
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test("a run is saved as pictures, a page and other tools' files", async () => {
  const page = await scene.open();
  await finished(page, "total");
  await part(page, "share").click();
  const svg = await saved(page, "SVG");
  assert.equal(svg.name, "timeline.svg");
  assert.match(svg.bytes.toString(), /^<svg [^]*sleep 4 s[^]*<\/svg>\s*$/);
  const png = await saved(page, "PNG");
  assert.deepEqual([...png.bytes.subarray(1, 4)], [..."PNG"].map((c) => c.charCodeAt(0)));
  assert.equal(png.bytes.readUInt32BE(16), 1920, "two pixels for each of the picture's");
  const events = JSON.parse((await saved(page, "Perfetto")).bytes).traceEvents;
  assert.ok(events.some((e) => e.ph === "X" && e.name === "sleep 4 s"));
  assert.ok(JSON.parse((await saved(page, "speedscope")).bytes).profiles.length >= 3);
  const html = await saved(page, "Web page");
  const other = await page.context().newPage();
  await other.setContent(html.bytes.toString());
  await soon(async () => assert.match(await other.locator("h1").innerText(), /Two API calls/));
  await soon(async () => assert.equal(await other.locator("figure > svg").count(), 3, "every variant that has run"));
  assert.deepEqual(page.faults, []);
});

test("a link is copied as Markdown and as HTML, and is a code for phones", async () => {
  const page = await scene.open({ permissions: ["clipboard-read", "clipboard-write"] });
  await finished(page, "total");
  await part(page, "share").click();
  await page.getByText("The link is on the clipboard.").waitFor();
  await part(page, "copy-markdown").click();
  await page.getByText("The Markdown is on the clipboard.").waitFor();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(text, /^## Two API calls[^]*```python\nimport threading[^]*\(http[^)]*#v2\./);
  await part(page, "copy-html").click();
  await page.getByText("The HTML is on the clipboard.").waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^<a href="http[^"]*#v2\.[^"]*">Two API calls<\/a>$/);
  await page.getByText("QR code").click();
  await soon(async () => assert.ok((await page.getByRole("img", { name: "QR code of the link" }).boundingBox()).width > 150));
});

test("the last program is there again after the tab was closed, and where nothing is kept the page works", async () => {
  const page = await scene.open();
  await finished(page, "total");
  await write(page, "print('not to be lost')\n");
  await page.waitForFunction(() => localStorage.getItem("interleave.draft"));
  const again = await page.context().newPage();
  await again.goto(scene.address);
  await finished(again, "not to be lost");
  const none = await scene.open({ storageState: undefined });
  await finished(none, "total: 4.00 s");
});

test("variants are compared, and over the values of a setting", async () => {
  const page = await scene.open();
  await finished(page, "total");
  await page.getByRole("tab", { name: "Compare" }).click();
  const table = part(page, "compare");
  await page.waitForFunction(() => !document.querySelector("[data-testid=compare]").innerText.includes("not run"));
  await soon(async () => assert.match(await table.innerText(), /sequential[^]*7\.00 s[^]*threads[^]*4\.00 s[^]*1\.75 × faster/));
  await part(page, "sweep").click();
  await page.waitForFunction(() => document.querySelectorAll(".sweep polyline").length === 3);
  await page.waitForFunction(() => /fastest/.test(document.querySelector("[data-testid=swept]").innerText));
  await page.getByText("As a table").click();
  await soon(async () => {
    const cells = await page.locator(".wide tbody tr").first().locator("td").allInnerTexts();
    assert.deepEqual(new Set(cells), new Set(["7.00 s"]), "sleeping takes as long on any number of cores");
  });
  assert.deepEqual(page.faults, []);
});
