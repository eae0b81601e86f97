// The authors' page: its samples name the site that it is on.
const site = new URL("../", location.href.split("#")[0]).href;
for (const sample of document.querySelectorAll("code")) sample.textContent = sample.textContent.replaceAll("https://example.org/interleave/", site);
