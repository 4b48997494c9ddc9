// The program takes over a page that was written at publication, and what a reader looks at stays where
// it is. Layout shifts tell nothing of it, because the program replaces what stood there: the places
// themselves are measured, before and after.
import { readFileSync } from "node:fs";
import { expect, ready, test } from "./page.mjs";

const CHART = "main figure.chart .drawing svg";
const PLACES = {
  "/": { headline: "h1", lede: ".lede", figures: ".figures", chart: CHART, list: "aside ol.rank" },
  "/subnets": { headline: "h1", controls: ".controls", table: "main table" },
  "/subnet/64": { headline: "h1", lede: ".lede", figures: ".figures", ladder: "ol.rungs", chart: CHART },
  "/subnet/3": { headline: "h1", lede: ".lede", figures: ".figures", ladder: "ol.rungs", chart: CHART },
  "/subnet/16.r1": { headline: "h1", lede: ".lede", chart: CHART },
  "/compare": { headline: "h1", controls: ".controls", chart: CHART, source: ".source" },
  "/plane": { headline: "h1", lede: ".lede", controls: ".controls", chart: CHART },
  "/network": { headline: "h1", lede: ".lede", controls: ".controls", figures: ".figures", chart: CHART, table: "main table" },
  "/claims": { headline: "h1", lede: ".lede", claim: ".claim" },
  "/methods": { headline: "h1", lede: ".lede", table: "main table" },
  "/methods/emission_tao_day": { headline: "h1", lede: ".lede", facts: ".facts" },
  "/data": { headline: "h1", lede: ".lede", facts: ".facts", table: "main table" },
  "/about": { headline: "h1", lede: ".lede" },
};

/** Where the first of each kind that can be seen stands, as seen at the top of the page. */
const measure = (page, places) => page.evaluate((places) => {
  const seen = (selector) => [...document.querySelectorAll(selector)].find((element) => element.checkVisibility());
  return Object.fromEntries(Object.entries(places).map(([name, selector]) => {
    const box = seen(selector)?.getBoundingClientRect();
    return [name, box ? { top: box.top + scrollY, left: box.left } : null];
  }));
}, places);

/** The words on the controls, in order. */
const labels = (page) => page.locator(".controls").first().locator(":is(button, summary, legend, label > span, option)")
  .evaluateAll((all) => all.filter((one) => !one.closest("details > :not(summary)")).map((one) => one.textContent.trim()));

/** Lets the program wait until it is asked for. */
async function held(page) {
  let go;
  const wait = new Promise((resolve) => { go = resolve; });
  await page.route(/\.wasm$/, async (route) => { await wait; await route.continue(); });
  // The snapshot is always an old one here, which is said on the page.
  await page.addInitScript(() => {
    const now = Date.now;
    Date.now = () => now() + 400 * 86_400_000;
  });
  return go;
}

for (const width of [1280, 360]) {
  for (const [route, places] of Object.entries(PLACES)) {
    test(`${route} at ${width} px stays where it is when the program takes over`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      const go = await held(page);
      await page.goto(`.${route}`);
      await expect(page.locator("[data-path] h1")).toBeVisible();
      const [before, offered] = [await measure(page, places), await labels(page)];
      go();
      await ready(page);
      await page.waitForLoadState("networkidle");
      await expect(page.locator("[data-path]")).toHaveCount(0);
      await expect(page.getByText(/\d+ days ago/).first()).toBeVisible();
      const after = await measure(page, places);
      for (const name of Object.keys(places)) {
        for (const side of ["top", "left"]) {
          const [was, is] = [before[name]?.[side], after[name]?.[side]];
          expect.soft(Math.abs(is - was), `${side} of ${name}: ${was} in the file, ${is} in the program`).toBeLessThanOrEqual(1);
        }
      }
      expect.soft(await labels(page)).toEqual(offered);
    });
  }
}
