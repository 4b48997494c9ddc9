// Pages that were written at publication are valid HTML, and are replaced without a jump.
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { HtmlValidate } from "html-validate";
import { expect, test } from "./page.mjs";

const SAMPLE = [
  "index.html", "404.html", "subnets/index.html", "compare/index.html", "plane/index.html", "network/index.html",
  "claims/index.html", "methods/index.html", "methods/emission_tao_day/index.html", "data/index.html",
  "about/index.html", "embed/index.html", "subnet/64/index.html", "subnet/1/index.html", "subnet/16.r1/index.html",
  "embed/card/64.html", "embed/card/16.r1.html", "embed/spark/64.r1.html", "embed/spark/16.r1.html",
  "embed/compare/index.html", "embed/plane/index.html", "embed/subnet/index.html", "embed/table/index.html",
];

test("written pages are valid", async () => {
  const validator = new HtmlValidate({ root: true, extends: ["html-validate:standard"] });
  for (const file of SAMPLE) {
    const { results } = await validator.validateString(readFileSync(`dist/${file}`, "utf8"), file);
    const told = results.flatMap(({ messages }) => messages.map(({ line, column, ruleId, message }) => `${file}:${line}:${column} ${ruleId}: ${message}`));
    expect.soft(told.slice(0, 5), file).toEqual([]);
  }
  console.log(SAMPLE.map((file) => `${file} ${(statSync(`dist/${file}`).size / 1000).toFixed(1)} kB`).join("\n"));
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  for (const address of ["", "subnet/64", "plane", "methods/emission_tao_day"]) {
    test(`/${address} can be read`, async ({ page }) => {
      await page.goto(`./${address}`);
      await expect(page.getByRole("heading", { level: 1 })).not.toBeEmpty();
      await expect(page.getByRole("main")).toContainText(/\d/);
      // Nobody is shown a button that will never do anything.
      for (const dead of await page.locator("[inert]").all()) await expect(dead).toBeHidden();
    });
  }
});

test("a picture is described by what it shows", () => {
  const said = (file) => {
    const html = readFileSync(`dist/${file}`, "utf8");
    const find = (pattern) => html.match(pattern)?.[1];
    return {
      alt: find(/property="og:image:alt" content="([^"]+)"/), twitter: find(/name="twitter:image:alt" content="([^"]+)"/),
      picture: find(/property="og:image" content="([^"]+)"/), title: find(/name="twitter:title" content="([^"]+)"/),
      // Numbers in it are elements of their own.
      headline: find(/<figcaption><h\d>(.+?)<\/h\d>/)?.replace(/<[^>]+>/g, ""),
    };
  };
  // Their pictures are of the chart that stands on them.
  for (const file of ["plane/index.html", "compare/index.html", "network/index.html", "subnet/64/index.html", "subnet/16.r1/index.html"]) {
    const { alt, headline } = said(file);
    expect.soft(alt, file).toBe(headline);
  }
  for (const file of SAMPLE.filter((file) => !/^(404|embed\/(card|spark))/.test(file))) {
    const { alt, twitter, picture, title } = said(file);
    expect.soft([picture, title, alt === twitter], file).toEqual([expect.stringMatching(/\.png$/), expect.stringMatching(/./), true]);
    expect.soft(alt, file).toMatch(/\w+ \w+ \w+/);
  }
  const plane = said("plane/index.html").headline;
  for (const file of ["index.html", "claims/index.html", "about/index.html", "methods/emission_tao_day/index.html"]) expect.soft(said(file).alt, file).toBe(plane);
});

test("every page names a picture that is there, as large as it says", () => {
  const pages = readdirSync("dist", { recursive: true }).filter((file) => file.endsWith(".html"));
  const without = [];
  const pictures = new Set();
  for (const file of pages) {
    const html = readFileSync(`dist/${file}`, "utf8");
    const picture = html.match(/property="og:image" content="[^"]+\/(preview\/[\w.-]+\.png)"/)?.[1];
    if (!picture) {
      without.push(file);
      continue;
    }
    pictures.add(picture);
    const size = ["width", "height"].map((side) => Number(html.match(new RegExp(`og:image:${side}" content="(\\d+)"`))[1]));
    expect.soft(size, file).toEqual([1200, 630]);
  }
  // Nobody shares what is not found, nor the inside of a frame: a link to a card leads to its subnet.
  expect(without.filter((file) => file !== "404.html" && !/^embed\/(card|spark)\//.test(file))).toEqual([]);
  expect(pictures.size).toBeGreaterThan(128);
  for (const picture of pictures) {
    expect.soft(existsSync(`dist/${picture}`), picture).toBe(true);
    const png = readFileSync(`dist/${picture}`);
    expect.soft([png.toString("latin1", 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)], picture).toEqual(["PNG", 1200, 630]);
  }
});

test("views for other people’s pages are not for search engines", () => {
  for (const view of ["compare", "plane", "subnet", "table"]) {
    const html = readFileSync(`dist/embed/${view}/index.html`, "utf8");
    expect.soft(html, view).toContain('<meta name="robots" content="noindex">');
    expect.soft(html.match(/name="description" content="([^"]+)"/)?.[1].length, view).toBeGreaterThan(40);
  }
  expect(readFileSync("dist/embed/index.html", "utf8")).not.toContain("noindex");
});

for (const address of ["", "subnet/64", "plane"]) {
  test(`/${address}: the facts stay until the program has its own, and the headline does not move`, async ({ page }) => {
    let go;
    const held = new Promise((resolve) => { go = resolve; });
    await page.route(/\/data\/objects\//, async (route) => { await held; await route.continue(); });
    await page.goto(`./${address}`);
    await expect(page.locator("[data-path]")).toBeVisible();
    const headline = page.getByRole("heading", { level: 1 });
    const before = { text: await headline.textContent(), box: await headline.boundingBox() };
    await page.waitForTimeout(1500);
    // The program runs, its data is on the way, and nothing was taken from the reader.
    await expect(page.locator("[data-path]")).toBeVisible();
    go();
    await expect(page.locator("html")).toHaveAttribute("data-ready", "true");
    await expect(page.locator("[data-path]")).toHaveCount(0);
    await expect(headline).toHaveText(before.text);
    const after = await headline.boundingBox();
    for (const side of ["x", "y"]) expect(Math.abs(after[side] - before.box[side]), side).toBeLessThanOrEqual(1);
  });
}

test("a link that is pinned is not shown the newest numbers first", async ({ page }) => {
  await page.route(/\.wasm$/, () => {});
  const { snapshots } = JSON.parse(readFileSync("dist/data/latest.json", "utf8"));
  await page.goto(`./subnet/64?at=${snapshots[0].id}`, { waitUntil: "domcontentloaded" });
  await expect(page.getByRole("status")).toContainText("Opening the ledger");
  await expect(page.locator("[data-path]")).toHaveCount(0);
});

test("when the data cannot be had the facts stay under the reason", async ({ browser, baseURL }) => {
  const page = await browser.newPage();
  await page.route(/data\/latest\.json$/, (route) => route.fulfill({ status: 503, body: "busy" }));
  await page.goto(`${baseURL}subnet/64`);
  await expect(page.getByRole("alert")).not.toBeEmpty();
  await expect(page.locator("[data-path]")).toContainText("Chutes");
  await page.close();
});
