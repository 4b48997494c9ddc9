// Every mode of a comparison as a reader sees it: at three widths, in both schemes, side by side in one
// picture a mode (test-results/looks/), to be looked at. What a machine can see of it is tested: nothing
// sticks out of the page or the drawing, and no two labels of a drawing lie on each other.
import { mkdirSync } from "node:fs";
import { expect, test } from "./page.mjs";

const FOLDER = "test-results/looks";
const WIDTHS = [1280, 768, 360];
const SCHEMES = ["light", "dark"];
const THREE = "s=64~4~51";
const MODES = {
  line: `/compare?${THREE}`,
  log: `/compare?${THREE}&y=log`,
  index: `/compare?${THREE}&mode=index`,
  share: `/compare?${THREE}&m=emission_tao_day&mode=share`,
  sum: `/compare?${THREE}&m=emission_tao_day&mode=cum`,
  age: `/compare?${THREE}&x=age`,
  "dollars of each day": `/compare?${THREE}&u=usd_then`,
  ten: "/compare?s=64~4~51~120~8~34~1~9~19~56",
  scatter: `/compare?${THREE}&view=scatter&m=emission_tao_day&mx=market_cap_tao`,
  bar: `/compare?${THREE}&view=bar`,
  table: `/compare?${THREE}&view=table`,
};

/** What is wrong with the words of the drawing that is shown: none at all, those outside of it, and pairs on each other. */
const misplaced = (page) => page.evaluate(() => {
  const found = [];
  for (const svg of document.querySelectorAll("figure.chart svg")) {
    const frame = svg.getBoundingClientRect();
    if (!svg.checkVisibility() || frame.width < 200) continue;
    const words = [...svg.querySelectorAll("text")]
      .filter((text) => text.checkVisibility() && text.textContent.trim())
      .map((text) => ({ says: text.textContent.trim().slice(0, 40), box: text.getBoundingClientRect() }));
    for (const { says, box } of words) {
      if (box.left < frame.left - 1 || box.right > frame.right + 1) found.push(`“${says}” leaves the drawing`);
    }
    if (words.length < 4) found.push("a drawing without words");
    words.forEach((one, at) => words.slice(at + 1).forEach((other) => {
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      // A line of text is higher than its letters: what touches by a few pixels can still be read.
      if (across > 2 && down > 4) found.push(`“${one.says}” lies on “${other.says}”`);
    }));
  }
  return found;
});

for (const [mode, address] of Object.entries(MODES)) {
  test(`a comparison as ${mode} can be read at three widths in light and dark`, async ({ page, open, context }) => {
    test.setTimeout(120_000);
    mkdirSync(FOLDER, { recursive: true });
    const pictures = [];
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await open(address);
      await page.waitForLoadState("networkidle");
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width} px`).toBeLessThanOrEqual(width);
      expect(await misplaced(page), `words of the drawing at ${width} px`).toEqual([]);
      for (const scheme of SCHEMES) {
        await page.emulateMedia({ colorScheme: scheme });
        pictures.push({ width, scheme, png: await page.screenshot() });
      }
      await page.emulateMedia({ colorScheme: "light" });
    }
    const sheet = await context.newPage();
    await sheet.setViewportSize({ width: WIDTHS.reduce((sum, width) => sum + width + 16, 16), height: 1880 });
    const row = (scheme) => pictures.filter((picture) => picture.scheme === scheme)
      .map(({ png }) => `<img src="data:image/png;base64,${png.toString("base64")}">`).join("");
    await sheet.setContent(`<style>body{margin:16px;background:#888}div{display:flex;gap:16px;margin-bottom:16px}</style>${SCHEMES.map((scheme) => `<div>${row(scheme)}</div>`).join("")}`);
    await sheet.screenshot({ path: `${FOLDER}/${mode.replaceAll(" ", "-")}.png` });
    await sheet.close();
  });
}
