// Reading links without the engine, for the poster: what `scenario/codec.rs` and `scenario/pack.rs` write, as far as a poster shows it.

import { Inflate, Unzlib, zlibSync } from "fflate";
import dictionary from "../../scenario/dictionary.txt";

/** Longest fragment that is looked at, and what it may inflate to. */
const MAX_READ = 400_000;
const MAX_TEXT = 1 << 20;
const MAX_VARIANTS = 4;
const MAX_NAME = 80;
/** Bytes that are inflated between two looks at what came of them. */
const STEP = 1024;

const FOREIGN = "The address ends in something that is not an Interleave link.";
const FUTURE = "This link was made by a newer version of Interleave.";
const DAMAGED = "This link is damaged: part of it was cut off or changed on the way.";
const OVERSIZED = "This link holds more than one megabyte, so it was not opened.";
const EMPTY = "This link holds no program.";

/** Fails with a sentence for the reader. */
const fail = (sentence) => {
  throw new Error(sentence);
};

const adler = (bytes) => {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return ((b << 16) | a) >>> 0;
};

/** The text of a packed fragment `v1.…` or `v2.…`. */
export function unpack(link) {
  if (link.length > MAX_READ) fail(OVERSIZED);
  const [, version, body] = /^v(\d{1,9})(?:\.(.*))?$/s.exec(link) ?? fail(FOREIGN);
  if (version > 2) fail(FUTURE);
  if (version < 1) fail(FOREIGN);
  if (body === undefined) fail(DAMAGED);
  try {
    return read(body.replace(/[=.,)> ]+$/, ""), version === "2");
  } catch (why) {
    throw why.message === OVERSIZED ? why : new Error(DAMAGED);
  }
}

function read(body, deflated) {
  if (!/^[\w-]*$/.test(body)) fail(DAMAGED);
  const bytes = Uint8Array.from(atob(body.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
  if (bytes.length < 5) fail(DAMAGED);
  const parts = [];
  let length = 0;
  let whole = false;
  const take = (part, last) => {
    parts.push(part);
    length += part.length;
    whole ||= last;
    if (length > MAX_TEXT) fail(OVERSIZED);
  };
  const packed = deflated ? bytes.subarray(0, -4) : bytes;
  const way = deflated ? new Inflate({ dictionary: new TextEncoder().encode(dictionary) }, take) : new Unzlib(take);
  for (let at = 0; at < packed.length; at += STEP) way.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  const out = new Uint8Array(length);
  let end = 0;
  for (const part of parts) {
    out.set(part, end);
    end += part.length;
  }
  const sum = new DataView(bytes.buffer).getUint32(bytes.length - 4);
  if (!whole || adler(out) !== sum) fail(DAMAGED);
  return new TextDecoder("utf-8", { fatal: true }).decode(out);
}

const json = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return fail(DAMAGED);
  }
};
const text = (value) => (value === undefined || value === null ? "" : typeof value === "string" ? value : fail(DAMAGED));
const name = (value) => [...text(value).replace(/\p{Cc}/gu, "")].slice(0, MAX_NAME).join("");

/** What a poster shows of a link: `{title, selected, variants: [{name, source}]}`. Fails with a sentence. */
export function scenario(link) {
  const { t, v, i } = json(unpack(link)) ?? fail(DAMAGED);
  if (v !== undefined && !Array.isArray(v)) fail(DAMAGED);
  const variants = (v ?? []).slice(0, MAX_VARIANTS).map((one) => ({
    name: name(one?.n) || "program",
    source: typeof one?.s === "string" ? one.s : fail(DAMAGED),
  }));
  if (variants.length === 0) fail(EMPTY);
  const selected = Number.isInteger(i) && i >= 0 ? Math.min(i, variants.length - 1) : 0;
  return { title: name(t), selected, variants };
}

/** The keys of settings in a link, and what makes a parameter's number the one that stands there. */
const SETTINGS = {
  cores: ["c", Number],
  gil: ["g", (text) => text === "on"],
  latency: ["l", (text) => Math.round(text * 1e3)],
  switch: ["w", (text) => Math.round(text * 1e3)],
  cpu: ["p", (text) => Math.round(text * 1e3)],
  seed: ["r", Number],
};

/** The link with another variant selected, programs replaced (a map by the variant's number), and the machine as the parameters say. */
export function altered(link, { selected, codes, params }) {
  const machine = Object.entries(SETTINGS).filter(([name]) => params[name] !== undefined);
  const all = json(unpack(link));
  if (machine.length === 0 && codes.size === 0 && selected === (all.i ?? 0)) return link;
  const one = all.v[selected];
  all.i = selected;
  for (const [n, code] of codes) all.v[n].s = code;
  for (const [name, [key, value]] of machine) {
    // A variant may have cores and GIL of its own.
    const place = one[key] !== undefined && one[key] !== null && "cg".includes(key) ? one : all;
    place[key] = value(params[name]);
  }
  const packed = zlibSync(new TextEncoder().encode(JSON.stringify(all)), { level: 9 });
  const letters = Array.from(packed, (byte) => String.fromCharCode(byte)).join("");
  return `v1.${btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
}

/** The states of a summary's rows by their letters (`export/poster.rs`), as the style sheet calls them; `-` is nothing. */
const STATES = { r: "running", q: "ready", g: "gil", b: "blocked", w: "waiting" };
const MAX_ROWS = 24;

/**
 * A stored summary: for each variant `null` or `{time, words, columns, rows: [{name, depth, runs: [{state, from, to}]}]}`. What
 * cannot be read is no summary.
 */
export function summary(packed) {
  try {
    const all = json(unpack(packed));
    return Array.isArray(all) ? all.slice(0, MAX_VARIANTS).map(drawn) : [];
  } catch {
    return [];
  }
}

function drawn(one) {
  if (!Array.isArray(one) || !Array.isArray(one[2])) return null;
  const rows = one[2].slice(0, MAX_ROWS).map(([depth, title, runs]) => {
    const list = [];
    let at = 0;
    for (const [, letter, count] of text(runs).matchAll(/([rqgbw-])(\d{1,4})/g)) {
      const to = at + Number(count);
      if (STATES[letter]) list.push({ state: STATES[letter], from: at, to });
      at = to;
    }
    return { depth: Math.min(Number(depth) || 0, 4), name: name(title), runs: list, end: at };
  });
  const columns = Math.max(1, ...rows.map((row) => row.end));
  return { time: name(one[0]), words: text(one[1]).slice(0, 400), columns, rows };
}
