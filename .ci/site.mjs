// The page of a built site: where it lies, and what it allows. `ledger prerender` makes the others of it.
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** What no build changes of the policy: servers send it too, whatever else they serve. */
export const STANDING = [
  "object-src 'none'",
  "img-src 'self' data:",
  "connect-src 'self'",
  // The builder of embeds shows what it builds.
  "frame-src 'self'",
  "base-uri 'self'",
  "form-action 'none'",
].join("; ");

/** The content security policy of a page: our own files, and the scripts and styles that stand in it. */
export function policy(html) {
  const hashes = (tag) => [...html.matchAll(new RegExp(`<${tag}(?![^>]*\\ssrc=)[^>]*>([^]*?)</${tag}>`, "g"))]
    .map(([, text]) => ` 'sha256-${createHash("sha256").update(text).digest("base64")}'`).join("");
  return `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'${hashes("script")}; style-src 'self'${hashes("style")}; ${STANDING}`;
}

/** Writes index.html, and 404.html for hosts that know no routes. */
export function writePages(dir, html, base) {
  if (!/^\/([\w.~-]+\/)*$/.test(base)) throw new Error(`the base must begin and end with a slash: ${base}`);
  const head = `<meta charset="utf-8">\n  <meta http-equiv="Content-Security-Policy" content="${policy(html)}">\n  <base href="${base}">`;
  // The policy stands before anything that it must rule, and the base before anything relative.
  const page = html
    .replace(/\s*<meta http-equiv="Content-Security-Policy"[^>]*>/, "")
    .replace(/<meta charset="utf-8">\s*<base [^>]*>/, head);
  if (!page.includes(head)) throw new Error("index.html must begin its head with <meta charset> and <base>");
  for (const name of ["index.html", "404.html"]) writeFileSync(join(dir, name), page);
}

/** Headers for the hosts that read a `_headers` file. What is not named here they revalidate. */
export function headersFile() {
  return `# Written by the build.
/*
  Content-Security-Policy: ${STANDING}
  Access-Control-Allow-Origin: *
  X-Content-Type-Options: nosniff
/assets/*
  Cache-Control: public, max-age=31536000, immutable
/data/objects/*
  Cache-Control: public, max-age=31536000, immutable
`;
}
