import AxeBuilder from "@axe-core/playwright";
import { ROUTES, UNKNOWN } from "./routes.mjs";
import { expect, ready, test } from "./page.mjs";

const WIDTHS = [1280, 360];

/** One line per fault and place, so that a failure can be read. */
const readable = (violations) => violations
  .filter(({ impact }) => impact === "serious" || impact === "critical")
  .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")} | ${node.any[0]?.message ?? node.failureSummary}`));

/** What sticks out of the window at the right, for the message; boxes that scroll hide theirs. */
const sticking = (page) => page.evaluate(() => {
  const out = [...document.querySelectorAll("body *")].filter((element) => {
    // What is folded away takes no room.
    if (!element.checkVisibility()) return false;
    if (element.getBoundingClientRect().right <= innerWidth + 0.5) return false;
    for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
      if (getComputedStyle(box).overflowX !== "visible") return false;
    }
    return true;
  });
  const outermost = out.filter((element) => !out.includes(element.parentElement));
  return outermost.map((element) => `${element.localName}.${element.className.baseVal ?? element.className}: ${element.textContent.trim().slice(0, 40)}`);
});

for (const route of [...ROUTES, UNKNOWN[0]]) {
  for (const width of WIDTHS) {
    test(`${route} at ${width} px: axe finds nothing serious in light and dark, and nothing sticks out`, async ({ page, open }) => {
      // A page with all subnets holds some thousand elements, and axe weighs the colours of each.
      test.setTimeout(180_000);
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: "light" });
      await open(route);
      expect(await sticking(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);

      const axe = () => new AxeBuilder({ page }).options({ resultTypes: ["violations"] });
      expect(readable((await axe().analyze()).violations), "light").toEqual([]);
      // Colours are all that the scheme changes.
      await page.emulateMedia({ colorScheme: "dark" });
      expect(readable((await axe().withRules(["color-contrast"]).analyze()).violations), "dark").toEqual([]);
    });
  }
}

for (const view of ["card/64.html", "spark/64.html", "card/16.r1.html", "compare?s=64~4", "subnet?s=64.r1"]) {
  for (const width of [640, 240]) {
    test(`/embed/${view} at ${width} px: axe finds nothing serious in light and dark, and nothing sticks out`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: "light" });
      await page.goto(`./embed/${view}`);
      // Cards and spark lines are files, without a program that could say that it is ready.
      if (!view.includes(".html")) await ready(page);
      await expect(page.getByRole("heading", { level: 1 })).not.toBeEmpty();
      expect(await sticking(page)).toEqual([]);
      const axe = () => new AxeBuilder({ page }).options({ resultTypes: ["violations"] });
      expect(readable((await axe().analyze()).violations), "light").toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      expect(readable((await axe().withRules(["color-contrast"]).analyze()).violations), "dark").toEqual([]);
    });
  }
}
