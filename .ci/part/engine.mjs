// Runs the first example in a marked engine and says which of its functions ran: `node engine.mjs WASM GLUE` prints their
// numbers. What a first visit does is in here; whatever else a program needs comes with the rest.

import { readFileSync, readdirSync } from "node:fs";
import { start } from "./scope.mjs";

const [wasm, glue] = process.argv.slice(2);
const gallery = new URL("../../src/scenario/gallery/", import.meta.url);

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
const RUN = 1;
const [PROGRESS, DONE, FAILED, BROKEN] = [2, 3, 4, 5];

// Cores, GIL, version, schedule without recorded choices, load, lateness, patience, no prices of one's own; switch interval in µs,
// speed in permille, latency in µs, seed, no hosts, no files, no watches; behind the settings, not live.
const settings = [
  u32(2), u8(1), u8(4), "fair", u32(0), u32(0), u32(0), u32(1), u32(0),
  u64(5_000), u32(1_000), u64(100_000), u64(1), u32(0), u32(0), u32(0),
  u8(0),
];
const run = (id, source) => request(RUN, id, source, ...settings);

const ran = new Set();
let heard = () => {};
// What is beside the first part, the columns of a trace, is of no interest here.
const send = await start(wasm, glue, { rehearsal: { ran: (f) => ran.add(f) } }, ([reply]) => heard(new Uint8Array(reply)));

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
  send(bytes);
  return answer;
}

// What a first visit runs: the first example's variants.
const sources = readdirSync(gallery).filter((name) => name.startsWith("two-calls.")).map((name) => readFileSync(new URL(name, gallery), "utf8"));
let id = 0;
for (const source of sources) {
  if ((await ask(run(++id, source), [DONE, FAILED])) === FAILED) throw new Error(`the rehearsal's program ${id} does not run`);
}
// On a slow machine they take long enough for a report, with a picture of the run so far: here another program does.
let reported = false;
const SLOW = "for n in range(2_000_000):\n    [n]\n";
await ask(run(++id, SLOW), [DONE], (kind) => (reported ||= kind === PROGRESS));
if (!reported) throw new Error("the rehearsal's slow program is not slow enough");
console.log([...ran].sort((a, b) => a - b).join("\n"));
process.exit(0);
