// Measures the built site beside other ways of making the same page: `make bench`.
// ARGS="--pairs 9 --profile slow4g --only loads,drawing,interactions"
//
//   loads         pages from cold on a slow line: bytes, first chart
//   drawing       the first drawing of ten lines, beside uPlot and ECharts
//   interactions  presses and keys on a processor four times slower, here and with 1,024 subnets of ten years
//
// Times alone mean nothing on a shared machine. The pages are loaded by turns in one run, and what is
// printed last are medians of ratios of neighbours. Nothing here passes or fails: bytes do, in
// tests/e2e/budget.spec.mjs.
import { execFileSync } from "node:child_process";
import { createServer } from "node:http";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import sirv from "sirv";
import { comparing, firstDrawing, interactions, sifting } from "./interact.mjs";
import { load, median, PROFILES } from "./loads.mjs";
import { writeDrawings, writePeers } from "./peers.mjs";

const { values: { pairs, profile, only } } = parseArgs({ options: {
  pairs: { type: "string", default: "9" }, profile: { type: "string", default: "slow4g" },
  only: { type: "string", default: "loads,drawing,interactions" },
} });
if (!PROFILES[profile]) throw new Error(`no profile ${profile}; choose ${Object.keys(PROFILES).join(", ")}`);
const parts = only.split(",");

