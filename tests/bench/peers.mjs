// Pages that show what ours shows, made by other means: what ours is measured against.
//
//   static   the chart as SVG in the HTML, no script: the floor
//   content  all that one of our pages says, as it is written at publication, no script
//   uplot    a small canvas library
//   echarts  all of ECharts, as most pages load it
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

const CONTENT = { "content.html": "dist/index.html", "content-64.html": "dist/subnet/64/index.html" };
const json = (file) => JSON.parse(readFileSync(file, "utf8"));

/** The daily prices of subnet 64 as they are published: [unix seconds, τ/α]. */
function prices() {
  const latest = json("dist/data/latest.json");
  const root = json(`dist/data/snapshots/${latest.snapshot}.json`);
  const object = ({ sha256 }) => json(`dist/data/objects/${sha256}.json`);
  const chutes = object(root.objects.index).subnets.find((one) => one.id.startsWith("64."));
  return chutes.history.flatMap((year) => {
    const { start, metrics } = object(year);
    const first = Date.parse(start) / 1000;
    return (metrics.price_tao?.values ?? []).map((value, day) => [first + day * 86_400, value]);
  });
}

function svg(points) {
  const known = points.filter(([, value]) => value !== null);
  const [from, to] = [known[0][0], known.at(-1)[0]];
  const top = Math.max(...known.map(([, value]) => value));
  const path = known.map(([time, value], index) => `${index ? "L" : "M"}${(((time - from) / (to - from)) * 1100 + 50).toFixed(1)} ${(340 - (value / top) * 320).toFixed(1)}`).join("");
  return `<svg viewBox="0 0 1200 360" width="1200" height="360"><path d="${path}" fill="none" stroke="#b45416" stroke-width="2"/></svg>`;
}

const MARK = `requestAnimationFrame(() => requestAnimationFrame(() => performance.mark("first-chart")));`;
const page = (body, head = "") => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Chutes</title>${head}<h1>Chutes</h1><p>Price, τ/α</p>${body}</html>`;

/**
 * Writes pages that draw ten lines of so many days when they are told to, from numbers that are there
 * already: the price of ten subnets of a made-up network.
 */
export function writeDrawings(folder, data, days) {
  const latest = json(join(data, "latest.json"));
  const root = json(join(data, "snapshots", `${latest.snapshot}.json`));
  const object = ({ sha256 }) => json(join(data, "objects", `${sha256}.json`));
  const years = object(root.objects.index).subnets.slice(0, 10).map((one) => one.history.map(object));
  const from = Date.parse(years[0][0].start) / 1000;
  const lines = years.map((years) => years.flatMap((year) => year.metrics.price_tao.values).slice(-days));
  const times = lines[0].map((_, day) => from + day * 86_400);
  const lot = `const times = ${JSON.stringify(times)}, lines = ${JSON.stringify(lines)};
    const done = () => requestAnimationFrame(() => requestAnimationFrame(() => { document.body.append(Object.assign(document.createElement("i"), { id: "drawn" })); }));`;
  const write = (name, draw, head) => writeFileSync(join(folder, `${name}-${days}.html`), page(
    `<button onclick="draw()">Draw</button><div id="chart" style="width:1144px;height:420px"></div><script>${lot} function draw() { ${draw}; done(); }</script>`, head));
  write("uplot-ten", `new uPlot({ width: 1144, height: 420, series: [{}, ...lines.map((_, at) => ({ label: "s" + at, stroke: "hsl(" + at * 36 + " 60% 40%)" }))] }, [times, ...lines], chart)`,
    `<link rel="stylesheet" href="uplot.css"><script src="uplot.js"></script>`);
  write("echarts-ten", `echarts.init(chart).setOption({ animation: false, legend: {}, tooltip: { trigger: "axis" }, xAxis: { type: "time" }, yAxis: {}, series: lines.map((line, at) => ({ name: "s" + at, type: "line", showSymbol: false, data: line.map((value, day) => [times[day] * 1000, value]) })) })`,
    `<script src="echarts.js"></script>`);
}

/** A page as it is written at publication, without its program and what that asks for. */
function content(file) {
  const written = readFileSync(file, "utf8");
  return written
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "")
    .replace(/<link rel="(?:module)?preload"[^>]*>/g, "")
    .replace(/<script[^>]*>[^]*?<\/script>/g, "")
    .replace(/ id="app"/, "")
    .replace("</body>", `<script>${MARK}</script></body>`);
}

/** Writes the pages with what they load, each with its compressed twin. */
export function writePeers(folder) {
  mkdirSync(folder, { recursive: true });
  const points = prices();
  writeFileSync(join(folder, "prices.json"), JSON.stringify(points));
  writeFileSync(join(folder, "static.html"), page(`${svg(points)}<script>${MARK}</script>`));
  for (const [name, file] of Object.entries(CONTENT)) writeFileSync(join(folder, name), content(file));
  copyFileSync("node_modules/uplot/dist/uPlot.iife.min.js", join(folder, "uplot.js"));
  copyFileSync("node_modules/uplot/dist/uPlot.min.css", join(folder, "uplot.css"));
  writeFileSync(join(folder, "uplot.html"), page(`<div id="chart" style="height:400px"></div><script>
    fetch("prices.json").then((answer) => answer.json()).then((points) => {
      new uPlot({ width: 1200, height: 360, series: [{}, { stroke: "#b45416" }] }, [points.map((p) => p[0]), points.map((p) => p[1])], chart);
      ${MARK}
    });</script>`, `<link rel="stylesheet" href="uplot.css"><script src="uplot.js"></script>`));
  copyFileSync("node_modules/echarts/dist/echarts.min.js", join(folder, "echarts.js"));
  writeFileSync(join(folder, "echarts.html"), page(`<div id="chart" style="width:1200px;height:360px"></div><script>
    fetch("prices.json").then((answer) => answer.json()).then((points) => {
      echarts.init(chart).setOption({ animation: false, xAxis: { type: "time" }, yAxis: {}, series: [{ type: "line", showSymbol: false, data: points.map(([time, value]) => [time * 1000, value]) }] });
      ${MARK}
    });</script>`, `<script src="echarts.js"></script>`));
  for (const file of [...Object.keys(CONTENT), "prices.json", "static.html", "uplot.html", "uplot.js", "uplot.css", "echarts.html", "echarts.js"]) {
    writeFileSync(join(folder, `${file}.br`), brotliCompressSync(readFileSync(join(folder, file))));
  }
}
