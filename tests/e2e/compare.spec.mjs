// The stories of a comparison: what is said before it is drawn, how it is read, and what is taken away.
import { readFileSync } from "node:fs";
import { expect, ready, test } from "./page.mjs";

const plot = (page) => page.locator("figure.chart .plot").first();
const readout = (page) => page.locator(".readout");
const query = (page) => new URL(page.url()).searchParams;

/** The days between which the chart runs, as its subtitle says them. */
const subtitle = (page) => page.locator("figure.chart .sub").first();

/** A point of the drawing, as parts of its width and height. */
async function at(page, x, y = 0.5) {
  await plot(page).scrollIntoViewIfNeeded();
  const box = await plot(page).boundingBox();
  return [box.x + box.width * x, box.y + box.height * y];
}

test("what may not be compared is said, and the days that all cover are offered", async ({ page, open }) => {
  await open("/compare?s=64~120");
  await expect(page.locator("figure.chart .note")).toContainText(/Affine starts on \d+ \w+ 2025/);
  const offer = page.getByRole("button", { name: /which all of them cover/ });
  await offer.click();
  // The longest run of days: the price of the newest snapshot stands alone, months after it.
  await expect(page).toHaveURL(/t=2025-\d\d-\d\d\.\.2025-10-29/);
  await expect(offer).toBeHidden();
  await expect(page.locator("figure.chart .note", { hasText: "starts on" })).toHaveCount(0);
});

test("a change of the rule and what was rebuilt are said before emission is drawn", async ({ page, open }) => {
  await open("/compare?s=64~4&m=emission_tao_day");
  const note = page.locator("figure.chart .note");
  await expect(note).toContainText("The rule behind emission changed on");
  await expect(note).toContainText("Reconstructed, and drawn dashed or pale");
  await expect(plot(page).locator("path[stroke-dasharray='50 45']").first()).toBeAttached();
});

test("a pointer reads days, a drag chooses them, Escape takes it back", async ({ page, open }) => {
  await open("/compare?s=64~4");
  await page.mouse.move(...await at(page, 0.3));
  await expect(readout(page)).toContainText("Chutes");
  await expect(readout(page)).toContainText("τ/α");
  await page.mouse.down();
  await page.mouse.move(...await at(page, 0.5), { steps: 4 });
  await expect(page.locator(".band")).toContainText(" to ");
  await page.mouse.up();
  await expect(page).toHaveURL(/t=2025-\d\d-\d\d\.\.2025-\d\d-\d\d/);
  await plot(page).focus();
  await page.keyboard.press("Escape");
  await expect.poll(() => query(page).get("t")).toBeNull();
});

test("keys read the same days, choose a span and pin a day", async ({ page, open }) => {
  await open("/compare?s=64~4");
  await plot(page).focus();
  await page.keyboard.press("Home");
  const first = await readout(page).locator("b").textContent();
  await page.keyboard.press("End");
  const last = await readout(page).locator("b").textContent();
  expect(last).not.toBe(first);
  await expect(subtitle(page)).toContainText(last);
  await page.keyboard.press("ArrowRight");
  await expect(readout(page).locator("b")).toHaveText(last);

  await page.keyboard.press("Enter");
  await expect(readout(page)).toContainText("Pinned");
  await page.mouse.move(...await at(page, 0.2));
  await expect(readout(page).locator("b")).toHaveText(last);
  await page.keyboard.press("Escape");
  await expect(readout(page)).toBeHidden();

  // From the first day on every day has a price.
  await page.keyboard.press("Home");
  for (let days = 0; days < 9; days += 1) await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/t=2025-\d\d-\d\d\.\.2025-\d\d-\d\d/);
  const [from, to] = query(page).get("t").split("..").map((day) => Date.parse(day));
  expect((to - from) / 86_400_000).toBe(9);
});

