// The embed, until its program is run: title, program and the stored picture, drawn without the engine. A click (or being seen,
// where the link says so) brings the page's own code in its place. It also is where messages from the page around arrive, before
// and after that; `static/interleave.d.ts` lists them.

import { parser } from "@lezer/python";
import { highlightTree, tagHighlighter } from "@lezer/highlight";
import { colours } from "../editor/colours.js";
import { fits, read } from "./params.js";
import { altered, scenario, summary } from "./link.js";
import { draw, heightOf, shape } from "./picture.js";
import { converse } from "./messages.js";

const root = document.documentElement;
const highlighter = tagHighlighter(colours.map(({ tag, name }) => ({ tag, class: `code-${name}` })));
const PLAY = "M5 3.2v9.6L13 8z";
const AWAY = "M6.5 9.5 13 3M8.5 3H13v4.5M11.5 9.5V13H3V4.5h3.5";
/** From so many css pixels on program and timeline stand side by side (style/embed.css). */
const WIDE = 600;

const { link, summary: stored, held, params } = read(location.hash.slice(1));
/** What is shown: the scenario, its pictures by variant, the variant. */
const shown = { all: null, pictures: [], variant: 0, fault: "" };
try {
  shown.all = scenario(link);
  shown.variant = shown.all.selected;
  shown.pictures = summary(stored);
} catch (why) {
  shown.fault = why.message;
}
/** The texts that have taken the place of variants' programs. */
const edited = new Map();
const variant = () => shown.all?.variants[shown.variant];
const picture = () => shown.pictures[shown.variant] ?? null;

/** An element with a class, properties and children. */
function make(tag, className = "", properties = {}, ...children) {
  const one = Object.assign(document.createElement(tag), properties);
  if (className) one.className = className;
  one.append(...children);
  return one;
}

