import { ABSENT, ROUTES, UNKNOWN } from "./routes.mjs";
import { expect, ready, test } from "./page.mjs";

for (const route of [...ROUTES, ...ABSENT]) {
  test(`${route} opens from cold`, async ({ page, open }) => {
    const response = await open(route);
    expect(response.status()).toBe(200);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await expect(page.getByRole("heading", { level: 1 })).not.toBeEmpty();
    await expect(page.getByRole("main")).toHaveCount(1);
  });
}

for (const route of UNKNOWN) {
  test(`${route} is said to be unknown`, async ({ page, open }) => {
    const response = await open(route);
    expect(response.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  });
}

test("a trailing slash opens the same page", async ({ page, open }) => {
  await open("/subnets");
  const heading = await page.getByRole("heading", { level: 1 }).textContent();
  await open("/subnets/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
});

test("links stay inside the site, and back and forward follow", async ({ page, open, baseURL }) => {
  await open("/");
  const home = await page.getByRole("heading", { level: 1 }).textContent();
  const addresses = await page.getByRole("link").evaluateAll((links) => links.map((link) => link.href));
  const own = addresses.filter((address) => address.startsWith(new URL(baseURL).origin));
  for (const address of own) expect(address.startsWith(baseURL), address).toBe(true);

  await page.getByRole("navigation").getByRole("link", { name: "Subnets" }).click();
  await expect(page).toHaveURL(`${baseURL}subnets`);
  await ready(page);
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(home);
  await page.goBack();
  await expect(page).toHaveURL(baseURL);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(home);
  await page.goForward();
  await expect(page).toHaveURL(`${baseURL}subnets`);
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(home);
});