test("one upright line marks the day for all lines, where the axis has it", async ({ page, open }) => {
  await open("/compare?s=64~4");
  const hair = page.locator(".crosshair");
  const read = async () => {
    await expect(readout(page).getByRole("listitem")).toHaveCount(2);
    const { x } = await hair.boundingBox();
    return { x, day: Date.parse(`${await readout(page).locator("b").textContent()} UTC`) / 86_400_000 };
  };
  await plot(page).focus();
  await page.keyboard.press("Home");
  const first = await read();
  await page.keyboard.press("End");
  const last = await read();
  const axis = await plot(page).locator("path.ticks").boundingBox();
  expect(Math.abs(first.x - axis.x)).toBeLessThanOrEqual(3);
  expect(Math.abs(last.x - axis.x - axis.width)).toBeLessThanOrEqual(6);
  for (const part of [0.2, 0.4]) {
    await page.mouse.move(...await at(page, part));
    const { x, day } = await read();
    expect(day).toBeGreaterThan(first.day);
    const expected = first.x + ((last.x - first.x) * (day - first.day)) / (last.day - first.day);
    expect(Math.abs(x - expected), `${part}`).toBeLessThanOrEqual(1);
  }
  // As high as the plot: it crosses every line.
  const { height } = await hair.boundingBox();
  expect(height).toBeGreaterThan((await plot(page).boundingBox()).height * 0.7);
});

test("the picker offers first whoever has most of the metric that is compared", async ({ page, open }) => {
  const options = page.getByRole("listbox", { name: "Subnets" }).getByRole("option");
  for (const [metric, names] of [["emission_tao_day", ["lium.io", "Minos", "Affine"]], ["stars", ["DSperse", "Apex", "Synth"]]]) {
    await open(`/compare?s=64~4&m=${metric}`);
    await page.getByRole("combobox", { name: "Add a subnet" }).focus();
    for (const [place, name] of names.entries()) await expect(options.nth(place), metric).toContainText(name);
  }
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 780 } });

  test("a tap reads a day and keeps it, and another tap lets go", async ({ page, open }) => {
    await open("/compare?s=64~4");
    const point = await at(page, 0.5, 0.6);
    await page.touchscreen.tap(...point);
    await expect(readout(page)).toContainText("Pinned");
    const box = await readout(page).boundingBox();
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(360);
    await page.touchscreen.tap(...point);
    await expect(readout(page)).toBeHidden();
  });
});

test("one line stands out when its name is pointed at, and is alone when it is pressed", async ({ page, open }) => {
  await open("/compare?s=64~4~51");
  const name = page.getByRole("button", { name: "Targon", exact: true });
  await name.hover();
  await expect(plot(page)).toHaveAttribute("data-focus", "1");
  await expect(plot(page).locator("g.series[data-slot='0']")).toHaveCSS("opacity", "0.22");
  await name.click();
  await expect(plot(page).locator("g.series")).toHaveCount(1);
  await expect(page.locator("figure.chart .note")).toContainText("Not drawn, by choice: Chutes, lium.io.");
  // Everything said is said of what is drawn, the label has the name, and the address and the link that is
  // copied have the choice.
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/^Targon’s price was/);
  await expect(plot(page).locator("g.label")).toContainText("Targon");
  await expect(name).toHaveAttribute("aria-pressed", "true");
  expect(query(page).get("only")).toBe("4.r1");
  await page.reload();
  await ready(page);
  await expect(plot(page).locator("g.series")).toHaveCount(1);
  await page.getByRole("button", { name: "Take away" }).click();
  await expect(page.locator(".cite blockquote")).toContainText("only=4.r1&");
  await page.getByRole("button", { name: "Chutes", exact: true }).click();
  await expect(plot(page).locator("g.series")).toHaveCount(2);
  await plot(page).focus();
  await page.keyboard.press("Escape");
  await expect(plot(page).locator("g.series")).toHaveCount(3);
  expect(query(page).get("only")).toBeNull();
});

test("one line stands out when its name has the focus", async ({ page, open }) => {
  await open("/compare?s=64~4~51");
  await page.getByRole("button", { name: "Targon", exact: true }).focus();
  await expect(plot(page)).toHaveAttribute("data-focus", "1");
  await page.getByRole("combobox", { name: "Add a subnet" }).focus();
  await expect(plot(page)).not.toHaveAttribute("data-focus");
});

test("every mode, unit, base and form has an address and a chart", async ({ page, open }) => {
  const cases = [
    ["m=emission_tao_day&mode=index", "14 Feb 2025 = 100", "lines"],
    ["m=emission_tao_day&mode=share", "share of all subnets that day", "lines"],
    ["m=emission_tao_day&mode=cum", "added up", "lines"],
    ["m=market_cap_tao&u=usd_now&view=bar", "at $", "bars"],
    ["m=price_tao&x=age", "by days since registration", "lines"],
    ["m=price_tao&y=log", "log scale", "lines"],
    ["m=market_cap_tao&mx=emission_tao_day&view=scatter&y=log", "rank correlation", "scatter"],
    ["m=emission_tao_day&mode=cum&view=bar", "Last values", "bars"],
  ];
  for (const [rest, words, kind] of cases) {
    await open(`/compare?s=64~4~51&${rest}`);
    await expect(subtitle(page), rest).toContainText(words);
    await expect(plot(page).locator(`svg.chart-${kind}`), rest).toBeVisible();
  }
  await open("/compare?s=64~4&view=table");
  await expect(page.getByRole("region", { name: "The chart as a table" })).toBeVisible();
  await expect(plot(page)).toHaveCount(0);
});

