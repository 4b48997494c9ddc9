// Writes .br and .gz beside every file of a built site that gets smaller by it, for hosts that
// send them. Most of the site is the same from build to build, so results are kept by content.
// Usage: node .ci/compress.mjs DIST
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const KINDS = new Set([".css", ".csv", ".html", ".js", ".json", ".mjs", ".svg", ".txt", ".wasm", ".xml"]);
// Below this a response fits one packet either way.
const SMALLEST = 1000;
const CODERS = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  } }),
  gz: (bytes) => promisify(gzip)(bytes, { level: 9 }),
};

const dir = process.argv[2];
if (!dir) throw new Error("usage: node .ci/compress.mjs DIST");
const cache = join(process.env.CARGO_TARGET_DIR ?? "target", "precompressed");
await mkdir(cache, { recursive: true });

async function compressed(bytes, coder) {
  const kept = join(cache, `${createHash("sha256").update(bytes).digest("hex")}.${coder}`);
  try {
    return await readFile(kept);
  } catch {
    const result = await CODERS[coder](bytes);
    await writeFile(kept, result);
    return result;
  }
}

async function compress(file) {
  const bytes = await readFile(file);
  for (const coder of Object.keys(CODERS)) {
    const result = bytes.length >= SMALLEST && await compressed(bytes, coder);
    if (result && result.length < 0.95 * bytes.length) await writeFile(`${file}.${coder}`, result);
    else await rm(`${file}.${coder}`, { force: true });
  }
}

const files = (await readdir(dir, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && KINDS.has(extname(entry.name)))
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
const queue = files.values();
// zlib works on Node's four threads; more at once would only hold memory.
await Promise.all(Array.from({ length: 4 }, async () => { for (const file of queue) await compress(file); }));
console.log(`compress: ${files.length} files`);
