// The bundled publication with parts of it changed: every hash above a change is made anew, so that
// what a test breaks is what it means to break.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const read = (file) => JSON.parse(readFileSync(`dist/data/${file}`, "utf8"));

/**
 * Changes the newest snapshot. `edit` is given its parts and changes them in place; `profiles` holds
 * the profiles of the subnets named in `ids`.
 * Gives the files that differ from the bundled ones, by path under `data/`, and where each part lies.
 */
export function publication(edit, ids = []) {
  const files = new Map();
  const object = (value) => {
    const text = JSON.stringify(value);
    const sha256 = createHash("sha256").update(text).digest("hex");
    files.set(`objects/${sha256}.json`, text);
    return { sha256, bytes: Buffer.byteLength(text) };
  };
  const latest = read("latest.json");
  const root = read(`snapshots/${latest.snapshot}.json`);
  const part = (name) => read(`objects/${root.objects[name].sha256}.json`);
  const parts = { latest, root, summary: part("summary"), index: part("index"), claims: part("claims"), events: part("events"), profiles: {} };
  const entry = (id) => parts.index.subnets.find((one) => one.id === id);
  for (const id of ids) parts.profiles[id] = read(`objects/${entry(id).profile.sha256}.json`);
  edit(parts);
  for (const id of ids) entry(id).profile = object(parts.profiles[id]);
  for (const name of ["summary", "index", "claims", "events"]) root.objects[name] = object(parts[name]);
  const text = JSON.stringify(root);
  latest.root = { sha256: createHash("sha256").update(text).digest("hex"), bytes: Buffer.byteLength(text) };
  latest.snapshots.find((one) => one.id === latest.snapshot).root = latest.root;
  files.set(`snapshots/${latest.snapshot}.json`, text);
  files.set("latest.json", JSON.stringify(latest));
  return { files, parts };
}

/** Answers a page's requests for data from these files, and from the host where they have none. */
export async function serve(page, { files }) {
  await page.route("**/data/**", (route) => {
    const path = new URL(route.request().url()).pathname.split("/data/").pop();
    const body = files.get(path);
    return body === undefined ? route.fallback() : route.fulfill({ contentType: "application/json", body });
  });
}

/** Where the files of the bundled publication lie, by what they are; of subnet 64 where it has its own. */
export function places() {
  const latest = read("latest.json");
  const root = read(`snapshots/${latest.snapshot}.json`);
  const object = ({ sha256 }) => `objects/${sha256}.json`;
  const index = read(object(root.objects.index));
  const chutes = index.subnets.find((one) => one.id.startsWith("64."));
  return {
    latest: "latest.json",
    root: `snapshots/${latest.snapshot}.json`,
    summary: object(root.objects.summary),
    index: object(root.objects.index),
    claims: object(root.objects.claims),
    events: object(root.objects.events),
    profile: object(chutes.profile),
    history: object(chutes.history[0]),
  };
}
