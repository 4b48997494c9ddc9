// A blog on another site with everything that the builder hands out: a frame, elements, an image.
// Its policy allows what stands on the page, and nothing else of ours.
import { createServer, request as ask } from "node:http";
import { gzipSync } from "node:zlib";
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { ready } from "./page.mjs";
import { places, publication, serve } from "./publication.mjs";

const SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox";
let blog;

const whole = (body, last) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A blog</title></head><body><h1>A blog</h1>${body}<p id="after">What comes after.</p>${last}</body></html>`;

test.beforeAll(async () => {
  blog = createServer((request, response) => {
    const asked = new URL(request.url, "http://blog").searchParams;
    const site = asked.get("site");
    const { origin } = new URL(site);
    const body = whole(asked.get("body"), asked.get("last")).replaceAll("SITE/", site);
    // Nothing is allowed but what stands on the page: for a frame the frame, for the element its script too.
    const needs = { "frame-src": /<(iframe|subnet-ledger)/, "script-src": /<script/, "img-src": /<img/ };
    const allowed = Object.entries(needs).filter(([, sign]) => sign.test(body)).map(([kind]) => `${kind} ${origin}`);
    const policy = ["default-src 'none'", ...allowed].join("; ");
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-security-policy": policy }).end(body);
  });
  await new Promise((resolve) => { blog.listen(0, "localhost", resolve); });
});
test.afterAll(() => blog.close());

/** Opens the blog with something in it, and gives what its page complained about. */
async function open(page, body, site, last = "") {
  const complaints = [];
  const { port } = blog.address();
  // By name where the site goes by number, so that browsers take them for strangers.
  const allowed = [new URL(site).origin, `http://localhost:${port}`];
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
  await page.goto(`http://localhost:${port}/?${new URLSearchParams({ body, site, last })}`);
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
  const complaints = await open(page, `<iframe src="SITE/embed/card/64.r1.html" title="Chutes" width="480" height="300" sandbox="${SANDBOX}"></iframe>`, baseURL);
  const card = page.frameLocator("iframe");
  await expect(card.getByRole("heading", { level: 1 })).toHaveText("Chutes");
  await expect(card.getByRole("contentinfo").or(card.locator("footer"))).toContainText("block 8,791,253");
  await expect(card.getByRole("link", { name: "Chutes" })).toHaveAttribute("href", /\/subnet\/64\.r1$/);
  expect(await shift(page)).toBe(0);
  expect(complaints).toEqual([]);
});

for (const kind of ["card", "spark"]) {
  test.describe(`without JavaScript a ${kind}`, () => {
    test.use({ javaScriptEnabled: false });
    test("is whole, in the colours that were chosen or in the reader’s own", async ({ page }) => {
      const [light, dark] = [["rgb(251, 250, 246)", "rgb(27, 29, 33)"], ["rgb(19, 21, 24)", "rgb(233, 230, 223)"]];
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        for (const [chosen, [paper, ink]] of [["", { light, dark }[colorScheme]], ["#light", light], ["#dark", dark]]) {
          // A change of the fragment alone would be no visit of its own.
          await page.goto("about:blank");
          await page.goto(`./embed/${kind}/64.html${chosen}`);
          await expect(page.getByRole("heading", { level: 1 })).toHaveText("Chutes");
          await expect(page.locator("body"), `${chosen} in ${colorScheme}`).toHaveCSS("background-color", paper);
          await expect(page.locator("body"), `${chosen} in ${colorScheme}`).toHaveCSS("color", ink);
        }
      }
    });
  });
}

test("the element follows the height of a card, and touches nothing else", async ({ page, baseURL }) => {
  const complaints = await open(page, element('view="card" subnet="64.r1" theme="dark"'), baseURL);
  const frame = page.locator("subnet-ledger iframe");
  await expect(frame).toHaveAttribute("sandbox", SANDBOX);
  await expect(page.frameLocator("subnet-ledger iframe").getByRole("heading", { level: 1 })).toHaveText("Chutes");
  await fits(page, frame);
  expect(complaints).toEqual([]);
});

const LIVE = {
  compare: ['view="compare" subnets="64~4" metric="price_tao"', "s=64~4&m=price_tao"],
  plane: ['view="plane"', ""],
  table: ['view="table"', ""],
  subnet: ['view="subnet" subnet="64.r1"', "s=64.r1"],
};

/** What every live view has, and has not. */
async function isView(inside) {
  await ready(inside);
  await expect(inside.getByRole("heading").first()).not.toBeEmpty();
  await expect(inside.locator("header.site")).toHaveCount(0);
  const whole = inside.locator(".attribution").getByRole("link", { name: /Subnet Ledger$/ });
  await expect(whole).toHaveAttribute("target", "_blank");
  await expect(inside.locator(".attribution")).toContainText("7 Aug 2026, block 8,791,253");
  const wide = await inside.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
  expect(wide).toBeLessThanOrEqual(0);
}

