// A stranger's link: whatever stands in code, names, output, errors, hosts and files is text and nothing else; options and messages of
// odd shapes change nothing.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { deflateSync } from "node:zlib";
import { finished, part, soon, stage, write } from "./stage.mjs";

let scene;
before(async () => (scene = await stage()));
after(() => scene.close());

const PAYLOADS = [
  `<img src=x onerror="globalThis.owned='img'">`,
  `"><svg/onload="globalThis.owned='svg'">`,
  `</script><script>globalThis.owned='script'</script>`,
  `javascript:globalThis.owned='address'`,
  `<a href="javascript:globalThis.owned='link'">here</a>`,
  `'-globalThis.owned-'`,
  "${globalThis.owned='template'}",
  `</textarea></title></style><iframe srcdoc="<script>parent.owned='frame'</script>"></iframe>`,
];
const ALL = PAYLOADS.join(" ");

/** A link of the first version: JSON in a zlib stream. */
const link = (scenario) => `#v1.${deflateSync(JSON.stringify(scenario)).toString("base64url")}`;

const quoted = JSON.stringify;
const program = (payload) => `
import asyncio, threading, time, urllib.request
lock = threading.Lock()
def work():
    with lock:
        time.sleep(0.01)
for n in range(2):
    threading.Thread(target=work, name=${quoted(payload)} + str(n)).start()
async def main():
    await asyncio.create_task(asyncio.sleep(0.01), name=${quoted(payload)})
asyncio.run(main())
print(${quoted(payload)})
try:
    urllib.request.urlopen("http://" + ${quoted("x.example/")} + ${quoted(payload.replace(/[^a-z]/g, ""))})
except Exception as error:
    print(error)
class ${"Owned"}(Exception):
    pass
Owned.__name__ = Owned.__qualname__ = ${quoted(payload)}
value = {${quoted(payload)}: ${quoted(payload)}}
raise Owned(${quoted(payload)})
`;

const scenario = (payload) => ({
  t: payload,
  v: [
    { n: payload, s: program(payload) },
    { n: `${payload} 2`, s: `print(${quoted(payload)})\n` },
  ],
  h: [[payload, 1000, 0, 0, 0, 0, 0, 0, payload], ["x.example", 1000, 0, 0, 0, 0, 0, 0, payload]],
  f: [[payload, payload], ["data.txt", payload], ["module.py", payload]],
  x: ["value", payload],
});

/** What there is of scripts, frames and such, and whether anything ran. */
const harm = (page) =>
  page.evaluate(() => ({
    owned: globalThis.owned ?? null,
    pictures: document.querySelectorAll("img[src=x], svg[onload], [onerror], [onload], iframe[srcdoc]").length,
    links: [...document.querySelectorAll("a, iframe, form, area")].filter((e) => /^javascript:/i.test(e.href ?? e.src ?? e.action ?? "")).length,
    scripts: [...document.scripts].filter((s) => s.textContent.includes("owned")).length,
  }));
const NONE = { owned: null, pictures: 0, links: 0, scripts: 0 };

/** Everything that shows something of a run, one after the other. */
async function tour(page) {
  for (const tab of await page.locator(".panels [role=tab]").all()) {
    if (await tab.isVisible()) await tab.click();
    assert.deepEqual(await harm(page), NONE, await tab.innerText());
  }
  for (const tab of await page.locator("[role=tab].tab").all()) if (await tab.isVisible()) await tab.click();
  const lanes = await page.locator("canvas.timeline-over").boundingBox();
  for (let y = 6; y < lanes.height; y += 14) await page.mouse.move(lanes.x + lanes.width * 0.4, lanes.y + y);
  await page.mouse.click(lanes.x + lanes.width * 0.5, lanes.y + 30);
  assert.deepEqual(await harm(page), NONE, "the selection");
  await page.getByRole("tab", { name: "Totals" }).click();
  const table = part(page, "table-open");
  if (await table.isVisible()) {
    await table.click();
    await page.getByRole("dialog").waitFor();
    assert.deepEqual(await harm(page), NONE, "the table");
    await page.keyboard.press("Escape");
  }
  await page.getByRole("tab", { name: "Compare" }).click();
  await part(page, "diff-open").click();
  await part(page, "diff-rows").waitFor();
  assert.deepEqual(await harm(page), NONE, "what differs");
  await page.keyboard.press("Escape");
  await part(page, "share").click();
  await part(page, "share-link").waitFor();
  assert.deepEqual(await harm(page), NONE, "sharing");
  await page.keyboard.press("Escape");
}

