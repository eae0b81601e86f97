// Opens a marked page in a document that exists in Node only and says which of its functions ran: `node page.mjs WASM GLUE
// ENGINE_WASM ENGINE_GLUE STILL ASKED` prints their numbers. A first visit does what is done here; the rest follows when the page is
// idle. How the page looks after its first run is written to the file STILL, and what it asked the engine to the file ASKED. With a
// PACE behind them all comes in another order, as it may on slow devices: `cut`, every turn ends after one effect; `late`, the
// first run is over before the page is made; `slow`, the page waits for each of the engine's replies.

import { readFileSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { Worker as Thread, isMainThread, parentPort, workerData } from "node:worker_threads";
import { start } from "./scope.mjs";

if (!isMainThread) {
  const send = await start(...workerData, {}, (reply) => parentPort.postMessage(reply));
  parentPort.on("message", send);
} else {
  await rehearse(...process.argv.slice(2));
  process.exit(0);
}

async function rehearse(wasm, glue, engineWasm, engineGlue, stillTo, askedTo, pace) {
  const engine = [engineWasm, engineGlue];
  const asked = [];
  const { Window } = await import("happy-dom");
  const place = new Window({ url: "http://localhost/", width: 1280, height: 800 });
  furnish(place, engine, (request) => asked.push(request));
  if (pace === "slow") place.wait = 300;
  else if (pace) dawdle(place, pace === "late");
  // What rests for a second or more is no part of a first visit, however slow this machine is.
  const later = place.setTimeout.bind(place);
  place.setTimeout = (act, ms, ...rest) => (ms >= 1000 ? 0 : later(act, ms, ...rest));
  const ran = new Set();
  const plain = WebAssembly.instantiate;
  WebAssembly.instantiate = (module, own) => plain(module, { ...own, rehearsal: { ran: (f) => ran.add(f) } });
  const { default: init, begin, still } = await import(pathToFileURL(glue));
  await init({ module_or_path: readFileSync(wasm) });
  const { document } = place;
  const script = document.body.appendChild(document.createElement("script"));
  script.id = "editor-script";
  // The first example's picture lies over the page.
  const waiting = document.body.appendChild(document.createElement("div"));
  waiting.id = "waiting";
  document.documentElement.classList.add("pictured");
  begin();
  // The page comes in pieces, the tabs with the last one.
  for (let tries = 0; !document.querySelector(".tabs"); tries++) {
    if (tries > 5000) throw new Error("the rehearsed page does not become whole");
    await pause(1);
  }
  const text = (selector) => document.querySelector(selector)?.textContent ?? "";
  const shows = async (selector, wanted) => {
    for (let tries = 0; !wanted.test(text(selector)); tries++) {
      if (tries > 1000) throw new Error(`the rehearsed page does not show ${wanted} in ${selector}`);
      await pause(20);
    }
  };
  await shows('[data-testid="headline"]', /4\.00 s/);
  await shows('[data-testid="output"]', /total: 4\.00 s/);
  await shows('[data-testid="variant-asyncio"]', /4\.00/);
  await shows('[data-testid="headline"]', /faster/);
  for (let tries = 0; waiting.isConnected; tries++) {
    if (tries > 500) throw new Error("the rehearsed page stays covered");
    await pause(20);
  }
  if (!place.painted) throw new Error("the rehearsed page paints nothing");
  place.dispatchEvent(new place.Event("pointerdown"));
  // The address holds the program a moment after a change.
  const renewed = async (before) => {
    for (let tries = 0; place.location.hash === before; tries++) {
      if (tries > 500) throw new Error("the rehearsed page does not renew its link");
      await pause(20);
    }
  };
  await renewed("");
  const opened = place.location.hash;
  // As wide as its names want to be.
  place.resized(1280, 400);
  await pause(100);
  const stood = document.querySelector(".page").cloneNode(true);
  const program = document.querySelector("textarea.editor-plain").value;
  place.resized(800, 400);
  // The editor takes everything and does nothing.
  globalThis.interleaveEditor = { createEditor: () => new Proxy({}, { get: () => () => {} }) };
  script.dispatchEvent(new place.Event("load"));

  // Looking about: the pointer over the lanes, the page resized and scrolled.
  const lanes = document.querySelector("canvas.timeline-over");
  const pointer = (type, x, y) => new place.PointerEvent(type, { clientX: x, clientY: y, pointerType: "mouse", button: 0, bubbles: true });
  for (let y = 4; y < 200; y += 12) {
    lanes.dispatchEvent(pointer("pointermove", 300, y));
    await pause(5);
  }
  lanes.dispatchEvent(pointer("pointerleave", 0, 0));
  // As small as on a phone.
  place.resized(360, 300);
  await pause(100);
  place.resized(800, 400);
  document.querySelector(".timeline-scroll").dispatchEvent(new place.Event("scroll"));
  document.querySelector(".output .scroll").dispatchEvent(new place.Event("scroll"));
  await pause(400);
  // The address now holds the program. With another variant it is another; the first one opened again is read.
  const link = place.location.hash;
  document.querySelector('[data-testid="variant-sequential"]').dispatchEvent(new place.MouseEvent("click", { bubbles: true }));
  await shows('[data-testid="headline"]', /7\.00 s/);
  await renewed(link);
  place.location.hash = link;
  place.dispatchEvent(new place.Event("hashchange"));
  await shows('[data-testid="headline"]', /4\.00 s/);
  writeFileSync(askedTo, asked.map((request) => `${request}\n`).join(""));
  console.log([...ran].sort((a, b) => a - b).join("\n"));
  // What draws the picture is no part of a visit.
  writeFileSync(stillTo, JSON.stringify({ ...dressed(document, stood, program, still()), link: opened }));
}

/** Has the clock hurry, and timers wait for the first run's end; the page is loaded again. */
function dawdle(place, late) {
  const { performance, setTimeout } = globalThis;
  let jumped = 0;
  const now = () => performance.now() + (jumped += 6);
  // It is a page that is loaded again before its address was written.
  const getEntriesByType = () => [{ type: "reload" }];
  place.sessionStorage.setItem("interleave.late", "");
  Object.defineProperty(globalThis, "performance", { value: { now, mark() {}, getEntriesByType }, configurable: true });
  const waiting = [];
  let [begun, over] = [late ? 0 : 2, !late];
  globalThis.setTimeout = (act, ms, ...rest) => {
    // What rests for so long is no part of a first visit.
    if (ms >= 1000) return 0;
    if (ms > 0 || over) return setTimeout(act, ms, ...rest);
    // The first one makes the page's frame, the second one opens the program.
    if (begun < 2) return begun++, setTimeout(act);
    waiting.push(act);
    return 0;
  };
  const DONE = 3;
  place.heard = (reply) => {
    if (over || new Uint8Array(reply)[0] !== DONE) return;
    over = true;
    setTimeout(() => waiting.forEach((act) => setTimeout(act)), 50);
  };
}

/**
 * A copy of the page without anything that only its code needs: its program as plain text, pictures in the places of its canvases.
 * Styles that scripts have set become rules of a sheet, since the policy forbids them as text.
 */
function dressed(document, copy, program, [map, axis, lanes, rules]) {
  if (!lanes) throw new Error("the first example's run cannot be drawn for the still page");
  const text = document.createElement("pre");
  text.className = "editor-plain";
  text.textContent = program;
  copy.querySelector("textarea.editor-plain").replaceWith(text);
  copy.querySelectorAll("dialog, .timeline-probe, .timeline-over, .timeline-tip, .timeline-drop").forEach((e) => e.remove());
  const pictures = { ".timeline-map canvas": map, ".timeline-axis canvas": axis, "canvas.timeline-lanes": lanes };
  for (const [n, selector] of Object.keys(pictures).entries()) {
    const canvas = copy.querySelector(selector);
    const place = document.createElement("div");
    place.className = `still ${canvas.className || (n === 0 ? "map" : "")}`.trim();
    place.textContent = `{picture ${n}}`;
    canvas.replaceWith(place);
  }
  // Sizes of panes are the sheet's own, and names are no wider than a narrow screen allows.
  copy.removeAttribute("style");
  const worn = new Map();
  for (const element of copy.querySelectorAll("[style]")) {
    const style = element.getAttribute("style").replace(/--gutter: *(\d+px)/, "--gutter:min($1,max(31.25cqw,96px))");
    if (!worn.has(style)) worn.set(style, `s${worn.size}`);
    element.classList.add(worn.get(style));
  }
  const needed = /^(class|hidden|d|viewBox|width|height|data-tab|aria-selected|aria-current|aria-hidden|type|value)$/;
  for (const element of [copy, ...copy.querySelectorAll("*")]) {
    for (const { name } of [...element.attributes]) if (!needed.test(name)) element.removeAttribute(name);
  }
  copy.setAttribute("inert", "");
  const html = copy.outerHTML.replace(/<!--.*?-->/g, "").replace(/\{picture (\d)\}/g, (_, n) => Object.values(pictures)[n]);
  const sheet = [...worn].map(([style, name]) => `#waiting .${name}{${style}}`).join("");
  return { html, sheet: sheet + rules };
}

/** Makes Node's global object a window as far as the page uses one; `asked` hears what it sends to its worker, as base64. */
function furnish(place, engine, asked) {
  const here = ["document", "location", "history", "navigator", "localStorage", "sessionStorage", "Node", "Element", "HTMLElement", "HTMLInputElement"];
  here.push("HTMLSelectElement", "HTMLTextAreaElement", "ShadowRoot", "CustomEvent", "MutationObserver");
  for (const name of here) Object.defineProperty(globalThis, name, { value: place[name], configurable: true });
  for (const name of ["addEventListener", "removeEventListener", "dispatchEvent", "requestAnimationFrame"]) {
    Object.defineProperty(globalThis, name, { value: place[name].bind(place), configurable: true });
  }
  Object.assign(globalThis, { self: globalThis, window: globalThis, parent: globalThis, devicePixelRatio: 1 });
  globalThis.Window = class { static [Symbol.hasInstance] = (thing) => thing === globalThis };
  const computed = { color: "rgb(22, 29, 41)", "font-family": "sans-serif" };
  globalThis.getComputedStyle = () => ({ getPropertyValue: (name) => computed[name] ?? "" });
  globalThis.matchMedia = () => ({ matches: false, addEventListener() {} });
  const sizes = [];
  globalThis.ResizeObserver = class {
    constructor(changed) { this.changed = changed; }
    observe() {
      setTimeout(this.changed);
      sizes.push(this.changed);
    }
    disconnect() {}
  };
  globalThis.ImageData = class {};

  // Everything has a size, and a canvas takes whatever is painted on it.
  let [width, height] = [800, 400];
  for (const [key, size] of [["Width", () => width], ["Height", () => height]]) {
    for (const name of [`client${key}`, `offset${key}`]) Object.defineProperty(place.HTMLElement.prototype, name, { get: size });
  }
  place.Element.prototype.getBoundingClientRect = () => new place.DOMRect(0, 0, width, height);
  place.resized = (...size) => {
    [width, height] = size;
    sizes.forEach((changed) => changed());
    place.dispatchEvent(new place.Event("resize"));
  };
  place.Element.prototype.setPointerCapture = () => {};
  globalThis.CanvasRenderingContext2D = class {
    measureText(text) { return { width: 7 * text.length }; }
    putImageData() { place.painted = true; }
  };
  const brush = new Proxy(new globalThis.CanvasRenderingContext2D(), { get: (own, key) => own[key] ?? (() => {}), set: () => true });
  place.HTMLCanvasElement.prototype.getContext = () => brush;

  // The worker is the engine itself on a thread.
  globalThis.interleaveWorker = (heard) => {
    const thread = new Thread(new URL(import.meta.url), { workerData: engine });
    const hear = (data) => {
      heard(data);
      place.heard?.(data[0]);
    };
    thread.on("message", (data) => (place.wait ? setTimeout(hear, place.wait, data) : hear(data)));
    const post = thread.postMessage.bind(thread);
    thread.postMessage = (data, ...transfer) => {
      if (data instanceof ArrayBuffer) asked(Buffer.from(data).toString("base64"));
      post(data, ...transfer);
    };
    return thread;
  };
}
