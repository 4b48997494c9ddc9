// Conditions on rows: of metrics and of formulas, with limits typed as numbers are shown.
import { expect, test } from "./page.mjs";

const query = (page) => new URL(page.url()).searchParams;
const chips = (page) => page.getByRole("list", { name: "Conditions" });

/** Opens the form for a condition. */
async function form(page) {
  await page.getByText("Add a condition").click();
  return page.locator("form.condition");
}

test("a share is typed in per cent and a date as a date", async ({ page, open }) => {
  await open("/subnets");
  const condition = await form(page);
  const limit = condition.getByRole("textbox", { name: /^Limit/ });
  const metric = condition.getByRole("combobox", { name: /^Metric/ });
  await metric.selectOption("emission_share");
  await limit.fill("5 %");
  await condition.getByRole("button", { name: "Add", exact: true }).click();
  await expect.poll(() => query(page).get("f")).toBe("emission_share.ge.0.05");
  await expect(chips(page)).toContainText(/at least 5[.0]*.%/);

  await metric.selectOption("last_push");
  await limit.fill("2026-13-01");
  await condition.getByRole("button", { name: "Add", exact: true }).click();
  await expect(condition.getByRole("status")).toHaveText("A date is typed as 2026-08-07.");
  await limit.fill("2026-07-01");
  await condition.getByRole("button", { name: "Add", exact: true }).click();
  await expect(chips(page)).toContainText("1 Jul 2026");
  await expect.poll(() => query(page).get("f")).toBe(`emission_share.ge.0.05~last_push.ge.${Date.parse("2026-07-01") / 86_400_000}`);
});

for (const path of ["/subnets", "/network"]) {
  test(`a formula limits the rows of ${path}, and what is wrong with one is said where it is wrong`, async ({ page, open }) => {
    await open(path);
    const condition = await form(page);
    await condition.getByText("Formula", { exact: true }).click();
    const field = condition.getByRole("textbox", { name: "Formula" });
    await field.fill("tao_in_pool + alpha_in_pool");
    await field.press("Enter");
    await expect(condition.getByRole("alert")).toContainText("TAO and alpha cannot be added (at character 13)");
    await field.fill("emission_tao_day / market_cap_tao");
    await field.press("Enter");
    await expect(condition.getByRole("status").first()).toContainText("Emission ÷ Market cap: per day");
    await condition.getByRole("textbox", { name: /^Limit/ }).fill("0.0005");
    await condition.getByRole("button", { name: "Add", exact: true }).click();
    await expect.poll(() => query(page).get("f")).toBe("emission_tao_day-div-market_cap_tao.ge.0.0005");
    await expect(chips(page)).toContainText("Emission ÷ Market cap at least 0.0005");
    const shown = path === "/subnets" ? page.getByRole("heading", { level: 1 }) : page.locator("p.sub").first();
    const [some, all] = (await shown.textContent()).match(/(\d+) of (\d+) subnets/).slice(1).map(Number);
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(all);
  });
}

test("the state of a rung, alone or with those above it, is a condition", async ({ page, open }) => {
  await open("/subnets");
  await page.getByText("Add a condition").click();
  const form = page.locator("form.condition");
  await form.getByRole("button", { name: "The state of a rung" }).click();
  await form.getByRole("combobox", { name: "Rung" }).selectOption({ label: "rung 3, reachable product" });
  await form.getByRole("combobox", { name: "Is" }).selectOption({ label: "claimed" });
  await form.getByRole("button", { name: "Add" }).click();
  await expect(page).toHaveURL(/f=reachable_product\.claimed$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("18 of 128");
  await form.getByRole("combobox", { name: "Rung" }).selectOption({ label: "rung 4 or above, at best" });
  await form.getByRole("button", { name: "Add" }).click();
  await expect(page).toHaveURL(/f=reachable_product\.claimed~best\.4\.claimed$/);
  await open("/subnets?f=best.9.claimed");
  await expect(page.getByText("ignored: f=best.9.claimed (rungs with a state are 1 to 5)")).toBeVisible();
});

test("a formula in a condition of a link is checked, and the rest of the link holds", async ({ page, open }) => {
  await open("/subnets?f=emission_tao_day-div-cap.gt.1~rung.ge.3");
  await expect(page.getByText("there is no metric called “cap” (at character 20)")).toBeVisible();
  await expect(chips(page)).toContainText("Highest rung at least 3");
});
