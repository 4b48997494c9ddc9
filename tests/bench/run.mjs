// Measures the built site beside other ways of making the same page: `make bench`.
// ARGS="--pairs 9 --profile slow4g"
//
// Times alone mean nothing on a shared machine. The pages are loaded by turns in one run, and what is
// printed last are medians of ratios of neighbours. Nothing here passes or fails: bytes do, in
// tests/e2e/budget.spec.mjs.
import { createServer } from "node:http";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import sirv from "sirv";
import { load, median, PROFILES } from "./loads.mjs";
import { writePeers } from "./peers.mjs";

const { values: { pairs, profile } } = parseArgs({ options: {
  pairs: { type: "string", default: "9" }, profile: { type: "string", default: "slow4g" },
} });
if (!PROFILES[profile]) throw new Error(`no profile ${profile}; choose ${Object.keys(PROFILES).join(", ")}`);

const folder = mkdtempSync(join(tmpdir(), "subnet-ledger-bench-"));
writePeers(folder);
const site = sirv("dist", { brotli: true, gzip: true, single: true, ignores: false });
const peers = sirv(folder, { brotli: true });
const server = createServer((request, response) => {
  const peer = request.url.startsWith("/peers/");
  if (peer) request.url = request.url.slice("/peers".length);
  (peer ? peers : site)(request, response, () => response.writeHead(404).end());
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const origin = `http://127.0.0.1:${server.address().port}`;

const PAGES = {
  "/": "/", "/subnet/64": "/subnet/64", "/compare": "/compare?s=64~51~4",
  static: "/peers/static.html", uPlot: "/peers/uplot.html", "all of ECharts": "/peers/echarts.html",
};
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
});
const loads = Object.fromEntries(Object.keys(PAGES).map((page) => [page, []]));
for (let round = 0; round < Number(pairs); round++) {
  for (const [page, path] of Object.entries(PAGES)) loads[page].push(await load(browser, origin + path, profile));
}
await browser.close();
server.close();
rmSync(folder, { recursive: true });

const cell = (value, digits = 0) => (value === null ? "–" : value.toFixed(digits)).padStart(10);
console.log(`\n${profile}, ${pairs} rounds, medians; times in ms, of this machine at this moment`);
console.log(["".padEnd(16), ...["kB", "requests", "FCP", "LCP", "chart", "ready", "blocked", "CLS"].map((head) => head.padStart(10))].join(""));
for (const [page, all] of Object.entries(loads)) {
  const of = (name) => median(all.map((one) => one[name]));
  console.log([page.padEnd(16), cell(of("kB"), 1), cell(of("requests")), ...["fcp", "lcp", "chart", "ready", "blocked"].map((name) => cell(of(name))), cell(of("cls"), 3)].join(""));
}
console.log("\nfirst chart, ratio to a neighbour of the same round");
for (const ours of ["/", "/subnet/64", "/compare"]) {
  const ratios = ["static", "uPlot", "all of ECharts"].map((peer) => {
    const ratio = median(loads[ours].map((one, round) => one.chart / loads[peer][round].chart));
    return `÷ ${peer} ${ratio.toFixed(2)}`;
  });
  console.log(`${ours.padEnd(16)}  ${ratios.join("   ")}`);
}
