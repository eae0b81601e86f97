// A stock Firefox, driven by WebDriver BiDi.

import puppeteer from "puppeteer-core";

const executablePath = process.env.FIREFOX;

/** Why there is no Firefox, for tests to skip themselves with. */
export const skip = executablePath ? false : "there is no Firefox: name one by FIREFOX=/path/to/it";

/** Its size is the window's: older ones than the driver do not know all that the driver says of a viewport. */
export const firefox = () =>
  puppeteer.launch({
    browser: "firefox",
    executablePath,
    headless: true,
    defaultViewport: null,
    args: ["--width=1280", "--height=885"],
    // Where its cache is slow it asks the site again meanwhile; here what the page asks for is counted.
    extraPrefsFirefox: { "network.http.rcwn.enabled": false },
  });

/** Waits until the page, or a frame, says what is true, and gives it. The driver's own way is forbidden by the page's policy in some versions. */
export async function until(page, says, ...given) {
  for (let left = 600; left > 0; left--) {
    const said = await page.evaluate(says, ...given);
    if (said) return said;
    await new Promise((next) => setTimeout(next, 50));
  }
  throw new Error(`It has not come to ${says}.`);
}
