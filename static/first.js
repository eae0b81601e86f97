// Opens the still picture of the page, where it is the one that the page will show. The build puts this into the page's head, with the
// default example's LINK.

(() => {
  const root = document.documentElement;
  const kept = (store, key) => store.getItem(`interleave.${key}`);
  let other = Boolean(location.hash) && location.hash !== LINK;
  // The page finds its theme set: a change would have everything styled anew.
  root.dataset.theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  try {
    // As the visitor has set it up.
    const theme = kept(localStorage, "theme");
    if (/^(light|dark)$/.test(theme)) root.dataset.theme = theme;
    for (const pane of ["side", "bottom"]) {
      const share = Number(kept(localStorage, pane));
      if (share) root.style.setProperty(`--kept-${pane}`, `${share}%`);
    }
    // A program that is kept, or tracks beside the lanes, make it another picture.
    other ||= Boolean((!location.hash && kept(localStorage, "draft")) || kept(localStorage, "tracks"));
    const late = kept(sessionStorage, "late");
    if (late !== null && late !== location.hash.slice(1)) other ||= performance.getEntriesByType("navigation")[0]?.type === "reload";
  } catch {
    // Nothing is kept here.
  }
  if (other) return;
  root.classList.add("pictured");
  // It is whole when the document is, and on the screen after the next frame.
  addEventListener("DOMContentLoaded", () =>
    requestAnimationFrame(() => setTimeout(() => performance.mark("interleave-first-timeline"))),
  );
})();
