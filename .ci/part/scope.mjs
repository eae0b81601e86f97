// A worker's scope in Node, as far as the engine uses it: `start(wasm, glue, imports, heard)` gives a function that sends a request.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const LIBRARY = new URL("../../src/stdlib/py/", import.meta.url);

/** Starts the engine with imports of its own beside the glue's; `heard` gets every reply. */
export async function start(wasm, glue, imports, heard) {
  globalThis.self = globalThis;
  globalThis.library = LIBRARY.href;
  globalThis.interleaveApart = false;
  globalThis.postMessage = heard;
  globalThis.fetch = async (url) => ({ ok: true, status: 200, text: async () => readFileSync(new URL(url), "utf8") });
  const plain = WebAssembly.instantiate;
  WebAssembly.instantiate = (module, own) => plain(module, { ...own, ...imports });
  const { default: init } = await import(pathToFileURL(glue));
  await init({ module_or_path: readFileSync(wasm) });
  WebAssembly.instantiate = plain;
  return (bytes) => globalThis.onmessage({ data: bytes });
}
