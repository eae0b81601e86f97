// Embeds: what they show and weigh before they are run, frames of every kind and width, messages, what pages around them can do.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { brotliCompressSync, deflateSync } from "node:zlib";
import { firefox, skip, until } from "./firefox.mjs";
import { native, site, soon, stage, violations } from "./stage.mjs";

const PROGRAM = "import threading, time\n\ndef call(n):\n    time.sleep(n)\n    print('slept', n)\n\nfor n in 1, 2:\n    threading.Thread(target=call, args=[n]).start()\n";

let scene;
/** Another origin, where somebody's page stands around embeds: its latest text. */
let elsewhere;
let text = "";
/** The link of the first example with its stored picture, and that of one short program without. */
let pictured, plain;
before(async () => {
  scene = await stage();
  elsewhere = createServer((_, response) => response.writeHead(200, { "content-type": "text/html" }).end(text));
  await new Promise((listens) => elsewhere.listen(0, "127.0.0.1", listens));
  const file = join(mkdtempSync(join(tmpdir(), "interleave-")), "a.embed.html");
  native(["render", "two-calls", "-o", file, "--page", scene.address]);
  pictured = readFileSync(file, "utf8").match(/embed\/#([^"]+)"/)[1].replaceAll("&amp;", "&");
  plain = link({ t: "Two sleeps", v: [{ s: PROGRAM }] });
});
after(() => {
  elsewhere.closeAllConnections();
  elsewhere.close();
  return scene.close();
});

/** A link of the first version, which is plain zlib. */
const link = (scenario) => `v1.${deflateSync(typeof scenario === "object" ? JSON.stringify(scenario) : scenario).toString("base64url")}`;

/** Somebody else's page with this body; `heard` are the messages that come to it. */
async function around(body, options = {}) {
  const context = await scene.browser.newContext({ viewport: { width: 1000, height: 800 }, serviceWorkers: "block", ...options });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  page.faults = [];
  page.asked = [];
  page.on("pageerror", (error) => page.faults.push(String(error)));
  page.on("console", (message) => message.type() === "error" && page.faults.push(message.text()));
  page.on("request", (request) => page.asked.push(request.url()));
  text = `<!doctype html><html lang="en"><title>Elsewhere</title><script>heard = []; addEventListener("message", (e) => heard.push(e.data));</script>${body}`;
  await page.goto(`http://127.0.0.1:${elsewhere.address().port}/`);
  return page;
}
const frame = (fragment, { sandbox, width = 900, height = 460 } = {}) =>
  `<iframe src="${scene.address}embed/#${fragment.replaceAll("&", "&amp;")}" width="${width}" height="${height}"${sandbox === undefined ? "" : ` sandbox="${sandbox}"`}></iframe>`;
const heard = (page, type, fits = () => true) =>
  page.waitForFunction(([type, fits]) => heard.find((m) => m?.type === type && eval(fits)(m)), [type, String(fits)]).then((h) => h.jsonValue());
const tell = (page, message) => page.evaluate((m) => document.querySelector("iframe").contentWindow.postMessage(m, "*"), message);
const say = (page, type, more = {}) => tell(page, { interleave: 1, type, ...more });

test("before it is run an embed shows title, program and picture, and weighs less than 80 kB", async () => {
  const context = await scene.browser.newContext({ viewport: { width: 900, height: 460 }, serviceWorkers: "block" });
  const page = await context.newPage();
  const bodies = [];
  page.on("response", (response) => bodies.push(response.body()));
  await page.goto(`${scene.address}embed/#${pictured}`);
  await page.waitForFunction(() => document.querySelectorAll(".bars .running").length > 3);
  await soon(async () => assert.equal(await page.locator(".bar .title").innerText(), "Two API calls"));
  await soon(async () => assert.match(await page.locator(".code").innerText(), /^import threading/m));
  await soon(async () => assert.equal(await page.locator(".code-keyword").first().innerText(), "import"));
  await soon(async () => assert.deepEqual(await page.getByRole("tab").allTextContents(), ["sequential 7.00 s", "threads 4.00 s", "asyncio 4.00 s"]));
  await soon(async () => assert.match(await page.locator(".headline").innerText(), /4\.00 s[^]*slept at the same time/));
  await soon(async () => {
    const rows = await page.locator(".bars text").allTextContents();
    assert.ok(rows.includes("MainThread") && rows.includes("GIL"), rows.join());
  });
  await page.getByRole("tab", { name: "sequential" }).click();
  await soon(async () => assert.match(await page.locator(".headline").innerText(), /7\.00 s/));
  // Its policy is in force.
  const violated = page.evaluate(() => new Promise((told) => addEventListener("securitypolicyviolation", (event) => told(event.violatedDirective))));
  await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", '<i style="color: red"></i>'));
  assert.match(await violated, /^style-src/);
  await page.waitForTimeout(500);
  const weight = (await Promise.all(bodies)).reduce((sum, body) => sum + brotliCompressSync(body).length, 0);
  assert.ok(weight < 80_000, `${weight} bytes`);
  assert.ok(!(await page.evaluate(() => performance.getEntriesByType("resource").some((e) => /wasm|worker/.test(e.name)))));
  await context.close();
});

for (const sandbox of [undefined, "allow-scripts", "allow-scripts allow-same-origin"]) {
  for (const width of [320, 600, 900]) {
    test(`runs at ${width} px, ${sandbox === undefined ? "no sandbox" : `sandbox="${sandbox}"`}`, async () => {
      const page = await around(frame(pictured, { sandbox, width }));
      const inside = page.frameLocator("iframe");
      await inside.locator(".bar .run").click();
      await inside.getByTestId("headline").getByText("4.00 s").first().waitFor();
      const own = page.frames()[1];
      await own.waitForFunction(() => document.querySelector("canvas.timeline-lanes")?.getContext("2d").getImageData(0, 0, 300, 100).data.some((v) => v > 0));
      await inside.locator(".timeline-names li").filter({ hasText: "MainThread" }).waitFor();
      assert.ok(await own.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing sticks out");
      const code = inside.locator(".cm-content");
      await soon(async () => assert.equal(await code.isVisible(), width >= 600));
      if (width < 600) await inside.getByTestId("tab-code").click();
      await code.click();
      await page.keyboard.press("Control+a");
      await page.keyboard.insertText("print(6 * 7)\n");
      await page.keyboard.press("Control+Enter");
      await own.waitForFunction(() => /42/.test(document.querySelector('[data-testid="output"]')?.textContent));
      if (sandbox !== "allow-scripts") assert.deepEqual(await own.evaluate(() => [Object.keys(localStorage), document.cookie]), [[], ""]);
      await soon(async () => assert.match(await inside.locator("a.open").getAttribute("href"), /\/some\/folder\/#v2\./));
      assert.deepEqual(page.faults, []);
      await page.context().close();
    });
  }
}

test("ten on a page load no engine until one is used, and then that one's", async () => {
  const page = await around(Array.from({ length: 10 }, () => frame(pictured, { height: 300 })).join(""));
  await page.frameLocator("iframe >> nth=9").locator(".bars").waitFor();
  const engines = () => page.asked.filter((url) => /\.wasm/.test(url)).length;
  assert.equal(engines(), 0);
  await page.frameLocator("iframe >> nth=3").locator(".bar .run").click();
  await page.frameLocator("iframe >> nth=3").getByTestId("headline").getByText("4.00 s").first().waitFor();
  const other = page.frameLocator("iframe >> nth=4");
  await soon(async () => assert.ok(await other.locator(".poster").isVisible()));
  assert.ok(engines() > 0);
  await page.context().close();
});

test("it runs when it is seen, and at once, where its parameters say so", async () => {
  const page = await around(`<div style="height: 3000px"></div>${frame(`${plain}&run=visible`)}`);
  const inside = page.frameLocator("iframe");
  await inside.locator(".poster").waitFor();
  await page.waitForTimeout(500);
  await soon(async () => assert.ok(await inside.locator(".poster").isVisible()));
  await page.evaluate(() => scrollTo(0, 3000));
  await inside.getByTestId("headline").getByText("2.00 s").first().waitFor();
  await page.context().close();
  const other = await around(frame(`${plain}&run=load&view=timeline&theme=dark&edit=no&hide=play,title&lines=3`));
  const there = other.frameLocator("iframe");
  await there.getByTestId("headline").getByText("2.00 s").first().waitFor();
  await soon(async () => assert.equal(await there.locator("html").getAttribute("data-theme"), "dark"));
  await soon(async () => assert.ok(!(await there.locator(".program").isVisible()) && !(await there.locator(".play").isVisible()) && !(await there.locator(".bar .title").isVisible())));
  await other.context().close();
});

test("a time, a stretch and a selection are shown as the link says; a program may be read only, with lines that are marked", async () => {
  const page = await around(frame(`${plain}&run=load&edit=no&lines=3-4&t=1.5s&range=500ms-1.8s&sel=5-1s`));
  const inside = page.frameLocator("iframe");
  await inside.getByTestId("headline").getByText("2.00 s").first().waitFor();
  await inside.getByTestId("playhead").getByText("1.5").waitFor();
  await soon(async () => assert.match(await inside.locator(".timeline-said").innerText(), /sleep/));
  await soon(async () => assert.equal(await inside.locator(".cm-mark-noted").count(), 2));
  await inside.locator(".cm-content").click();
  await page.keyboard.type("nothing");
  await soon(async () => assert.doesNotMatch(await inside.locator(".cm-content").innerText(), /nothing/));
  await page.context().close();
});

test("messages go both ways once the page around has said who it is", async () => {
  const page = await around(frame(plain));
  const { height } = await heard(page, "ready");
  assert.ok(height > 200 && height < 700, `${height} px`);
  await say(page, "run");
  await page.waitForTimeout(300);
  await soon(async () => assert.ok(await page.frameLocator("iframe").locator(".poster").isVisible(), "no order before a ping"));
  await say(page, "ping", { id: "a7" });
  const ready = await heard(page, "ready", (m) => m.id === "a7");
  assert.deepEqual([ready.title, ready.variants, ready.running], ["Two sleeps", ["program"], false]);
  await say(page, "run");
  await heard(page, "run", (m) => m.state === "started");
  const over = await heard(page, "run", (m) => m.state === "finished");
  assert.ok(Math.abs(over.virtual_ms - 2000) < 20 && over.exit === 0, JSON.stringify(over));
  await say(page, "seek", { t: 1200 });
  await heard(page, "time", (m) => m.t === 1200);
  await say(page, "setCode", { code: "print('from outside')\n" });
  const inside = page.frameLocator("iframe");
  await inside.getByTestId("output").getByText("from outside").waitFor();
  await soon(async () => assert.match(await inside.locator(".cm-content").innerText(), /from outside/));
  await say(page, "setParam", { name: "theme", value: "dark" });
  await inside.locator("html[data-theme=dark]").waitFor();
  await say(page, "setParam", { name: "cores", value: 7 });
  await inside.locator(".timeline-names li").filter({ hasText: "core 6" }).waitFor();
  await say(page, "setCode", { code: "print('a'\n" });
  assert.match((await heard(page, "error")).message, /\w/);
  await inside.locator(".timeline-scroll").first().waitFor();
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test("what is set before it is run counts when it is", async () => {
  const page = await around(frame(pictured));
  await heard(page, "ready");
  await say(page, "ping");
  await say(page, "setCode", { code: "print('set before')\n" });
  await page.frameLocator("iframe").locator(".code").getByText("set before").waitFor();
  await say(page, "run");
  await page.frameLocator("iframe").getByTestId("output").getByText("set before").waitFor();
  await page.context().close();
});

test("what is set goes along to the page of its own, before and after a run", async () => {
  const page = await around(frame(`${plain}&seed=5`));
  await heard(page, "ready");
  await say(page, "ping");
  const open = page.frameLocator("iframe").locator("a.open");
  /** Where a click would lead. */
  const leads = () => open.dispatchEvent("pointerdown").then(() => open.getAttribute("href"));
  const goes = async (cores, words) => {
    const other = await page.context().newPage();
    await other.goto(new URL(await leads(), scene.address).href);
    await other.getByTestId("output").getByText(words).first().waitFor();
    await other.locator(".timeline-names li").filter({ hasText: `core ${cores - 1}` }).waitFor();
    await soon(async () => assert.equal(await other.locator(".timeline-names li").filter({ hasText: `core ${cores}` }).count(), 0));
    await other.close();
  };
  await say(page, "setCode", { code: "import random\nprint('set', random.random() < 2)\n" });
  await say(page, "setParam", { name: "cores", value: 7 });
  await page.frameLocator("iframe").locator(".code").getByText("random").first().waitFor();
  await goes(7, "set True");
  await say(page, "run");
  await heard(page, "run", (m) => m.state === "finished");
  await say(page, "setParam", { name: "cores", value: 3 });
  await page.frameLocator("iframe").locator(".timeline-names li").filter({ hasText: "core 3" }).waitFor({ state: "detached" });
  await goes(3, "set True");
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

/** Ten embeds that begin at once, on a server whose files may be kept. */
const TEN = Array.from({ length: 10 }, (_, n) => n);
const tenFrames = (address) => TEN.map((n) => `<iframe src="${address}embed/#${plain}&amp;seed=${n}&amp;run=load" width="600" height="400"></iframe>`).join("");
/** That every file of the engine and of the page's code was asked for once, or so often at most. */
function once(asked, most = 1) {
  const modules = [...asked].filter(([path]) => path.endsWith(".wasm"));
  assert.ok(modules.length >= 2, `asked for ${[...asked.keys()]}`);
  assert.deepEqual(modules.filter(([, times]) => times > most), []);
}

test("ten embeds on a page download the engine once", { timeout: 120_000 }, async () => {
  const kept = await site({ cached: true });
  const page = await around(tenFrames(kept.address));
  for (const n of TEN) await page.frameLocator("iframe").nth(n).getByTestId("headline").getByText("2.00 s").first().waitFor({ timeout: 60_000 });
  once(kept.asked);
  assert.deepEqual(page.faults, []);
  await page.context().close();
  kept.close();
});

test("strangers and nonsense change nothing", async () => {
  const page = await around(`${frame(plain)}<iframe id="other" srcdoc="<p>other</p>"></iframe>`);
  await heard(page, "ready");
  const other = page.frames().find((f) => f.url() === "about:srcdoc");
  await other.evaluate(() => {
    const embed = parent.frames[0];
    for (const type of ["ping", "run"]) embed.postMessage({ interleave: 1, type, id: "stranger" }, "*");
    embed.postMessage({ interleave: 1, type: "setCode", code: "print('evil')" }, "*");
  });
  await say(page, "ping", { id: "known" });
  await heard(page, "ready", (m) => m.id === "known");
  const nonsense = [null, 7, "run", [], {}, { interleave: 2, type: "run" }, { interleave: 1 }, { interleave: 1, type: "constructor" }, { interleave: 1, type: "__proto__" }];
  nonsense.push({ interleave: 1, type: "seek", t: "1" }, { interleave: 1, type: "seek", t: -1 }, { interleave: 1, type: "seek", t: Infinity }, { interleave: 1, type: "setCode", code: 5 });
  nonsense.push({ interleave: 1, type: "setCode", code: "x".repeat(300_000) }, { interleave: 1, type: "setParam", name: "constructor", value: "x" }, { interleave: 1, type: "setParam", name: "view", value: "javascript:1" });
  nonsense.push({ interleave: 1, type: "setParam", name: "height", value: { valueOf: 1 } }, { interleave: 1, type: "setParam", name: "hide", value: "<b>" });
  for (const message of nonsense) await tell(page, message);
  await page.waitForTimeout(500);
  const inside = page.frameLocator("iframe >> nth=0");
  await soon(async () => assert.ok(await inside.locator(".poster").isVisible()));
  await soon(async () => assert.doesNotMatch(await inside.locator(".code").innerText(), /evil/));
  await soon(async () => assert.ok(!(await page.evaluate(() => heard.some((m) => m?.id === "stranger")))));
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test("a link that cannot be read says why and runs nothing", async () => {
  const cases = [
    [plain.slice(0, -6), "damaged"],
    ["v9.abc", "newer version"],
    ["hello", "not an Interleave link"],
    ["", "not an Interleave link"],
    [`v1.${deflateSync(Buffer.alloc(40_000_000)).toString("base64url")}`, "megabyte"],
    [`v1.${deflateSync(Buffer.from([0x22, 0xff, 0xfe, 0x22])).toString("base64url")}`, "damaged"],
    [link({ v: [] }), "no program"],
    [link("7"), "no program"],
    [link({ v: [{ s: 5 }] }), "damaged"],
  ];
  for (const [link, why] of cases) {
    const page = await around(frame(`${link}&run=load&m=v2.x`));
    const inside = page.frameLocator("iframe");
    await inside.locator(".said.fault", { hasText: why }).waitFor();
    await soon(async () => assert.ok(await inside.locator(".bar .run").isDisabled(), why));
    assert.ok(!page.asked.some((url) => /\.wasm/.test(url)));
    await page.context().close();
  }
  const name = "<img src=x onerror=alert(1)>";
  const page = await around(frame(link({ t: name, v: [{ n: name, s: "1" }, { n: "b", s: name }] })));
  await soon(async () => assert.equal(await page.frameLocator("iframe").locator(".bar .title").innerText(), name));
  await soon(async () => assert.equal(await page.frameLocator("iframe").locator("img").count(), 0));
  await page.context().close();
});

test("embed.js makes frames of elements and of code blocks, as high as they need", async () => {
  const code = "import time\ntime.sleep(3)";
  const page = await around(
    [
      `<script async src="${scene.address}static/embed.js"></script>`,
      `<interleave-playground id="a" title="Both" view="timeline"><pre title="long">${code}</pre><pre title="short">pass\n</pre></interleave-playground>`,
      `<interleave-playground id="b" src="${scene.address}embed/#${pictured.replaceAll("&", "&amp;")}"></interleave-playground>`,
      `<div id="c"><pre><code class="language-python interleave">${code}</code></pre></div>`,
      `<div id="d"><div class="language-python interleave highlighter-rouge" data-view="code"><div class="highlight"><pre class="highlight"><code><span>import</span> time\n</code></pre></div></div></div>`,
      `<div id="e"><pre class="sourceCode python interleave"><code class="sourceCode python">${code}</code></pre></div>`,
      `<div id="g"><div class="highlight interleave"><table><tr><td><pre><code>1\n2\n</code></pre></td><td><pre><code class="language-python">${code}</code></pre></td></tr></table></div></div>`,
      `<div id="f"><pre><code class="language-python">print("left alone")</code></pre></div>`,
    ].join("\n"),
  );
  const at = (id) => page.frameLocator(`#${id} iframe`);
  await at("a").locator(".poster").waitFor();
  await soon(async () => assert.deepEqual(await at("a").getByRole("tab").allTextContents(), ["long", "short"]));
  await soon(async () => assert.equal(await at("a").locator("html").getAttribute("data-view"), "timeline"));
  await at("b").locator(".bars").waitFor();
  for (const id of ["c", "e", "g"]) assert.match(await at(id).locator(".code").innerText(), /import time\ntime\.sleep\(3\)/);
  await soon(async () => assert.match(await at("d").locator(".code").innerText(), /import time/));
  await soon(async () => assert.equal(await page.locator("#g interleave-playground").evaluate((place) => place.textContent), `${code}\n`));
  // What renders a page and compares it with what it wrote finds the element's children as they were.
  await soon(async () => assert.equal(await page.locator("#a > pre").count(), 2));
  await soon(async () => assert.equal(await at("d").locator("html").getAttribute("data-view"), "code"));
  await soon(async () => assert.equal(await page.locator("#f iframe").count(), 0));
  await page.waitForFunction(() => document.querySelector("#d interleave-playground").shadowRoot.querySelector("iframe").style.height !== "420px");
  await page.evaluate(() => (document.querySelector("#f").innerHTML = '<pre><code class="python interleave">print(1)</code></pre>'));
  await at("f").locator(".code").getByText("print").waitFor();
  await at("a").locator(".bar .run").click();
  await at("a").getByTestId("headline").getByText("3.00 s").first().waitFor();
  const size = Buffer.byteLength(await (await fetch(`${scene.address}static/embed.js`)).text());
  assert.ok(size < 2_000 || !(await fetch(`${scene.address}_headers`)).ok, `${size} bytes, shortened`);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test("the share menu makes the snippet, with a preview", async () => {
  const page = await scene.open();
  await page.waitForFunction(() => /4\.00/.test(document.querySelector('[data-testid="variant-asyncio"]')?.textContent));
  await page.getByTestId("share").click();
  await page.getByTestId("embed-open").click();
  await page.frameLocator('[data-testid="preview"]').locator(".code").waitFor();
  await page.getByLabel("Show", { exact: true }).selectOption("Timeline");
  await page.frameLocator('[data-testid="preview"]').locator("html[data-view=timeline] .bars").waitFor();
  await page.getByLabel("Theme", { exact: true }).selectOption("Dark");
  await page.frameLocator('[data-testid="preview"]').locator("html[data-view=timeline][data-theme=dark] .bars").waitFor();
  await soon(async () => {
    const text = await page.getByTestId("snippet").inputValue();
    assert.match(text, /^<iframe src="http[^"]*\/some\/folder\/embed\/#v2\.[\w-]+&amp;view=timeline&amp;theme=dark&amp;m=v2\.[\w-]+" title="Two API calls"/);
  });
  await page.getByLabel("As", { exact: true }).selectOption("Element: fits its height");
  await soon(async () => assert.match(await page.getByTestId("snippet").inputValue(), /static\/embed\.js"><\/script>\n<interleave-playground src=/));
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing in ${colorScheme}`, async () => {
    for (const width of [320, 900]) {
      const page = await around(frame(pictured, { width }), { colorScheme });
      const inside = page.frameLocator("iframe");
      await inside.locator(".bar .run").waitFor();
      assert.deepEqual(await violations(page.frames()[1]), [], `poster, ${width} px`);
      await inside.locator(".bar .run").click();
      await inside.getByTestId("headline").getByText("4.00 s").first().waitFor();
      assert.deepEqual(await violations(page.frames()[1]), [], `run, ${width} px`);
      await page.context().close();
    }
    const context = await scene.browser.newContext({ viewport: { width: 900, height: 800 }, colorScheme });
    const page = await context.newPage();
    await page.goto(`${scene.address}authors/`);
    await page.frameLocator("iframe").locator(".bars").waitFor();
    assert.deepEqual(await violations(page), [], "the authors' page");
    await context.close();
  });
}

test("in Firefox: poster, run, messages, with and without a sandbox", { skip, timeout: 120_000 }, async () => {
  const server = await site();
  const browser = await firefox();
  try {
    for (const sandbox of [undefined, "allow-scripts", "allow-scripts allow-same-origin"]) {
      for (const width of [320, 600, 900]) {
        const page = await browser.newPage();
        const where = `${sandbox}, ${width} px`;
        const src = `${server.address}embed/#${plain}`;
        await page.evaluate((src, sandbox, width) => {
          globalThis.heard = [];
          addEventListener("message", ({ data }) => heard.push(data));
          const frame = document.body.appendChild(document.createElement("iframe"));
          if (sandbox) frame.setAttribute("sandbox", sandbox);
          Object.assign(frame, { width, height: 460, src });
        }, src, sandbox, width);
        const wait = (type, state) => until(page, (type, state) => heard.find((m) => m.type === type && (!state || m.state === state)), type, state ?? "").catch(() => assert.fail(`no ${type} (${where})`));
        await wait("ready");
        const send = (message) => page.evaluate((m) => document.querySelector("iframe").contentWindow.postMessage({ interleave: 1, ...m }, "*"), message);
        await send({ type: "ping" });
        await send({ type: "run" });
        const over = await wait("run", "finished");
        assert.ok(Math.abs(over.virtual_ms - 2000) < 20, where);
        await send({ type: "seek", t: 500 });
        await wait("time");
        await page.close();
      }
    }
  } finally {
    await browser.close();
    server.close();
  }
});

test("ten embeds on a page download the engine once, in Firefox too", { skip, timeout: 180_000 }, async () => {
  const kept = await site({ cached: true });
  const browser = await firefox();
  try {
    text = `<!doctype html><html lang="en"><title>Elsewhere</title>${tenFrames(kept.address)}`;
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${elsewhere.address().port}/`);
    for (const frame of page.frames().slice(1)) {
      await until(frame, () => /2\.00 s/.test(document.querySelector('[data-testid="headline"]')?.textContent));
    }
    // Where its store is busy Firefox does not wait for it.
    once(kept.asked, 3);
  } finally {
    await browser.close();
    kept.close();
  }
});
