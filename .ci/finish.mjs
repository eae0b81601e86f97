// Makes what Trunk has built fit for being served (a hook of Trunk, see Trunk.toml): parts both modules, shortens scripts and
// styles, gives files names by their content, and puts a still picture of the page into it, which stands there until it has begun.

import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { transform } from "esbuild";
import { loose, pages, poster } from "./pages.mjs";

const stage = process.env.TRUNK_STAGING_DIR;
// Builds for looking at a change go without most of it.
if (process.env.TRUNK_PROFILE !== "release") {
  const script = await poster(stage, false, () => "static/poster.js");
  const plain = readFileSync(join(stage, "index.html"), "utf8");
  await pages(stage, { html: plain, style: loose(stage), script, policy: () => "" });
  process.exit(0);
}
const here = fileURLToPath(new URL("./", import.meta.url));
const work = mkdtempSync(join(tmpdir(), "interleave-"));
process.on("exit", () => rmSync(work, { recursive: true }));
const run = promisify(execFile);
const part = (...args) => run(join(here, "../.tools/bin/part"), args);
const at = (name) => join(stage, name);
let html = readFileSync(at("index.html"), "utf8");
const served = html.includes("TRUNK_ADDRESS");
const named = (id) => html.match(new RegExp(`id="${id}"[^>]*(?:href|src)="(?:\\./)?([^"]+)"`))[1];

// Whoever changes the page's names finds out here.
const [engine, page] = [
  { module: "worker_bg.wasm", glue: "worker.js", stem: "worker" },
  { module: named("page-module"), glue: named("page-glue"), stem: "app" },
];

/** A copy that marks which of its functions run, and its glue. */
async function marked({ module, glue, stem }) {
  const copy = [join(work, `${stem}.wasm`), join(work, `${stem}.mjs`)];
  copyFileSync(at(glue), copy[1]);
  await part("mark", at(module), copy[0]);
  return copy;
}

const [e, p] = await Promise.all([marked(engine), marked(page)]);
const rests = [];
const still = join(work, "still.html");
const asked = join(work, "asked.txt");
/** The page's rehearsal at a pace; only what the first one leaves is used. */
const open = (pace, ...to) => run("node", [join(here, "part/page.mjs"), ...p, at(engine.module), e[1], ...to, ...pace], { maxBuffer: 1 << 24 });
const first = open([], still, asked);
const slowly = ["cut", "late", "slow"].map((pace) => open([pace], join(work, `${pace}.html`), join(work, `${pace}.txt`)));
const opened = Promise.all([first, ...slowly]).then((all) => ({ stdout: [...new Set(all.flatMap(({ stdout }) => stdout.trim().split("\n")))].join("\n") }));
const rehearsals = [first.then(() => run("node", [join(here, "part/engine.mjs"), ...e, asked])), opened];
for (const [which, { value, reason }] of (await Promise.allSettled(rehearsals)).entries()) {
  const { module, glue, stem } = [engine, page][which];
  if (reason) {
    const why = `${module} is not parted, since its rehearsal failed: ${reason.stderr ?? reason}`;
    // Whole it is larger to load: that may be looked at, but not be shipped.
    if (!served) throw new Error(why);
    console.error(why);
  }
  const [ran, to] = [join(work, `${stem}.ran`), join(work, `${stem}_bg.wasm`)];
  writeFileSync(ran, value?.stdout ?? "all");
  const [rest, ...imports] = (await part("split", at(module), ran, to)).stdout.trim().split("\n");
  copyFileSync(to, at(module));
  copyFileSync(join(work, rest), at(rest));
  rests.push(rest);
  // The names of a module's imports are long, and stand in it and in its glue.
  const short = new Map(imports.map((name, n) => [name, `i${n}`]));
  writeFileSync(at(glue), readFileSync(at(glue), "utf8").replace(/\b__wb\w+(?=: function)/g, (name) => short.get(name) ?? name));
}

for (const name of [engine.glue, page.glue, "static/start.js", "static/embed.js"]) {
  const { code } = await transform(readFileSync(at(name), "utf8"), { minify: true, target: "es2022", legalComments: "none" });
  writeFileSync(at(name), code);
}

// One style of all, in the page itself: the first paint waits for nothing else.
const sheet = /<link rel="stylesheet" href="(?:\.\/)?([^"]+)"[^>]*>\s*/g;
const sheets = [...html.matchAll(sheet)].map(([, name]) => name);
const shorten = async (css) => (await transform(css, { loader: "css", minify: true })).code.trim();
const style = await shorten(sheets.map((name) => readFileSync(at(name), "utf8")).join("\n"));
sheets.forEach((name) => rmSync(at(name)));
html = html.replace(sheet, "");