for (const [view, [attributes, query]] of Object.entries(LIVE)) {
  test(`a live ${view} works in a sandbox without an origin and without storage`, async ({ page, baseURL }) => {
    const complaints = await open(page, `<iframe src="SITE/embed/${view}?v=1&amp;${query.replaceAll("&", "&amp;")}" title="${view}" width="600" height="800" sandbox="allow-scripts"></iframe>`, baseURL);
    const inside = page.frameLocator("iframe");
    await isView(inside);
    const origin = await inside.locator("html").evaluate(() => {
      try { return `${self.origin} ${localStorage.length}`; } catch (error) { return `${self.origin} ${error.name}`; }
    });
    expect(origin).toBe("null SecurityError");
    expect(complaints).toEqual([]);
  });

  test(`the element shows a live ${view} and follows its height`, async ({ page, baseURL }) => {
    const complaints = await open(page, element(attributes), baseURL);
    await page.locator("subnet-ledger").scrollIntoViewIfNeeded();
    await isView(page.frameLocator("subnet-ledger iframe"));
    await fits(page, page.locator("subnet-ledger iframe"));
    expect(complaints).toEqual([]);
  });
}

test("the numbers of a live chart are a table in the frame too", async ({ page, baseURL }) => {
  await open(page, element(LIVE.compare[0]), baseURL);
  const inside = page.frameLocator("subnet-ledger iframe");
  await expect(inside.locator("figure.chart svg").first()).toBeVisible();
  await inside.getByRole("button", { name: "Table", exact: true }).last().click();
  const twin = inside.getByRole("region", { name: "The chart as a table" });
  await expect(twin.getByRole("columnheader")).toHaveText([/Day/, /Chutes/, /Targon/]);
  await expect(twin.locator("tbody tr").first()).toContainText(/2026-08-07.*0\.08699/);
  await fits(page, page.locator("subnet-ledger iframe"));
});

test("the element loads no frame before a reader comes near it", async ({ page, baseURL }) => {
  const asked = [];
  page.on("request", (request) => { if (request.url().includes("/embed/card/")) asked.push(request.url()); });
  await open(page, `<svg display="block" width="10" height="12000"></svg>${element('view="card" subnet="64"')}`, baseURL);
  await expect(page.locator("subnet-ledger iframe")).toHaveAttribute("loading", "lazy");
  await page.waitForLoadState("networkidle");
  expect(asked).toEqual([]);
  await page.locator("subnet-ledger").scrollIntoViewIfNeeded();
  await expect(page.frameLocator("subnet-ledger iframe").getByRole("heading", { level: 1 })).toHaveText("Chutes");
  expect(asked).toHaveLength(1);
});

for (const [view, [attributes]] of Object.entries(LIVE)) {
  test(`nothing of a live ${view} is cut off, 240 pixels wide`, async ({ page, baseURL }) => {
    await page.setViewportSize({ width: 256, height: 900 });
    await open(page, element(attributes), baseURL);
    const inside = page.frameLocator("subnet-ledger iframe");
    await isView(inside);
    await expect(inside.locator("table.subnets, figure.chart svg").first()).toBeVisible();
    // What hides its overflow makes nothing scroll, so edges are compared. Tables scroll by themselves.
    const cut = await inside.locator("main").evaluate((main) => {
      const width = document.documentElement.clientWidth;
      const edge = (part) => Math.min(width, part.closest(".figures > div")?.getBoundingClientRect().right ?? width) + 0.5;
      const parts = [...main.querySelectorAll("h1, h2, p, li, dd, .figures > div, .figures .number, figure svg, .chip")];
      return parts.filter((part) => !part.closest(".table-box, .twin") && part.getClientRects().length && part.getBoundingClientRect().right > edge(part)).map((part) => `${part.localName}: ${part.textContent.slice(0, 60)}`);
    });
    expect(cut).toEqual([]);
    const ticks = await inside.locator(".axis-x").first().locator("text").evaluateAll((texts) => texts.map((text) => text.getBoundingClientRect()).map(({ left, right, top }) => ({ left, right, top })));
    for (const [n, tick] of ticks.entries()) {
      const after = ticks.slice(n + 1).find((other) => Math.abs(other.top - tick.top) < 4);
      if (after) expect(after.left, `tick ${n}`).toBeGreaterThanOrEqual(tick.right);
    }
    if (view === "subnet") await expect(inside.locator(".figures")).toContainText("$89,667/day");
  });
}

for (const width of [240, 480, 800]) {
  test(`an embedded subnet is its essence, ${width} pixels wide`, async ({ page, baseURL }) => {
    await page.setViewportSize({ width: width + 16, height: 900 });
    await open(page, element('view="subnet" subnet="64.r1"'), baseURL);
    const inside = page.frameLocator("subnet-ledger iframe");
    await expect(inside.getByRole("heading", { level: 1 })).toHaveText("Chutes");
    for (const part of [".figures", ".rungs", "figure.chart svg", ".source", ".attribution a"]) await expect(inside.locator(part).first()).toBeVisible();
    for (const part of [".parts", "#market", "#claims", ".sheets", ".acts"]) await expect(inside.locator(part)).toHaveCount(0);
    await expect(inside.getByRole("link", { name: "The whole profile in Subnet Ledger" })).toHaveAttribute("href", /\/subnet\/64\.r1/);
    const frame = page.locator("subnet-ledger iframe");
    await fits(page, frame);
    const height = await frame.evaluate((frame) => frame.getBoundingClientRect().height);
    console.log(`a subnet ${width} pixels wide is ${height} high`);
    // The rules that the drawing numbers are listed under it, in full: in a narrow frame that is a third of it.
    expect(height).toBeLessThanOrEqual({ 240: 3050, 480: 2100, 800: 1680 }[width]);
  });
}