test("dollars of each day are drawn for the days that have a price, and those are offered", async ({ page, open }) => {
  await open("/compare?s=64~4&m=emission_tao_day&u=usd_then");
  const note = page.locator("figure.chart .note");
  await expect(note).toContainText("The dollar price of TAO is known day by day from 30 Sep to 31 Dec 2025 (Daily price of TAO as recorded by kylewidmann/bittensor-emissions-tracker)");
  await expect(subtitle(page)).toContainText("$/day, at the price of each day, 30 Sep to 29 Oct 2025");
  await page.keyboard.press("t");
  const first = page.getByRole("region", { name: "The chart as a table" }).locator("tbody tr").first();
  await expect(first).toContainText(/^2025-10-29\d{3},\d{3}/);
  await page.getByRole("button", { name: "Added up" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/had received most by 29 Oct 2025: \$[\d,]+/);

  // Days without any price say so, and lead to those that have one.
  await open("/compare?s=64~4&u=usd_then&t=2025-03-01..2025-04-01");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No price on the days asked for");
  await expect(note).toContainText("there are values from 30 Sep to 29 Oct 2025");
  await page.getByRole("button", { name: "Show only 30 Sep 2025 to 29 Oct 2025, which all of them cover" }).click();
  await expect.poll(() => query(page).get("t")).toBe("2025-09-30..2025-10-29");
  await expect(plot(page).locator("svg.chart-lines")).toBeVisible();
});

test("a line that hides the others is said, with three ways out", async ({ page, open }) => {
  const note = page.locator("figure.chart .note");
  const hides = "times the highest of the others, which therefore look flat";
  const pair = "/compare?s=4~104";
  await open(pair);
  await expect(note).toContainText(/Targon’s highest value here, 0\.3778.τ\/α, is 64 times/);
  await page.getByRole("button", { name: "Use a log scale" }).click();
  await expect.poll(() => query(page).get("y")).toBe("log");
  await expect(note).not.toContainText(hides);
  await open(pair);
  await page.getByRole("button", { name: "Index all to 100" }).click();
  await expect.poll(() => query(page).get("mode")).toBe("index");
  await open(pair);
  await page.getByRole("button", { name: /^Show only .*, without its high values$/ }).click();
  await expect.poll(() => query(page).get("t")).toMatch(/^202\d-\d\d-\d\d\.\.202\d-\d\d-\d\d$/);
  await expect(note).not.toContainText(hides);
});

test("a comparison opens with lines that can be read, without prices from before a start", async ({ page, open }) => {
  await open("/compare");
  const note = page.locator("figure.chart .note");
  await expect(note).toContainText("Prices from before the start are left out, as a pool that is given no alpha cannot fall below 1 τ/α: Affine until 31 Jul 2025.");
  await expect(note).not.toContainText("look flat");
  await open("/subnet/120");
  await expect(page.locator("#market .note")).toContainText("Affine until 31 Jul 2025");
});

test.describe("the days shown", () => {
  const grip = (page, name) => page.getByRole("slider", { name, exact: true });
  const words = (page, name) => grip(page, name).getAttribute("aria-valuetext");
  const middle = async (locator) => {
    const box = await locator.boundingBox();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };

  test("are moved by keys, each end and both together", async ({ page, open }) => {
    await open("/compare?s=64~4");
    const [from, to, both] = ["First day shown", "Last day shown", "Days shown, moved together"].map((name) => grip(page, name));
    await expect(from).toHaveAttribute("aria-valuetext", "14 Feb 2025");
    await expect(to).toHaveAttribute("aria-valuetext", "7 Aug 2026");
    await from.focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => query(page).get("t")).toBe("2025-02-15..2026-08-07");
    await expect(from, "the handle keeps the focus while the chart is drawn anew").toBeFocused();
    await page.keyboard.press("PageUp");
    await expect(from).toHaveAttribute("aria-valuetext", "17 Mar 2025");
    await expect(subtitle(page)).toContainText("17 Mar 2025 to 7 Aug 2026");
    await to.focus();
    await page.keyboard.press("PageDown");
    await expect(to).toHaveAttribute("aria-valuetext", "8 Jul 2026");
    await both.focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => query(page).get("t")).toBe("2025-03-18..2026-07-09");
    await expect(both).toHaveAttribute("aria-valuetext", "18 Mar 2025 to 9 Jul 2026");
    // One end never passes the other, and all days are no setting at all.
    await to.focus();
    await page.keyboard.press("Home");
    await expect.poll(() => query(page).get("t")).toBe("2025-03-18..2025-03-19");
    await page.keyboard.press("End");
    await from.focus();
    await page.keyboard.press("Home");
    await expect.poll(() => query(page).get("t")).toBeNull();
    // Buttons and handles say the same.
    await page.getByRole("button", { name: "30 days", exact: true }).click();
    await expect(from).toHaveAttribute("aria-valuetext", "9 Jul 2026");
  });

  test("are dragged, and written into the address when the hand lets go", async ({ page, open }) => {
    await open("/compare?s=64~4");
    const from = grip(page, "First day shown");
    await from.scrollIntoViewIfNeeded();
    const [x, y] = await middle(from);
    const before = await plot(page).boundingBox();
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 200, y, { steps: 5 });
    await expect(from).not.toHaveAttribute("aria-valuetext", "14 Feb 2025");
    expect(query(page).get("t"), "the address waits for the hand to let go").toBeNull();
    await page.mouse.up();
    await expect.poll(() => query(page).get("t")).toMatch(/^2025-0[3-7]-\d\d\.\.2026-08-07$/);
    expect(await plot(page).boundingBox(), "nothing moves").toEqual(before);
    // A press without a move changes nothing.
    const now = query(page).get("t");
    await page.mouse.click(...await middle(grip(page, "Last day shown")));
    expect(query(page).get("t")).toBe(now);
    const both = grip(page, "Days shown, moved together");
    const [cx, cy] = await middle(both);
    await page.mouse.move(cx, cy);
    await page.mouse.down();
    await page.mouse.move(cx - 60, cy, { steps: 3 });
    await page.mouse.up();
    await expect.poll(() => query(page).get("t")).not.toBe(now);
    const days = (text) => text.split("..").map((day) => Date.parse(day) / 86_400_000);
    const [a, b] = [days(now), days(query(page).get("t"))];
    expect(b[1] - b[0], "as many days as before").toBe(a[1] - a[0]);
    expect(b[0]).toBeLessThan(a[0]);
  });

  test("give back what they held when the pointer is taken away", async ({ page, open }) => {
    await open("/compare?s=64~4");
    const from = grip(page, "First day shown");
    await from.scrollIntoViewIfNeeded();
    const [x, y] = await middle(from);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 200, y, { steps: 5 });
    await expect(from).not.toHaveAttribute("aria-valuetext", "14 Feb 2025");
    await from.dispatchEvent("pointercancel");
    await expect(from).toHaveAttribute("aria-valuetext", "14 Feb 2025");
    await page.mouse.up();
    expect(query(page).get("t")).toBeNull();
    await open("/plane?cx=10&cy=3");
    const cut = page.getByRole("slider", { name: "Earns at least" });
    const [cx, cy] = await middle(cut);
    await page.mouse.move(cx, cy);
    await page.mouse.down();
    await page.mouse.move(cx + 60, cy, { steps: 3 });
    await expect(cut).not.toHaveAttribute("aria-valuetext", /^10\s/);
    await cut.dispatchEvent("pointercancel");
    await expect(cut).toHaveAttribute("aria-valuetext", /^10\s/);
    await page.mouse.up();
    expect(query(page).get("cx")).toBe("10");
  });

  test.describe("by a finger", () => {
    test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

    test("are chosen, on handles that a finger meets", async ({ page, open }) => {
      await open("/compare?s=64~4");
      const to = grip(page, "Last day shown");
      for (const name of ["First day shown", "Last day shown"]) {
        const box = await grip(page, name).boundingBox();
        expect(Math.min(box.width, box.height), name).toBeGreaterThanOrEqual(44);
      }
      await to.scrollIntoViewIfNeeded();
      const [x, y] = await middle(to);
      const devtools = await page.context().newCDPSession(page);
      const touch = (type, ...points) => devtools.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y]) => ({ x, y })) });
      await touch("touchStart", [x, y]);
      for (let step = 1; step <= 5; step++) await touch("touchMove", [x - step * 15, y]);
      await expect(to).not.toHaveAttribute("aria-valuetext", "7 Aug 2026");
      await touch("touchEnd");
      await expect.poll(() => query(page).get("t")).toMatch(/^2025-02-14\.\.202[56]-\d\d-\d\d$/);
      expect(await words(page, "First day shown")).toBe("14 Feb 2025");
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    });
  });
});

