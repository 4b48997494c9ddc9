// Nothing moves under a reader while a page arrives: the sum of layout shifts is zero.
import { ROUTES } from "./routes.mjs";
import { expect, test } from "./page.mjs";

for (const width of [1280, 360]) {
  for (const route of ROUTES) {
    test(`${route} at ${width} px does not move while it arrives`, async ({ page, open }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.addInitScript(() => {
        window.shifts = [];
        new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
          const moved = entry.sources.map(({ node }) => `${node?.nodeName} ${node?.className?.baseVal ?? node?.className ?? ""}`);
          shifts.push({ value: entry.value, moved });
        })).observe({ type: "layout-shift", buffered: true });
      });
      await open(route);
      await page.waitForLoadState("networkidle");
      await page.waitForTimeout(300);
      expect(await page.evaluate(() => shifts.filter(({ value }) => value > 0.0005))).toEqual([]);
    });
  }
}