/** Marks a part of the frame, so that a part that was made anew can be told from it. */
const mark = (part) => part.evaluate((element) => { element.marked = true; });
const kept = (part) => part.evaluate((element) => element.marked === true);

test("days that are chosen in a frame change its drawing, and nothing is made anew", async ({ page, baseURL }) => {
  await open(page, element('view="compare" subnets="64.r1~4.r1" metric="price_tao"'), baseURL);
  const inside = page.frameLocator("subnet-ledger iframe");
  const figure = inside.locator("figure.chart");
  await ready(inside);
  await expect(figure.locator("svg").first()).toBeVisible();
  await mark(figure);
  let loads = 0;
  page.on("request", (request) => { if (request.isNavigationRequest()) loads += 1; });
  const before = await figure.locator(".sub").first().textContent();
  const box = await figure.locator(".plot").boundingBox();
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  await expect(figure.locator(".sub").first()).not.toHaveText(before);
  expect(await kept(figure)).toBe(true);
  expect(loads).toBe(0);
  // What the frame leads to is what it shows.
  await expect(inside.locator(".attribution a")).toHaveAttribute("href", /[?&]t=2/);
});

test("a frame that the host spells in its own way can be changed too", async ({ page, baseURL }) => {
  await open(page, `<iframe src="SITE/embed/table/?v=1" title="Table" width="600" height="700" sandbox="${SANDBOX}"></iframe>`, baseURL);
  const inside = page.frameLocator("iframe");
  const table = inside.locator("table.subnets");
  await ready(inside);
  await expect(table).toBeVisible();
  await mark(table);
  await inside.getByRole("button", { name: "Shipped" }).click();
  await expect(inside.locator("th[aria-sort]")).toContainText("Shipped");
  expect(await kept(table)).toBe(true);
});

test("what a frame leads to opens beside the page that it is in", async ({ page, baseURL }) => {
  await open(page, element('view="table"'), baseURL);
  const inside = page.frameLocator("subnet-ledger iframe");
  const opening = page.waitForEvent("popup");
  await inside.getByRole("link", { name: "Chutes" }).click();
  const opened = await opening;
  await expect(opened.getByRole("heading", { level: 1 })).toHaveText("Chutes");
  await expect(opened.locator("header.site")).toHaveCount(1);
  await expect(inside.locator("table.subnets")).toBeVisible();
});