test("another metric keeps of the view what fits it", async ({ page, open }) => {
  await open("/compare?s=64~4&m=emission_tao_day&mode=cum&u=usd_now");
  await page.getByRole("combobox", { name: /^Metric/ }).selectOption("price_tao");
  await expect.poll(() => [query(page).get("mode"), query(page).get("u")]).toEqual([null, "usd_now"]);
  await expect(page.getByRole("button", { name: "Added up" })).toHaveCount(0);
});

test("a formula is an axis, and what is wrong with one is said where it is wrong", async ({ page, open }) => {
  await open("/compare?s=64~4");
  await page.locator("details.formula summary").click();
  const field = page.getByRole("textbox", { name: "Formula" });
  await field.fill("price_tao / cap");
  await field.press("Enter");
  await expect(page.getByRole("alert")).toContainText("there is no metric called “cap” (at character 13)");
  await expect(page.getByRole("alert").locator("mark")).toHaveText("cap");
  await field.fill("tao_in_pool + alpha_in_pool");
  await field.press("Enter");
  await expect(page.getByRole("alert")).toContainText("TAO and alpha cannot be added");
  await field.fill("price_tao / emission_tao_day");
  await field.press("Enter");
  await expect(page).toHaveURL(/m=price_tao-div-emission_tao_day/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("price ÷ emission");
  await expect(subtitle(page)).toContainText("days/α");
});

test("a formula in a link that is wrong is said on the page, and the rest of the link holds", async ({ page, open }) => {
  await open("/compare?s=64~4&m=price_tao-div-cap");
  await expect(page.getByText("there is no metric called “cap” (at character 13)")).toBeVisible();
  await expect(page.getByRole("button", { name: "Chutes", exact: true })).toBeVisible();
});

test("a formula is a column that sorts and opens its card, and missing where a part is", async ({ page, open }) => {
  await open("/subnets");
  await page.getByText("Add a formula").click();
  const field = page.getByRole("textbox", { name: "Add a formula" });
  await field.fill("emission_tao_day / market_cap_tao");
  await field.press("Enter");
  await expect(page).toHaveURL(/emission_tao_day-div-market_cap_tao/);
  const head = page.getByRole("columnheader", { name: /Emission ÷ Market cap/ });
  await expect(head).toContainText("per day");
  // Beside the column that sorts, which is in view.
  await expect(head).toBeInViewport({ ratio: 0.9 });
  expect(query(page).get("c")).toMatch(/^emission_tao_day~emission_tao_day-div-market_cap_tao~/);
  await head.getByRole("button").click();
  await expect(head).toHaveAttribute("aria-sort", "descending");
  const cells = page.locator("[data-metric='emission_tao_day-div-market_cap_tao']");
  const top = (await cells.allTextContents()).slice(0, 20).map(Number);
  expect(top).toEqual([...top].sort((a, b) => b - a));
  await cells.first().click();
  await expect(page.getByRole("dialog")).toContainText("A formula of a reader’s own: emission_tao_day / market_cap_tao.");

  // SN3 earns, and nobody looked for its stars: what comes of it is as unknown, and no zero. 449.955 ÷ 88 is a number.
  await open("/subnets?c=emission_tao_day-div-stars~stars");
  const row = (name) => page.getByRole("region", { name: "Subnets", exact: true }).getByRole("row", { name });
  await expect(row(/\b64\s*Chutes/).locator("[data-metric='emission_tao_day-div-stars']").first()).toHaveText(/^5\.113/);
  for (const part of ["emission_tao_day-div-stars", "stars"]) {
    await expect(row(/\b3\s*deprecated/).locator(`[data-metric='${part}']`).first()).toHaveText("not searched");
  }
});

test("a chart leaves the page as numbers, with units, source and snapshot", async ({ page, open }) => {
  await open("/compare?s=64~4&t=2025-10-27..2025-10-29");
  await page.getByRole("button", { name: "Take away" }).click();
  const taken = async (name) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name, exact: true }).click(),
    ]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };
  const csv = await taken("CSV");
  expect(csv.name).toMatch(/^subnet-ledger-\d{4}-\d\d-\d\d-\d+-price\.csv$/);
  const lines = csv.bytes.toString().split("\r\n");
  expect(lines[0]).toBe("Day,Chutes 64.r1 (τ/α),Targon 4.r1 (τ/α)");
  expect(lines[1]).toMatch(/^2025-10-29,[\d.]+,[\d.]+$/);
  expect(csv.bytes.toString()).toMatch(/# Subnet Ledger snapshot \d{4}-\d\d-\d\d-\d+/);

  const json = JSON.parse((await taken("JSON")).bytes);
  expect(json.rows).toHaveLength(3);
  expect(`${json.rows[0][1]}`).toBe(lines[1].split(",")[1]);
  expect(json.columns[1]).toEqual({ name: "Chutes 64.r1", unit: "τ/α" });
  expect(json.link).toContain(`at=${json.snapshot}`);

  const svg = (await taken("SVG")).bytes.toString();
  expect(svg).toContain("Source: ");
  expect(svg).toContain("price was the higher of the two");
  // The address of each source, and the snapshot.
  expect(svg).toContain("https://github.com/");
  expect(svg).toMatch(/snapshot \d{4}-\d\d-\d\d-\d+/);
  const png = (await taken("PNG")).bytes;
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect(png.readUInt32BE(16)).toBe(1920);
});

