// Builds target/echarts/echarts.mjs and holds its promises: its size, and no code made from text.
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const MOST = 175 * 1024;
const outfile = 'target/echarts/echarts.mjs';

await build({
  entryPoints: ['src/chart/echarts.entry.js'],
  outfile,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  legalComments: 'none',
  banner: { js: '/*! Apache ECharts and zrender, Apache-2.0 and BSD-3-Clause, see https://echarts.apache.org */' },
  logLevel: 'warning',
});

const code = readFileSync(outfile);
const size = brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
console.log(`${outfile}: ${(code.length / 1024).toFixed(0)} KB, ${(size / 1024).toFixed(1)} KB brotli (at most ${MOST / 1024})`);

const made = code.toString().match(/\bnew Function\b|\beval\(/);
if (made) throw new Error(`${outfile} makes code from text (${made[0]}), which the page's policy forbids`);
if (size > MOST) throw new Error(`${outfile} is larger than ${MOST / 1024} KB brotli`);