test("attributes are followed, and a wrong one is explained", async ({ page, baseURL }) => {
  await open(page, element('view="card" subnet="64"'), baseURL);
  const frame = page.frameLocator("subnet-ledger iframe");
  await expect(frame.getByRole("heading", { level: 1 })).toHaveText("Chutes");
  await page.evaluate(() => document.querySelector("subnet-ledger").setAttribute("subnet", "4"));
  await expect(frame.getByRole("heading", { level: 1 })).toHaveText("Targon");
  for (const [name, value, sentence] of [["view", "chart", "is none of"], ["theme", "blue", "is none of"], ["subnet", "\"><script>", "needs a subnet"], ["at", "2026-08-07-8791253", "always shows the newest"], ["height", "tall", "is no number"]]) {
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

test("a change of any attribute of a live view is followed, and wrong keys are explained", async ({ page, baseURL }) => {
  await open(page, element('view="compare" subnets="64.r1~4.r1"'), baseURL);
  const frame = page.locator("subnet-ledger iframe");
  const set = (name, value) => page.evaluate(([name, value]) => document.querySelector("subnet-ledger").setAttribute(name, value), [name, value]);
  for (const [name, value, query] of [["metric", "market_cap_tao", /[?&]m=market_cap_tao/], ["mode", "index", /[?&]mode=index/], ["subnets", "4.r1", /[?&]s=4\.r1(&|$)/], ["keys", "y=log&t=90d", /[?&]y=log&t=90d/], ["at", "2026-06-14-8404076", /[?&]at=2026-06-14-8404076/], ["theme", "dark", /[?&]theme=dark/], ["view", "plane", /\/embed\/plane\?/]]) {
    await set(name, value);
    await expect(frame).toHaveAttribute("src", query);
  }
  await expect(page.frameLocator("subnet-ledger iframe").locator("html")).toHaveAttribute("data-theme", "dark");
  await set("height", "444");
  await expect(frame).toHaveCSS("height", "444px");
  await set("keys", "y=<b>");
  await expect(page.locator("subnet-ledger p")).toContainText("letters, digits");
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
  // From another frame of the page, which is sandboxed as the element's own is and shows a view of ours.
  await page.evaluate((site) => {
    window.heard = 0;
    addEventListener("message", () => { window.heard += 1; });
    const other = document.createElement("iframe");
    other.setAttribute("sandbox", "allow-scripts");
    other.src = `${site}embed/card/4.html`;
    document.body.append(other);
  }, baseURL);
  await expect(page.frameLocator("body > iframe").getByRole("heading", { level: 1 })).toHaveText("Targon");
  const sibling = page.frames().find((frame) => frame.url().includes("/embed/card/4.html"));
  await expect.poll(() => page.evaluate(() => window.heard), "the card in it has said its own height").toBeGreaterThan(0);
  const heard = await page.evaluate(() => window.heard);
  await sibling.evaluate(() => parent.postMessage({ type: "subnet-ledger:height", height: 777 }, "*"));
  await expect.poll(() => page.evaluate(() => window.heard)).toBe(heard + 1);
  expect(await frame.evaluate((frame) => frame.getBoundingClientRect().height)).toBe(before);
  const inside = page.frames().find((frame) => frame.url().includes("/embed/card/64.html"));
  const say = (height) => inside.evaluate((height) => parent.postMessage({ type: "subnet-ledger:height", height }, "*"), height);
  // However many there are, the last one holds and the page goes on.
  await inside.evaluate(() => { for (let n = 0; n < 20000; n += 1) parent.postMessage({ type: "subnet-ledger:height", height: 60 + n % 900 }, "*"); });
  await say(333);
  await expect(frame).toHaveCSS("height", "333px");
  const touched = await page.evaluate(() => ({ style: document.querySelector("subnet-ledger").shadowRoot.querySelector("iframe").getAttribute("style"), body: document.body.getAttribute("style") }));
  expect(touched).toEqual({ style: "height: 333px;", body: null });
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

/** A badge as the builder hands it out: with the room that it takes. */
function badge(name, theme = "") {
  const [, width, height] = readFileSync(`dist/badge/64.r1/${name}.svg`, "utf8").match(/width="(\d+)" height="(\d+)"/);
  return `<a href="SITE/subnet/64.r1"><img src="SITE/badge/64.r1/${name}${theme}.svg" alt="Chutes (SN64.r1): ${name} · Subnet Ledger" width="${width}" height="${height}"></a>`;
}
const drawn = (image) => image.evaluate((image) => image.complete && image.naturalWidth);

test("a badge in a line of text is a picture with its words, and nothing moves", async ({ page, baseURL }) => {
  // Pictures come late, when the text around them stands already.
  await page.route(/\/badge\//, async (route) => { await new Promise((resolve) => { setTimeout(resolve, 400); }); await route.continue(); });
  const complaints = await open(page, `<p>Paid today: ${badge("emission")} and shipped ${badge("rung", "-dark")}, says the ledger.</p>`, baseURL);
  for (const image of await page.locator("img").all()) {
    await expect.poll(() => drawn(image)).toBeGreaterThan(100);
    // Shown as large as it is drawn.
    expect(await image.evaluate((image) => image.naturalWidth - image.getBoundingClientRect().width)).toBe(0);
  }
  expect(await shift(page)).toBe(0);
  expect(complaints).toEqual([]);
});

test("a blog with a frame, an element, an image and a Markdown badge keeps still", async ({ page, baseURL }) => {
  await page.setViewportSize({ width: 656, height: 1600 });
  await page.addInitScript(() => {
    window.blocked = 0;
    new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) window.blocked += Math.max(0, duration - 50); })
      .observe({ type: "longtask", buffered: true });
  });
  const drawing = (height) => `<svg display="block" width="100%" height="${height}"><a href="SITE/subnet/64.r1"><text y="1em" fill="currentColor">Price: Chutes · Subnet Ledger</text></a></svg>`;
  const element = (height) => `<script async src="SITE/embed.js"></script><subnet-ledger view="compare" subnets="64.r1" metric="price_tao" height="${height}">${drawing(height)}</subnet-ledger>`;
  // What Markdown makes of the last one is a picture without a size; it stands where nothing follows.
  const body = (height) => `<h2>Chutes</h2><iframe src="SITE/embed/card/64.r1.html" title="Chutes (SN64.r1) · Subnet Ledger" width="100%" height="360" sandbox="${SANDBOX}" loading="lazy" frameborder="0"></iframe>
    <p>Its price.</p>${element(height)}<p>Today ${badge("emission")} a day.</p>`;
  const markdown = '<p><a href="SITE/subnet/64.r1"><img src="SITE/badge/64.r1/price.svg" alt="Chutes (SN64.r1): price · Subnet Ledger"></a></p>';
  const visit = async (height) => {
    const complaints = await open(page, body(height), baseURL, markdown);
    const view = page.frameLocator("subnet-ledger iframe");
    await expect(page.frameLocator("iframe").first().getByRole("heading", { level: 1 })).toHaveText("Chutes");
    await expect(view.locator("figure.chart svg").first()).toBeVisible();
    await fits(page, page.locator("subnet-ledger iframe"));
    for (const image of await page.locator("img").all()) await expect.poll(() => drawn(image)).toBeGreaterThan(100);
    return { complaints, needed: await page.locator("subnet-ledger iframe").evaluate((frame) => frame.getBoundingClientRect().height) };
  };
  // The height that the builder would write at this width.
  const { needed } = await visit(800);
  const { complaints } = await visit(needed);
  // The whole card is in its frame.
  const card = page.frameLocator("iframe").first();
  expect(await card.locator("html").evaluate((html) => html.scrollHeight - html.clientHeight)).toBe(0);
  console.log(`a blog with four kinds: shift ${await shift(page)}, blocked ${Math.round(await page.evaluate(() => window.blocked))} ms, sizes ${JSON.stringify(await page.locator("iframe, subnet-ledger, img").evaluateAll((all) => all.map((one) => `${one.localName} ${Math.round(one.getBoundingClientRect().width)} × ${Math.round(one.getBoundingClientRect().height)}`)))}`);
  expect(await shift(page)).toBe(0);
  expect(complaints).toEqual([]);
});

test("a card is whole in the frame that is handed out for it, on a phone too", async ({ page, baseURL, request }) => {
  const { height } = await (await request.get("./oembed/64.r1.json")).json();
  await page.setViewportSize({ width: 360, height });
  const names = [...Array.from({ length: 128 }, (_, n) => `${n + 1}`), "16.r1"];
  const over = [];
  for (const kind of ["card", "spark"]) {
    for (const name of names) {
      await page.goto(`${baseURL}embed/${kind}/${name}.html`);
      const [needed, wide] = await page.evaluate(() => [Math.ceil(document.body.getBoundingClientRect().height), document.documentElement.scrollWidth]);
      if (needed > (kind === "card" ? height : 255) || wide > 360) over.push(`${kind} ${name}: ${wide} × ${needed}`);
    }
  }
  expect(over).toEqual([]);
});

test("an unknown subnet is said in the frame, without the site around it", async ({ page, baseURL }) => {
  await open(page, element('view="card" subnet="999"'), baseURL);
  const inside = page.frameLocator("subnet-ledger iframe");
  await expect(inside.getByRole("main")).toContainText("There is no subnet 999 here");
  await expect(inside.locator("header.site, footer.site")).toHaveCount(0);
  // It leads to the site beside the page, as every frame does.
  const opening = page.waitForEvent("popup");
  await inside.getByRole("link", { name: "All subnets" }).click();
  await expect((await opening).locator("header.site")).toHaveCount(1);
  await fits(page, page.locator("subnet-ledger iframe"));
  await open(page, `<iframe src="SITE/embed/subnet?v=1" title="Nothing" width="300" height="200" sandbox="${SANDBOX}"></iframe>`, baseURL);
  await expect(page.frameLocator("iframe").getByRole("main")).toContainText("is named in its link");
  await expect(page.frameLocator("iframe").locator("header.site")).toHaveCount(0);
});

test("the script can be loaded as a module", async ({ page, baseURL }) => {
  const complaints = await open(page, '<script type="module" src="SITE/embed.js"></script><subnet-ledger view="card" subnet="64.r1"></subnet-ledger>', baseURL);
  await expect(page.frameLocator("subnet-ledger iframe").getByRole("heading", { level: 1 })).toHaveText("Chutes");
  expect(complaints).toEqual([]);
});

const published = () => JSON.parse(readFileSync("dist/data/latest.json", "utf8")).snapshots;
/** A comparison that is pinned to a snapshot, in the blog. */
async function quote(page, { id }, site, metric = "price_tao") {
  await open(page, element(`view="compare" subnets="64.r1" metric="${metric}" at="${id}"`), site);
  return page.frameLocator("subnet-ledger iframe").locator(".quoted");
}

test("a frozen quote says of when it is, and what has moved", async ({ page, baseURL }) => {
  const quoted = await quote(page, published()[0], baseURL);
  await expect(quoted).toContainText("Frozen: as of 14 Jun 2026.");
  // Both numbers and both days: a percentage alone stands for nothing that the chart below shows.
  await expect(quoted).toContainText(/Price, 14 Jun to 7 Aug 2026: Chutes [\d.]+ → [\d.]+\u{a0}τ\/α, [\d.]+\u{a0}% (higher|lower)\./u);
});

test("a frozen quote reckons with the data there is", async ({ page, baseURL }) => {
  const [, before] = published();
  const root = JSON.parse(readFileSync(`dist/data/snapshots/${before.id}.json`, "utf8"));
  const then = JSON.parse(readFileSync(`dist/data/objects/${root.objects.summary.sha256}.json`, "utf8"));
  const row = (summary) => summary.subnets.indexOf("64.r1");
  await serve(page, publication(({ summary }) => {
    summary.metrics.tao_in_pool.values[row(summary)] = then.metrics.tao_in_pool.values[row(then)] * 0.88;
  }));
  const quoted = await quote(page, before, baseURL, "tao_in_pool");
  await expect(quoted).toContainText(/, 9 Jul to 7 Aug 2026: Chutes [\d,.]+ → [\d,.]+\u{a0}τ, 12\.0\u{a0}% lower\./u);
});

for (const part of ["root", "summary"]) {
  test(`when the ${part} of the newest snapshot cannot be had, a frozen quote stands and says so`, async ({ page, baseURL }) => {
    const [first] = published();
    const failing = `**/data/${places()[part]}`;
    await page.route(failing, (route) => route.fulfill({ status: 503, body: "busy" }));
    const quoted = await quote(page, first, baseURL);
    await expect(quoted).toContainText("Frozen: as of 14 Jun 2026.");
    await expect(quoted.getByRole("alert")).not.toBeEmpty();
    const figure = page.frameLocator("subnet-ledger iframe").locator("figure.chart");
    await expect(figure.locator("svg").first()).toBeVisible();
    await page.unroute(failing);
    await quoted.getByRole("button", { name: "Try again" }).click();
    await expect(quoted).toContainText("14 Jun to 7 Aug 2026: Chutes");
  });
}

/** What is set under this word. */
const setting = (page, word) => page.locator("main label").filter({ has: page.locator("span", { hasText: new RegExp(`^${word}$`) }) }).locator("select, input");
/** The code of a kind that the builder offers at the moment. */
const code = (page, kind) => page.locator(".snippet", { has: page.getByRole("heading", { name: kind }) }).locator("pre");

test("the builder hands out what works", async ({ page, baseURL }) => {
  await page.goto(`${baseURL}embed?w=card&s=64`);
  await expect(page.frameLocator(".preview iframe").getByRole("heading", { level: 1 })).toHaveText("Chutes");
  await expect(page.locator(".preview iframe")).toHaveAttribute("sandbox", SANDBOX);
  const frame = code(page, "Frame");
  await expect(frame).toContainText(`${baseURL}embed/card/64.r1.html`);
  const card = await frame.textContent();
  await expect(code(page, "Badge in Markdown, emission")).toContainText(`(${baseURL}badge/64.r1/emission.svg)](${baseURL}subnet/64.r1`);
  await expect(code(page, "oEmbed")).toHaveText(`${baseURL}oembed/64.r1.json`);
  await page.getByRole("button", { name: "Plane" }).click();
  await expect(page).toHaveURL(/w=plane/);
  await page.getByRole("button", { name: "Frozen" }).click();
  await expect(frame).toContainText("at=2026-08-07");
  await page.getByRole("button", { name: "Dark" }).click();
  await expect(frame).toContainText("theme=dark");
  await expect(page.frameLocator(".preview iframe").locator("html")).toHaveAttribute("data-theme", "dark");
  const complaints = await open(page, card, baseURL);
  await expect(page.frameLocator("iframe").getByRole("heading", { level: 1 })).toHaveText("Chutes");
  expect(complaints).toEqual([]);
});

test.describe("with a clipboard", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  test("every code of the builder is copied as it stands", async ({ page, baseURL }) => {
    await page.goto(`${baseURL}embed?w=card&s=64`);
    await expect(page.frameLocator(".preview iframe").getByRole("heading", { level: 1 })).toHaveText("Chutes");
    for (const kind of ["Frame", "Element", "Badge in Markdown, emission", "oEmbed"]) {
      const shown = await code(page, kind).textContent();
      await page.locator(".snippet", { has: page.getByRole("heading", { name: kind }) }).getByRole("button", { name: "Copy" }).click();
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText()), kind).toBe(shown);
    }
    await expect(page.getByRole("status").filter({ hasText: "Copied." })).toBeVisible();
  });
});

