// Runs programs of the gallery in a marked engine and says which of its functions ran: `node rehearse.mjs WASM GLUE` prints
// their numbers. What a first visit does is in here; whatever else a program needs comes with the rest.

import { readFileSync, readdirSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [wasm, glue] = process.argv.slice(2);
const gallery = new URL("../../src/scenario/gallery/", import.meta.url);
const library = new URL("../../src/stdlib/py/", import.meta.url);

// The worker's scope, as far as the engine uses it.
let heard = () => {};
globalThis.self = globalThis;
globalThis.library = library.href;
// What is beside the first part, the columns of a trace, is of no interest here.
globalThis.postMessage = ([message]) => heard(new Uint8Array(message));
globalThis.fetch = async (url) => ({ ok: true, status: 200, text: async () => readFileSync(new URL(url), "utf8") });

// A request in the wire's encoding (see `src/wire/request.rs`): numbers are little-endian, texts carry their length.
function request(kind, id, ...parts) {
  const bytes = [kind];
  const number = (n, size) => { for (let i = 0; i < size; i++) bytes.push(Number((BigInt(n) >> BigInt(8 * i)) & 255n)); };
  number(id, 4);
  for (const part of parts) {
    if (typeof part === "string") {
      const text = new TextEncoder().encode(part);
      number(text.length, 4);
      bytes.push(...text);
    } else number(...part);
  }
  return new Uint8Array(bytes).buffer;
}
const [u8, u32, u64] = [1, 4, 8].map((size) => (n) => [n, size]);
const [RUN, STOP, CHECK] = [1, 2, 3];
const [PROGRESS, DONE, FAILED, BROKEN, CHECKED] = [2, 3, 4, 5, 6];

// Cores, GIL, switch interval in µs, speed in permille, latency in µs, seed, no hosts, no files, no watches.
const settings = [u32(2), u8(1), u64(5_000), u32(1_000), u64(100_000), u64(1), u32(0), u32(0), u32(0)];
const run = (id, source) => request(RUN, id, source, ...settings);

const ran = new Set();
const imports = { rehearsal: { ran: (f) => ran.add(f) } };
const plain = WebAssembly.instantiate;
WebAssembly.instantiate = (module, own) => plain(module, { ...own, ...imports });

const { default: init } = await import(pathToFileURL(glue));
await init({ module_or_path: readFileSync(wasm) });

// Sends a request and waits for the reply that ends it.
async function ask(bytes, ends, after) {
  const answer = new Promise((done, failed) => {
    setTimeout(failed, 60_000, new Error("the engine does not answer: does its wire differ from this script's?")).unref();
    heard = (reply) => {
      if (reply[0] === BROKEN) failed(new Error(new TextDecoder().decode(reply)));
      if (ends.includes(reply[0])) done(reply[0]);
      after?.(reply[0]);
    };
  });
  globalThis.onmessage({ data: bytes });
  return answer;
}

// What many will open; what only the others need comes with the rest.
const COMMON = /^(two-|gil|nogil|convoy|race|deadlock|queue|await|cancel|pool-size|many-).*\.py$/;
const programs = readdirSync(gallery).filter((name) => COMMON.test(name));
const sources = programs.map((name) => readFileSync(new URL(name, gallery), "utf8"));
sources.push(readFileSync(new URL("usual.py", import.meta.url), "utf8"));
// Beside them what a beginner meets: a mistake, an exception with its traceback, a deadlock.
const MISTAKE = "def f(:\n";
sources.push(MISTAKE, "def f(n):\n    return 1 / n\n\nprint(f(0))\n");
sources.push("import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()\n");
let id = 0;
for (const source of sources) {
  const end = await ask(run(++id, source), [DONE, FAILED]);
  if (end === FAILED && source !== MISTAKE) throw new Error(`the rehearsal's program ${id} does not run`);
}
// A run that is stopped after its first report.
const stopped = ++id;
await ask(run(stopped, "while True:\n    print([len(str(i)) for i in range(100)][-1], end='')\n"), [DONE], (kind) => {
  if (kind === PROGRESS) setImmediate(() => globalThis.onmessage({ data: request(STOP, stopped) }));
});
await ask(request(CHECK, ++id, sources[0], u32(0)), [CHECKED]);
console.log([...ran].sort((a, b) => a - b).join("\n"));
process.exit(0);
