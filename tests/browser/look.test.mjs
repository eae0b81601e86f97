// How the page looks, at three sizes in both themes, beside references; `UPDATE=1 node tests/browser/all.mjs look` renews them.

import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { boxes, difference, small } from "./picture.mjs";
import { part, stage } from "./stage.mjs";

/** A line of boxes that moves by two pixels changes more than this; how curves are smoothed changes less. */
const TOLERANCE = 0.001;

let scene;
before(async () => (scene = await stage()));
after(() => scene.close());

for (const colorScheme of ["light", "dark"]) {
  for (const [width, height] of [[1440, 900], [900, 800], [360, 740]]) {
    test(`${colorScheme} at ${width} px`, async () => {
      const page = await scene.open({ viewport: { width, height }, colorScheme, reducedMotion: "reduce" });
      await boxes(page);
      // The other variant's run is over, and what comes a frame later is there.
      await page.waitForFunction(() => /was/.test(document.querySelector('[data-testid="headline"]')?.textContent));
      // The editor comes after the first picture; on a phone with its tab.
      if (width > 699) await page.locator(".cm-editor .cm-line span").first().waitFor({ state: "attached" });
      await page.mouse.move(0, 0);
      await part(page, "timeline").locator(".timeline-names li").first().waitFor();
      await page.waitForTimeout(300);
      const taken = await page.screenshot();
      const path = new URL(`./look/${colorScheme}-${width}.png`, import.meta.url);
      if (process.env.UPDATE) writeFileSync(path, await small(page, taken));
      assert.ok(existsSync(path), `${path.pathname} is missing: UPDATE=1 makes it`);
      const { share, where } = await difference(page, taken, readFileSync(path));
      if (share > TOLERANCE) writeFileSync(new URL(`./look/${colorScheme}-${width}.new.png`, import.meta.url), taken);
      assert.ok(share <= TOLERANCE, `${(share * 100).toFixed(2)} % of the pixels differ, ${where}; see ${colorScheme}-${width}.new.png`);
      await page.context().close();
    });
  }
}
