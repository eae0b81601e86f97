// What every browser test stands on: dist/ behind a file server under a sub-path, one Chromium, and the page's handles.

import { AssertionError } from "node:assert";
import { execFileSync } from "node:child_process";
import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { extname, join, normalize, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const DIST = join(ROOT, "dist");
const NAME = "prog.py";
const SUB_PATH = "/some/folder/";
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm", ".css": "text/css", ".svg": "image/svg+xml", ".png": "image/png", ".webmanifest": "application/manifest+json" };
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  // Letters as the font draws them, whatever the machine is set to.
  "--font-render-hinting=none",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The site under a sub-path of a file server of its own, kept by browsers if `cached`; `asked` counts what was asked for by path. */
function serve(cached, asked) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const inside = pathname.startsWith(SUB_PATH) ? normalize(pathname.slice(SUB_PATH.length)) : "..";
    const path = join(DIST, inside === "." || inside === "" || inside.endsWith("/") ? join(inside, "index.html") : inside);
    if (inside.startsWith("..") || !existsSync(path) || !statSync(path).isFile()) {
      response.writeHead(404).end();
      return;
    }
    asked.set(inside, (asked.get(inside) ?? 0) + 1);
    const kept = cached && extname(path) !== ".html" ? "public, max-age=31536000, immutable" : "no-store";
    response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream", "cache-control": kept, "access-control-allow-origin": "*" });
    createReadStream(path).pipe(response);
  });
  // A test that fails before it closes its server still ends.
  server.unref();
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

/** The site's address, what it was asked for, and how to end its server. */
export async function site({ cached = false } = {}) {
  const asked = new Map();
  const server = await serve(cached, asked);
  return {
    asked,
    address: `http://127.0.0.1:${server.address().port}${SUB_PATH}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A server and a browser. `open` gives a new page, prepared before it loads, whose faults fail the test through `faults`; `at` is another server's. */
export async function stage() {
  const { address, close } = await site();
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: FLAGS });
  return {
    address,
    browser,
    async open({ at = address, hash = "", prepare = () => {}, ...options } = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers: "block", ...options });
      context.setDefaultTimeout(15_000);
      const page = await context.newPage();
      page.faults = [];
      page.on("pageerror", (error) => page.faults.push(String(error)));
      page.on("console", (message) => message.type() === "error" && page.faults.push(message.text()));
      page.on("requestfailed", (request) => page.faults.push(`failed: ${request.url()}`));
      page.on("response", (response) => response.status() >= 400 && page.faults.push(`${response.status()}: ${response.url()}`));
      await prepare(page);
      await page.goto(at + hash);
      await page.waitForFunction(() => globalThis.interleave);
      await page.evaluate(() => globalThis.interleave.ready);
      // Until the page shows as much, its still picture covers it.
      await page.waitForFunction(() => !document.getElementById("waiting"));
      return page;
    },
    async close() {
      await browser.close();
      close();
    },
  };
}

export const part = (page, id) => page.getByTestId(id);

/** Waits until no run is going on and the output holds `text`. */
export async function finished(page, text = "") {
  await part(page, "run").waitFor();
  await page.waitForFunction((t) => document.querySelector('[data-testid="output"]')?.textContent.includes(t), text);
}

/** Waits until the page has as many workers as `enough` says. */
export async function workers(page, enough) {
  for (let tries = 300; tries > 0 && !enough(page.workers().length); tries--) await page.waitForTimeout(50);
  if (!enough(page.workers().length)) throw new Error(`${page.workers().length} workers, which is not ${enough}`);
}

/** Tries an assertion again until it holds: what follows a touch of the page comes some turns later, on a slow computer many. */
export async function soon(check) {
  for (const end = performance.now() + 10_000; ; await delay(30)) {
    try {
      return await check();
    } catch (error) {
      if (!(error instanceof AssertionError) || performance.now() > end) throw error;
    }
  }
}

/** Replaces the program in the editor, as a person does. */
export async function write(page, source) {
  await page.locator('[data-testid="editor"] .cm-content').click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(source);
}

export const output = (page) => part(page, "output").innerText();

const axe = () => readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds in a page or frame, one line for each place. */
export async function violations(page) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe());
  return page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, { resultTypes: ["violations"] });
    return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(" ")}: ${n.failureSummary.split("\n")[1] ?? ""}`));
  });
}

/** How many different colours the timeline's lanes show. */
export const colours = (page) =>
  page.evaluate(() => {
    const canvas = document.querySelector("canvas.timeline-lanes");
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    const seen = new Set();
    for (let i = 0; i < data.length; i += 4) if (data[i + 3]) seen.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
    return seen.size;
  });

/** A file of the name that the page gives to programs, so that tracebacks are the same. */
const place = mkdtempSync(join(tmpdir(), "interleave-"));
process.on("exit", () => rmSync(place, { recursive: true }));

/** Runs a program by the native command line and gives its JSON. */
export function runNative(source, args = []) {
  writeFileSync(join(place, NAME), source);
  return JSON.parse(native(["run", NAME, "--json", ...args]));
}

/** The native command line, for comparing. */
export function native(args, input = "") {
  const program = join(resolve(process.env.CARGO_TARGET_DIR ?? join(ROOT, "target")), "release/interleave");
  try {
    return execFileSync(program, args, { cwd: place, input, encoding: "utf8", maxBuffer: 1 << 28, stdio: ["pipe", "pipe", "pipe"] });
  } catch (error) {
    if (error.stdout === undefined || error.status === null) throw error;
    return error.stdout;
  }
}

/** Every variant of the gallery: `{slug, variant, title, source, settings}`. */
export const examples = () => JSON.parse(native(["examples"]));