// Names by content, so that browsers may keep the files for ever. They are only told in index.html, but for the rests of the
// modules, whose names their first parts know.
const hashed = (bytes) => createHash("sha256").update(bytes).digest("hex").slice(0, 12);
const rename = (from, to) => {
  renameSync(at(from), at(to));
  if (!html.includes(`"${from}"`) && !html.includes(`"./${from}"`)) throw new Error(`index.html does not name ${from}`);
  html = html.replaceAll(`"./${from}"`, `"${to}"`).replaceAll(`"${from}"`, `"${to}"`);
};
mkdirSync(at("assets"));
rests.forEach((name) => renameSync(at(name), at(`assets/${name}`)));
const stems = { [engine.module]: "worker_bg", [engine.glue]: "worker", [page.module]: "app_bg", [page.glue]: "app" };
for (const name of [...Object.keys(stems), "static/start.js", "static/editor.js"]) {
  const [stem, ending] = basename(name).split(".");
  rename(name, `assets/${stems[name] ?? stem}-${hashed(readFileSync(at(name)))}.${ending}`);
}
const texts = readdirSync(at("library"), { recursive: true, withFileTypes: true }).filter((f) => f.isFile()).map((f) => join(f.parentPath, f.name)).sort();
const library = `library/${hashed(texts.map((path) => readFileSync(path)).join("\0"))}/`;
renameSync(at("library"), at("texts"));
mkdirSync(at("library"));
renameSync(at("texts"), at(library));
html = html.replace('"library/"', `"${library}"`);

// The still page, in which spaces count, what it wears, and the script that opens it.
html = html.replace(/<!--.*?-->/gs, "").replace(/\n\s*/g, "\n");
let worn = style;
const own = [];
if (existsSync(still)) {
  const stood = JSON.parse(readFileSync(still, "utf8"));
  html = html.replace('<div id="waiting">', (found) => found + stood.html);
  worn += await shorten(readFileSync(join(here, "../style/still.css"), "utf8") + stood.sheet);
  const text = `const LINK = ${JSON.stringify(stood.link)};\n${readFileSync(at("static/first.js"), "utf8")}`;
  own.push((await transform(text, { minify: true, target: "es2022", format: "iife" })).code.trim());
}
rmSync(at("static/first.js"));

// What starts the page stands in it too, at its end; an embed, which begins later, loads the file.
const starter = /<script async src="(assets\/start-[^"]+)"([^>]*)><\/script>/;
const starting = readFileSync(at(html.match(starter)[1]), "utf8").trim();
const scripts = [...own, starting];

// What a page may do: nothing but load its own files and compile its modules. While Trunk serves, its reloading needs more.
const digest = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const allowing = (styles, scripts = []) =>
  [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...scripts.map(digest)].join(" "),
    ["style-src 'self'", ...styles.map(digest)].join(" "),
    // A run's flag is an address that its page has made.
    "connect-src 'self' blob:",
    "worker-src 'self' blob:",
    "img-src 'self' data: blob:",
    "manifest-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
const policy = allowing([worn], scripts);
const meta = served ? "" : `<meta http-equiv="Content-Security-Policy" content="${policy}">\n`;
html = html.replace("<title>", () => `${meta}<style>${worn}</style>\n${own.map((text) => `<script>${text}</script>\n`).join("")}<title>`);

const script = await poster(stage, true, (text) => `assets/poster-${hashed(text)}.js`);
const { authors } = await pages(stage, { html, style, script, policy: (own) => (served ? "" : allowing([own])) });
html = html.replace(starter, (_, name, data) => `<script${data}>${starting}</script>`);
const others = [authors, readFileSync(at("static/coverage.html"), "utf8")];
const inside = (tag) => others.flatMap((text) => [...text.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, "gs"))].map(([, own]) => own));

// The address in full, where it is known.
const site = process.env.SITE ? process.env.SITE.replace(/\/?$/, "/") : "";
if (site) {
  html = html.replace('content="static/card.png"', `content="${site}static/card.png"`);
  html = html.replace("<title>", `<link rel="canonical" href="${site}"><meta property="og:url" content="${site}">\n<title>`);
  writeFileSync(at("sitemap.txt"), `${site}\n${site}authors/\n`);
}
writeFileSync(at("robots.txt"), `User-agent: *\nAllow: /\n${site ? `Sitemap: ${site}sitemap.txt\n` : ""}`);
// The embed names its site itself, which a header cannot know.
const rules = allowing([worn, ...inside("style")], [...scripts, ...inside("script")]);
const guarded = ["/", "/index.html", "/authors/*", "/static/*"].map((path) => `${path}\n  Content-Security-Policy: ${rules}\n`);
writeFileSync(
  at("_headers"),
  `# Read by Netlify, Cloudflare Pages and others. Any site may show the pages in frames; those without an origin may load their parts.
${guarded.join("")}/*
  Access-Control-Allow-Origin: *
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
  Cache-Control: no-cache
/assets/*
  Cache-Control: public, max-age=31536000, immutable
/library/*
  Cache-Control: public, max-age=31536000, immutable
`,
);

// What is kept for visits without a network: at once what the page needs (embeds are not kept), later what programs may import.
const files = (folder) => readdirSync(at(folder), { recursive: true, withFileTypes: true }).filter((f) => f.isFile()).map((f) => join(f.parentPath, f.name).slice(stage.length + 1)).sort();
if (!served) html = html.replace("data-library=", 'data-offline="offline.js" data-library=');
const soon = ["./", ...files("assets").filter((name) => name !== script && !/start-/.test(name)), "static/favicon.svg", "static/manifest.webmanifest", "static/icon-192.png"];
const lists = { soon, later: files("library"), version: hashed(html + soon) };
const worker = readFileSync(at("static/offline.js"), "utf8");
const constants = Object.entries(lists).map(([name, value]) => `const ${name} = ${JSON.stringify(value)};\n`);
writeFileSync(at("offline.js"), (await transform(constants.join("") + worker, { minify: true, target: "es2022" })).code);
rmSync(at("static/offline.js"));
writeFileSync(at("index.html"), html);