test("a comparison is set in the builder to everything it can be, and handed out so", async ({ page, baseURL }) => {
  await page.goto(`${baseURL}embed?s=64~4`);
  const inside = page.frameLocator(".preview iframe");
  await expect(inside.locator(".chip")).toHaveText(["Chutes", "Targon"]);
  await page.getByRole("combobox", { name: "Add a subnet" }).fill("51");
  await page.getByRole("option").first().click();
  await page.getByRole("button", { name: "Remove Targon" }).click();
  await setting(page, "Metric").selectOption("market_cap_tao");
  for (const name of ["Index", "Log", "1 year"]) await page.getByRole("button", { name }).click();
  await expect(page).toHaveURL(/s=64\.r1~51\.r1/);
  await expect(code(page, "Frame")).toContainText("m=market_cap_tao");
  const element = code(page, "Element");
  await expect(element).toContainText('view="compare" subnets="64.r1~51.r1" metric="market_cap_tao" mode="index" theme="auto" keys="mx=emission_tao_day&amp;u=own&amp;y=log&amp;x=date&amp;t=1y&amp;r=all&amp;rx=all&amp;view=line"');
  await expect(page.locator(".preview iframe")).toHaveAttribute("src", /t=1y/);
  // Until the last of several addresses is open, the page in the frame is one that is about to go.
  await expect(async () => {
    expect(await inside.locator("html").evaluate(() => location.search)).toContain("t=1y");
  }).toPass();
  await ready(inside);
  await expect(inside.locator(".chip").nth(1)).not.toHaveText("Targon");
  // The room that the code reserves is what the view needs, and the element shows what was built.
  await expect(page.locator(".preview iframe")).toHaveAttribute("width", "640");
  const built = await inside.locator("figure.chart h1").textContent();
  const needed = await inside.locator("body").evaluate((body) => Math.ceil(body.getBoundingClientRect().height));
  await expect(element).toContainText(`height="${needed}"`);
  const text = await element.textContent();
  await page.setViewportSize({ width: 656, height: 900 });
  const complaints = await open(page, text, baseURL);
  await expect(page.frameLocator("subnet-ledger iframe").locator("figure.chart h1")).toHaveText(built);
  await fits(page, page.locator("subnet-ledger iframe"));
  expect(await shift(page)).toBe(0);
  expect(complaints).toEqual([]);
});

