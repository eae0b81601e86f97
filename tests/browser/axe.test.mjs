// Accessibility as far as a machine can tell: axe finds nothing, at three sizes, in both themes, in the page's states.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { finished, part, stage, write } from "./stage.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let scene;
before(async () => (scene = await stage()));
after(() => scene.close());

/** What axe finds, one line for each place. */
async function violations(page) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, { resultTypes: ["violations"] });
    return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(" ")}: ${n.failureSummary.split("\n")[1] ?? ""}`));
  });
}

for (const colorScheme of ["light", "dark"]) {
  for (const [width, height] of [[1440, 900], [900, 800], [360, 740]]) {
    test(`${colorScheme} at ${width} px`, async () => {
      const page = await scene.open({ viewport: { width, height }, colorScheme });
      await page.waitForFunction(() => /\d s/.test(document.querySelector('[data-testid="headline"]')?.textContent));
      assert.deepEqual(await violations(page), [], "the first look");
      for (const panel of await page.getByRole("tab").all()) {
        if (!(await panel.isVisible())) continue;
        const name = await panel.innerText();
        await panel.click();
        assert.deepEqual(await violations(page), [], name);
      }
      await part(page, "gallery").click();
      assert.deepEqual(await violations(page), [], "the gallery");
      await part(page, "example-deadlock").click();
      assert.deepEqual(await violations(page), [], "a question");
      await part(page, "run").click();
      await page.getByText("deadlock", { exact: true }).first().waitFor();
      assert.deepEqual(await violations(page), [], "a deadlock");
    });
  }
}

test("a program with mistakes and warnings", async () => {
  const page = await scene.open();
  await finished(page, "total");
  await write(page, "import numpy\nprint('a'\n");
  await part(page, "run").click();
  await page.locator(".cm-lintRange-error, .cm-lintRange-warning").first().waitFor();
  assert.deepEqual(await violations(page), []);
});