test.describe("with a clipboard", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  test("links, citations and the picture are copied", async ({ page, open }) => {
    await open("/compare");
    await page.getByRole("button", { name: "Take away" }).click();
    const copied = async (name) => {
      await page.getByRole("button", { name, exact: true }).click();
      await expect(page.locator(".take-away [role=status]")).toContainText("copied");
      return page.evaluate(() => navigator.clipboard.readText());
    };
    const live = new URL(await copied("Copy link"));
    expect(live.searchParams.get("v")).toBe("1");
    expect(live.searchParams.get("s")).toMatch(/^64\.r1~/);
    expect(live.searchParams.get("at")).toBeNull();
    const pinned = new URL(await copied("Copy link to this snapshot"));
    expect(pinned.searchParams.get("at")).toMatch(/^\d{4}-\d\d-\d\d-\d+$/);
    expect(await copied("Copy citation")).toContain(`Snapshot ${pinned.searchParams.get("at")}`);
    expect(await copied("Copy BibTeX")).toMatch(/^@misc\{subnet-ledger-/);
    await page.getByRole("button", { name: "Copy image" }).click();
    await expect.poll(() => page.evaluate(async () => (await navigator.clipboard.read())[0].types)).toEqual(["image/png"]);

    const said = await page.getByRole("heading", { level: 1 }).textContent();
    await page.goto(pinned.href);
    await ready(page);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(said);
    expect(query(page).get("at")).toBe(pinned.searchParams.get("at"));
  });
});

