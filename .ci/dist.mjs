// Trunk's post_build hook: turns what Trunk staged into the site that is served.
//
//   index.html 404.html _headers   revalidated on every visit
//   explore.js echarts.mjs         loaded when a reader turns to a chart, under names the program knows
//   assets/<name>-<hash>.<kind>    named after their content, kept by browsers for ever
//   data/, icon.svg, …             public/ as it is
//
// Everything in the page is relative to the one `<base href>`. `ledger prerender` then makes the other
// pages of 404.html, and moves the site where it will lie.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import esbuild from "esbuild";
import { cutProgram, part, parts } from "./program.mjs";
import { headersFile, writePages } from "./site.mjs";

const staging = process.env.TRUNK_STAGING_DIR;
const base = process.env.TRUNK_PUBLIC_URL;
if (!staging || !base) throw new Error("dist.mjs is Trunk's hook; run `make dist`");
const staged = (...name) => join(staging, ...name);
mkdirSync(staged("assets"), { recursive: true });

/** Writes a file under a name made from its content, and gives the name. */
function asset(name, kind, content) {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 16);
  const file = `assets/${name}-${hash}.${kind}`;
  writeFileSync(staged(file), content);
  return file;
}

/** Moves a staged wasm file under a hashed name. */
function wasm(bin) {
  const content = readFileSync(staged(`${bin}_bg.wasm`));
  rmSync(staged(`${bin}_bg.wasm`));
  return asset(bin, "wasm", content);
}

/** The JavaScript of one binary with its snippets, in one minified module that exports what is called from outside. */
function glue(file, called) {
  const { outputFiles } = esbuild.buildSync({
    stdin: { contents: `export ${called} from "./${basename(file)}"`, resolveDir: dirname(file) }, bundle: true, write: false, minify: true,
    format: "esm", target: "es2022", legalComments: "none", logLevel: "warning",
  });
  return outputFiles[0].text;
}

/** One sheet out of the staged ones, in the order of the page. */
function styles(sheets) {
  const unlisted = readdirSync("style").filter((file) => file.endsWith(".css") && !sheets.includes(file));
  if (unlisted.length) throw new Error(`index.html does not list style/${unlisted.join(", style/")}`);
  const text = sheets.map((sheet) => readFileSync(staged(sheet), "utf8")).join("\n");
  for (const sheet of sheets) rmSync(staged(sheet));
  // esnext: nesting, layers and light-dark() stay as written instead of being spelled out for old browsers.
  const { code } = esbuild.transformSync(text, { loader: "css", minify: true, target: "esnext" });
  if (code.includes("</")) throw new Error("a style sheet in a page cannot hold the beginning of an end tag");
  return code;
}

/** Our own ES module around a tree-shaken ECharts. */
function echarts() {
  execFileSync("npm", ["run", "--silent", "build:echarts"], { stdio: "inherit" });
  copyFileSync("target/echarts/echarts.mjs", staged("echarts.mjs"));
}

let html = readFileSync(staged("index.html"), "utf8");
const replace = (pattern, text) => {
  if (!pattern.test(html)) throw new Error(`the page that Trunk wrote has no ${pattern}`);
  html = html.replace(pattern, text);
};
const url = (file) => `${base}${file}`.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The program in its files; what it names in its JavaScript lies beside that. Gives those that a page names. */
function program(bin) {
  const folder = cutProgram(bin);
  let text = glue(join(folder, `${bin}.js`), "{ default }");
  const names = {};
  for (const file of parts(folder)) {
    const hashed = names[file] = asset(file.replace(/(_bg)?\.wasm$/, ""), "wasm", part(folder, file));
    if (!text.includes(file)) throw new Error(`${bin}.js does not name ${file}`);
    text = text.replaceAll(file, hashed.slice("assets/".length));
  }
  for (const file of [`${bin}.js`, `${bin}_bg.wasm`]) rmSync(staged(file));
  return { script: asset(bin, "js", text), first: names[`${bin}_bg.wasm`], application: parts(folder).filter((file) => /^(split_application|chunk_)/.test(file)).map((file) => names[file]) };
}

const { script, first: wasmFile, application } = program("subnet-ledger");
replace(new RegExp(`"${url("subnet-ledger.js")}"`), `"${script}"`);
replace(new RegExp(`"${url("subnet-ledger_bg.wasm")}"`), `"${wasmFile}"`);
replace(/(?<=<meta name="application" content=)""/, `"${application.join(" ")}"`);

const lazy = wasm("explore");
const explore = glue(staged("explore.js"), "{ default, option }");
rmSync(staged("explore.js"));
if (!explore.includes("explore_bg.wasm")) throw new Error("explore.js no longer names its wasm");
writeFileSync(staged("explore.js"), explore.replaceAll("explore_bg.wasm", lazy));
rmSync(staged("snippets"), { recursive: true, force: true });

const link = new RegExp(`<link rel="stylesheet" href="${url("")}([^"]+\\.css)"[^>]*>\\s*`, "g");
const sheets = [...html.matchAll(link)].map((match) => match[1]);
const sheet = styles(sheets);
let first = true;
html = html.replace(link, () => {
  // In the page: nothing is painted before its styles, and a file of their own is one more way to the host and back.
  const text = first ? `<style>${sheet}</style>\n` : "";
  first = false;
  return text;
});

echarts();
// What other people's pages load is written to be read, and sent without its comments.
for (const script of ["embed.js", "embed/height.js"]) {
  const { code } = esbuild.transformSync(readFileSync(staged(script), "utf8"), { minify: true, target: "es2022" });
  writeFileSync(staged(script), code);
}
// Comments are for readers of the source.
html = html.replace(/\s*<!--[^]*?-->/g, "");
writePages(staging, html, base);
writeFileSync(staged("_headers"), headersFile());
