// A blog on another origin with everything that the builder hands out: a frame, elements, an image.
// Its policy allows the frame, the script of the element and the image, and nothing else of ours.
import { createServer } from "node:http";
import { gzipSync } from "node:zlib";
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";

const SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox";
let blog;
let policy;
let page_;

test.beforeAll(async ({}, { project }) => {
  const site = project.use.baseURL;
  const { origin } = new URL(site);
  policy = `default-src 'none'; frame-src ${origin}; script-src ${origin}; img-src ${origin}`;
  page_ = (body) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A blog</title></head><body><h1>A blog</h1>${body.replaceAll("SITE/", site)}<p id="after">What comes after.</p></body></html>`;
  blog = createServer((request, response) => {
    const body = new URL(request.url, "http://blog").searchParams.get("body") ?? "";
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-security-policy": policy }).end(page_(body));
  });
  await new Promise((resolve) => { blog.listen(0, "127.0.0.1", resolve); });
});
test.afterAll(() => blog.close());

/** Opens the blog with something in it, and gives what its page complained about. */
async function open(page, body, site) {
  const complaints = [];
  const { port } = blog.address();
  const allowed = [new URL(site).origin, `http://127.0.0.1:${port}`];
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && !allowed.includes(origin)) complaints.push(`request to another host: ${request.url()}`);
  });
  page.on("console", (message) => {
    // The browser asks every page for an icon of its own accord.
    if (["error", "warning"].includes(message.type()) && !/favicon/.test(message.location().url)) complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.addInitScript(() => {
    window.shift = 0;
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shift += entry.value; })
      .observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(`http://127.0.0.1:${port}/?body=${encodeURIComponent(body)}`);
  return complaints;
}

const element = (attributes) => `<script async src="SITE/embed.js"></script><subnet-ledger ${attributes}></subnet-ledger>`;
const shift = (page) => page.evaluate(() => window.shift);

/** The frame of the element is exactly as high as what it shows, up to the most that it may be. */
async function fits(page, frame) {
  await expect.poll(async () => {
    const inside = await page.frameLocator("subnet-ledger iframe").locator("body").evaluate((body) => Math.min(4000, Math.ceil(body.getBoundingClientRect().height)));
    const outside = await frame.evaluate((frame) => frame.getBoundingClientRect().height);
    return Math.abs(inside - outside);
  }).toBeLessThanOrEqual(1);
}

test("a card in a frame needs no program, and nothing moves", async ({ page, baseURL }) => {
  const complaints = await open(page, `<iframe src="SITE/embed/card/64.r1.html" title="Chutes" width="480" height="290" sandbox="${SANDBOX}"></iframe>`, baseURL);
  const card = page.frameLocator("iframe");
  await expect(card.getByRole("heading", { level: 1 })).toHaveText("Chutes");
  await expect(card.getByRole("contentinfo").or(card.locator("footer"))).toContainText("block 8,791,253");
  await expect(card.getByRole("link", { name: "Chutes" })).toHaveAttribute("href", /\/subnet\/64\.r1$/);
  expect(await shift(page)).toBe(0);
  expect(complaints).toEqual([]);
});

test("without JavaScript a card is whole", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto("./embed/card/64.html#dark");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Chutes");
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor).catch(() => null);
  expect(ground ?? "rgb(19, 21, 24)").toBe("rgb(19, 21, 24)");
  await context.close();
});

test("the element follows the height of a card, and touches nothing else", async ({ page, baseURL }) => {
  const complaints = await open(page, element('view="card" subnet="64.r1" theme="dark"'), baseURL);
  const frame = page.locator("subnet-ledger iframe");
  await expect(frame).toHaveAttribute("sandbox", SANDBOX);
  await expect(page.frameLocator("subnet-ledger iframe").getByRole("heading", { level: 1 })).toHaveText("Chutes");
  await fits(page, frame);
  expect(complaints).toEqual([]);
});

for (const [view, attributes] of [["compare", 'view="compare" subnets="64~4" metric="price_tao"'], ["plane", 'view="plane"'], ["table", 'view="table"'], ["subnet", 'view="subnet" subnet="64.r1"']]) {
  test(`a live ${view} works in a sandbox without an origin and without storage`, async ({ page, baseURL }) => {
    const complaints = await open(page, element(attributes), baseURL);
    const inside = page.frameLocator("subnet-ledger iframe");
    await page.locator("subnet-ledger").scrollIntoViewIfNeeded();
    await expect(inside.getByRole("heading").first()).not.toBeEmpty();
    await expect(inside.locator("header.site")).toHaveCount(0);
    await expect(inside.getByRole("link", { name: "Subnet Ledger", exact: true })).toHaveAttribute("target", "_blank");
    await fits(page, page.locator("subnet-ledger iframe"));
    const wide = await inside.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
  });
}

