// What breaks around the page while somebody works: nothing typed is lost, and the next run works.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { colours, finished, output, part, soon, stage, write } from "./stage.mjs";

let scene;
before(async () => (scene = await stage()));
after(() => scene.close());

const TYPED = "print('typed by hand')\n";
const ENDLESS = "# typed by hand\nprint('begun')\nwhile True:\n    data = [1]\n";
const typed = (page) => page.locator('[data-testid="editor"] .cm-content').innerText();

async function running() {
  const page = await scene.open();
  await finished(page, "total");
  await write(page, ENDLESS);
  await page.keyboard.press("Control+Enter");
  await part(page, "stop").waitFor();
  await page.waitForFunction(() => document.querySelector('[data-testid="output"]')?.textContent.includes("begun"));
  return page;
}

/** The page works: it runs what is typed. */
async function works(page) {
  await write(page, TYPED);
  await page.keyboard.press("Control+Enter");
  await finished(page, "typed by hand");
}

/** Waits until the address is the link of what the page holds, and gives it. */
async function addressed(page) {
  await part(page, "share").click();
  const link = await part(page, "share-link").inputValue();
  await page.keyboard.press("Escape");
  await page.waitForFunction((link) => location.href === link, link);
  return link;
}

const broken = [
  ["throws", () => setTimeout(() => { throw new Error("an accident"); })],
  ["runs out of memory", () => setTimeout(() => { throw new RangeError("WebAssembly.Memory.grow(): Maximum memory size exceeded"); })],
  ["traps", () => setTimeout(() => WebAssembly.instantiate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 97, 0, 0, 10, 5, 1, 3, 0, 0, 11])).then(({ instance }) => setTimeout(instance.exports.a)))],
  ["says what nobody understands", () => postMessage(new Uint8Array([1, 2, 3]))],
];
for (const [name, accident] of broken) {
  test(`an engine that ${name} is replaced, and what is typed stays`, async () => {
    const page = await running();
    // It may be gone before it has answered.
    await page.workers()[0].evaluate(accident).catch(() => {});
    await part(page, "run").waitFor();
    await soon(async () => assert.match(await typed(page), /# typed by hand/));
    await page.getByText("What to report", { exact: true }).click();
    await soon(async () => assert.match(await part(page, "report").innerText(), /^Interleave \d[^]*Chrome[^]*http[^]*#v\d/));
    await works(page);
    assert.equal(page.workers().length, 1);
    await page.context().close();
  });
}

test("an engine that never answers Stop is replaced", async () => {
  const page = await running();
  // It is deaf: its turns go on, but no message reaches it.
  await page.workers()[0].evaluate(() => (self.onmessage = null));
  await part(page, "stop").click();
  await page.getByText("did not stop in time").first().waitFor();
  await works(page);
  assert.equal(page.workers().length, 1);
});

test("a link in the report shows the program again", async () => {
  const page = await running();
  await page.workers()[0].evaluate(broken[0][1]).catch(() => {});
  await page.getByText("What to report", { exact: true }).click();
  const [link] = (await part(page, "report").innerText()).match(/http\S+/);
  const other = await scene.open({ hash: link.slice(link.indexOf("#")) });
  await soon(async () => assert.match(await typed(other), /# typed by hand/));
});

test("a canvas that the browser took away is drawn again", async () => {
  const page = await scene.open();
  await finished(page, "total");
  await page.waitForFunction(() => document.querySelector("canvas.timeline-lanes").width > 300);
  await page.evaluate(() => {
    for (const canvas of document.querySelectorAll("canvas")) {
      canvas.getContext("2d").reset();
      canvas.dispatchEvent(new Event("contextrestored"));
    }
  });
  await page.waitForFunction(() => {
    const canvas = document.querySelector("canvas.timeline-lanes");
    return canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.some((n) => n);
  });
  await soon(async () => assert.ok((await colours(page)) > 1));
});

test("where storage is full, or refused, what is typed survives in the address", async () => {
  for (const obstacle of ["full", "refused"]) {
    const page = await scene.open({
      prepare: (page) =>
        page.addInitScript((obstacle) => {
          const no = () => { throw new DOMException("no", obstacle === "full" ? "QuotaExceededError" : "SecurityError"); };
          if (obstacle === "full") Storage.prototype.setItem = no;
          else Object.defineProperty(globalThis, "localStorage", { get: no });
        }, obstacle),
    });
    await finished(page, "total");
    await works(page);
    await addressed(page);
    await page.reload();
    await page.waitForFunction(() => document.querySelector('[data-testid="editor"] .cm-content')?.textContent.includes("typed by hand"));
    assert.deepEqual(page.faults.filter((f) => !f.startsWith("failed:")), [], obstacle);
    await page.context().close();
  }
});

test("clocks that jump, forwards and back, stop neither a run nor the page", async () => {
  const page = await running();
  for (const hours of [5, -5, 0]) {
    const jump = (ms) => {
      const real = Performance.prototype.now;
      performance.now = () => real.call(performance) + ms;
      const date = Date.now.bind(Date);
      Date.now = () => date() + ms;
    };
    await page.evaluate(jump, hours * 3_600_000);
    await page.workers()[0].evaluate(jump, hours * 3_600_000);
    await page.waitForTimeout(300);
    await soon(async () => assert.ok(await part(page, "stop").isVisible(), `still running after ${hours} hours`));
  }
  await part(page, "stop").click();
  await part(page, "run").waitFor();
  await works(page);
  assert.deepEqual(page.faults, []);
});

test("a frozen tab goes on where it was", async () => {
  const page = await running();
  const session = await page.context().newCDPSession(page);
  await session.send("Page.setWebLifecycleState", { state: "frozen" });
  await new Promise((later) => setTimeout(later, 800));
  await session.send("Page.setWebLifecycleState", { state: "active" });
  await part(page, "stop").click();
  await part(page, "run").waitFor();
  await soon(async () => assert.match(await output(page), /begun/));
  await works(page);
  assert.deepEqual(page.faults, []);
});

test("two tabs keep what is typed in each", async () => {
  const page = await scene.open();
  await finished(page, "total");
  const other = await page.context().newPage();
  await other.goto(scene.address);
  await finished(other, "total");
  for (const [tab, name] of [[page, "first"], [other, "second"]]) {
    await tab.bringToFront();
    await write(tab, `print('${name} tab')\n`);
  }
  for (const [tab, name] of [[page, "first"], [other, "second"]]) {
    await tab.reload();
    await tab.waitForFunction((n) => document.querySelector('[data-testid="editor"] .cm-content')?.textContent.includes(`${n} tab`), name);
  }
});

test("a reload in the middle of a run brings the program back and a page that answers", async () => {
  const page = await running();
  await page.reload();
  await page.waitForFunction(() => document.querySelector('[data-testid="editor"] .cm-content')?.textContent.includes("typed by hand"));
  await works(page);
  // What was on its way was given up.
  assert.deepEqual(page.faults.filter((f) => !f.startsWith("failed:")), []);
});

test("what is typed just before a reload, or while it is under way, is there afterwards", async () => {
  for (const wait of [0, 1000]) {
    const page = await scene.open();
    await finished(page, "total");
    await page.waitForFunction(() => location.hash);
    // The site answers late: the page still writes its address, which the reload does not look at any more.
    await page.route(scene.address, (route) => setTimeout(() => route.continue(), wait));
    await write(page, TYPED);
    await page.reload();
    await page.waitForFunction(() => document.querySelector('[data-testid="editor"] .cm-content')?.textContent.includes("typed by hand"));
    // It is an address as any other again.
    const other = await scene.open({ hash: new URL(await addressed(page)).hash });
    await soon(async () => assert.match(await typed(other), /typed by hand/));
    await page.goto("about:blank");
    await page.goto(`${scene.address}#v1`);
    await page.waitForFunction(() => document.querySelector('[data-testid="editor"] .cm-content')?.textContent.includes("total"));
    assert.deepEqual(page.faults, []);
    await page.context().close();
  }
});

test("without a network the program stays, and what is missing is said", async () => {
  const page = await scene.open();
  await finished(page, "total");
  await page.waitForTimeout(1500);
  await page.context().setOffline(true);
  await write(page, "import fractions\nprint(fractions.Fraction(1, 3))\n");
  await page.keyboard.press("Control+Enter");
  await part(page, "finding").first().waitFor();
  await soon(async () => assert.match(await part(page, "finding").first().innerText(), /online/));
  await soon(async () => assert.match(await typed(page), /Fraction/));
  await page.context().setOffline(false);
  await part(page, "run").click();
  await finished(page, "1/3");
});
