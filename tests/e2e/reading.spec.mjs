// How a comparison is read and handled: what the address and the history keep, what is read where nothing
// was measured, and what fits on a screen.
import { expect, ready, test } from "./page.mjs";

const figure = (page) => page.locator("figure.chart").first();
// The written page has a drawing of its own until the program takes over.
const plot = (page) => figure(page).locator(".plot:not(.written)");
const readout = (page) => page.locator(".readout");
const query = (page) => new URL(page.url()).searchParams;
const subtitle = (page) => figure(page).locator(".sub").first();
const WIDTHS = [1280, 768, 360];

test("what changed on the overview is counted from any snapshot, and the link says which", async ({ page, open }) => {
  await open("/");
  const section = page.locator("#since");
  await expect(section.locator(".sentence")).toContainText("Since 9 Jul 2026:");
  await section.getByRole("combobox").selectOption("2026-06-14-8404076");
  await expect(section.locator(".sentence")).toContainText("Since 14 Jun 2026:");
  expect(query(page).get("since")).toBe("2026-06-14-8404076");
  await open("/?since=2026-06-14-8404076");
  await expect(section.locator(".sentence")).toContainText("Since 14 Jun 2026:");
  await expect(section.getByRole("combobox")).toHaveValue("2026-06-14-8404076");
  await expect(section.getByRole("link")).toHaveAttribute("href", /\/data\?since=2026-06-14-8404076/);
});

test("Back takes back a choice, and not each of many moves", async ({ page, open }) => {
  await open("/compare?s=64~4&m=emission_tao_day");
  await page.getByRole("button", { name: "Added up" }).click();
  await expect.poll(() => query(page).get("mode")).toBe("cum");
  // Pressing what is pressed is no choice.
  await page.getByRole("button", { name: "Added up" }).click();
  await page.getByRole("button", { name: "Bar", exact: true }).click();
  await expect.poll(() => query(page).get("view")).toBe("bar");
  await page.goBack();
  await expect.poll(() => [query(page).get("mode"), query(page).get("view")]).toEqual(["cum", null]);
  await page.goBack();
  await expect.poll(() => query(page).get("mode")).toBeNull();
  await expect(plot(page).locator("svg.chart-lines")).toBeVisible();
  const handle = page.getByRole("slider", { name: "First day shown", exact: true });
  await handle.focus();
  const before = await page.evaluate(() => history.length);
  for (let step = 0; step < 5; step++) await page.keyboard.press("ArrowRight");
  await expect.poll(() => query(page).get("t")).toMatch(/^2025-02-19/);
  expect(await page.evaluate(() => history.length)).toBe(before);
});