test.describe("where the system has a way to share", () => {
  test("it is given the sentence and the link", async ({ page, open }) => {
    await page.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, "share", { configurable: true, value: async (data) => { window.given = data; } });
    });
    await open("/compare?s=64~4&y=log");
    await page.getByRole("button", { name: "Take away" }).click();
    await page.locator(".take-away").getByRole("button", { name: "Share", exact: true }).click();
    await expect.poll(() => page.evaluate(() => window.given)).toBeTruthy();
    const { title, url } = await page.evaluate(() => window.given);
    expect(title).toBe(await page.getByRole("heading", { level: 1 }).textContent());
    const keys = new URL(url).searchParams;
    expect([keys.get("s"), keys.get("y"), keys.get("v"), keys.get("at")]).toEqual(["64.r1~4.r1", "log", "1", null]);
  });
});

test("a chart can have the screen", async ({ page, open }) => {
  await open("/compare?s=64~4");
  const before = (await plot(page).boundingBox()).height;
  await page.getByRole("button", { name: "Full screen" }).click();
  await expect.poll(async () => (await plot(page).boundingBox()).height).toBeGreaterThan(before);
  await page.getByRole("button", { name: "Full screen" }).click();
  await expect.poll(async () => (await plot(page).boundingBox()).height).toBe(before);
});