function glyph(d, solid) {
  const svg = shape("svg", { class: solid ? "glyph solid" : "glyph", viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true" });
  shape("path", { d }, svg);
  return svg;
}

/** The program with its colours, as text in spans. */
function coloured(source) {
  const out = document.createDocumentFragment();
  let at = 0;
  const put = (to, name) => {
    if (to <= at) return;
    const text = source.slice(at, to);
    out.append(name ? make("span", name, { textContent: text }) : text);
    at = to;
  };
  highlightTree(parser.parse(source), highlighter, (from, to, name) => {
    put(from, "");
    put(to, name);
  });
  put(source.length, "");
  return out;
}

/** The lines that a parameter names: a set of numbers from 1. */
function named(lines = "") {
  const all = new Set();
  for (const [, from, to = from] of lines.matchAll(/(\d+)(?:-(\d+))?/g)) for (let n = +from; n <= Math.min(+to, +from + 5000); n++) all.add(n);
  return all;
}

const waiting = document.getElementById("waiting");
const run = make("button", "run", { type: "button" });
const parts = {
  title: make("h1", "title"),
  tabs: make("div", "strip"),
  numbers: make("pre", "numbers"),
  code: make("code"),
  headline: make("div", "headline"),
  place: make("div", "picture"),
  said: make("p", "said"),
};
parts.said.setAttribute("role", "status");

/** The address of the page of its own, with what is shown here and on this machine. */
const page = () => {
  const now = shown.all ? altered(link, { selected: shown.variant, codes: edited, params }) : link;
  return new URL(`../#${now}`, location.href.split("#")[0]).href;
};
function frame() {
  // Written down when somebody goes there.
  const renew = () => (open.href = page());
  const open = make("a", "open", { href: page(), onclick: renew, onpointerdown: renew, target: "_blank", rel: "noopener", title: "Open in Interleave" }, make("span", "word", { textContent: "Open in Interleave" }), glyph(AWAY));
  parts.tabs.setAttribute("role", "tablist");
  parts.tabs.setAttribute("aria-label", "Variants");
  parts.numbers.setAttribute("aria-hidden", "true");
  const program = make("section", "program", {}, make("div", "code", { tabIndex: 0 }, parts.numbers, make("pre", "", {}, parts.code)));
  program.setAttribute("aria-label", "Program");
  program.firstChild.setAttribute("role", "group");
  program.firstChild.setAttribute("aria-label", "Text of the program");
  const cover = make("button", "cover", { type: "button", onclick: () => begin(true) }, make("span", "disc", {}, glyph(PLAY, true), make("span", "", { textContent: "Run" })));
  cover.setAttribute("aria-label", "Run the program");
  const result = make("section", "result", {}, parts.headline, make("div", "timeline-box", {}, parts.place, cover));
  result.setAttribute("aria-label", "Run");
  const tab = (name, text) => make("button", "", { type: "button", textContent: text, onclick: () => tabbed(name) });
  parts.bottom = make("nav", "tabs", {}, tab("code", "Code"), tab("timeline", "Timeline"));
  parts.bottom.setAttribute("aria-label", "Views");
  parts.body = make("div", "embed poster", {}, make("header", "bar", {}, run, parts.title, make("div", "variants", {}, parts.tabs), open), parts.said, make("main", "work", {}, program, result, parts.bottom));
  run.onclick = () => begin(true);
  waiting.replaceChildren(parts.body);
}

function tabbed(name) {
  params.tab = name;
  parts.body.dataset.tab = name;
  for (const [n, button] of [...parts.bottom.children].entries()) {
    if (["code", "timeline"][n] === name) button.setAttribute("aria-current", "page");
    else button.removeAttribute("aria-current");
  }
  if (picture()) draw(parts.place, picture());
}

/** Puts what is shown into the frame. */
function fill() {
  document.title = shown.all?.title || "Interleave";
  parts.title.textContent = shown.all?.title ?? "Interleave";
  parts.title.title = parts.title.textContent;
  run.replaceChildren(glyph(PLAY, true), "Run");
  const many = shown.all?.variants.length > 1;
  const tab = (one, n) => {
    const time = shown.pictures[n]?.time;
    const button = make("button", "tab", { type: "button", onclick: () => choose(n) }, one.name, ...(time ? [" ", make("span", "took", { textContent: time })] : []));
    button.setAttribute("role", "tab");
    button.setAttribute("aria-selected", n === shown.variant);
    button.tabIndex = n === shown.variant ? 0 : -1;
    button.onkeydown = ({ key }) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
      if (step) choose((n + step + shown.all.variants.length) % shown.all.variants.length, true);
    };
    return button;
  };
  parts.tabs.parentNode.hidden = !many;
  parts.tabs.replaceChildren(...(many ? shown.all.variants.map(tab) : []));
  const source = variant()?.source.replace(/\n$/, "") ?? "";
  parts.code.replaceChildren(coloured(source));
  const marked = named(params.lines);
  parts.numbers.replaceChildren(...source.split("\n").map((_, n) => make("span", marked.has(n + 1) ? "noted" : "", { textContent: `${n + 1}\n` })));
  const drawn = picture();
  parts.headline.hidden = !drawn;
  parts.headline.replaceChildren(make("strong", "makespan", { textContent: drawn?.time ?? "" }), make("p", "words", { textContent: drawn?.words ?? "", title: drawn?.words ?? "" }));
  parts.body.classList.toggle("drawn", Boolean(drawn));
  if (drawn) draw(parts.place, drawn);
  else parts.place.replaceChildren(make("p", "empty", { textContent: shown.fault ? "" : "Press Run: the timeline shows where the time goes." }));
  const fault = shown.fault;
  run.disabled = parts.body.querySelector(".cover").disabled = Boolean(fault);
  parts.said.textContent = fault;
  parts.said.classList.toggle("fault", Boolean(fault));
  tabbed(params.tab === "output" ? "timeline" : params.tab);
}

function choose(n, focus) {
  shown.variant = n;
  fill();
  if (focus) parts.tabs.children[n]?.focus();
}

/** How high the embed would be without a frame's limit: so that the program is seen, and stays when it runs. */
function natural() {
  if (params.height) return Number(params.height);
  const coarse = matchMedia("(pointer: coarse)").matches;
  const [bar, wide] = [coarse ? 44 : 36, root.clientWidth >= WIDE];
  const lines = (variant()?.source.split("\n").length ?? 4) * 20 + 16;
  const rows = Math.max(...shown.pictures.map((p) => (p ? heightOf(p) : 0)), 130);
  // Beside the rows: headline, map, axis, legend, playing, output.
  const [code, run] = [Math.min(lines, 440), 36 + 52 + Math.min(rows, 300) + 32 + 36 + 108];
  const variants = !wide && shown.all?.variants.length > 1 ? 36 : 0;
  const body = { timeline: run, code: code + 96, output: 200 }[params.view] ?? (wide ? Math.max(code, run) : Math.max(Math.min(code, 320), run) + 44);
  return bar + variants + Math.max(body, 200) + 2;
}

/** The parameters that are looks alone stand in the document's element, where style/embed.css finds them. */
function dress() {
  root.dataset.view = params.view;
  root.dataset.hide = (params.hide ?? "").replace(/[,+]/g, " ");
  root.dataset.lines = params.lines ?? "on";
  if (params.theme === "auto") delete root.dataset.theme;
  else root.dataset.theme = params.theme;
}

/** The page's own code, once asked for: a promise of its `order(name, value)`. Who asks for a run by hand wants to see it. */
let engine;
function begin(byHand) {
  if (shown.fault) return Promise.reject(new Error(shown.fault));
  engine ??= new Promise((there, failed) => {
    run.replaceChildren("Loading …");
    run.disabled = true;
    parts.body.classList.add("loading");
    const broken = (text) => {
      engine = undefined;
      fill();
      parts.said.textContent = text;
      parts.said.classList.add("fault");
      outside.tell("error", { message: text });
      failed(new Error(text));
    };
    window.interleaveFailed = broken;
    // Called by the page when it begins, before it draws.
    window.interleaveEmbed = (order) => {
      there(order);
      let open = shown.all.selected;
      const select = (n) => {
        if (n !== open) order("variant", String(n));
        open = n;
      };
      for (const [n, code] of edited) {
        select(n);
        order("code", code);
      }
      select(shown.variant);
      // What was stopped when it ran last waits for somebody who wants it to run.
      if (byHand && held) order("run", "");
      if (byHand && params.tab === "code") params.tab = "timeline";
      for (const name of ["theme", "edit", "tab", "lines", "speed", "cores", "gil", "latency", "switch", "cpu", "seed"]) if (params[name]) order(name, params[name]);
      return (type, detail) => outside.tell(type, JSON.parse(detail));
    };
    const { href, dataset } = document.getElementById("start-script");
    const script = make("script", "", { src: href, onerror: () => broken("Interleave could not be loaded. Look whether you are online, then try again.") });
    Object.assign(script.dataset, dataset, { embed: "" });
    document.head.append(script);
  });
  engine.catch(() => {});
  return engine;
}

/** What the page around may ask for. Values have been looked at. */
const orders = {
  async run() {
    const running = Boolean(engine);
    const order = await begin();
    if (running) order("run", "");
  },
  async seek(ms) {
    (await begin())("seek", String(Math.round(ms * 1e6)));
  },
  async setCode(code) {
    if (!shown.all) return;
    variant().source = code;
    shown.pictures = [];
    if (engine) (await engine)("code", code);
    else {
      edited.set(shown.variant, code);
      fill();
    }
    outside.tell("height", { height: natural() });
  },
  async setParam(name, value) {
    params[name] = value;
    dress();
    if (engine) (await engine)(name, value);
    else fill();
    outside.tell("height", { height: natural() });
  },
};

const outside = converse({
  orders,
  fits,
  greeting: () => ({ title: shown.all?.title ?? "", variants: shown.all?.variants.map((v) => v.name) ?? [], height: natural(), running: Boolean(engine) }),
});

dress();
frame();
fill();
outside.open();
new ResizeObserver(() => {
  if (!engine && picture()) draw(parts.place, picture());
  outside.tell("height", { height: natural() });
}).observe(root);
if (shown.fault) outside.tell("error", { message: shown.fault });
if (params.run === "load") begin();
if (params.run === "visible") {
  const seen = new IntersectionObserver(([{ isIntersecting }]) => {
    if (!isIntersecting) return;
    seen.disconnect();
    begin();
  }, { threshold: 0.2 });
  seen.observe(document.body);
}