test("attributes are followed, and a wrong one is explained", async ({ page, baseURL }) => {
  await open(page, element('view="card" subnet="64"'), baseURL);
  const frame = page.frameLocator("subnet-ledger iframe");
  await expect(frame.getByRole("heading", { level: 1 })).toHaveText("Chutes");
  await page.evaluate(() => document.querySelector("subnet-ledger").setAttribute("subnet", "4"));
  await expect(frame.getByRole("heading", { level: 1 })).toHaveText("Targon");
  for (const [name, value, sentence] of [["view", "chart", "is none of"], ["theme", "blue", "is none of"], ["subnet", "\"><script>", "needs a subnet"]]) {
    await page.evaluate(([name, value]) => {
      const fresh = document.createElement("subnet-ledger");
      fresh.setAttribute("subnet", "64");
      fresh.setAttribute(name, value);
      document.querySelector("subnet-ledger").replaceWith(fresh);
    }, [name, value]);
    await expect(page.locator("subnet-ledger p")).toContainText(sentence);
    await expect(page.locator("subnet-ledger iframe")).toHaveCount(0);
  }
});

test("forged messages and hostile heights change nothing, or only within bounds", async ({ page, baseURL }) => {
  await open(page, element('view="card" subnet="64"'), baseURL);
  const frame = page.locator("subnet-ledger iframe");
  await fits(page, frame);
  const before = await frame.evaluate((frame) => frame.getBoundingClientRect().height);
  // From the page itself: not the window of the frame.
  await page.evaluate(() => { for (let n = 0; n < 1000; n += 1) postMessage({ type: "subnet-ledger:height", height: 100 + n }, "*"); });
  await page.waitForTimeout(200);
  expect(await frame.evaluate((frame) => frame.getBoundingClientRect().height)).toBe(before);
  const inside = page.frames().find((frame) => frame.url().includes("/embed/card/"));
  const say = (height) => inside.evaluate((height) => parent.postMessage({ type: "subnet-ledger:height", height }, "*"), height);
  for (const [height, expected] of [[1e9, 4000], [-5, 50], [Number.NaN, 50], ["9000", 50], [null, 50], [Infinity, 50]]) {
    await say(height);
    await page.waitForTimeout(100);
    expect(await frame.evaluate((frame) => Math.round(frame.getBoundingClientRect().height)), String(height)).toBe(expected);
  }
});

test("fifty widgets on one page", async ({ page, baseURL }) => {
  const many = Array.from({ length: 50 }, (_, n) => `<subnet-ledger view="card" subnet="${n + 1}"></subnet-ledger>`).join("");
  const complaints = await open(page, `<script async src="SITE/embed.js"></script>${many}`, baseURL);
  await expect(page.locator("subnet-ledger iframe")).toHaveCount(50);
  await page.locator("subnet-ledger").last().scrollIntoViewIfNeeded();
  await expect(page.locator("subnet-ledger").last().frameLocator("iframe").getByRole("heading", { level: 1 })).not.toBeEmpty();
  expect(complaints).toEqual([]);
});

test("a badge is a picture with its words, and nothing moves", async ({ page, baseURL }) => {
  const complaints = await open(page, '<p><a href="SITE/subnet/64.r1"><img src="SITE/badge/64.r1/emission.svg" alt="Chutes"></a></p>', baseURL);
  await expect.poll(() => page.locator("img").evaluate((image) => image.complete && image.naturalWidth)).toBeGreaterThan(150);
  expect(complaints).toEqual([]);
});

test("a frozen quote says of when it is, and what has moved", async ({ page, baseURL }) => {
  const snapshots = JSON.parse(readFileSync("dist/data/latest.json", "utf8")).snapshots;
  const complaints = await open(page, element(`view="compare" subnets="64.r1" metric="price_tao" at="${snapshots[0].id}"`), baseURL);
  await page.locator("subnet-ledger").scrollIntoViewIfNeeded();
  const quoted = page.frameLocator("subnet-ledger iframe").locator(".quoted");
  await expect(quoted).toContainText("Frozen: as of 14 Jun 2026.");
  await expect(quoted).toContainText(/until 7 Aug 2026: Chutes [+−×]/);
  expect(complaints).toEqual([]);
});

test("the builder hands out what works", async ({ page, baseURL }) => {
  await page.goto(`${baseURL}embed?w=card&s=64`);
  await expect(page.frameLocator(".preview iframe").getByRole("heading", { level: 1 })).toHaveText("Chutes");
  const code = await page.locator(".snippet pre").first().textContent();
  expect(code).toContain(`${baseURL}embed/card/64.r1.html`);
  await page.getByRole("button", { name: "Plane" }).click();
  await expect(page).toHaveURL(/w=plane/);
  await page.getByRole("button", { name: "Frozen" }).click();
  await expect(page.locator(".snippet pre").first()).toContainText("at=2026-08-07");
  const complaints = await open(page, code, baseURL);
  await expect(page.frameLocator("iframe").getByRole("heading", { level: 1 })).toHaveText("Chutes");
  expect(complaints).toEqual([]);
});

test("the sizes of what others load", async ({ request }) => {
  const sizes = {};
  for (const file of ["embed.js", "embed/card/64.html", "embed/spark/64.html", "embed/widget.css", "embed/height.js", "badge/64/emission.svg"]) {
    const body = await (await request.get(`./${file}`)).body();
    sizes[file] = { bytes: body.length, gzip: gzipSync(body, { level: 9 }).length };
  }
  console.table(sizes);
  expect(sizes["embed.js"].gzip).toBeLessThanOrEqual(2048);
  const whole = sizes["embed/card/64.html"].bytes + sizes["embed/widget.css"].bytes + sizes["embed/height.js"].bytes;
  expect(whole, "a card with its style and script").toBeLessThanOrEqual(12_000);
});
