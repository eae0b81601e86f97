// The pages beside the first one: the embed, and what authors read. Their texts are in `pages/`; here they get their addresses and
// their style. `finish.mjs` calls this for every build, quick ones too.

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";

const root = fileURLToPath(new URL("../", import.meta.url));
const styles = (names) => names.map((name) => readFileSync(join(root, "style", `${name}.css`), "utf8")).join("\n");

/** Puts the poster's script into the site, and gives its name. `name(text)` is where it goes. */
export async function poster(stage, minify, name) {
  const { outputFiles } = await build({
    entryPoints: [join(root, "src/ui/embed/poster.js")],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    minify,
    legalComments: "none",
    loader: { ".txt": "text" },
  });
  const place = name(outputFiles[0].text);
  writeFileSync(join(stage, place), outputFiles[0].text);
  return place;
}

/** A policy that names the site besides 'self', which WebKit takes for nobody in a frame without an origin. */
const naming = (rules) =>
  `<script>document.head.append(Object.assign(document.createElement("meta"),{httpEquiv:"Content-Security-Policy",content:${JSON.stringify(rules)}.replaceAll("'self'","'self' "+location.origin)}))</script>\n`;

/**
 * Writes `embed/` and `authors/`. `html` is the finished first page, whose addresses the embed shares; `style` is its style; `script` the
 * poster's name; `policy(style)` gives a page's policy, or nothing where there is none. Gives the pages' texts.
 */
export async function pages(stage, { html, style, script, policy }) {
  const shorten = async (css) => (await transform(css, { loader: "css", minify: true })).code.trim();
  const dressed = (name, text, own) => {
    const rules = policy(own);
    const meta = !rules ? "" : name === "embed" ? naming(rules) : `<meta http-equiv="Content-Security-Policy" content="${rules}">\n`;
    return text.replace(/\s*<!--.*?-->/gs, "").replace("<title>", () => `${meta}<style>${own}</style>\n<title>`);
  };
  const address = (id, attribute) => html.match(new RegExp(`id="${id}"[^>]*? ${attribute}="(?:\\./)?([^"]+)"`))?.[1];
  const [, library] = html.match(/data-library="([^"]+)"/);
  const [, start] = html.match(/src="(?:\.\/)?([^"]*start[^"]*\.js)"/);
  const named = {
    "engine-glue": `href="../${address("engine-glue", "href")}"`,
    "engine-module": `href="../${address("engine-module", "href")}"`,
    "page-glue": `href="../${address("page-glue", "href")}"`,
    "page-module": `href="../${address("page-module", "href")}"`,
    "start-script": `href="../${start}" data-library="../${library}"`,
    "poster-script": `src="../${script}"`,
    "editor-script": `data-src="../${address("editor-script", "data-src")}"`,
  };
  const texts = { embed: [`${style}\n${styles(["embed"])}`], authors: [styles(["tokens", "base", "authors"])] };
  for (const [name, [css]] of Object.entries(texts)) {
    let text = readFileSync(join(root, "pages", `${name}.html`), "utf8");
    if (name === "embed") for (const [id, what] of Object.entries(named)) text = text.replace(`id="${id}"`, `id="${id}" ${what}`);
    mkdirSync(join(stage, name), { recursive: true });
    texts[name] = dressed(name, text, await shorten(css));
    writeFileSync(join(stage, name, "index.html"), texts[name]);
  }
  return texts;
}

/** The style of a quick build, whose sheets are files of their own. */
export function loose(stage) {
  const sheets = readdirSync(stage).filter((name) => name.endsWith(".css"));
  const html = readFileSync(join(stage, "index.html"), "utf8");
  const order = (name) => html.indexOf(`/${name}"`);
  return sheets.sort((a, b) => order(a) - order(b)).map((name) => readFileSync(join(stage, name), "utf8")).join("\n");
}
