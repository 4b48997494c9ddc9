// What a reader looks for is found, said truly, and readable on a phone.
import { expect, ready, test } from "./page.mjs";

test("rungs that nobody searched are hatched and said, and the sentence does not call them empty", async ({ page, open }) => {
  await open("/plane?cx=10&cy=5");
  const sentence = page.locator("figcaption h2");
  await expect(sentence).toHaveText(/nothing verified at rung 5 \(external revenue\): 2 only claimed, 33 not searched$/);
  await expect(page.locator(".plot .gap-words text")).toHaveText(["not searched; 2 subnets claim it", "not searched; 2 subnets claim it"]);
  await expect(page.locator(".lane-names")).toContainText("claimed only");
  await expect(page.locator("path.frontier")).toHaveCount(1);
});

test("the plane of the bar opens with a finding, and quiet builders follow the measure", async ({ page, open }) => {
  await open("/");
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Plane" }).click();
  await expect(page).toHaveURL(/plane\?cx=10&cy=3$/);
  await expect(page.locator("figcaption h2")).toContainText("18 none found, 11 only claimed; searched 2 Aug 2026");
  const quiet = page.locator("section", { has: page.getByRole("heading", { name: "Quiet builders" }) }).last();
  await expect(quiet.getByRole("listitem")).toHaveCount(3);
  await expect(quiet.getByRole("listitem").first()).toContainText("Desearch");
  await expect(page.getByText("Received none of the TAO emission at that block")).toBeVisible();
  const first = await quiet.getByRole("listitem").first().innerText();
  await page.getByRole("combobox", { name: "Earned" }).selectOption("owner_tao_day");
  await expect(quiet).toContainText("Owner’s part, priced");
  expect(await quiet.getByRole("listitem").first().innerText()).not.toBe(first);
});

test("every part of a profile that a link names is there", async ({ page, open }) => {
  await open("/subnet/3.r1");
  for (const [part, heading] of [["Claims", "Claims, and what can be read"], ["Activity", "Activity"], ["Slots", "Slots"]]) {
    await page.getByRole("navigation", { name: "Parts of this page" }).getByRole("link", { name: part }).click();
    await expect(page.getByRole("heading", { name: heading, exact: true })).toBeInViewport();
  }
  await expect(page.getByText("No public claim about this registration is listed")).toBeVisible();
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

test("the palette knows plain words, says what subnets earn, and goes at one press", async ({ page, open }) => {
  await open("/about");
  for (const [typed, found] of [["quiet", "Quiet builders"], ["full slots", "Full miner slots"], ["who earns most", "Who earns most"]]) {
    await page.keyboard.press("Control+k");
    await page.keyboard.type(typed);
    await expect(page.getByRole("dialog").getByRole("option").first()).toContainText(found);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog", { name: "Go to" })).toBeHidden();
  }
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