const folder = mkdtempSync(join(tmpdir(), "subnet-ledger-bench-"));
writePeers(folder);
// What browsers may keep, as in docs/nginx.conf.example.
const setHeaders = (response, path) =>
  response.setHeader("Cache-Control", /^\/(assets|data\/objects)\//.test(path) ? "public, max-age=31536000, immutable" : "no-cache");
const site = sirv("dist", { brotli: true, gzip: true, single: true, ignores: false, setHeaders });
const peers = sirv(folder, { brotli: true, dev: true });
/** The site, with the data of another folder where one is given. */
async function serve(data) {
  const other = data && sirv(data, { dev: true });
  const server = createServer((request, response) => {
    // A private window asks for the icon of a page anew whenever the address changes, and draws it: no work of a chart.
    if (request.url === "/icon.svg") return void response.writeHead(404).end();
    const [, first] = request.url.split("/");
    const within = { peers, data: other }[first];
    if (within) request.url = request.url.slice(first.length + 1);
    (within ?? site)(request, response, () => response.writeHead(404).end());
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { server, origin: `http://127.0.0.1:${server.address().port}` };
}
const { server, origin } = await serve();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
});
const cell = (value, digits = 0) => (value === null ? "–" : value.toFixed(digits)).padStart(10);
const head = (names) => console.log(["".padEnd(16), ...names.map((name) => name.padStart(10))].join(""));

if (parts.includes("loads")) await loads();
if (parts.includes("drawing") || parts.includes("interactions")) {
  const data = join(folder, "synth");
  execFileSync("cargo", ["run", "--quiet", "--locked", "--release", "--bin", "ledger", "--", "synth", "--out", data], { stdio: "inherit" });
  const large = await serve(data);
  if (parts.includes("drawing")) await drawing(data, large.origin);
  if (parts.includes("interactions")) await interacting(large.origin);
  large.server.close();
}
await browser.close();
server.close();
rmSync(folder, { recursive: true });

async function drawing(data, large) {
  const subnets = Array.from({ length: 10 }, (_, at) => at + 1).join("~");
  for (const [days, span] of [[1095, "3y"], [3650, "all"]]) {
    writeDrawings(folder, data, days);
    const ways = {
      // From ten bars: to take away a scatter of 1,024 dots is no drawing of lines.
      ours: [`${large}/compare?s=${subnets}&t=${span}&view=bar`, "Line"],
      uPlot: [`${origin}/peers/uplot-ten-${days}.html`, "Draw"],
      ECharts: [`${origin}/peers/echarts-ten-${days}.html`, "Draw"],
    };
    const spent = Object.fromEntries(Object.keys(ways).map((way) => [way, []]));
    for (let round = 0; round < Number(pairs); round++) {
      for (const [way, [url, press]] of Object.entries(ways)) spent[way].push(await firstDrawing(browser, url, press));
    }
    console.log(`\nfirst drawing of 10 × ${days} points, ms of the main thread, ${pairs} rounds, medians`);
    head(Object.keys(ways));
    console.log(["".padEnd(16), ...Object.values(spent).map((all) => cell(median(all)))].join(""));
    for (const peer of ["uPlot", "ECharts"]) {
      console.log(`÷ ${peer} ${median(spent.ours.map((one, round) => one / spent[peer][round])).toFixed(2)}`);
    }
  }
}

async function interacting(large) {
  const ten = Array.from({ length: 10 }, (_, at) => at + 1).join("~");
  const places = {
    "/compare": [`${origin}/compare?s=64~51~4`, comparing],
    "/subnets": [`${origin}/subnets`, sifting],
    "9 × 3,650 days": [`${large}/compare?s=${ten.replace("~10", "")}`, comparing],
    "1,024 subnets": [`${large}/subnets`, sifting],
  };
  console.log("\npresses and keys, processor four times slower, medians of 3 runs; ms");
  head(["worst", "middle", "count", "long after", "long during", "CLS"]);
  for (const [name, [url, script]] of Object.entries(places)) {
    const runs = [];
    for (let round = 0; round < 3; round++) runs.push(await interactions(browser, url, script));
    const of = (key) => median(runs.map((run) => run[key]));
    console.log([name.padEnd(16), cell(of("worst")), cell(of("middle")), cell(of("count")), cell(of("after")), cell(of("during")), cell(of("cls"), 3)].join(""));
    slowest(runs);
  }
}

/** The slowest presses by name: until the page hears of it, while it answers, until the answer is painted. */
function slowest(runs) {
  const names = new Set(runs.flatMap(({ presses }) => Object.keys(presses)));
  const all = [...names].map((name) => {
    const times = runs.flatMap(({ presses }) => presses[name] ?? []);
    const of = (key) => median(times.map(key));
    const [wait, work] = [of(({ wait }) => wait), of(({ work }) => work)];
    const whole = of(({ duration }) => duration);
    return { name, whole, parts: [wait, work, Math.max(0, whole - wait - work)] };
  });
  for (const { name, whole, parts } of all.sort((a, b) => b.whole - a.whole).slice(0, 6)) {
    console.log(`${"".padEnd(16)}${cell(whole)}  ${name}  (${parts.map(Math.round).join(" + ")})`);
  }
}

async function loads() {
  const PAGES = {
    "/": "/", "/subnet/64": "/subnet/64", "/compare": "/compare?s=64~51~4",
    static: "/peers/static.html", uPlot: "/peers/uplot.html", "all of ECharts": "/peers/echarts.html",
    "/ as written": "/peers/content.html", "/subnet/64 as written": "/peers/content-64.html",
  };
  const measured = Object.fromEntries(Object.keys(PAGES).map((page) => [page, []]));
  for (let round = 0; round < Number(pairs); round++) {
    for (const [page, path] of Object.entries(PAGES)) measured[page].push(await load(browser, origin + path, profile));
  }
  console.log(`\n${profile}, ${pairs} rounds, medians; times in ms, of this machine at this moment`);
  console.log(["".padEnd(22), ...["kB", "requests", "FCP", "LCP", "chart", "ready", "blocked", "CLS"].map((head) => head.padStart(10))].join(""));
  for (const [page, all] of Object.entries(measured)) {
    const of = (name) => median(all.map((one) => one[name]));
    console.log([page.padEnd(22), cell(of("kB"), 1), cell(of("requests")), ...["fcp", "lcp", "chart", "ready", "blocked"].map((name) => cell(of(name))), cell(of("cls"), 3)].join(""));
  }
  console.log("\nfirst chart, ratio to a neighbour of the same round");
  for (const ours of ["/", "/subnet/64", "/compare"]) {
    const ratios = ["static", "uPlot", "all of ECharts"].map((peer) => {
      const ratio = median(measured[ours].map((one, round) => one.chart / measured[peer][round].chart));
      return `÷ ${peer} ${ratio.toFixed(2)}`;
    });
    console.log(`${ours.padEnd(16)}  ${ratios.join("   ")}`);
  }
  console.log("\nfirst and largest paint, ratio to the same page without its program");
  for (const ours of ["/", "/subnet/64"]) {
    const ratios = ["fcp", "lcp"].map((paint) => {
      const ratio = median(measured[ours].map((one, round) => one[paint] / measured[`${ours} as written`][round][paint]));
      return `${paint.toUpperCase()} ${ratio.toFixed(2)}`;
    });
    console.log(`${ours.padEnd(16)}  ${ratios.join("   ")}`);
  }
}
