// ECharts takes over a chart that a reader wants to zoom, in the same box; where it cannot be had,
// the chart stays as it was and says why.
import { expect, test } from "./page.mjs";

const LAZY = /\/(explore\.js|echarts\.mjs|assets\/explore-\w+\.wasm)(\?|$)/;

/** Notes what is asked for lazily, and what moves. */
async function watch(page) {
  const asked = [];
  page.on("request", (request) => {
    const path = new URL(request.url()).pathname;
    if (LAZY.test(path)) asked.push(path.split("/").pop());
  });
  await page.addInitScript(() => {
    window.shifts = [];
    // Input excuses a shift in the browser's own account, and not in ours.
    new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value))).observe({ type: "layout-shift", buffered: true });
  });
  return asked;
}

const figure = (page) => page.locator("figure.chart").filter({ has: page.getByRole("button", { name: "Zoom" }) }).first();
const zoom = (page) => figure(page).getByRole("button", { name: "Zoom" });
const plot = (page) => figure(page).locator(".plot");
const canvas = (page) => plot(page).locator(".canvas canvas").first();

/** Where the drawing lies on the page, wherever the page is scrolled to. */
const place = (page) => plot(page).evaluate((plot) => {
  const { left, top, width, height } = plot.getBoundingClientRect();
  return { left: left + scrollX, top: top + scrollY, width, height };
});

/** Pixels of the canvas that anything was drawn on. */
const drawn = (page) => canvas(page).evaluate((canvas) => {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  let count = 0;
  for (let at = 3; at < data.length; at += 4) if (data[at] > 0) count++;
  return count;
});

for (const address of ["/compare?s=64~4", "/subnet/64"]) {
  test(`ECharts takes over in the same box: ${address}`, async ({ page, open }) => {
    const asked = await watch(page);
    await open(address);
    await plot(page).scrollIntoViewIfNeeded();
    await expect(plot(page).locator(".drawing svg")).toBeVisible();
    expect(asked, "nothing is loaded before a reader asks for it").toEqual([]);
    const box = await place(page);
    await page.evaluate(() => { shifts.length = 0; });

    await zoom(page).click();
    await expect(canvas(page)).toBeVisible();
    await expect.poll(() => drawn(page)).toBeGreaterThan(2000);
    expect(asked.map((file) => file.replace(/-\w+\./, ".")).sort()).toEqual(["echarts.mjs", "explore.js", "explore.wasm"]);
    await expect(plot(page)).toHaveClass(/explored/);
    await expect(zoom(page)).toHaveAttribute("aria-pressed", "true");
    expect(await place(page)).toEqual(box);
    expect(await page.evaluate(() => shifts.filter((value) => value > 0.0005))).toEqual([]);

    await zoom(page).click();
    await expect(canvas(page)).toHaveCount(0);
    await expect(plot(page).locator(".drawing svg")).toBeVisible();
    expect(await place(page)).toEqual(box);
  });
}

test.describe("when it cannot be had", () => {
  test.use({ provoked: /echarts\.mjs|explore\.js|explore-\w+\.wasm|Failed to load (resource|module script)/ });

  const faults = {
    "ECharts is cut off": ["**/echarts.mjs*", (route) => route.abort()],
    "ECharts is not there": ["**/echarts.mjs*", (route) => route.fulfill({ status: 404, body: "nothing here" })],
    "ECharts is something else": ["**/echarts.mjs*", (route) => route.fulfill({ contentType: "text/html", body: "<p>Sign in to the network</p>" })],
    "our own half is not there": ["**/explore.js*", (route) => route.fulfill({ status: 404, body: "nothing here" })],
  };
  for (const [name, [pattern, fault]] of Object.entries(faults)) {
    test(`${name}: the drawing stays, says why, and another press tries again`, async ({ page, open }) => {
      await page.route(pattern, fault);
      await open("/compare?s=64~4");
      const box = await place(page);
      await zoom(page).click();
      await expect(figure(page).getByRole("status").filter({ hasText: "could not be loaded" })).toContainText("Pressing “Zoom” again");
      await expect(zoom(page)).toHaveAttribute("aria-pressed", "false");
      await expect(canvas(page)).toHaveCount(0);
      expect((await place(page)).height).toBe(box.height);
      await plot(page).focus();
      await page.keyboard.press("End");
      await expect(page.locator(".readout")).toContainText("Chutes");

      await page.unroute(pattern);
      await zoom(page).click();
      await expect.poll(() => drawn(page)).toBeGreaterThan(2000);
      await expect(figure(page).getByText("could not be loaded")).toHaveCount(0);
    });
  }
});
