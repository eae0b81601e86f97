// The service worker: after a visit the page needs no network. The build puts before this text the `version`, the files that are
// kept `soon`, and those that are kept `later`. Pages come from the network where it answers in time, so a new version shows at
// once; files named by their content come from here. An old version's files stay until its last page is closed, which may
// still ask for them.

const STORE = `interleave ${version}`;
const PATIENCE = 3000;
/** Files whose names change with their content. */
const FIXED = /^(assets|library)\//;
const own = (name) => name.startsWith("interleave ");

addEventListener("install", (event) => event.waitUntil(keep(soon)));

addEventListener("activate", (event) => event.waitUntil(settle()));

async function settle() {
  const names = await caches.keys();
  // The library comes in small portions beside whatever the page does; what fails is fetched when a program imports it.
  for (let i = 0; i < later.length; i += 8) await keep(later.slice(i, i + 8)).catch(() => {});
  await Promise.all(names.filter((name) => own(name) && name !== STORE).map((name) => caches.delete(name)));
}

/** Puts files into this version's store, from older stores where they are there already. */
async function keep(files) {
  const store = await caches.open(STORE);
  await Promise.all(
    files.map(async (file) => {
      const there = FIXED.test(file) && (await caches.match(file));
      await (there ? store.put(file, there) : store.add(file));
    }),
  );
}

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const scope = new URL(registration.scope);
  // Frames are others' pages: they are left to the network, as is all that is not ours.
  if (request.method !== "GET" || origin !== scope.origin || request.destination === "iframe") return;
  const file = pathname.slice(scope.pathname.length);
  event.respondWith(FIXED.test(file) ? kept(request) : fresh(request, file === "" ? "./" : request));
});

async function kept(request) {
  return (await caches.match(request)) ?? fetch(request);
}

async function fresh(request, key) {
  const late = new Promise((_, fail) => setTimeout(fail, PATIENCE));
  const answer = fetch(request);
  try {
    return await Promise.race([answer, late]);
  } catch {
    return (await caches.match(key)) ?? answer;
  }
}
