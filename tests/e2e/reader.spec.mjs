// What a reader looks for is found, said truly, and readable on a phone.
import { expect, ready, test } from "./page.mjs";

test("rungs that nobody searched are hatched and said, and the sentence does not call them empty", async ({ page, open }) => {
  await open("/plane?cx=10&cy=5");
  const sentence = page.locator("figcaption h2");
  await expect(sentence).toHaveText(/nothing verified at rung 5 \(external revenue\): only a claim there for 2, nobody searched there for 33$/);
  await expect(page.locator(".plot .gap-words text")).toHaveText(["not searched; 2 subnets claim it", "not searched; 2 subnets claim it"]);
  await expect(page.locator(".lane-names")).toContainText("claimed only");
  await expect(page.locator("path.frontier")).toHaveCount(1);
});

test("the plane of the bar opens with a finding, and quiet builders follow the measure", async ({ page, open }) => {
  await open("/");
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Plane" }).click();
  await expect(page).toHaveURL(/plane\?cx=10&cy=3$/);
  await expect(page.locator("figcaption h2")).toContainText("nothing found there for 18, only a claim there for 11; rung 3 searched 2 Aug 2026, rungs 4 and 5 not searched");
  const quiet = page.locator("section", { has: page.getByRole("heading", { name: "Quiet builders" }) }).last();
  await expect(quiet.getByRole("listitem")).toHaveCount(3);
  await expect(quiet.getByRole("listitem").first()).toContainText("Desearch");
  await expect(page.getByText("Received none of the TAO emission at that block")).toBeVisible();
  const first = await quiet.getByRole("listitem").first().innerText();
  await page.getByRole("combobox", { name: "Earned" }).selectOption("owner_tao_day");
  await expect(quiet).toContainText("Owner’s part, priced");
  expect(await quiet.getByRole("listitem").first().innerText()).not.toBe(first);
});

test("what is burned is not called paid, and who is paid nothing has each cause said", async ({ page, open }) => {
  await open("/plane?m=burned_tao_day&cx=10&cy=3");
  await expect(page.getByText("Burned miner pay, priced is no payment to a subnet")).toBeVisible();
  await expect(page.locator("figcaption h2")).toContainText(/^29 subnets take at least 10\sτ\/day with nothing verified at rung 3/);
  await expect(page.locator("#unpaid")).toContainText("Of these, 2 are switched off, 5 burned all miner pay.");
  await open("/plane?cx=100&cy=2");
  const two = page.locator("figcaption h2 button").nth(2);
  await expect(page.locator("figcaption h2")).toContainText("nothing found but rung 2 not searched for 2,");
  await two.click();
  const card = page.getByRole("dialog");
  await expect(card).toContainText("2 of 127");
});

test("every part of a profile that a link names is there", async ({ page, open }) => {
  await open("/subnet/3.r1");
  for (const [part, heading] of [["Use", "Use"], ["Claims", "Claims, and what can be read"], ["Activity", "Activity"], ["Slots", "Slots"]]) {
    await page.getByRole("navigation", { name: "Parts of this page" }).getByRole("link", { name: part }).click();
    await expect(page.getByRole("heading", { name: heading, exact: true })).toBeInViewport();
  }
  await expect(page.getByText("No other public claim about this registration is listed")).toBeVisible();
});

