// `test` with a page that tells on itself: a test fails when its page writes an error or a warning
// to the console, throws, breaks its content security policy, or asks any other host for anything.
import { test as plain, expect } from "@playwright/test";

export { expect };

export const test = plain.extend({
  /** What a test provokes on purpose. Nothing, unless it says so. */
  provoked: [/(?!)/, { option: true }],

  page: async ({ page, baseURL, provoked }, use) => {
    const { origin } = new URL(baseURL);
    const complaints = [];
    const missing = new Set();
    const complain = (text) => {
      if (!provoked.test(text)) complaints.push(text);
    };

    page.on("request", (request) => {
      const url = new URL(request.url());
      if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== origin) complain(`request to another host: ${url}`);
    });
    page.on("response", (response) => {
      if (response.request().isNavigationRequest() && response.status() === 404) missing.add(response.url());
    });
    page.on("console", (message) => {
      // A page that is honestly served as a 404 is reported by Chromium as an error of its own.
      if (missing.has(message.location().url)) return;
      if (["error", "warning"].includes(message.type())) complain(`console ${message.type()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => complain(`uncaught: ${error.stack ?? error}`));
    page.on("dialog", (dialog) => {
      complain(`dialog: ${dialog.message()}`);
      return dialog.dismiss();
    });
    await page.exposeFunction("reportViolation", (text) => complain(`policy violation: ${text}`));
    await page.addInitScript(() => {
      addEventListener("securitypolicyviolation", (event) => {
        window.reportViolation(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`);
      });
    });

    await use(page);
    expect(complaints, "what the page complained about").toEqual([]);
  },

  /** Opens an address of the site, such as `/subnet/64`, from cold, and waits until it can be used. */
  open: async ({ page }, use) => {
    await use(async (address) => {
      // Relative, because the site may lie under a folder.
      const response = await page.goto(`.${address}`);
      await ready(page);
      return response;
    });
  },
});

/**
 * The application says on the root element when a view is interactive: of a page, or of a frame in one. What
 * was written before it can be seen, and hears nothing.
 */
export async function ready(page) {
  await expect(page.locator("html")).toHaveAttribute("data-ready", "true");
}
