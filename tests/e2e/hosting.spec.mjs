// What docs/hosting.md promises about the example configurations.
import { readFileSync } from "node:fs";
import { expect, test } from "./page.mjs";
import { policy } from "../../.ci/site.mjs";

const page = readFileSync("dist/index.html", "utf8");
const asset = (kind) => page.match(new RegExp(`assets/[\\w-]+\\.${kind}`))[0];
const IMMUTABLE = "public, max-age=31536000, immutable";

const FILES = [
  ["index.html", "text/html", "no-cache"],
  ["explore.js", "javascript", "no-cache"],
  ["icon.svg", "image/svg+xml", "no-cache"],
  ["data/latest.json", "application/json", "no-cache"],
  [asset("css"), "text/css", IMMUTABLE],
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
    if (readFileSync(`dist/${file}`).length > 5000) expect(headers["content-encoding"]).toBe("br");
  });
}

test("browsers without brotli are sent gzip", async ({ request }) => {
  const response = await request.get(`./${asset("wasm")}`, { headers: { "accept-encoding": "gzip" } });
  expect(response.headers()["content-encoding"]).toBe("gzip");
});

test("a file that is not there is a 404 that nobody keeps, and never a page with status 200", async ({ request }) => {
  for (const file of ["data/objects/0000.json", "data/nothing.json", "assets/old-0123456789abcdef.wasm", "nothing.mjs"]) {
    const response = await request.get(`./${file}`);
    expect(response.status(), file).toBe(404);
    expect(response.headers()["cache-control"] ?? "no-cache", file).toBe("no-cache");
  }
});

test("the policy is the same in the page, its header, _headers and the examples", async ({ request }) => {
  const rules = policy(page);
  expect(rules).not.toMatch(/unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)/);
  const response = await request.get("./");
  expect(response.headers()["content-security-policy"]).toBe(rules);
  for (const file of ["dist/index.html", "dist/404.html", "dist/_headers", "docs/nginx.conf.example", "docs/Caddyfile.example"]) {
    expect(readFileSync(file, "utf8").includes(rules), `${file} holds: ${rules}`).toBe(true);
  }
});