test("the cuts of the plane move by pointer and by keys, and the sentence follows", async ({ page, open }) => {
  await open("/plane?cx=10&cy=3");
  const sentence = page.locator("figure.chart figcaption h2");
  await expect(sentence).toContainText("at least 10");
  const cut = page.getByRole("slider", { name: "Earns at least" });
  const box = await cut.boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + 80);
  await page.mouse.down();
  await page.mouse.move(box.x - 60, box.y + 80, { steps: 5 });
  await expect(sentence).not.toContainText("at least 10");
  expect(query(page).get("cx"), "the address waits for the hand to let go").toBe("10");
  await page.mouse.up();
  await expect.poll(() => Number(query(page).get("cx"))).toBeLessThan(10);

  const moved = Number(query(page).get("cx"));
  await cut.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => Number(query(page).get("cx"))).toBeGreaterThan(moved);
  await expect(cut).toBeFocused();
  const rung = page.getByRole("slider", { name: "Nothing verified at rung" });
  await rung.focus();
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => query(page).get("cy")).toBe("4");
  await expect(rung).toHaveAttribute("aria-valuetext", "outside use");
  await expect(rung).toBeFocused();
});

test("the dots of the plane are read by pointer and by keys", async ({ page, open }) => {
  await open("/plane");
  await plot(page).focus();
  await page.keyboard.press("End");
  await expect(readout(page)).toContainText("Chutes");
  await expect(readout(page)).toContainText("449.96");
  await page.keyboard.press("ArrowLeft");
  await expect(readout(page)).not.toContainText("Chutes");
  const dot = plot(page).locator("circle[data-id='64.r1']");
  const box = await dot.boundingBox();
  await page.mouse.move(box.x + 3, box.y + 3);
  await expect(readout(page)).toContainText("Chutes");
});

test("letters are shortcuts, unless somebody is typing", async ({ page, open }) => {
  await open("/compare?s=64~4");
  await expect(plot(page)).toBeVisible();
  await page.keyboard.press("l");
  await expect.poll(() => query(page).get("y")).toBe("log");
  await page.keyboard.press("i");
  await expect.poll(() => query(page).get("mode")).toBe("index");
  await page.keyboard.press("t");
  await expect(page.getByRole("region", { name: "The chart as a table" })).toBeVisible();
  await page.getByRole("combobox", { name: "Add a subnet" }).press("l");
  await expect.poll(() => query(page).get("y")).toBe("log");
});

test("what was opened under a chart stays open whatever is loaded for the chart", async ({ page, open }) => {
  await open("/compare?s=64~4&m=emission_tao_day");
  await expect(plot(page)).toBeVisible();
  await page.keyboard.press("t");
  const table = page.getByRole("region", { name: "The chart as a table" });
  await expect(table).toBeVisible();
  await table.evaluate((box) => { box.dataset.same = "yes"; });
  // A share needs the histories of all subnets, another subnet its own.
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(table).toContainText("%");
  await page.getByRole("combobox", { name: "Add a subnet" }).fill("51");
  await page.getByRole("option").first().click();
  await expect(table).toContainText("lium");
  await expect(table).toHaveAttribute("data-same", "yes");
});