test("the preview is as high as what it shows, at every width", async ({ page, baseURL }) => {
  await page.goto(`${baseURL}embed?w=subnet&s=64`);
  const frame = page.locator(".preview iframe");
  const inside = page.frameLocator(".preview iframe");
  for (const width of ["240", "1040", "360"]) {
    await page.getByRole("button", { name: width, exact: true }).click();
    await expect(frame).toHaveAttribute("width", width);
    await expect(inside.locator("figure.chart svg").first()).toBeVisible();
    const needed = () => inside.locator("body").evaluate((body) => Math.ceil(body.getBoundingClientRect().height));
    await expect.poll(async () => Number(await frame.getAttribute("height")) - await needed()).toBe(0);
    await expect(code(page, "Frame")).toContainText(`height="${await needed()}"`);
  }
});

for (const [address, chosen, keys] of [["/", "Plane", /cx=10/], ["/compare?s=64~4&y=log", "Comparison", /y=log/], ["/plane?cy=3", "Plane", /cy=3/], ["/subnet/64", "Subnet", /s=64\.r1/]]) {
  test(`from ${address} the builder opens with the same view`, async ({ page, baseURL }) => {
    await page.goto(`${baseURL}${address.slice(1)}`);
    await page.getByRole("button", { name: "Take away" }).first().click();
    await page.getByRole("link", { name: "Embed", exact: true }).click();
    await expect(page.getByRole("button", { name: chosen, exact: true })).toHaveAttribute("aria-pressed", "true");
    await expect(page).toHaveURL(keys);
    await expect(code(page, "Frame")).toContainText(/\/embed\//);
  });
}

test("from the table the builder opens with the same table", async ({ page, baseURL }) => {
  await page.goto(`${baseURL}subnets?q=chutes`);
  await page.getByRole("link", { name: "Embed", exact: true }).click();
  await expect(page).toHaveURL(/\/embed\?w=table&q=chutes/);
  await expect(code(page, "Frame")).toContainText("/embed/table?v=1&amp;q=chutes");
  // Where one is already nothing leads.
  await expect(page.getByRole("link", { name: "Embed", exact: true })).toHaveCount(0);
});

test("the builder hands out every badge in the colours that were chosen", async ({ page, baseURL }) => {
  await page.goto(`${baseURL}embed?w=card&s=64`);
  const texts = [];
  for (const [badge, file] of [["emission", "emission"], ["shipped", "rung"], ["price", "price"]]) {
    const image = `${baseURL}badge/64.r1/${file}`;
    await expect(code(page, `Badge in Markdown, ${badge}`)).toHaveText(new RegExp(`^\\[!\\[Chutes \\(SN64\\.r1\\): ${badge} · Subnet Ledger\\]\\(${image}\\.svg\\)`));
    // As wide as it is, so that the page around it keeps still.
    const width = readFileSync(`dist/badge/64.r1/${file}.svg`, "utf8").match(/width="(\d+)"/)[1];
    const html = code(page, `Badge in HTML, ${badge}`);
    await expect(html).toContainText(`<source media="(prefers-color-scheme: dark)" srcset="${image}-dark.svg"><img src="${image}.svg"`);
    await expect(html).toContainText(`width="${width}" height="20"></picture></a>`);
    texts.push((await html.textContent()).match(/alt="([^"]*)"/)[1]);
  }
  expect(new Set(texts).size).toBe(3);
  await page.getByRole("button", { name: "Dark" }).click();
  for (const kind of ["Markdown", "HTML"]) await expect(code(page, `Badge in ${kind}, price`)).toContainText("/badge/64.r1/price-dark.svg");
  await expect(code(page, "Badge in HTML, price")).not.toContainText("picture");
});

test("what is handed out is called by what it shows", async ({ page, baseURL }) => {
  for (const [query, title] of [["s=64~4", "Price: Chutes, Targon"], ["w=plane", "Earned against shipped"], ["w=table", "Subnets"], ["w=card&s=64", "Chutes (SN64.r1)"], ["w=spark&s=16.r1", "SN16.r1: price"]]) {
    await page.goto(`${baseURL}embed?${query}`);
    await expect(code(page, "Frame")).toContainText(`title="${title} · Subnet Ledger"`);
  }
  // A registration that lost its slot is among the subnets while it is shown.
  await expect(setting(page, "Subnet")).toHaveValue("16.r1");
  await expect(setting(page, "Subnet").locator("option:checked")).toHaveText("SN16.r1");
  const text = await code(page, "Element").textContent();
  await open(page, text, baseURL);
  await expect(page.locator("subnet-ledger iframe")).toHaveAttribute("title", "SN16.r1: price · Subnet Ledger");
});

test("the plane and the table are set in the builder", async ({ page, baseURL }) => {
  await page.goto(`${baseURL}embed?w=plane`);
  await setting(page, "Nothing verified at").selectOption("3");
  await expect(code(page, "Frame")).toContainText("cy=3");
  await expect(code(page, "Element")).toContainText('keys="cy=3"');
  await page.getByRole("button", { name: "Table", exact: true }).click();
  await setting(page, "Search").fill("chutes");
  await expect(code(page, "Element")).toContainText(/keys="q=chutes&amp;c=emission_tao_day.*&amp;sort=-emission_tao_day"/);
  await expect(page.frameLocator(".preview iframe").getByRole("row")).toHaveCount(2);
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

/** The site behind a counter of the bytes that it sends. */
async function counted(site) {
  const counter = { bytes: 0, asked: [] };
  const server = createServer((request, response) => {
    const { host, ...headers } = request.headers;
    const url = new URL(request.url, site);
    ask(url, { method: request.method, headers: { ...headers, host: new URL(site).host } }, (answer) => {
      counter.asked.push(`${answer.statusCode} ${url.pathname}`);
      counter.bytes += answer.rawHeaders.join("").length;
      answer.on("data", (chunk) => { counter.bytes += chunk.length; });
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    }).end();
  });
  await new Promise((resolve) => { server.listen(0, "127.0.0.1", resolve); });
  counter.site = `http://127.0.0.1:${server.address().port}${new URL(site).pathname}`;
  counter.close = () => server.close();
  return counter;
}

test("ten live widgets cost little more than one, and the page around them keeps still", async ({ browser, baseURL }) => {
  test.slow();
  const WIDTH = 640;
  const subnets = [64, 4, 51, 8, 3, 1, 9, 19, 56, 62];
  // With a height, as the builder writes it: the room is there before the script is.
  const widget = (subnet, height) => (height
    ? `<subnet-ledger view="compare" subnets="${subnet}" height="${height}"><svg display="block" width="100%" height="${height}"></svg></subnet-ledger>`
    : `<subnet-ledger view="compare" subnets="${subnet}"></subnet-ledger>`);

  /** Opens the blog with widgets in a browser that has seen nothing, scrolls past all of them, and tells what it took. */
  async function visit(heights) {
    const counter = await counted(baseURL);
    const context = await browser.newContext({ viewport: { width: WIDTH + 16, height: 900 }, reducedMotion: "reduce" });
    const page = await context.newPage();
    await page.addInitScript(() => {
      window.blocked = 0;
      new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) window.blocked += Math.max(0, duration - 50); })
        .observe({ type: "longtask", buffered: true });
    });
    const body = `<script async src="SITE/embed.js"></script>${heights.map((height, index) => widget(subnets[index], height)).join("")}`;
    await open(page, body, counter.site);
    const found = [];
    for (const element of await page.locator("subnet-ledger").all()) {
      await element.scrollIntoViewIfNeeded();
      const inside = element.locator("iframe").contentFrame();
      await expect(inside.locator("html")).toHaveAttribute("data-ready", "true");
      await expect(inside.locator("figure.chart svg").first()).toBeVisible();
      const needed = await inside.locator("body").evaluate((body) => Math.ceil(body.getBoundingClientRect().height));
      await expect(element.locator("iframe")).toHaveCSS("height", `${needed}px`);
      found.push(needed);
    }
    const result = { bytes: counter.bytes, asked: counter.asked, heights: found, shift: await shift(page), blocked: await page.evaluate(() => window.blocked) };
    await context.close();
    counter.close();
    return result;
  }

  const one = await visit([undefined]);
  const guessed = await visit(subnets.map(() => undefined));
  const ten = await visit(guessed.heights);
  console.table([["one", one], ["ten, of a height that is guessed", guessed], ["ten, of the height that the builder writes", ten]]
    .map(([widgets, { bytes, shift, blocked }]) => ({ widgets, bytes, "÷ one": (bytes / one.bytes).toFixed(3), shift: shift.toFixed(4), "blocked, ms": Math.round(blocked) })));
  expect(ten.bytes / one.bytes, "transfer of ten ÷ one").toBeLessThanOrEqual(1.3);
  expect(ten.shift, "layout shift of the host").toBe(0);
});

test("fifty live widgets on one page", async ({ page, baseURL }) => {
  test.slow();
  const many = Array.from({ length: 50 }, (_, n) => `<subnet-ledger view="compare" subnets="${n + 1}"></subnet-ledger>`).join("");
  const complaints = await open(page, `<script async src="SITE/embed.js"></script>${many}`, baseURL);
  await expect(page.locator("subnet-ledger iframe")).toHaveCount(50);
  const elements = await page.locator("subnet-ledger").all();
  for (const element of elements) await element.evaluate((element) => element.scrollIntoView({ behavior: "instant" }));
  const last = elements.at(-1).locator("iframe").contentFrame();
  await expect(last.locator("html")).toHaveAttribute("data-ready", "true", { timeout: 60_000 });
  await expect(last.locator("figure.chart svg").first()).toBeVisible({ timeout: 60_000 });
  expect(complaints).toEqual([]);
});
