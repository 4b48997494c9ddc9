// The ledger itself: what a reader who checks a number does. Figures are those of the bundled snapshot.
import { readFileSync } from "node:fs";
import { expect, ready, test } from "./page.mjs";
import { publication, serve } from "./publication.mjs";

const JULY = "2026-07-09-8583075";

test("the overview says what is paid, and every list goes on in the table", async ({ page, open }) => {
  await open("/");
  await expect(page.getByText("The network pays 3,600 τ a day to 75 of 128 subnets.")).toBeVisible();
  await expect(page.getByText("rank 1 of 128 under all three definitions of earned")).toBeVisible();
  const unproven = page.locator("section", { hasText: "Earning, nothing verified at rung 3 or above" }).last();
  await expect(unproven.getByRole("listitem").first()).toContainText("Minos");
  await unproven.getByRole("link", { name: "The rest in the table" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("29 of 128 subnets on 7 Aug 2026");
});

/** The emission of Chutes on its page, with its card open. */
async function emission({ page, open }) {
  await open("/subnet/64");
  // The figures come with the profile; until then the first such number is another one.
  await expect(page.locator("#evidence")).toBeVisible();
  const number = page.getByRole("button", { name: "449.96 τ/day" }).first();
  await number.click();
  const card = page.getByRole("dialog", { name: "Emission" });
  await expect(card).toContainText("= 449.96");
  return { number, card };
}

test("a number opens its card by click and by keyboard, with the formula filled in", async ({ page, open }) => {
  const { number, card } = await emission({ page, open });
  await expect(card).toContainText("Computed in your browser");
  await expect(card).toContainText("block 8,791,253");
  await expect(card).toContainText("128 of 128 subnets");
  await page.keyboard.press("Escape");
  await expect(card).toBeHidden();
  await expect(number).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(card).toBeVisible();
});

// The browser tells of a closing as a task of its own: a reader whose Enter came before it got an empty card.
test("a card that is opened while another closes has its words", async ({ page, open }) => {
  const { number, card } = await emission({ page, open });
  await number.evaluate((button) => {
    document.querySelector("dialog.card").close();
    button.click();
  });
  await page.waitForTimeout(200);
  await expect(card).toContainText("= 449.96");
  await page.keyboard.press("Escape");
  await expect(card).toBeHidden();
});

test("a figure made of many opens its card, which leads to those who were counted", async ({ page, open }) => {
  await open("/");
  await page.getByRole("button", { name: "29 of 127" }).click();
  const card = page.getByRole("dialog", { name: /^Subnets that take at least 10.τ\/day/ });
  await expect(card).toContainText("rung 3 searched 2 Aug 2026, rungs 4 and 5 not searched");
  // Some were claimed: the card does not say of all that nothing was found.
  await expect(card).toContainText("nothing found there for 18, only a claim there for 11");
  await expect(card).toContainText("Said by the team; nobody independent has confirmed it.");
  await card.getByRole("link", { name: "Which they are" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("29 of 128 subnets on 7 Aug 2026");
  await open("/network");
  await page.getByRole("button", { name: "47.1 %" }).click();
  await expect(page.getByRole("dialog", { name: "Share of the largest of emission" })).toContainText("sum of the 5 largest ÷ sum of all");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "30 of 42" }).click();
  await expect(page.getByRole("dialog", { name: "Subnets with every slot taken" })).toContainText("low caps: a third of all 128 subnets");
});

test("a point of a chart opens its card by keyboard", async ({ page, open }) => {
  await open("/compare?s=64.r1~51.r1&mode=index");
  const plot = page.locator(".plot");
  await plot.focus();
  await plot.press("End");
  await plot.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const card = page.getByRole("dialog", { name: "Price" });
  await expect(card).toContainText("value ÷ first value shown × 100");
  await expect(card).toContainText(/(Chutes · SN64|lium\.io · SN51), 7 Aug 2026/);
  await page.keyboard.press("Escape");
  await expect(card).toBeHidden();
  await expect(plot.locator(".readout.pinned")).toBeVisible();
});

test("a dot, a bar and a curve that a model made open theirs by pointer", async ({ page, open }) => {
  await open("/plane");
  const chosen = page.locator(".readout.pinned");
  await page.locator(".plot").focus();
  await page.locator(".plot").press("End");
  await page.locator(".plot").press("Enter");
  await chosen.getByRole("button", { name: "449.96 τ/day" }).click();
  await expect(page.getByRole("dialog", { name: "Emission" })).toContainText("Chutes · SN64");
  await page.keyboard.press("Escape");
  await expect(chosen.getByRole("link", { name: "Chutes" })).toHaveAttribute("href", /subnet\/64\.r1$/);

  await open("/compare?s=64.r1~51.r1&m=emission_tao_day&view=bar");
  const box = await page.locator(".plot").boundingBox();
  await page.mouse.click(box.x + 40, box.y + 14);
  await chosen.getByRole("button", { name: "449.96 τ/day" }).click();
  await expect(page.getByRole("dialog", { name: "Emission" })).toContainText("Chutes · SN64");
  await page.keyboard.press("Escape");

  await open("/subnet/64");
  const clock = page.locator("#earned .plot");
  await clock.focus();
  // The last day with anything on it is the one captured; the curve ends before.
  await clock.press("End");
  await clock.press("Enter");
  await expect(chosen).toContainText("7 Aug 2026");
  await expect(chosen).toContainText("on this one day");
  // What is pinned goes along with the keys.
  await clock.press("ArrowLeft");
  await expect(chosen).toContainText("2 Aug 2026");
  await expect(chosen).toContainText(/answered [\d.]+ % of [\d,]+ probes up to 2 Aug 2026\./);
  await clock.press("Home");
  await clock.press("ArrowRight");
  await chosen.getByRole("button", { name: /reconstructed/ }).click();
  const card = page.getByRole("dialog", { name: "Emission" });
  await expect(card).toContainText("reconstructed");
  await expect(card).toContainText("sum of the days with a value");
});

test.describe("by touch", () => {
  test.use({ hasTouch: true });
  test("a tap pins a point of a chart, and a second one opens its card", async ({ page, open }) => {
    await open("/compare?s=64.r1~51.r1");
    const box = await page.locator(".plot").boundingBox();
    await page.touchscreen.tap(box.x + box.width * 0.4, box.y + box.height * 0.5);
    await page.locator(".readout.pinned").getByRole("button").first().tap();
    await expect(page.getByRole("dialog", { name: "Price" })).toContainText("SN");
  });

  test("a tap at a number opens its card: in the table, in a profile, on the overview", async ({ page, open }) => {
    const emission = page.getByRole("dialog", { name: "Emission" });
    await open("/subnets");
    await page.getByRole("row", { name: /Chutes/ }).getByRole("button", { name: "449.96" }).tap();
    await expect(emission).toContainText("Chutes · SN64");
    await open("/subnet/64");
    await expect(page.locator("#evidence")).toBeVisible();
    await page.getByRole("button", { name: "449.96 τ/day" }).first().tap();
    await expect(emission).toContainText("= 449.96");
    await open("/");
    await page.getByRole("button", { name: "29 of 127" }).tap();
    await expect(page.getByRole("dialog", { name: /^Subnets that take at least 10.τ\/day/ })).toContainText("Which they are");
  });

  test("a tap at a dot of the plane keeps it, and another opens its card", async ({ page, open }) => {
    await open("/plane");
    const dot = page.locator(".plot:not(.written) circle[data-id='64.r1']");
    await dot.scrollIntoViewIfNeeded();
    const box = await dot.boundingBox();
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    const chosen = page.locator(".readout.pinned");
    await expect(chosen).toContainText("Chutes");
    await chosen.getByRole("button", { name: "449.96 τ/day" }).tap();
    await expect(page.getByRole("dialog", { name: "Emission" })).toContainText("Chutes · SN64");
  });
});

test("the plane is a table too, with every dot as a row", async ({ page, open }) => {
  await open("/plane");
  const dots = await page.locator(".plot:not(.written) circle[data-id]").count();
  await page.keyboard.press("t");
  const rows = page.getByRole("region", { name: "The chart as a table" }).locator("tbody tr");
  expect(dots).toBeGreaterThan(100);
  await expect(rows).toHaveCount(dots);
  const chutes = rows.filter({ hasText: "Chutes" });
  await expect(chutes).toContainText("449.96");
  await expect(chutes).toContainText("reachable product");
});

test("a published number that is not the computed one is marked in its card", async ({ page, open }) => {
  const check = page.getByRole("dialog", { name: "Received, on known days" }).locator(".check");
  const card = async () => {
    await open("/subnets?q=chutes&c=earned_tao_cum");
    await page.getByRole("row", { name: /Chutes/ }).getByRole("button", { name: /^23[01],487/ }).click();
  };
  await card();
  await expect(check).toHaveText(/the published number is the same/);
  await expect(check).not.toHaveClass(/warn/);
  await serve(page, publication(({ summary }) => {
    summary.metrics.earned_tao_cum.values[summary.subnets.indexOf("64.r1")] += 1000;
  }));
  await card();
  await expect(check).toHaveClass(/warn/);
  await expect(check).toContainText("the published number is another");
  // What stands over it is what was computed here.
  await expect(page.getByRole("dialog").locator(".worked")).toContainText("= 230,487");
});

test("who receives what is minted, who is of its kind, and what was published, stand on a profile", async ({ page, open }) => {
  await open("/subnet/64");
  const part = (name) => page.locator("section", { has: page.getByRole("heading", { name, exact: true }) }).last();
  // 11,796 parts of 65,535 to the owner, 41 % each to miners and validators, of 626.31 τ a day of alpha; nothing
  // is burned.
  const split = part("Who gets it");
  await expect(split.getByRole("button")).toHaveText([/^112\.73/, /^256\.79/, /^0/, /^256\.79/]);
  expect(await split.locator(".split i").evaluateAll((bars) => bars.map((bar) => Math.round(parseFloat(bar.style.width))))).toEqual([18, 41, 0, 41]);
  const peers = part("Peers").getByRole("listitem");
  await expect(peers).toHaveCount(6);
  for (const [at, name] of ["lium.io", "Hippius", "Green Compute", "Beam"].entries()) await expect(peers.nth(at)).toContainText(name);
  await expect(part("Peers").getByRole("link", { name: "Compare them" })).toHaveAttribute("href", /compare\?s=64\.r1~51\.r1~75\.r1/);
  await page.getByText("The published profile as JSON").click();
  const { id, evidence } = JSON.parse(await page.locator("pre.raw").textContent());
  expect([id, evidence.length]).toEqual(["64.r1", 7]);
});

test("what was received since the last release is a sum, and a rank an interval", async ({ page, open }) => {
  // Of the 17 days from 22 July on one was captured: 7,200 blocks of 0.0071978 τ.
  await open("/subnet/34");
  const since = page.getByText("since its last verified release on 21 Jul 2026");
  await expect(since).toHaveText(/^51\.8.τ received on 7 Aug 2026, the one day with data since its last verified release on 21 Jul 2026\. What it received on the other 16 days is not known\.$/);
  await since.getByRole("button").click();
  await expect(page.getByRole("dialog", { name: "TAO received" })).toContainText("51.8");
  await open("/subnet/4");
  await expect(page.getByText("rank 4–5 of 128, by the definition of earned")).toBeVisible();
});

test("every metric has a page with an example from the snapshot", async ({ page, open }) => {
  test.setTimeout(180_000);
  await open("/methods");
  const ids = await page.getByRole("main").getByRole("link").evaluateAll((links) => links.map((link) => link.href.match(/\/methods\/(\w+)$/)?.[1]).filter(Boolean));
  expect(new Set(ids).size).toBeGreaterThan(40);
  for (const id of new Set(ids)) {
    await open(`/methods/${id}`);
    const example = page.locator("section", { has: page.getByRole("heading", { name: "Worked example" }) });
    await expect(example.getByRole("link"), id).toHaveAttribute("href", /\/subnet\/\d+$/);
    await expect(example.getByRole("button"), id).toHaveText(/\S/);
  }
});

test("three subnets are called deprecated, and what each still earns stands beside it", async ({ page, open }) => {
  await open("/subnets?q=deprecated");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("3 of 128 subnets on 7 Aug 2026");
  const table = page.getByRole("region", { name: "Subnets", exact: true });
  for (const [netuid, earned] of [[3, "130.91"], [81, "19.41"], [39, "0.00"]]) {
    const row = table.getByRole("row", { name: new RegExp(`\\b${netuid}\\s*deprecated`) });
    await expect(row.locator("[data-metric=emission_tao_day]").first(), `${netuid}`).toHaveText(earned);
  }
});

test("conditions limit the table and the concentration, and are in the address", async ({ page, open }) => {
  await open("/subnets");
  await page.getByText("Add a condition").click();
  await page.getByRole("button", { name: "The highest rung" }).click();
  await page.getByRole("button", { name: "at least", exact: true }).click();
  await page.getByRole("textbox", { name: "Limit" }).fill("7");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText("Rungs are 0 to 5.")).toBeVisible();
  await page.getByRole("textbox", { name: "Limit" }).fill("3");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page).toHaveURL(/\?f=rung\.ge\.3$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("19 of 128 subnets on 7 Aug 2026");
  await page.getByRole("button", { name: /^Remove the condition/ }).click();
  await expect(page).toHaveURL(/subnets$/);

  await open("/network?f=rung.ge.3");
  await expect(page.getByText("Of the 19 of 128 subnets that meet every condition.")).toBeVisible();
  // The five best paid of the 19 have 1,248.71 of their 1,284.55 τ; two have more than half.
  await expect(page.getByRole("button", { name: "97.2 %" })).toBeVisible();
  await expect(page.getByText("Chutes").first()).toBeVisible();
});

test("a registration that lost its slot keeps its page", async ({ page, open }) => {
  await open("/subnet/40.r1");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Chunking");
  await expect(page.getByText("It held the slot from 13 Jul 2024 to 15 Jun 2026")).toBeVisible();
  await expect(page.getByText("Known to have received 5,759 τ on 258 days, reconstructed from prices.")).toBeVisible();
  await page.getByRole("link", { name: "Ralph" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ralph");
  await open("/subnet/40.r9");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("SN40.r9 is not in this snapshot");
});

test("a slot that changed hands is told of by its number, and what is not known is not said", async ({ page, open }) => {
  await open("/subnet/11");
  await expect(page.locator("#earned h2")).toHaveText(/^SN11, today TrajectoryRL, received 20,350\sτ from February 2025 to October 2025; no dated release was found by 2 Aug 2026$/);
  await expect(page.locator("#ownership")).toContainText("27 Feb 2026 · sold · Dippy sold subnet 11.");
  await open("/subnet/10");
  await expect(page.locator("#ownership")).toContainText("“Swap” is now called “Pareton”");
  await expect(page.locator("#ownership")).toContainText("owner changed");
  await open("/subnet/64");
  await expect(page.locator("#earned h2")).toHaveText(/no dated release was found by 2 Aug 2026, and a product answered a probe on 2 Aug 2026$/);
  await expect(page.getByText("No release of it is known with a date")).toBeVisible();
  await open("/subnet/40.r1");
  await expect(page.locator("#ownership").getByRole("row", { name: /40\.r1/ })).toContainText("15 Jun 2026");
});

test("what was received says what it is made of, and a zero why it is one", async ({ page, open }) => {
  await open("/methods/earned_tao_cum");
  await expect(page.getByText(/received, rebuilt days \+ received, captured days = [\d,.]+ \+ [\d,.]+ =/)).toBeVisible();
  await open("/subnets?q=mainframe&c=earned_tao_cum~releases_365d~emission_enabled");
  await page.getByRole("row", { name: /Mainframe/ }).getByRole("button", { name: /τ|,/ }).first().click();
  const card = page.getByRole("dialog", { name: "Received, on known days" });
  await expect(card).toContainText("258 rebuilt days and 1 captured day.");
  await expect(card).toContainText("median error 3.5 %");
  await expect(card).toContainText("the published number is the same");
  await open("/subnet/37");
  await expect(page.getByText("Emission to this subnet was switched off").first()).toBeVisible();
});

test("numbers stand beside what they were, and a slot in other hands does not", async ({ page, open }) => {
  await open(`/subnets?c=market_cap_tao~earned_tao_cum&since=${JULY}`);
  const row = (name) => page.getByRole("row", { name });
  await expect(row(/\b51\s*lium\.io/)).toContainText("390,113");
  await expect(row(/\b51\s*lium\.io/)).toContainText("+37.8");
  await expect(row(/OpenRoboto/)).toContainText("+192.7");
  await expect(row(/KubeTEE/).locator(".moved")).toHaveCount(0);
  // Whoever chooses another snapshot compares with that one, and the link says so.
  await page.locator("label", { hasText: /^Since/ }).getByRole("combobox").selectOption("2026-06-14-8404076");
  await expect(page).toHaveURL(/since=2026-06-14-8404076/);
  await expect(row(/\b51\s*lium\.io/)).toContainText("+66.1");
  await expect(row(/\b51\s*lium\.io/)).not.toContainText("+37.8");
});

test("the data page tells what changed, and verifies every file", async ({ page, open }) => {
  test.setTimeout(120_000);
  await open("/data");
  const { snapshots } = JSON.parse(readFileSync("dist/data/latest.json"));
  const listed = page.getByRole("region", { name: "Snapshots" }).locator("tbody tr");
  expect(snapshots).toHaveLength(3);
  await expect(listed).toHaveCount(3);
  for (const { id, root } of snapshots) await expect(listed.filter({ hasText: id }).locator(".hash")).toHaveText(root.sha256);
  await expect(page.getByText("3 slots registered anew, 23 renamed since 14 Jun 2026 (no names were read on 9 Jul 2026)")).toBeVisible();
  await expect(page.getByText("took the slot of ogham (90.r1)")).toBeVisible();
  await expect(page.getByRole("row", { name: /OpenRoboto/ })).toContainText("+192.7");
  await page.locator("label", { hasText: /^Since/ }).getByRole("combobox").selectOption("2026-06-14-8404076");
  await expect(page).toHaveURL(/since=2026-06-14-8404076/);
  await expect(page.getByRole("img", { name: /127 measured, 1 not measured/ }).first()).toBeVisible();

  await page.getByRole("button", { name: "Verify this snapshot" }).click();
  await expect(page.getByText(/^Checked (\d+) of \1 files: every hash matches\./)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/metrics are computed here from the captured columns/)).toBeVisible();
  await expect(page.getByText(/\b[\d,]+ values that were computed at publication are the same here\./)).toBeVisible({ timeout: 30_000 });
});

test("a number that was not published as it is computed here is named", async ({ page, open }) => {
  test.setTimeout(120_000);
  await page.route("**/data/current/metric/emission_share.csv", async (route) => {
    const text = await (await route.fetch()).text();
    await route.fulfill({ contentType: "text/csv", body: text.replace(/(64\.r1,64,Chutes,)[\d.]+/, "$10.2") });
  });
  await open("/data");
  await page.getByRole("button", { name: "Verify this snapshot" }).click();
  await expect(page.getByText(/1 differs here, .+ of 64\.r1 for one\./)).toBeVisible({ timeout: 60_000 });
});

test("every number of one subnet is set beside what it was, and the choice is in the address", async ({ page, open }) => {
  await open("/data");
  await page.locator("label", { hasText: /^Subnet/ }).getByRole("combobox").selectOption("64.r1");
  await expect(page).toHaveURL(/data\?s=64\.r1$/);
  const table = page.getByRole("region", { name: "Every number of one subnet" });
  await expect(table.getByRole("row", { name: /^Market cap/ })).toContainText("509,886");
  await expect(table.getByRole("row", { name: /^Emission / }).first()).toContainText("not measured");
});

test("coverage tells whose a tick is, and leads to the subnets it counts", async ({ page, open }) => {
  await open("/data");
  const row = page.getByRole("region", { name: "Coverage" }).getByRole("row", { name: /reachable product/ });
  await expect(row.getByRole("img")).toHaveAccessibleName(/^\d+ satisfied, .*claimed, .*none found/);
  await row.getByRole("img").hover({ position: { x: 127, y: 5 } });
  await expect(page.getByText(/^reachable product, .+ \(SN64\): satisfied\.$/)).toBeVisible();
  const counted = await row.getByRole("link").nth(1).textContent();
  await row.getByRole("link").nth(1).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${counted.split(" ")[0]} of 128 subnets on 7 Aug 2026`);
});

test.describe("with a file missing", () => {
  test.use({ provoked: /404|integrity/ });
  test("a damaged file is found by the verification, and named", async ({ page, open }) => {
  test.setTimeout(120_000);
  const latest = JSON.parse(readFileSync("dist/data/latest.json"));
  const root = JSON.parse(readFileSync(`dist/data/snapshots/${latest.snapshot}.json`));
  await open("/data");
  const claims = root.objects.claims.sha256;
  await page.route(`**/objects/${claims}.json`, (route) => route.fulfill({ status: 404, body: "" }));
  await page.getByRole("button", { name: "Verify this snapshot" }).click();
  await expect(page.getByText(new RegExp(`1 do not match or did not arrive: ${claims.slice(0, 12)}`))).toBeVisible({ timeout: 60_000 });
  });
});

test("claims stand beside independent readings", async ({ page, open }) => {
  await open("/claims");
  const claim = page.locator(".claim", { hasText: "just under" }).first();
  await expect(claim).toContainText("12.50");
  await expect(page.getByText("No independent reading.").first()).toBeVisible();
});

test("the site says which snapshot it shows when it is not the newest", async ({ page, open }) => {
  await open(`/subnets?at=${JULY}`);
  await expect(page.getByText("You are looking at the snapshot of 9 Jul 2026.")).toBeVisible();
  await expect(page.getByRole("cell", { name: "not measured" }).first()).toBeVisible();
  await page.getByRole("link", { name: "See the same in the newest" }).click();
  await ready(page);
  await expect(page).toHaveURL(/subnets$/);
});

test("an old snapshot says how old it is, and a young one does not", async ({ page, open }) => {
  await page.clock.setFixedTime(new Date("2026-11-23T12:00:00Z"));
  await open("/subnets");
  await expect(page.getByText("Newest snapshot: 7 Aug 2026, 108 days ago.")).toBeVisible();
  await page.clock.setFixedTime(new Date("2026-08-10T12:00:00Z"));
  await open("/subnets?sort=name");
  await expect(page.getByText("Newest snapshot:")).toHaveCount(0);
});

test("the address names a part of the page, and opens it there", async ({ page, open }) => {
  await open("/subnet/64?tab=ownership");
  await expect(page.getByRole("heading", { name: "Ownership and registrations" })).toBeInViewport();
  await page.getByRole("navigation", { name: "Parts of this page" }).getByRole("link", { name: "Shipped" }).click();
  await expect(page).toHaveURL(/tab=evidence/);
  await expect(page.locator("#evidence")).toBeInViewport();
});

test("subnets are picked in the table and taken to a comparison", async ({ page, open }) => {
  await open("/subnets");
  await page.getByRole("button", { name: "Compare Chutes" }).click();
  await page.getByRole("button", { name: "Compare Targon" }).click();
  await expect(page).toHaveURL(/\?s=64\.r1~4\.r1$/);
  await page.reload();
  await expect(page.getByRole("button", { name: "Compare Chutes" })).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("link", { name: "Compare the 2 picked" }).click();
  await expect(page).toHaveURL(/compare\?s=64\.r1~4\.r1$/);
  await expect(page.getByRole("list", { name: "Subnets compared" }).getByRole("listitem")).toHaveCount(2);
});

test("the table is taken away as it is seen", async ({ page, open }) => {
  await open("/subnets?c=emission_tao_day~stars&f=rung.ge.3");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "CSV" }).click()]);
  const lines = readFileSync(await download.path(), "utf8").split("\r\n");
  expect(lines[0]).toMatch(/^Id,Subnet,Category,Best rank,Worst rank,Highest rung,Rung 1: public code,.*,Emission \(τ\/day\),Stars$/);
  expect(lines[1]).toMatch(/^64\.r1,Chutes,/);
  expect(lines.filter((line) => /^\d+\.r\d+,/.test(line))).toHaveLength(19);
  expect(lines.join()).toMatch(/at=2026-08-07-8791253/);
});

test("a long table is all there, keeps its place when sorted, and what is picked stays picked", async ({ page, open }) => {
  await open("/subnets?c=preset.all");
  const box = page.getByRole("region", { name: "Subnets", exact: true });
  const rows = box.getByRole("row");
  // With the head.
  await expect(rows).toHaveCount(129);
  await rows.nth(100).getByRole("button", { name: /^Compare / }).click();
  const name = await rows.nth(100).getByRole("rowheader").innerText();
  const scrolled = () => box.evaluate((element) => element.scrollTop);
  const place = await scrolled();
  expect(place).toBeGreaterThan(2000);
  await box.getByRole("columnheader", { name: /^Subnet/ }).getByRole("button").click();
  await expect(rows).toHaveCount(129);
  expect(await scrolled()).toBe(place);
  const picked = box.locator("tr:has([data-pick][aria-pressed=true])");
  await expect(picked).toHaveCount(1);
  expect(await picked.getByRole("rowheader").innerText()).toBe(name);
});