test("the palette goes anywhere", async ({ page, open, baseURL }) => {
  await open("/compare");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Go to" })).toContainText("log scale, in a comparison");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("targon");
  await expect(page.getByRole("dialog").getByRole("option").first()).toContainText("Targon");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${baseURL}subnet/4.r1`);
  // Whoever has no keys has a button.
  await open("/compare");
  await page.getByRole("banner").getByRole("button", { name: "Search" }).click();
  await expect(page.getByRole("combobox", { name: /Go to a page/ })).toBeFocused();
  await page.getByRole("dialog", { name: "Go to" }).getByRole("option", { name: /Network/ }).click();
  await expect(page).toHaveURL(`${baseURL}network`);
  await open("/subnets");
  await page.keyboard.press("/");
  await expect(page.locator("#search")).toBeFocused();
});

test.describe("a part of a scatter", () => {
  const address = "/compare?s=64~4&m=market_cap_tao&mx=emission_tao_day&view=scatter&y=log";
  const dots = (page) => plot(page).locator("g.dots > g");
  const note = (page) => page.locator("figure.chart .note", { hasText: "Zoomed to" });

  test("is a box that a pointer draws: address, axes, table and remarks follow, and nothing is fetched", async ({ page, open }) => {
    const asked = [];
    page.on("request", (request) => { if (/echarts|explore/.test(request.url())) asked.push(request.url()); });
    await open(address);
    await expect(dots(page).first()).toBeVisible();
    const all = await dots(page).count();
    await page.mouse.move(...await at(page, 0.5, 0.2));
    await page.mouse.down();
    await page.mouse.move(...await at(page, 0.85, 0.6), { steps: 4 });
    await expect(page.locator(".band")).toBeVisible();
    await page.mouse.up();
    await expect.poll(() => query(page).get("r")).toMatch(/^[\d.]+\.\.[\d.]+$/);
    expect(query(page).get("rx")).toMatch(/^[\d.]+\.\.[\d.]+$/);
    await expect(note(page)).toContainText(/Zoomed to market cap from [\d,]+.τ to [\d,]+.τ and emission from .*; the sentence above is of all subnets/);
    const shown = await dots(page).count();
    expect(shown).toBeGreaterThan(0);
    expect(shown).toBeLessThan(all);
    await expect(subtitle(page)).toContainText(`${shown} of `);
    // What is written down has the dots that are shown.
    await page.keyboard.press("t");
    await expect(page.getByRole("region", { name: "The chart as a table" }).locator("tbody tr")).toHaveCount(shown);
    // The link is the view.
    const link = page.url();
    await page.reload();
    await expect(dots(page)).toHaveCount(shown);
    expect(page.url()).toBe(link);
    await ready(page);
    await plot(page).focus();
    await page.keyboard.press("Escape");
    await expect.poll(() => [query(page).get("r"), query(page).get("rx")]).toEqual([null, null]);
    await expect(dots(page)).toHaveCount(all);
    await expect(note(page)).toHaveCount(0);
    expect(asked).toEqual([]);
  });

  test("is reached by keys, about the dot that is read out", async ({ page, open }) => {
    await open(address);
    await expect(dots(page).first()).toBeVisible();
    const all = await dots(page).count();
    await plot(page).focus();
    await page.keyboard.press("End");
    const name = await readout(page).locator("b").textContent();
    await page.keyboard.press("+");
    await expect.poll(() => query(page).get("rx")).not.toBeNull();
    const near = query(page).get("rx");
    await expect(plot(page).locator("g.dots title", { hasText: name }).first()).toBeAttached();
    await page.keyboard.press("Shift+ArrowLeft");
    await expect.poll(() => query(page).get("rx")).not.toBe(near);
    // Keys that come faster than they are drawn mean what was chosen, not what is still seen.
    for (let step = 0; step < 4; step++) await page.keyboard.press("-");
    await expect(dots(page)).toHaveCount(all);
    await plot(page).evaluate((plot) => {
      const press = (key, shiftKey) => plot.dispatchEvent(new KeyboardEvent("keydown", { key, shiftKey, bubbles: true, cancelable: true }));
      press("End");
      press("+");
      press("ArrowLeft", true);
    });
    const wide = (part) => part.split("..").map(Number).reduce((from, to) => Math.log(to / from));
    await expect.poll(() => query(page).get("rx")).not.toBe(near);
    expect(Math.abs(wide(query(page).get("rx")) / wide(near) - 1)).toBeLessThan(0.05);
    for (let step = 0; step < 4; step++) await page.keyboard.press("-");
    await expect.poll(() => [query(page).get("r"), query(page).get("rx")]).toEqual([null, null]);
    await expect(dots(page)).toHaveCount(all);
    await page.keyboard.press("+");
    await page.getByRole("button", { name: "Show all subnets again" }).click();
    await expect(dots(page)).toHaveCount(all);
  });

  test("is drawn by a finger once the reader has said so", async ({ page, open }) => {
    await open(address);
    await expect(plot(page)).toHaveCSS("touch-action", "pan-y");
    await page.getByRole("button", { name: "Zoom" }).click();
    await expect(page.locator("figure.chart").getByRole("status").filter({ hasText: "Drag a box" })).toBeVisible();
    await expect(plot(page)).toHaveCSS("touch-action", "none");
    const [[left, top], [right, bottom]] = [await at(page, 0.5, 0.2), await at(page, 0.85, 0.6)];
    const finger = (type, clientX, clientY) => plot(page).dispatchEvent(type, { pointerType: "touch", pointerId: 1, isPrimary: true, button: 0, clientX, clientY });
    await page.evaluate(() => { Element.prototype.setPointerCapture = () => {}; });
    await finger("pointerdown", left, top);
    await finger("pointermove", right, bottom);
    await finger("pointerup", right, bottom);
    await expect.poll(() => query(page).get("r")).not.toBeNull();
  });

  test("that makes no sense is said, and the rest is shown", async ({ page, open }) => {
    await open(`${address}&r=5..1&rx=1..20`);
    await expect(page.getByText("ignored: r=5..1 (it ends before it starts)")).toBeVisible();
    await expect(note(page)).toContainText("emission from 1 τ/day to 20 τ/day");
  });
});