for (const width of WIDTHS) {
  test(`what happened is numbered, listed in full and read out, at ${width} px`, async ({ page, open }) => {
    await page.setViewportSize({ width, height: 800 });
    await open("/compare?s=64~4&m=emission_tao_day");
    const items = figure(page).locator("ol.rules li");
    const paths = plot(page).locator("g.events > path");
    await expect(paths.first()).toBeAttached();
    await expect(items).toHaveCount(await paths.count());
    await expect(items.filter({ hasText: "TaoFlow" })).toContainText("1 Nov 2025: TaoFlow: emission follows net stake flows (only the month is known).");
    await expect(plot(page).locator("g.events > g > text").first()).toHaveText("1");
    // From the last day, which was captured, keys lead through the events that lie in the gap.
    await plot(page).focus();
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowLeft");
    await expect(readout(page)).toContainText("The Hill gate: small shares are made smaller, large ones larger.");
    await expect(readout(page)).toContainText("not measured");
    const box = await readout(page).boundingBox();
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}

test("a pointer at a rule reads what happened", async ({ page, open }) => {
  await open("/compare?s=64~4&m=emission_tao_day");
  const rule = plot(page).locator("g.events > path").nth(1);
  await plot(page).scrollIntoViewIfNeeded();
  const box = await rule.boundingBox();
  const whole = await plot(page).boundingBox();
  await page.mouse.move(box.x + box.width / 2 + 1, whole.y + whole.height / 2);
  await expect(readout(page)).toContainText(/First halving|TaoFlow/);
});

for (const [width, height] of [[1280, 800], [1280, 600], [768, 900]]) {
  test(`a chart that has the screen fits on it, at ${width} × ${height}`, async ({ page, open }) => {
    await page.setViewportSize({ width, height });
    await open("/compare?s=64~4~51~120~107&m=emission_tao_day");
    await page.getByRole("button", { name: "Full screen" }).click();
    const screen = await page.evaluate(() => innerHeight);
    await expect.poll(async () => figure(page).evaluate((figure) => figure.scrollHeight - figure.clientHeight)).toBeLessThanOrEqual(1);
    const drawing = await plot(page).locator(".drawing > svg").boundingBox();
    expect(drawing.y + drawing.height).toBeLessThanOrEqual(screen);
    expect(drawing.height).toBeGreaterThanOrEqual(240);
    const box = await plot(page).boundingBox();
    expect(Math.abs(drawing.height - box.height)).toBeLessThanOrEqual(1);
    // Nothing of the list is cut off.
    const listed = await figure(page).locator("ol.rules li").last().boundingBox();
    expect(listed.x + listed.width).toBeLessThanOrEqual(width);
    await expect(figure(page).locator("ol.rules li").last()).toBeInViewport();
  });
}

for (const width of WIDTHS) {
  test(`the days asked for are on the axis, and the handles stand under them, at ${width} px`, async ({ page, open }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const rest of ["", "&mode=cum"]) {
      await open(`/compare?s=64~4&m=emission_tao_day${rest}`);
      const axis = await plot(page).locator("path.ticks").boundingBox();
      const track = await page.locator(".range:not([inert]) .track").boundingBox();
      // The browser counts the stroke of the axis, with room for its joints, into its box.
      expect(Math.abs(track.x - axis.x), rest).toBeLessThanOrEqual(3);
      expect(Math.abs(track.width - axis.width), rest).toBeLessThanOrEqual(6);
      await expect(page.getByRole("slider", { name: "Last day shown", exact: true })).toHaveAttribute("aria-valuetext", "7 Aug 2026");
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await open("/compare?s=64~4&m=emission_tao_day&t=90d");
    await expect(plot(page).locator("g.gap-words")).toContainText("not measured");
    await expect(page.locator("figure.chart .note").first()).toContainText("no value before 7 Aug 2026 here");
    await open("/compare?s=64~4&x=age");
    await expect(plot(page).locator("svg.chart-lines")).toBeVisible();
    await expect(page.locator(".track")).toHaveCount(0);
  });
}

test("a scatter says how many it shows, names those asked for, and offers nothing that does nothing", async ({ page, open }) => {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    await open("/compare?s=64~4~51~120~107&m=market_cap_tao&mx=emission_tao_day&view=scatter&y=log");
    await expect(subtitle(page)).toContainText(/\d+ of \d+ subnets \(\d+ with zero or less are not on a log axis\)/);
    const marked = await plot(page).locator("g.dots > g[fill^='var(--series']").count();
    const named = await plot(page).locator("g.labels > text[fill^='var(--series']").count();
    expect(named, `${width}`).toBe(marked);
    for (const label of ["Values", "Along", "Span"]) await expect(page.getByRole("group", { name: label, exact: true })).toHaveCount(0);
  }
});

test("the picker says what its numbers are", async ({ page, open }) => {
  await open("/compare?s=64~4&m=emission_tao_day");
  await page.getByRole("combobox", { name: "Add a subnet" }).focus();
  await expect(page.locator(".picker-head")).toHaveText("Emission in τ/day, 7 Aug 2026");
  await page.keyboard.press("Escape");
  await expect(page.locator(".picker-head")).toBeHidden();
});

test("a card made of a comparison is about a subnet that was compared", async ({ page, open }) => {
  await open("/embed?s=51~4");
  // A frame that is replaced while it loads lets go of its requests, and Chromium writes of it as of an error.
  await ready(page.frameLocator(".preview iframe"));
  await page.getByRole("button", { name: "Card", exact: true }).click();
  await expect.poll(() => query(page).get("s")).toBe("51.r1");
});

test.describe("zooming lines", () => {
  const zoom = (page) => figure(page).getByRole("button", { name: "Zoom" });
  const wheel = async (page, delta) => {
    await plot(page).scrollIntoViewIfNeeded();
    const box = await plot(page).boundingBox();
    await page.mouse.move(box.x + box.width * 0.4, box.y + box.height * 0.5);
    await page.mouse.wheel(0, delta);
  };
  const explored = async (page) => {
    await zoom(page).click();
    await expect(plot(page).locator(".canvas canvas").first()).toBeAttached();
    await expect(plot(page)).toHaveClass(/explored/);
  };

  test("shows the days in the view: address, sentence, labels and readout follow", async ({ page, open }) => {
    await open("/compare?s=64~4");
    const before = await page.getByRole("heading", { level: 1 }).textContent();
    await explored(page);
    await wheel(page, -600);
    await expect.poll(() => query(page).get("t")).toMatch(/^2025-\d\d-\d\d\.\.202\d-\d\d-\d\d$/);
    await expect(plot(page)).not.toHaveClass(/moving/);
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(before);
    const ends = await plot(page).locator("g.label").allTextContents();
    await plot(page).focus();
    await page.keyboard.press("End");
    await expect(readout(page)).toContainText("τ/α");
    const last = await readout(page).locator("b").textContent();
    await expect(subtitle(page)).toContainText(last);
    for (const value of ends.map((text) => text.match(/[\d.]+$/)[0])) await expect(readout(page)).toContainText(value);
    // The wheel leads out again, farther than the days shown.
    const [from] = query(page).get("t").split("..");
    await wheel(page, 600);
    await expect.poll(() => (query(page).get("t") ?? "2025").split("..")[0] < from).toBe(true);
    // A drag moves the days, and pins nothing.
    await wheel(page, -900);
    await expect(plot(page)).not.toHaveClass(/moving/);
    const shown = query(page).get("t");
    const box = await plot(page).boundingBox();
    await page.mouse.move(box.x + 500, box.y + 200);
    await page.mouse.down();
    await page.mouse.move(box.x + 400, box.y + 200, { steps: 6 });
    await page.mouse.up();
    await expect.poll(() => query(page).get("t")).not.toBe(shown);
    await expect(readout(page).filter({ hasText: "Pinned" })).toHaveCount(0);
  });

  for (const address of ["/compare?s=64~4&x=age", "/subnet/64"]) {
    test(`narrows the figure where the view has no days: ${address}`, async ({ page, open }) => {
      await open(address);
      await explored(page);
      const url = page.url();
      const note = figure(page).locator(".note", { hasText: "Zoomed to" });
      await wheel(page, -600);
      await expect(note).toContainText("the sentence above is of");
      expect(page.url()).toBe(url);
      await plot(page).focus();
      await page.keyboard.press("End");
      await expect(readout(page)).toBeVisible();
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      await expect(note).toHaveCount(0);
    });
  }
});
