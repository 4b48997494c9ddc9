// Before the program runs there is only index.html, and it must not leave a reader with nothing.
import { expect, test } from "./page.mjs";

// What the reader is told is the subject here; the console says the rest.
test.use({ provoked: /^console / });

test("without WebAssembly the page says so", async ({ page }) => {
  await page.addInitScript(() => { delete globalThis.WebAssembly; });
  await page.goto("./subnets");
  await expect(page.getByRole("status")).toContainText("WebAssembly switched off");
});

for (const [what, pattern] of [["the glue", /assets\/subnet-ledger-\w+\.js$/], ["the program", /assets\/subnet-ledger-\w+\.wasm$/]]) {
  test(`when ${what} cannot be had the page says so`, async ({ page }) => {
    await page.route(pattern, (route) => route.fulfill({ status: 503, body: "busy" }));
    await page.goto("./");
    await expect(page.getByRole("status")).toContainText("could not be opened");
  });

  test(`when ${what} comes as a web page, as behind a portal, the page says so`, async ({ page }) => {
    await page.route(pattern, (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Log in</title>" }));
    await page.goto("./");
    await expect(page.getByRole("status")).toContainText("could not be opened");
  });
}

test("when the program stalls the page says so within ten seconds", async ({ page }) => {
  await page.route(/\.wasm$/, () => {});
  await page.goto("./", { waitUntil: "commit" });
  await expect(page.getByRole("status")).toContainText("Still opening", { timeout: 10_000 });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("the page says what it needs and where the data is", async ({ page }) => {
    await page.goto("./");
    await expect(page.locator("noscript")).toBeVisible();
  });
});
