// Serves dist/ as docs/nginx.conf.example says: at the root on one port, under /ledger/ on
// another. Runs in a folder of its own, as whoever starts it, until it is told to stop.
import { execFileSync, spawn } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process, { env, execPath, exit, getuid } from "node:process";

const MODULES = "/usr/lib/nginx/modules";
const BASE = "/ledger/";
const [rootPort, folderPort] = env.SUBNET_LEDGER_PORTS.split(" ");

const prefix = mkdtempSync(join(tmpdir(), "subnet-ledger-nginx-"));
chmodSync(prefix, 0o755);
const folder = join(prefix, "www", BASE);
mkdirSync(join(prefix, "www"), { recursive: true });
cpSync("dist", folder, { recursive: true });
// The same site moved, as docs/hosting.md tells: no second build.
const url = `http://127.0.0.1:${folderPort}${BASE}`;
execFileSync("cargo", ["run", "--quiet", "--locked", "--bin", "ledger", "--", "prerender", folder, "--url", url, "--no-previews"], { stdio: ["ignore", "ignore", "inherit"] });
execFileSync(execPath, [".ci/compress.mjs", folder]);

const example = readFileSync("docs/nginx.conf.example", "utf8");

/** The example with a port and a folder of this run, and moved to a base as its first lines say. */
function server(port, root, base) {
  const moved = example
    .replace(/^\s*listen \[.*$/m, "")
    .replace(/listen 80;/, `listen 127.0.0.1:${port};`)
    .replace(/root .*;/, `root ${root};`)
    .split("\n")
    .map((line) => (line.endsWith("# base") ? line.replaceAll(/(?<=[ ^])\//g, base) : line))
    .join("\n");
  // Both servers share one http block, where types and the map may stand once.
  return base === "/" ? moved : moved.slice(moved.indexOf("server {"));
}

const scratch = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${prefix}/${kind};`);
writeFileSync(join(prefix, "nginx.conf"), `
load_module ${MODULES}/ngx_http_brotli_static_module.so;
daemon off;
worker_processes 1;
pid ${prefix}/pid;
error_log stderr warn;
${getuid() === 0 ? "user root;" : ""}
events {}
http {
  access_log off;
  include /etc/nginx/mime.types;
  types_hash_max_size 4096;
  ${scratch.join("\n  ")}
  ${server(rootPort, join(process.cwd(), "dist"), "/")}
  ${server(folderPort, join(prefix, "www"), BASE)}
}
`);

const nginx = spawn("/usr/sbin/nginx", ["-p", prefix, "-e", "stderr", "-c", join(prefix, "nginx.conf")], { stdio: "inherit" });
nginx.on("exit", (code) => {
  rmSync(prefix, { recursive: true, force: true });
  exit(code ?? 0);
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => nginx.kill("SIGTERM"));
