// The parameters of an embed: behind the link in the address as `&name=value`, or set by a message. What is not of the right
// shape is left out.

const among = (...words) => (text) => words.includes(text);
const words = (...known) => (text) => text.split(/[ ,+]/).every((word) => known.includes(word));
const number = (low, high) => (text) => /^\d+(\.\d+)?$/.test(text) && text >= low && text <= high;

/** What each may be, as text. */
const SHAPES = {
  view: among("split", "timeline", "code", "output"),
  run: among("click", "visible", "load"),
  edit: among("yes", "no"),
  theme: among("auto", "light", "dark"),
  tab: among("code", "timeline", "output"),
  hide: words("title", "variants", "bar", "headline", "play", "output", "tools", "open", ""),
  lines: (text) => text === "off" || /^\d{1,5}(-\d{1,5})?(,\d{1,5}(-\d{1,5})?)*$/.test(text),
  speed: number(0, 1e6),
  height: number(120, 4000),
  // The machine, while it runs: milliseconds, but for the CPU's speed, where 1 is as measured.
  cores: number(1, 64),
  gil: among("on", "off"),
  latency: number(0, 3_600_000),
  switch: number(0.001, 10_000),
  cpu: number(0.001, 1000),
  seed: number(0, Number.MAX_SAFE_INTEGER),
};

/** Whether a parameter of that name may have that value. */
export const fits = (name, value) => Object.hasOwn(SHAPES, name) && typeof value === "string" && value.length < 200 && SHAPES[name](value);

/** The link of a fragment without `#`, its stored summary, whether it was held, and its parameters that fit. */
export function read(fragment) {
  const [link, ...rest] = fragment.split("&");
  const params = { view: "split", run: "click", edit: "yes", theme: "auto", tab: "code" };
  let [summary, held] = ["", false];
  for (const part of rest.slice(0, 40)) {
    const at = part.indexOf("=");
    const [name, raw] = [part.slice(0, at), part.slice(at + 1)];
    if (name === "m") summary = raw;
    if (name === "h") held = raw === "1";
    let value;
    try {
      value = decodeURIComponent(raw);
    } catch {
      continue;
    }
    if (fits(name, value)) params[name] = value;
  }
  return { link, summary, held, params };
}
