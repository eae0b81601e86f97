// For pages around embeds: makes frames of `<interleave-playground>` elements and of code blocks of the class `interleave`, and gives
// frames the height that they say they need. The authors' page says how to use it.
(() => {
  const page = document;
  const base = new URL("../embed/", page.currentScript.src).href;
  const NAME = "interleave-playground";
  const OWN = /^(src|title|class|id|style)$/;
  const when = (act) => (page.readyState === "loading" ? addEventListener("DOMContentLoaded", act) : act());

  /** Programs as a link, packed by what the browser has for it. */
  const packed = async (scenario) => {
    const stream = new Blob([JSON.stringify(scenario)]).stream().pipeThrough(new CompressionStream("deflate"));
    let bytes = "";
    for (const byte of new Uint8Array(await new Response(stream).arrayBuffer())) bytes += String.fromCharCode(byte);
    return `v1.${btoa(bytes).replace(/\+/g, "-").replace(/\//g, "_")}`;
  };

  /** A program in an element; `title` names the variant. */
  const variant = (one) => ({ n: one.title, s: `${(one.content ?? one).textContent.replace(/^\n/, "").trimEnd()}\n` });

  /** What an element says: an address, or programs in it; its other attributes are parameters. */
  const upgrade = async (place) => {
    const get = (name) => place.getAttribute(name);
    const { title } = place;
    const parts = [...place.querySelectorAll("script,pre,template")];
    const programs = parts[0] ? parts.map(variant) : [{ s: variant(place).s }];
    let src = get("src") ?? `${base}#${await packed({ t: title, v: programs })}`;
    for (const { name, value } of place.attributes) if (!OWN.test(name)) src += `&${name}=${encodeURIComponent(value)}`;
    const frame = page.createElement("iframe");
    Object.assign(frame, {
      src,
      title: title || "Interleave",
      loading: "lazy",
      sandbox: "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox",
      style: `display:block;width:100%;border:0;height:${+get("height") || 420}px`,
    });
    // In a tree of its own: what renders the page may look after the element's children.
    place.attachShadow({ mode: "open" }).append(frame);
  };
  class Playground extends HTMLElement {
    connectedCallback() {
      // What is in it may not be there yet while the page is read, and it may be put elsewhere.
      if (!this.made) when(() => upgrade(this));
      this.made = 1;
    }
  }
  if (!customElements.get(NAME)) customElements.define(NAME, Playground);

  /** Code blocks as renderers write them: the class is at the code, at its pre, or at a box around them. */
  const blocks = () => {
    for (const mark of page.querySelectorAll(".interleave,.language-interleave,[data-meta~=interleave]")) {
      // Numbers of lines stand in one before it.
      const block = mark.closest("pre") ?? [...mark.querySelectorAll("pre")].pop();
      if (!block || block.closest(NAME)) continue;
      const element = page.createElement(NAME);
      for (const { name, value } of mark.attributes) if (name !== "class") element.setAttribute(name.replace("data-", ""), value);
      element.append(variant(block).s);
      (mark.contains(block) ? mark : block).replaceWith(element);
    }
  };
  when(() => {
    blocks();
    new MutationObserver(blocks).observe(page.body, { childList: true, subtree: true });
  });

  addEventListener("message", ({ data, source }) => {
    if (data?.interleave !== 1 || data.type !== "height" || !(data.height > 0)) return;
    for (const place of page.querySelectorAll(`iframe,${NAME}`)) {
      const frame = place.shadowRoot?.firstChild ?? place;
      if (frame.contentWindow === source && frame.src.startsWith(base)) frame.style.height = `${Math.min(data.height, 4000)}px`;
    }
  });
})();