test("numbers inside sentences open their cards, by pointer and by keys", async ({ page, open }) => {
  await open("/");
  const lede = page.locator(".lede");
  await expect(lede).toHaveText("The network pays 3,600 τ a day to 75 of 128 subnets. Five of them take 47\u00a0% of it; 53 received none of the TAO emission at that block.");
  for (const [number, card, says] of [
    ["3,600", "Emission, all subnets", "128 numbers"],
    ["75 of 128", "Subnets with more than nothing of emission", "75 of 128"],
    ["47\u00a0%", "Share of the largest of emission", "sum of the 5 largest"],
  ]) {
    await lede.getByRole("button", { name: number, exact: true }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog", { name: card })).toContainText(says);
    await page.keyboard.press("Escape");
  }
  await open("/subnet/64");
  await page.getByText(/^Known to have received/).getByRole("button").first().click();
  await expect(page.getByRole("dialog", { name: "TAO received" })).toContainText("sum of the emission of every day that has a value");
  await open("/claims");
  await page.locator(".claim").getByRole("button", { name: "128", exact: true }).click();
  await expect(page.getByRole("dialog", { name: "Subnets", exact: true })).toContainText("hold a slot");
});

for (const route of ["/", "/plane?cx=10&cy=3"]) {
  test(`the counts of the plane's sentence lead from ${route} to exactly those they count`, async ({ page, open }) => {
    for (const [count, words] of [["18", "at best: none found"], ["11", "at best: claimed"]]) {
      await open(route);
      await page.locator("figcaption h2").getByRole("button", { name: count, exact: true }).click();
      await page.getByRole("dialog").getByRole("link", { name: "Which they are" }).click();
      await expect(page.getByRole("list", { name: "Conditions" })).toContainText(`Rung 3 or above, ${words}`);
      await expect(page.getByRole("heading", { level: 1 })).toContainText(`${count} of 128`);
    }
  });
}

test("the palette leads to the list of quiet builders itself", async ({ page, open }) => {
  await open("/about");
  await page.keyboard.press("/");
  await page.getByRole("combobox", { name: /^Go to/ }).fill("quiet");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/plane\?cx=10&cy=3#quiet$/);
  const heading = page.getByRole("heading", { name: "Quiet builders" });
  await expect(heading).toBeInViewport();
  // Not where the browser remembers to have been: a page that is opened.
  await page.goto("about:blank");
  await open("/plane?cx=10&cy=3#quiet");
  await expect(heading).toBeInViewport();
});

test("what is claimed of use is evidence of its rung, and stands once on the profile", async ({ page, open }) => {
  await open("/subnet/64.r1");
  await page.getByText("Evidence (7)").click();
  const said = page.getByRole("row", { name: /^4 outside use/ });
  await expect(said).toHaveCount(4);
  await expect(said.first()).toContainText("third party says");
  await expect(said.first()).toContainText("27 Feb 2026");
  await expect(said.first().getByRole("link")).toHaveAttribute("href", /\/claims$/);
  const use = page.locator("#usage");
  await expect(use).toContainText("shows that it can be used, not that anybody uses it");
  await expect(use.locator(".claim")).toHaveCount(4);
  await expect(page.locator("#claims .claim")).toHaveCount(4);
});

test("dollars name their price, and claims where they were said or that nobody knows", async ({ page, open }) => {
  await open("/");
  await page.getByRole("button", { name: "$717,410/day" }).click();
  const card = page.getByRole("dialog", { name: /^Emission in dollars/ });
  await expect(card).toContainText("TAO/USD 199.28, 13 Aug 2026");
  await expect(card).toContainText("Median of wrapped-TAO pools");
  await open("/claims");
  await expect(page.getByText("no address known").first()).toBeVisible();
  await expect(page.getByText("at $199.28 a TAO, 13 Aug 2026").first()).toBeVisible();
});

test("a rank opens its card and sorts the table", async ({ page, open }) => {
  await open("/subnets");
  const box = page.getByRole("region", { name: "Subnets", exact: true });
  await box.getByRole("columnheader", { name: /^Rank/ }).getByRole("button").click();
  await expect(page).toHaveURL(/sort=rank$/);
  await expect(box.getByRole("columnheader", { name: /^Rank/ })).toHaveAttribute("aria-sort", "ascending");
  await box.getByRole("row", { name: /Targon/ }).getByRole("button", { name: "4–5" }).click();
  const card = page.getByRole("dialog", { name: "Rank by what is earned" });
  await expect(card).toContainText("place by emission");
  await expect(card).toContainText("4–5 of 128");
});

test("on a phone a row has name, rank, ladder and what the table is sorted by", async ({ page, open }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await open("/subnets?sort=-emission_share");
  const row = page.getByRole("region", { name: "Subnets", exact: true }).getByRole("row", { name: /Chutes/ });
  await expect(row.locator(".lead")).toBeInViewport({ ratio: 1 });
  await expect(row.locator(".lead")).toHaveText(/12\.50/);
  await expect(row.locator(".rank")).toBeInViewport({ ratio: 1 });
  await expect(row.getByRole("img", { name: /^Rung 3/ })).toBeInViewport({ ratio: 1 });
});

test("rules have a table of their own, and events can be told apart by kind", async ({ page, open }) => {
  await open("/network");
  const rules = page.getByRole("region", { name: "Rules of emission" });
  await expect(rules.getByRole("row", { name: /Hill gate/ })).toBeVisible();
  await page.getByRole("combobox", { name: "Kind" }).selectOption("owner_changed");
  await expect(page).toHaveURL(/kind=owner_changed$/);
  const events = page.getByRole("region", { name: "Events" });
  await expect(events.getByText("renamed")).toHaveCount(0);
  await expect(events.getByText("owner changed").first()).toBeVisible();
});

test("the first key leads past the bar to the content, and stays on the page", async ({ page, open }) => {
  await open("/subnet/64?tab=usage");
  const here = page.url();
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the content" });
  await expect(skip).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#main")).toBeFocused();
  expect(page.url()).toBe(here);
  await expect(page.locator("h1")).toHaveText("Chutes");
});

test("the palette knows former names, and leads to who has another now", async ({ page, open }) => {
  await open("/");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("gamma_small");
  const place = page.getByRole("dialog").getByRole("option");
  await expect(place).toHaveText(["“gamma_small” is now called “CookingTAO” (seen on this day; the name before was read on 14 Jun 2026).SN122 · 7 Aug 2026"]);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/subnet\/122(\.r2)?$/);
  await expect(page.locator("h1")).toHaveText(/CookingTAO/);
});

test("the palette knows plain words, says what subnets earn, and goes at one press", async ({ page, open }) => {
  await open("/about");
  for (const [typed, found] of [["quiet", "Quiet builders"], ["full slots", "Full slots"], ["who earns most", "Who earns most"]]) {
    await page.keyboard.press("Control+k");
    await page.keyboard.type(typed);
    await expect(page.getByRole("dialog").getByRole("option").first()).toContainText(found);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog", { name: "Go to" })).toBeHidden();
  }
  await page.keyboard.press("Control+k");
  await page.keyboard.type("price");
  await expect(page.getByRole("dialog").getByRole("option").first()).toHaveText("Pricemetric");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("targon");
  await expect(page.getByRole("dialog").getByRole("option").first()).toContainText("287.08 τ/day · rung 3");
});

test("the first press of the colours changes them", async ({ page, open }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await open("/about");
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const before = await paper();
  await page.getByRole("button", { name: /^Colours/ }).click();
  expect(await paper()).not.toBe(before);
  await ready(page);
});
