// Adding a subnet when there are very many: 1,024, made up by `ledger synth`.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "./page.mjs";

let folder;

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "subnet-ledger-synth-"));
  execFileSync("cargo", ["run", "--quiet", "--locked", "--bin", "ledger", "--", "synth", "--subnets", "1024", "--days", "40", "--out", folder]);
});

test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a picker of 1,024 subnets searches, scrolls and takes by keys, with few rows on the page", async ({ page, open }) => {
  await page.route("**/data/**", (route) => {
    const file = join(folder, new URL(route.request().url()).pathname.split("/data/").pop());
    return existsSync(file) ? route.fulfill({ contentType: "application/json", body: readFileSync(file) }) : route.fulfill({ status: 404 });
  });
  await open("/compare?s=1~2&m=emission_tao_day");
  const field = page.getByRole("combobox", { name: "Add a subnet" });
  const list = page.getByRole("listbox", { name: "Subnets" });
  const active = list.locator("[aria-selected='true']");
  const nodes = () => list.locator("*").count();
  await field.focus();
  // The two that are in already are not offered again.
  await expect(list.getByRole("option").first()).toHaveAttribute("aria-setsize", "1022");
  expect(await nodes()).toBeLessThanOrEqual(100);

  for (let step = 0; step < 30; step++) await page.keyboard.press("ArrowDown");
  await expect(active).toHaveAttribute("aria-posinset", "31");
  await expect(active).toBeInViewport({ ratio: 1 });
  await expect(field).toHaveAttribute("aria-activedescendant", await active.getAttribute("id"));
  for (let page_ = 0; page_ < 120; page_++) await page.keyboard.press("PageDown");
  await expect(active).toHaveAttribute("aria-posinset", "1022");
  await expect(active).toBeInViewport({ ratio: 1 });
  expect(await nodes()).toBeLessThanOrEqual(100);

  // A wheel goes through the whole list too.
  await list.evaluate((list) => { list.scrollTop = 18_000; });
  await expect(list.locator("[aria-posinset='503']")).toBeInViewport();
  expect(await nodes()).toBeLessThanOrEqual(100);
  expect(await list.evaluate((list) => list.scrollHeight), "as long as all rows").toBe(1022 * 36);

  await field.fill("Synthetic 1000");
  await expect(active).toContainText("Synthetic 1000");
  await page.keyboard.press("Enter");
  await expect.poll(() => new URL(page.url()).searchParams.get("s")).toBe("1.r1~2.r1~1000.r1");
  await expect(page.getByRole("list", { name: "Subnets compared" })).toContainText("Synthetic 1000");
  await field.fill("no such subnet");
  await expect(page.getByText("No subnet matches.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
});
