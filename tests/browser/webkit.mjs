// A stock WebKit by WebDriver: Debian's driver with its MiniBrowser, on a display of their own, and as much of the protocol as the tests need.

import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createServer } from "node:net";
import { delimiter, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const LIBRARIES = "/usr/lib";
/** The protocol's name for an element, and its keys. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
export const KEYS = { control: "\uE009", enter: "\uE007", up: "\uE000" };

/** WebKitGTK's browser, which stands among the libraries. */
function browser() {
  const inside = (folder, pattern) => (existsSync(folder) ? readdirSync(folder).filter((name) => pattern.test(name)).map((name) => join(folder, name)) : []);
  const folders = [LIBRARIES, ...inside(LIBRARIES, /-linux-gnu/)].flatMap((folder) => inside(folder, /^webkit2?gtk-/));
  return folders.map((folder) => join(folder, "MiniBrowser")).find(existsSync);
}

const installed = (name) => process.env.PATH.split(delimiter).some((folder) => existsSync(join(folder, name)));

/** Why there is no WebKit to test, or false. */
export function missing() {
  if (!process.env.WEBKIT) return "there is no WebKit: name its driver by WEBKIT=/path/to/WebKitWebDriver";
  if (!browser()) return `there is no MiniBrowser of WebKitGTK in ${LIBRARIES}`;
  return installed("Xvfb") ? false : "there is no Xvfb to show WebKit on";
}

/** A port that nobody listens at. */
function free() {
  return new Promise((found) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}

/** A window of WebKit. What goes wrong in its page by itself is in `faults()`. */
export async function webkit() {
  const children = [];
  const start = (program, args, options) => {
    const child = spawn(program, args, options);
    children.push(child);
    return child;
  };
  const close = () => children.reverse().forEach((child) => child.kill());
  process.on("exit", close);

  const display = start("Xvfb", ["-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const number = await new Promise((told) => display.stdio[3].once("data", (text) => told(String(text).trim())));
  const port = await free();
  start(process.env.WEBKIT, [`--port=${port}`], { stdio: "ignore", env: { ...process.env, DISPLAY: `:${number}` } });

  const ask = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  };
  for (let tries = 0; ; tries++) {
    const ready = await ask("GET", "/status").catch((error) => error);
    if (!(ready instanceof Error)) break;
    if (tries > 100) throw ready;
    await pause(50);
  }
  const options = { binary: browser(), args: ["--automation"] };
  const { sessionId, capabilities } = await ask("POST", "/session", { capabilities: { alwaysMatch: { "webkitgtk:browserOptions": options } } });
  const tell = (path, body = {}) => ask("POST", `/session/${sessionId}${path}`, body);
  await tell("/timeouts", { script: 120_000, pageLoad: 60_000 });
  const element = async (css) => (await tell("/element", { using: "css selector", value: css }))[ELEMENT];

  const page = {
    version: capabilities.browserVersion,
    /** What the function gives there, or throws, also later. */
    async evaluate(f, ...args) {
      const script = `const done = arguments[arguments.length - 1];
        (async () => (${f})(...[...arguments].slice(0, -1)))().then((value) => done({ value }), (error) => done({ thrown: \`\${error}\\n\${error.stack}\` }));`;
      const run = () => tell("/execute/async", { script, args });
      // On a busy computer the driver loses an answer now and then.
      const { value, thrown } = await run().catch((error) => (/Could not parse script result/.test(error.message) ? run() : Promise.reject(error)));
      if (thrown) throw new Error(thrown);
      return value;
    },
    /** Waits until the function gives something true. */
    async until(f, ...args) {
      const end = Date.now() + 15_000;
      for (;;) {
        const value = await page.evaluate(f, ...args);
        if (value) return value;
        if (Date.now() > end) throw new Error(`never came: ${f} ${args}`);
        await pause(50);
      }
    },
    async open(address) {
      // Another fragment alone would load nothing.
      await tell("/url", { url: "about:blank" });
      await tell("/url", { url: address });
      await page.evaluate(() => {
        globalThis.faults = [];
        addEventListener("error", (event) => faults.push(event.message));
        addEventListener("unhandledrejection", (event) => faults.push(String(event.reason)));
      });
    },
    faults: () => page.evaluate(() => globalThis.faults),
    seen: (css) => page.until((css) => document.querySelector(css)?.checkVisibility({ checkVisibilityCSS: true }), css),
    async click(css) {
      await page.seen(css);
      await tell(`/element/${await element(css)}/click`);
    },
    type: async (css, text) => tell(`/element/${await element(css)}/value`, { text: text.replaceAll("\n", KEYS.enter) }),
    /** Goes on within a frame, or in the page around all frames. */
    within: async (css) => tell("/frame", { id: css ? { [ELEMENT]: await element(css) } : null }),
    async close() {
      await ask("DELETE", `/session/${sessionId}`).catch(() => {});
      close();
    },
  };
  await tell("/window/rect", { width: 1280, height: 840 });
  return page;
}
