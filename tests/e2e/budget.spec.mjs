// What a first visit costs in bytes: brotli, in units of 1,000 bytes.
//
// A budget is a gate and a ratchet: it may be lowered, and is raised only with a reason in the CHANGELOG.
// Where it lies above the goal, the goal is printed beside it, so that nobody takes the one for the other:
// the program is leptos, serde and every page, and is more than three times its goal.
import { readFileSync, readdirSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";

const BUDGETS = {
  "first file of the program": 230, application: 321, program: 549, glue: 8, "page with its styles": 16.1, data: 12.5,
  "view of a link": 266, "first view": 585, "second pages (after the first view)": 70, "ECharts (lazy)": 160,
};
const GOALS = { program: 160, "page with its styles": 14, data: 12, "first view": 185 };

const read = (file) => readFileSync(`dist/${file}`);
const asset = (pattern) => read(`assets/${readdirSync("dist/assets").find((file) => pattern.test(file))}`);

/** latest.json, the root it names, and the summary that names: what every view waits for. */
function firstData() {
  const latest = read("data/latest.json");
  const root = read(`data/snapshots/${JSON.parse(latest).snapshot}.json`);
  return [latest, root, read(`data/objects/${JSON.parse(root).objects.summary.sha256}.json`)];
}

const sum = (files, size) => files.reduce((total, file) => total + size(file), 0) / 1000;
const sizes = (files) => ({
  raw: sum(files, (file) => file.length),
  gzip: sum(files, (file) => gzipSync(file, { level: 9 }).length),
  brotli: sum(files, (file) => brotliCompressSync(file).length),
});

test("the bytes of a first visit are within budget", () => {
  const first = asset(/^subnet-ledger-\w+\.wasm$/);
  // What the application shares with the second pages comes with it, in a file that is named after neither.
  const application = readdirSync("dist/assets").filter((file) => /^(split_application|chunk_)[\w-]*\.wasm$/.test(file)).map((file) => read(`assets/${file}`));
  const glue = asset(/^subnet-ledger-\w+\.js$/);
  const page = [read("index.html")];
  const data = firstData();
  const parts = {
    "first file of the program": [first],
    application,
    program: [first, ...application],
    glue: [glue],
    "page with its styles": page,
    data,
    // Until a comparison in a link is drawn, but for its own histories; and until it can be used.
    "view of a link": [first, glue, ...page, ...data],
    "first view": [first, ...application, glue, ...page, ...data],
    "second pages (after the first view)": [asset(/^split_second-\w+\.wasm$/)],
    "explore program (lazy)": [asset(/^explore-\w+\.wasm$/)],
    "explore glue (lazy)": [read("explore.js")],
    "ECharts (lazy)": [read("echarts.mjs")],
  };
  const rows = Object.entries(parts).map(([part, files]) => ({ part, ...sizes(files), budget: BUDGETS[part], goal: GOALS[part] }));
  const cell = (value) => (typeof value === "number" ? value.toFixed(1) : value ?? "").padStart(9);
  console.log(["", `  ${"kB".padEnd(38)}${["raw", "gzip", "brotli", "budget", "goal"].map(cell).join("")}`,
    ...rows.map(({ part, raw, gzip, brotli, budget, goal }) => `  ${part.padEnd(38)}${[raw, gzip, brotli, budget, goal].map(cell).join("")}`)].join("\n"));
  for (const { part, brotli, budget } of rows) {
    if (budget) expect.soft(brotli, `${part}, kB`).toBeLessThanOrEqual(budget);
  }
});