for (const [name, payload] of [...PAYLOADS.entries(), ["all", ALL]]) {
  test(`payload ${name} stays text everywhere`, { timeout: 60_000 }, async () => {
    const asked = [];
    const page = await scene.open({
      prepare: async (page) => {
        page.on("dialog", (d) => (asked.push(d.message()), d.dismiss()));
        await page.addInitScript(() => delete globalThis.owned);
      },
      hash: link(scenario(payload)),
    });
    await page.waitForFunction(() => document.querySelector('[data-testid="headline"]')?.textContent.length > 3);
    await part(page, "run").click();
    await finished(page, payload.slice(0, 60));
    await tour(page);
    assert.deepEqual(asked, []);
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });
}

test("an embed's poster and run show payloads as text", { timeout: 60_000 }, async () => {
  const page = await scene.browser.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  const summary = encodeURIComponent(JSON.stringify([[ALL, 1, [[ALL, ALL, "r240"]]]]));
  await page.goto(`${scene.address}embed/${link(scenario(ALL))}&m=${summary}`);
  await page.getByRole("button", { name: /run/i }).first().waitFor();
  assert.deepEqual(await harm(page), NONE, "the poster");
  await page.getByRole("button", { name: /run/i }).first().click();
  await page.waitForFunction(() => globalThis.interleave?.version, null, { timeout: 20_000 });
  await page.waitForTimeout(1000);
  assert.deepEqual(await harm(page), NONE, "the run");
  assert.deepEqual(faults, []);
  await page.close();
});

test("options are read and nothing is inherited from or written to prototypes", async () => {
  const page = await scene.open();
  const said = await page.evaluate(async () => {
    const { run } = globalThis.interleave;
    const hostile = JSON.parse(
      '{"__proto__": {"cores": 64, "polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "files": {"__proto__": "x", "constructor": "y", "a.txt": "z"}, "hosts": {"__proto__": {"latency": 5}, "toString": 3}}',
    );
    const tries = [hostile, { cores: "many" }, { cores: -1 }, { gil: {} }, { files: [1, 2] }, { files: { a: 1 } }, { hosts: { a: "b" } }, 7, "text", [], () => 1, { get cores() { throw new Error("no"); } }];
    const ends = [];
    for (const options of tries) ends.push(await run("print(open('a.txt').read() if __import__('os').path.exists('a.txt') else 1)", options).then((r) => r.exit, (why) => String(why.message ?? why)));
    for (const source of [null, 7, {}, Symbol.iterator]) ends.push(await Promise.resolve().then(() => run(source)).then((r) => r.exit, () => "refused"));
    return { ends, polluted: {}.polluted ?? null, cores: {}.cores ?? null };
  });
  assert.equal(said.polluted, null);
  assert.equal(said.cores, null);
  assert.equal(said.ends[0], 0, "the program sees its file");
  for (const [at, end] of said.ends.slice(1, 4).entries()) assert.match(String(end), /option/, `try ${at + 1}`);
  assert.deepEqual(said.ends.slice(-4), Array(4).fill("refused"));
});

test("messages from other windows change nothing on the page", async () => {
  const page = await scene.open();
  await finished(page, "total");
  const before = await part(page, "output").innerText();
  await page.evaluate(() => {
    const odd = [null, 7, "rest", [], {}, { interleave: 1, type: "run" }, { interleave: 1, type: "setCode", code: "print('theirs')" }, { interleave: 1, type: "__proto__" }, new ArrayBuffer(8)];
    for (const data of odd) globalThis.postMessage(data, "*");
  });
  await page.waitForTimeout(300);
  await soon(async () => assert.equal(await part(page, "output").innerText(), before));
  await write(page, "print('mine')\n");
  await page.keyboard.press("Control+Enter");
  await finished(page, "mine");
  assert.deepEqual(page.faults, []);
});
