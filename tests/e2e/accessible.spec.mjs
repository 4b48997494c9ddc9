import AxeBuilder from "@axe-core/playwright";
import { ROUTES, UNKNOWN } from "./routes.mjs";
import { expect, test } from "./page.mjs";

const WIDTHS = [1280, 360];
const SCHEMES = ["light", "dark"];

/** One line per fault and place, so that a failure can be read. */
const readable = (violations) => violations
  .filter(({ impact }) => impact === "serious" || impact === "critical")
  .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")} | ${node.any[0]?.message ?? node.failureSummary}`));

for (const route of [...ROUTES, UNKNOWN[0]]) {
  for (const width of WIDTHS) {
    test(`${route} at ${width} px: axe finds nothing serious in light and dark, and the page does not scroll sideways`, async ({ page, open }) => {
      await page.setViewportSize({ width, height: 900 });
      await open(route);
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme });
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(readable(violations), colorScheme).toEqual([]);
      }
      const { scroll, window } = await page.evaluate(() => ({ scroll: document.documentElement.scrollWidth, window: innerWidth }));
      expect(scroll, "width of the page").toBeLessThanOrEqual(window);
    });
  }
}
