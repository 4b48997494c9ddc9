// Text from the chain is hostile. It is put into every field that has text, and nothing of it may run,
// ask a host for anything, or move what stands beside it.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { expect, test } from "./page.mjs";
import { publication, serve } from "./publication.mjs";

const OWN = [
  "<script>window.canary = 1</script>",
  "<img src=x onerror=\"window.canary = 1\">",
  "\"><svg onload=window.canary=1>",
  "'-window.canary=1-'",
  "</style><style>body{display:none}</style>",
  "javascript:window.canary=1//",
  "{{constructor.constructor('window.canary=1')()}}",
  "</title><script>window.canary=1</script>",
  "</text></svg><script>window.canary=1</script>",
  "=cmd|' /C calc'!A0",
  "\u{202e}txet desrever",
  "Z\u{0351}\u{036b}\u{0343}\u{036a}\u{0302}\u{036b}\u{033d}\u{034f}\u{0334}a\u{0334}\u{0335}\u{031e}l\u{034e}\u{035a}\u{033c}g\u{035a}\u{0331}o\u{035a}\u{033b}",
  "\u{200b}\u{200d}\u{feff}",
  "A".repeat(10_000),
  "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}".repeat(500),
];

// The list of naughty strings, where it lies beside the repository.
const LIST = "../shared/hostile/blns/blns.json";
const listed = existsSync(LIST) ? JSON.parse(readFileSync(LIST, "utf8")) : [];
if (!listed.length) console.log(`skipped: ${LIST} is not here, so only our own hostile strings are tried`);
const STRINGS = [...OWN, ...listed];

let next = 0;
const hostile = () => STRINGS[next++ % STRINGS.length];

/** Every text of the publication replaced; subnet 64 keeps its place and shows hostile text throughout. */
const attack = () => {
  next = 0;
  const ids = ["64.r1", "51.r1", "4.r1"];
  return publication(({ root, summary, claims, events, profiles }) => {
    summary.name = summary.name.map(hostile);
    summary.symbol = summary.symbol.map(hostile);
    summary.categories = summary.categories.map(hostile);
    summary.name_flags = { 3: [hostile()], 63: [hostile(), hostile()] };
    for (const column of Object.values(summary.metrics)) {
      column.exceptions = { ...column.exceptions, 63: { why: hostile() } };
    }
    for (const source of root.sources) Object.assign(source, { name: hostile(), licence: hostile(), url: hostile(), captured_at: hostile() });
    root.emission_rule = hostile();
    root.captured_at = hostile();
    root.block_hash = hostile();
    for (const claim of claims.claims) {
      for (const field of ["statement", "qualifier", "unit", "period", "said_by", "said_on", "said_in", "url", "trap", "trap_note"]) claim[field] = hostile();
    }
    for (const event of events.events) Object.assign(event, { what: hostile(), kind: hostile() });
    for (const profile of Object.values(profiles)) {
      profile.about = hostile();
      profile.identity = Object.fromEntries(STRINGS.slice(0, 200).map((text, index) => [[...`${index} ${text}`].slice(0, 300).join(""), hostile()]));
      profile.links = STRINGS.map((url) => ({ kind: hostile(), label: hostile(), url, source: hostile() }));
      profile.evidence = STRINGS.slice(0, 120).map((link) => ({ rung: hostile(), what: hostile(), link, day: hostile(), grade: hostile(), source: hostile() }));
      profile.rungs = [{ rung: "release", state: "satisfied", searched_on: hostile(), why: hostile() }];
      profile.notes = STRINGS.slice(0, 40);
      for (const generation of profile.generations) Object.assign(generation, { name: hostile(), registered_on: hostile() });
      profile.owner = { coldkey: hostile(), hotkey: hostile() };
    }
  }, ids);
};

const PAGES = ["/", "/subnets?c=preset.all", "/subnet/64", "/subnet/51", "/compare?s=64~51~4", "/compare?s=64~51~4&view=bar", "/compare?s=64~51~4&view=scatter", "/plane", "/network", "/claims", "/data", "/embed/subnet?s=64", "/embed/compare?s=64~51"];

/** What of a page became more than text. */
const harm = (page) => page.evaluate(() => ({
  canary: window.canary,
  handlers: [...document.querySelectorAll("*")].filter((element) => [...element.attributes].some(({ name }) => name.startsWith("on"))).length,
  scripts: document.querySelectorAll("#app script, main script, svg script").length,
  links: [...document.querySelectorAll("main a[href]")].map((link) => link.href).filter((href) => !/^https?:/.test(href)),
}));
const NONE = { canary: undefined, handlers: 0, scripts: 0, links: [] };

for (const address of PAGES) {
  test(`${address} shows hostile text as text`, async ({ page, open }) => {
    await serve(page, attack());
    await open(address);
    await page.waitForLoadState("networkidle");
    expect(await harm(page)).toEqual(NONE);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide, "sideways scroll in px").toBeLessThanOrEqual(0);
    for (const link of await page.locator("main a[target=_blank]").all()) {
      if (await link.evaluate((a) => a.origin !== location.origin)) expect(await link.getAttribute("rel")).toMatch(/noopener/);
    }
  });
}

test("what is written of hostile text at publication shows it as text", async ({ page, baseURL }) => {
  const site = mkdtempSync(join(tmpdir(), "subnet-ledger-hostile-"));
  try {
    cpSync("dist/data", join(site, "data"), { recursive: true });
    cpSync("dist/404.html", join(site, "404.html"));
    for (const [name, text] of attack().files) writeFileSync(join(site, "data", name), text);
    execFileSync("cargo", ["run", "--quiet", "--locked", "--bin", "ledger", "--", "prerender", site, "--url", baseURL, "--no-previews"], { stdio: ["ignore", "ignore", "inherit"] });
    const kinds = { ".html": "text/html", ".svg": "image/svg+xml", ".xml": "text/xml", ".json": "application/json" };
    await page.route(`${baseURL}**`, (route) => {
      const path = join(site, new URL(route.request().url()).pathname);
      const file = existsSync(path) && statSync(path).isDirectory() ? join(path, "index.html") : path;
      return existsSync(file) ? route.fulfill({ path: file, contentType: kinds[extname(file)] }) : route.fallback();
    });
    const pages = ["", "subnets", "subnet/64", "subnet/51.r1", "subnet/16.r1", "network", "claims", "data"];
    for (const address of [...pages, "embed/card/64.html", "embed/card/51.r1.html", "embed/spark/64.html", "badge/64/emission.svg", "badge/51/rung-dark.svg", "data/current/feed.xml"]) {
      await page.goto(`./${address}`);
      await page.waitForLoadState("networkidle");
      expect(await harm(page), address).toEqual(NONE);
    }
  } finally {
    rmSync(site, { recursive: true, force: true });
  }
});

test("a name of any length leaves its neighbours where they are, and the number visible", async ({ page, open }) => {
  await open("/subnets");
  const height = async () => (await page.getByRole("row").nth(1).boundingBox()).height;
  const calm = await height();
  await serve(page, publication(({ summary }) => {
    summary.name = summary.name.map((_, index) => OWN[index % OWN.length]);
  }));
  await page.evaluate(() => localStorage.clear());
  await open("/subnets");
  for (const row of (await page.getByRole("row").all()).slice(1, 20)) {
    expect((await row.boundingBox()).height).toBeLessThanOrEqual(calm + 2);
    await expect(row.locator(".netuid")).toHaveText(/^\d+$/);
  }
});
