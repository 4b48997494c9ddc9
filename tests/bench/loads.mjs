// One cold load of a page in a context of its own, on a line and a processor of given speed.

/** Delay in ms, Mbit/s, and how many times slower the processor is. */
export const PROFILES = { slow4g: [150, 1.6, 4], "4g": [60, 9, 4], cable: [28, 20, 1] };

export async function load(browser, url, profile) {
  const [latency, megabits, slowdown] = PROFILES[profile];
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  let bytes = 0;
  let requests = 0;
  devtools.on("Network.loadingFinished", (event) => { bytes += event.encodedDataLength; requests++; });
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", {
    offline: false, latency, downloadThroughput: megabits * 125_000, uploadThroughput: megabits * 125_000,
  });
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await page.addInitScript(() => {
    window.measured = { lcp: 0, cls: 0, blocked: 0 };
    const watch = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
    watch("largest-contentful-paint", (entry) => { measured.lcp = entry.startTime; });
    watch("layout-shift", (entry) => { if (!entry.hadRecentInput) measured.cls += entry.value; });
    watch("longtask", (entry) => { measured.blocked += entry.duration - 50; });
  });
  await page.goto(url);
  await page.waitForFunction(() => {
    const marked = (name) => performance.getEntriesByName(name).length > 0;
    // A page of this site can have its first chart before it has its program.
    return marked("first-chart") && (marked("app-ready") || !document.getElementById("app"));
  }, null, { timeout: 60_000 });
  await page.waitForLoadState("networkidle");
  const marks = await page.evaluate(() => {
    const mark = (name) => performance.getEntriesByName(name)[0]?.startTime ?? null;
    return { ...measured, fcp: mark("first-contentful-paint"), chart: mark("first-chart"), ready: mark("app-ready") };
  });
  await context.close();
  return { kB: bytes / 1000, requests, ...marks };
}

export const median = (values) => {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  return sorted.length ? sorted[sorted.length >> 1] : null;
};
