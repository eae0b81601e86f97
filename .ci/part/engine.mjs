// Asks a marked engine what a first visit asks it and says which of its functions ran: `node engine.mjs WASM GLUE ASKED` prints their
// numbers. ASKED holds what the rehearsed page sent. Whatever else a program needs comes with the rest.

import { readFileSync } from "node:fs";
import { start } from "./scope.mjs";

const [wasm, glue, asked] = process.argv.slice(2);
// The kinds of messages (see `src/wire`). A request to run begins with its kind, its id in four bytes, and the program after its length.
const RUN = 1;
const [PROGRESS, DONE, FAILED, BROKEN] = [2, 3, 4, 5];
const TEXT = 5;
const runs = readFileSync(asked, "utf8").trim().split("\n").map((line) => Buffer.from(line, "base64")).filter((request) => request[0] === RUN);
if (runs.length === 0) throw new Error("the rehearsed page has run nothing");

/** A buffer of its own, since it is handed over. */
const own = (request) => Uint8Array.from(request).buffer;

/** The same request for another program. */
function instead(request, source) {
  const [text, length] = [Buffer.from(source), Buffer.alloc(4)];
  length.writeUInt32LE(text.length);
  return Buffer.concat([request.subarray(0, TEXT), length, text, request.subarray(TEXT + 4 + request.readUInt32LE(TEXT))]);
}

const ran = new Set();
let heard = () => {};
// What is beside the first part, the columns of a trace, is of no interest here.
const send = await start(wasm, glue, { rehearsal: { ran: (f) => ran.add(f) } }, ([reply]) => heard(new Uint8Array(reply)));

// Sends a request and waits for the reply that ends it.
async function ask(bytes, ends, after) {
  const answer = new Promise((done, failed) => {
    setTimeout(failed, 60_000, new Error("the engine does not answer")).unref();
    heard = (reply) => {
      if (reply[0] === BROKEN) failed(new Error(new TextDecoder().decode(reply)));
      if (ends.includes(reply[0])) done(reply[0]);
      after?.(reply[0]);
    };
  });
  send(bytes);
  return answer;
}

for (const request of runs) {
  if ((await ask(own(request), [DONE, FAILED])) === FAILED) throw new Error("a program of the rehearsed page does not run");
}
// On a slow machine they take long enough for a report, with a picture of the run so far: here another program does.
let reported = false;
const SLOW = "for n in range(2_000_000):\n    [n]\n";
await ask(own(instead(runs[0], SLOW)), [DONE], (kind) => (reported ||= kind === PROGRESS));
if (!reported) throw new Error("the rehearsal's slow program is not slow enough");
console.log([...ran].sort((a, b) => a - b).join("\n"));
process.exit(0);
