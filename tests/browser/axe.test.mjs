// Accessibility as far as a machine can tell: axe finds nothing, at three sizes, in both themes, in the page's states.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { finished, part, stage, violations, write } from "./stage.mjs";

let scene;
before(async () => (scene = await stage()));
after(() => scene.close());

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

for (const colorScheme of ["light", "dark"]) {
  for (const [width, height] of [[1440, 900], [360, 740]]) {
    test(`what helps to choose, ${colorScheme} at ${width} px`, async () => {
      const page = await scene.open({ viewport: { width, height }, colorScheme });
      await page.waitForFunction(() => /was/.test(document.querySelector('[data-testid="headline"]')?.textContent));
      await (width < 700 ? part(page, "tab-compare") : page.getByRole("tab", { name: "Compare" })).click();
      assert.deepEqual(await violations(page), [], "the comparison");
      await part(page, "diff-open").click();
      await part(page, "diff-rows").waitFor();
      assert.deepEqual(await violations(page), [], "what differs");
      await page.keyboard.press("Escape");
      await part(page, "advice-of-run").click();
      await page.getByLabel("No, or better not").check();
      await part(page, "advice-example").waitFor();
      assert.deepEqual(await violations(page), [], "the advice");
    });
  }
}

for (const colorScheme of ["light", "dark"]) {
  for (const [width, height] of [[1440, 900], [360, 740]]) {
    test(`the machine's settings, ${colorScheme} at ${width} px`, async () => {
      const page = await scene.open({ viewport: { width, height }, colorScheme });
      await page.waitForFunction(() => /\d s/.test(document.querySelector('[data-testid="headline"]')?.textContent));
      if (!(await part(page, "cores").isVisible())) await part(page, "settings").click();
      await part(page, "cores").waitFor();
      assert.deepEqual(await violations(page), [], "the settings");
      await page.locator("summary", { hasText: "Scheduling" }).click();
      await part(page, "schedule").selectOption("priority");
      await part(page, "load").fill("950");
      await part(page, "load").press("Enter");
      assert.deepEqual(await violations(page), [], "another schedule, and a value out of range");
      await part(page, "costs").locator("summary").first().click();
      await part(page, "wake").waitFor();
      assert.deepEqual(await violations(page), [], "the costs");
    });
  }
}
