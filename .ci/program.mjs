// The program as files: what every page needs, and what only some do.
//
// Between cargo and wasm-bindgen, where Trunk has no hook, the program is cut at the functions marked
// `#[wasm_split]`. So Trunk's own result is set aside, and its steps are taken here: cut, bind, optimise.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// What Rust compiles to and every browser of today runs. The cut drops the section that says so.
const FEATURES = ["bulk-memory", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"];

/** Cuts and optimises the program that cargo built; gives the folder that holds its files. */
export function cutProgram(bin) {
  const target = process.env.CARGO_TARGET_DIR ?? "target";
  const built = join(target, "wasm32-unknown-unknown", process.env.TRUNK_PROFILE === "debug" ? "debug" : "release", `${bin}.wasm`);
  const folder = join(target, "cut", bin);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const run = (command, ...args) => execFileSync(command, args, { stdio: ["ignore", "inherit", "inherit"] });
  run("wasm-split-cli", built, folder, "--target", "web", "--out-name", bin);
  // The files that were cut off find what they share with the first one by the names of its exports.
  run("wasm-bindgen", join(folder, `${bin}.wasm`), "--out-dir", folder, "--out-name", bin, "--target", "web", "--no-typescript", "--keep-lld-exports");
  rmSync(join(folder, `${bin}.wasm`));
  // Classes of libraries that the program does not use are kept by these lines alone.
  const glue = join(folder, `${bin}.js`);
  writeFileSync(glue, readFileSync(glue, "utf8").replace(/^if \(Symbol\.dispose\) .*$/gm, ""));
  // Twice, the first time over a flat form: 1.3 % smaller than one -Oz alone. The first 1,024 bytes are the end of the stack, which
  // nothing reaches.
  for (const file of parts(folder)) run("wasm-opt", "--low-memory-unused", "--flatten", "--rereloop", "-Oz", "-Oz", ...FEATURES.map((feature) => `--enable-${feature}`), "--strip-debug", "--strip-producers", join(folder, file), "-o", join(folder, file));
  return folder;
}

/** The wasm files in a folder. */
export const parts = (folder) => readdirSync(folder).filter((file) => file.endsWith(".wasm"));

/** A file of the program, as it is served. */
export const part = (folder, file) => readFileSync(join(folder, file));
