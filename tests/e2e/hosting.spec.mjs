// What docs/hosting.md promises about the example configurations: the same of every server, at the
// root and in a folder. The projects of the configuration say which server is asked.
import { existsSync, readFileSync } from "node:fs";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "./page.mjs";
import { STANDING, policy } from "../../.ci/site.mjs";

const page = readFileSync("dist/index.html", "utf8");
const asset = (kind) => page.match(new RegExp(`assets/[\\w-]+\\.${kind}`))[0];
const { snapshot } = JSON.parse(readFileSync("dist/data/latest.json", "utf8"));
const object = JSON.parse(readFileSync(`dist/data/snapshots/${snapshot}.json`, "utf8")).objects.summary.sha256;
const IMMUTABLE = "public, max-age=31536000, immutable";

const FILES = [
  ["index.html", "text/html", "no-cache"],
  ["explore.js", "javascript", "no-cache"],
  ["icon.svg", "image/svg+xml", "no-cache"],
  ["data/latest.json", "application/json", "no-cache"],
  ["embed.js", "javascript", "no-cache"],
  ["echarts.mjs", "javascript", "no-cache"],
  ["embed/card/64.html", "text/html", "no-cache"],
  ["badge/64/emission.svg", "image/svg+xml", "no-cache"],
  ["preview/overview.png", "image/png", "no-cache"],
  ["data/current/feed.xml", "xml", "no-cache"],
  ["data/current/subnet/64.csv", "text/", "no-cache"],
  [`data/objects/${object}.json`, "application/json", IMMUTABLE],
  ["embed/widget.css", "text/css", "no-cache"],
  [asset("js"), "javascript", IMMUTABLE],
  [asset("wasm"), "application/wasm", IMMUTABLE],
];

for (const [file, type, cache] of FILES) {
  test(`${file.replace(/-\w{16}\./, "-….")} has its type, its headers and its compression`, async ({ request }) => {
    const response = await request.get(`./${file}`, { headers: { "accept-encoding": "br" } });
    expect(response.status()).toBe(200);
    const headers = response.headers();
    expect(headers["content-type"]).toContain(type);
    expect(headers["cache-control"]).toBe(cache);
    expect(headers["access-control-allow-origin"]).toBe("*");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["content-security-policy"]).toBe(STANDING);
    const compressed = existsSync(`dist/${file}.br`);
    expect(headers["content-encoding"]).toBe(compressed ? "br" : undefined);
    if (compressed) expect(headers.vary).toMatch(/accept-encoding/i);
    // A second visit costs an empty answer.
    const again = await request.get(`./${file}`, { headers: { "accept-encoding": "br", "if-none-match": headers.etag } });
    expect(again.status()).toBe(304);
  });
}

/** Addresses with what is sent for them: a page of their own, or the page that the program fills. */
const PAGES = [
  ["", "index.html", 200],
  ["subnets", "subnets/index.html", 200],
  ["subnet/64", "subnet/64/index.html", 200],
  ["subnet/64/", "subnet/64/index.html", 200],
  ["subnet/16.r1", "subnet/16.r1/index.html", 200],
  ["subnet/70.r9", "404.html", 200],
  ["methods/emission_tao_day", "methods/emission_tao_day/index.html", 200],
  ["methods/nothing", "404.html", 200],
  ["embed", "embed/index.html", 200],
  ["embed/compare", "embed/compare/index.html", 200],
  ["compare?s=64~4&y=log", "compare/index.html", 200],
  ["nothing-here", "404.html", 404],
  ["subnet/64/nothing/here", "404.html", 404],
];
for (const [address, file, status] of PAGES) {
  test(`/${address} is answered with ${file} and status ${status}`, async ({ request }) => {
    const response = await request.get(`./${address}`);
    expect(response.status()).toBe(status);
    expect(response.headers()["content-type"]).toContain("text/html");
    expect(response.headers()["content-security-policy"]).toBe(STANDING);
    expect(response.headers()["cache-control"] ?? "no-cache").toBe("no-cache");
    const text = await response.text();
    const path = (html) => html.match(/data-path="([^"]*)"/)?.[1];
    expect(path(text)).toBe(path(readFileSync(`dist/${file}`, "utf8")));
    expect(text).toMatch(/<script type="module"/);
  });
}

test("a page asks ahead for what it needs, and for nothing else, whatever its folder is called", async ({ page }) => {
  const asked = [];
  page.on("request", (request) => { if (request.url().includes("/data/objects/")) asked.push(request.url().replace(/.*\//, "")); });
  const { objects } = JSON.parse(readFileSync(`dist/data/snapshots/${JSON.parse(readFileSync("dist/data/latest.json", "utf8")).snapshot}.json`, "utf8"));
  const file = (part) => `${objects[part].sha256}.json`;
  await page.goto("./about");
  await expect(page.locator("html")).toHaveAttribute("data-ready", "true");
  expect(asked).toEqual([file("summary")]);
  asked.length = 0;
  await page.goto("./compare?s=64&y=log");
  await expect(page.locator("html")).toHaveAttribute("data-ready", "true");
  expect(asked).toContain(file("index"));
  // Each once: what was asked ahead is what the program reads.
  expect(asked.length).toBe(new Set(asked).size);
});

test("what every visit loads lies there compressed, twice, and is the same when it is unpacked", () => {
  for (const file of ["index.html", "404.html", "subnet/64/index.html", asset("js"), asset("wasm"), "embed.js", "embed/widget.css", `data/objects/${object}.json`]) {
    const bytes = readFileSync(`dist/${file}`);
    for (const [ending, unpacked] of [["br", brotliDecompressSync], ["gz", gunzipSync]]) {
      const packed = readFileSync(`dist/${file}.${ending}`);
      expect.soft(packed.length, `${file}.${ending}`).toBeLessThan(bytes.length);
      expect.soft(unpacked(packed).equals(bytes), `${file}.${ending}`).toBe(true);
    }
  }
});

test("browsers without brotli are sent gzip", async ({ request }) => {
  const response = await request.get(`./${asset("wasm")}`, { headers: { "accept-encoding": "gzip" } });
  expect(response.headers()["content-encoding"]).toBe("gzip");
});

test("a file that is not there is a 404 that nobody keeps, and never a page with status 200", async ({ request }) => {
  for (const file of ["data/objects/0000.json", "data/nothing.json", "assets/old-0123456789abcdef.wasm", "nothing.mjs"]) {
    const response = await request.get(`./${file}`);
    expect(response.status(), file).toBe(404);
    expect(response.headers()["cache-control"] ?? "no-cache", file).toBe("no-cache");
    expect(response.headers()["access-control-allow-origin"], file).toBe("*");
  }
});

test("each page holds its policy, and what no build changes of it is in the header, _headers and the examples", async ({ request }) => {
  const rules = policy(page);
  expect(rules).not.toMatch(/unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)/);
  expect(rules).toMatch(/^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'( 'sha256-[^']+'){2}; style-src 'self' 'sha256-[^']+'; /);
  expect(rules.endsWith(STANDING)).toBe(true);
  for (const file of ["index.html", "404.html", "subnet/64/index.html", "embed/compare/index.html"]) {
    expect(readFileSync(`dist/${file}`, "utf8").includes(`content="${rules}"`), file).toBe(true);
  }
  const response = await request.get("./");
  expect(response.headers()["content-security-policy"]).toBe(STANDING);
  for (const file of ["dist/_headers", "docs/nginx.conf.example", "docs/Caddyfile.example"]) {
    expect(readFileSync(file, "utf8").includes(STANDING), `${file} holds: ${STANDING}`).toBe(true);
  }
});
