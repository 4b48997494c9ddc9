// What a reader waits for after the page is there: the first drawing of a chart beside the same by
// other means, and every press and key of a script on a slow processor.
import { median } from "./loads.mjs";

const SLOWDOWN = 4;

async function opened(browser, url, slowdown) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Performance.enable");
  await page.addInitScript(() => {
    window.seen = { events: [], long: [], cls: 0, presses: new Map() };
    const watch = (options, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ buffered: true, ...options });
    watch({ type: "event", durationThreshold: 16 }, (entry) => {
      const { interactionId, duration, startTime, processingStart, processingEnd } = entry;
      if (interactionId) seen.events.push({ interactionId, duration, startTime, wait: processingStart - startTime, work: processingEnd - processingStart });
    });
    // The browser's own record names neither keys nor elements that are gone by then.
    const called = ({ target, key }) => key ?? (target.getAttribute?.("aria-label") || target.innerText || target.id || target.localName || "").trim().slice(0, 24);
    for (const type of ["pointerdown", "pointerup", "click", "keydown", "keyup"]) {
      addEventListener(type, (event) => seen.presses.set(event.timeStamp, called(event)), { capture: true, passive: true });
    }
    watch({ type: "longtask" }, ({ startTime, duration }) => seen.long.push({ startTime, duration }));
    watch({ type: "layout-shift" }, ({ value, hadRecentInput }) => { if (!hadRecentInput) seen.cls += value; });
  });
  await page.goto(url);
  await page.waitForLoadState("networkidle");
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  return { context, page, devtools };
}

/** Milliseconds of the main thread, as the browser counts them. */
async function busy(devtools) {
  const { metrics } = await devtools.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration").value * 1000;
}

/**
 * The first drawing of a chart whose numbers are there already: what the main thread does from the
 * press until nothing is left to do. The page presses by itself, and nothing asks it anything
 * meanwhile: each look at a page is work of the page, and would count on all sides as drawing.
 */
export async function firstDrawing(browser, url, press) {
  const { context, page, devtools } = await opened(browser, url, 1);
  const button = page.getByRole("button", { name: press, exact: true });
  await button.waitFor();
  await page.waitForTimeout(300);
  await button.evaluate((button) => { setTimeout(() => button.click(), 300); });
  const before = await busy(devtools);
  await page.waitForTimeout(1300);
  const spent = (await busy(devtools)) - before;
  const drawn = await page.evaluate(() => document.querySelector("#drawn, svg.chart-lines") !== null);
  await context.close();
  if (!drawn) throw new Error(`nothing was drawn at ${url}`);
  return spent;
}

/**
 * The longest and the middle interaction of a script, how long each press of a name took at most, and
 * the long tasks after the first chart.
 */
export async function interactions(browser, url, script) {
  const { context, page } = await opened(browser, url, SLOWDOWN);
  await page.evaluate(() => { seen.events.length = 0; seen.begun = performance.now(); });
  await script(page);
  await page.waitForTimeout(400);
  const { events, long, cls, begun, chart } = await page.evaluate(() => ({
    ...seen,
    events: seen.events.map((event) => ({ ...event, called: seen.presses.get(event.startTime) ?? "?" })),
    chart: performance.getEntriesByName("first-chart")[0]?.startTime ?? 0,
  }));
  await context.close();
  // One press is several events: what counts is the longest of them.
  const longest = new Map();
  for (const event of events) {
    if (event.duration > (longest.get(event.interactionId)?.duration ?? 0)) longest.set(event.interactionId, event);
  }
  const durations = [...longest.values()].map(({ duration }) => duration);
  const presses = {};
  for (const event of longest.values()) {
    if (event.duration > (presses[event.called]?.duration ?? 0)) presses[event.called] = event;
  }
  return {
    presses, worst: Math.max(0, ...durations), middle: median(durations) ?? 0, count: durations.length, cls,
    // Before the script: what the page still does on its own once the chart is there.
    after: long.filter(({ startTime }) => startTime > chart && startTime < begun).length,
    during: long.filter(({ startTime }) => startTime >= begun).length,
  };
}

/** Presses one of the choices over a chart or a table. */
const press = (page, name) => page.locator(".controls").getByRole("button", { name, exact: true }).first().click();

/** What a reader does in a comparison. */
export async function comparing(page) {
  const plot = page.locator("figure.chart .plot").first();
  const box = await plot.boundingBox();
  for (const part of [0.2, 0.5, 0.8]) await page.mouse.click(box.x + box.width * part, box.y + box.height / 2);
  await plot.focus();
  for (const key of ["Home", "ArrowRight", "ArrowRight", "End", "Escape"]) await page.keyboard.press(key);
  for (const name of ["Log", "Indexed", "Age", "Date", "90 days", "All", "Bar", "Scatter", "Line"]) await press(page, name);
  await page.getByRole("slider", { name: "First day shown" }).focus();
  for (let step = 0; step < 4; step++) await page.keyboard.press("PageUp");
  const picker = page.getByRole("combobox", { name: "Add a subnet" });
  await picker.click();
  for (let step = 0; step < 12; step++) await page.keyboard.press("ArrowDown");
  await picker.pressSequentially("1");
  await page.keyboard.press("Enter");
  await press(page, "Table");
}

/** What a reader does in the table of all subnets. */
export async function sifting(page) {
  await page.locator("#search").pressSequentially("tar");
  await page.locator("#search").fill("");
  for (const name of ["Market", "All", "Earned"]) await press(page, name);
  for (let turn = 0; turn < 2; turn++) await page.getByRole("columnheader").nth(5).getByRole("button").click();
  await page.getByRole("columnheader").first().getByRole("button").click();
}
