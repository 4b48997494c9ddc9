// The program takes over a page that was written at publication, and what a reader looks at stays where
// it is. Layout shifts tell nothing of it, because the program replaces what stood there: the places
// themselves are measured, before and after.
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
  "/methods/emission_tao_day": { headline: "h1", lede: ".lede", facts: ".facts", example: "main section" },
  "/methods/emission_share": { headline: "h1", facts: ".facts", example: "main section", worked: "main section p:last-of-type" },
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
const labels = (page) => page.locator(".controls").first().locator(":is(button, summary, legend, label > span)")
  .evaluateAll((all) => all.filter((one) => !one.closest("details > :not(summary)")).map((one) => one.textContent.trim()));

/** Lets the program, or a file of it, wait until it is asked for. */
async function held(page, files = /\.wasm$/) {
  let go;
  const wait = new Promise((resolve) => { go = resolve; });
  await page.route(files, async (route) => { await wait; await route.continue(); });
  // The snapshot is always an old one here, which is said on the page.
  await page.addInitScript(() => {
    const now = Date.now;
    Date.now = () => now() + 400 * 86_400_000;
  });
  return go;
}

/** That what can be read now is where it was. */
async function stays(page, places, before, offered) {
  const after = await measure(page, places);
  for (const name of Object.keys(places)) {
    for (const side of ["top", "left"]) {
      // What is on neither has not moved.
      const [was, is] = [before, after].map((seen) => seen[name]?.[side] ?? -1);
      expect.soft(Math.abs(is - was), `${side} of ${name}: ${was} before, ${is} in the application`).toBeLessThanOrEqual(1);
    }
  }
  if (places.controls) expect.soft(await labels(page)).toEqual(offered);
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
      await stays(page, places, before, offered);
    });
  }
}

const COMPARED = { ...PLACES["/compare"], chips: "ul.chips", note: ".note" };
const FRAMED = { headline: "h1", chart: CHART, source: ".source", chips: "ul.chips", attribution: ".attribution" };
const LINKS = {
  "/compare?s=64.r1~4.r1&y=log&x=age": COMPARED,
  "/compare?s=1~2~51&m=emission_tao_day&mode=share&t=2025-06-01..2025-09-30": COMPARED,
  "/compare?s=64~4&view=scatter&m=emission_tao_day&mx=market_cap_tao": COMPARED,
  "/compare?view=bar&m=emission_tao_day": COMPARED,
  "/compare?s=64~999&mode=foo": COMPARED,
  "/compare?s=64~4&at=2026-06-14-8404076": COMPARED,
  "/embed/compare?s=64.r1~4.r1&mode=index": FRAMED,
  "/embed/compare?s=64.r1~4.r1&view=bar&theme=dark": FRAMED,
};

for (const width of [1280, 360]) {
  for (const [route, places] of Object.entries(LINKS)) {
    test(`${route} at ${width} px is drawn by the program's first file, and stays where it is`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      const go = await held(page, /split_application/);
      await page.goto(`.${route}`);
      await expect(page.locator(CHART)).toBeVisible();
      const chart = await page.locator(CHART).evaluate((svg) => svg.outerHTML);
      const [before, offered] = [await measure(page, places), await labels(page)];
      go();
      await ready(page);
      await page.waitForLoadState("networkidle");
      await expect(page.locator("[data-path]")).toHaveCount(0);
      await stays(page, places, before, offered);
      expect(await page.locator(CHART).evaluate((svg) => svg.outerHTML)).toBe(chart);
    });
  }
}

for (const address of ["/compare?s=1~2&m=stars", "/subnets?q=chutes", "/plane?cx=10", "/network?x=1"]) {
  test(`${address} is not answered by what was written for another question`, async ({ page }) => {
    await held(page);
    await page.goto(`.${address}`, { waitUntil: "domcontentloaded" });
    await expect(page.getByRole("status").first()).toContainText("Opening the ledger");
    await expect(page.locator("[data-path]")).toHaveCount(0);
  });
}

test("a copied link that asks for nothing else is answered at once", async ({ page }) => {
  const go = await held(page);
  await page.goto("./subnet/64.r1?tab=earned&v=1");
  await expect(page.locator("[data-path] h1")).toHaveText("Chutes");
  go();
  await ready(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Chutes");
});

test("a frame has the colours of its link before the program runs, and the page those of its reader", async ({ page }) => {
  await held(page);
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.goto("./embed/plane?theme=dark");
  const dark = await paper();
  await page.goto("./embed/plane?theme=light");
  expect(dark).not.toBe(await paper());
  await page.goto("./embed/plane");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "auto");
  await page.evaluate(() => localStorage.setItem("theme", "dark"));
  await page.goto("./about?theme=light");
  expect(await paper()).toBe(dark);
  // What somebody chose for the site is no wish for a frame in a page of somebody else.
  await page.goto("./embed/plane");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "auto");
});

test("the first chart is marked when it is seen, whoever drew it", async ({ page }) => {
  const go = await held(page);
  const marks = () => page.evaluate(() => performance.getEntriesByName("first-chart").length);
  await page.goto("./subnet/64");
  await expect.poll(marks).toBe(1);
  go();
  await ready(page);
  await page.waitForLoadState("networkidle");
  expect(await marks()).toBe(1);
  await page.goto("./compare?s=64.r1~4.r1");
  await expect(page.locator("figure.chart svg").first()).toBeVisible();
  await expect.poll(marks).toBe(1);
  await ready(page);
  await page.waitForLoadState("networkidle");
  expect(await marks()).toBe(1);
  await page.goto("./about");
  await ready(page);
  expect(await marks()).toBe(0);
});
