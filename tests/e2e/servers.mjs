// Serves dist/ with the examples in docs/: by nginx and by Caddy, each at the root on one port and
// under /subnet-ledger/ on another. Runs in a folder of its own, as whoever starts it, until it is told to stop.
import { execFileSync, spawn } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process, { env, execPath, exit, getuid } from "node:process";
import { setTimeout as pause } from "node:timers/promises";

const MODULES = "/usr/lib/nginx/modules";
// A name that begins like that of a page.
const BASE = "/subnet-ledger/";
const ports = JSON.parse(env.SUBNET_LEDGER_PORTS);

const prefix = mkdtempSync(join(tmpdir(), "subnet-ledger-servers-"));
chmodSync(prefix, 0o755);
const folder = join(prefix, "www", BASE);
mkdirSync(join(prefix, "www"), { recursive: true });
cpSync("dist", folder, { recursive: true });
// The same site moved, as docs/hosting.md tells: no second build.
const url = `http://127.0.0.1:${ports.nginx.folder}${BASE}`;
execFileSync("cargo", ["run", "--quiet", "--locked", "--bin", "ledger", "--", "prerender", folder, "--url", url, "--no-previews"], { stdio: ["ignore", "ignore", "inherit"] });
execFileSync(execPath, [".ci/compress.mjs", folder]);

const places = [
  { at: "root", root: join(process.cwd(), "dist"), base: "/" },
  { at: "folder", root: join(prefix, "www"), base: BASE },
];

/** Text in which the first of each pattern is replaced; what is not there has changed in the example. */
function replaced(text, replacements) {
  for (const [pattern, by] of replacements) {
    if (!pattern.test(text)) throw new Error(`the example has no ${pattern}`);
    text = text.replace(pattern, by);
  }
  return text;
}

/** An example moved to a base as its first lines say. */
const moved = (text, base) => (base === "/" ? text : text
  .split("\n")
  .map((line) => (line.endsWith("# base") ? line.replaceAll(/(?<=[ ^])\//g, base) : line))
  .join("\n"));

const nginxExample = readFileSync("docs/nginx.conf.example", "utf8");
const nginxServers = places.map(({ at, root, base }) => {
  const server = moved(replaced(nginxExample, [
    [/^\s*listen \[.*$/m, ""],
    [/listen 80;/, `listen 127.0.0.1:${ports.nginx[at]};`],
    [/^    root .*;$/m, `    root ${root};`],
  ]), base);
  // Both servers share one http block, where types and the map may stand once.
  return base === "/" ? server : server.slice(server.indexOf("server {"));
});
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
  ${nginxServers.join("\n")}
}
`);

const caddyExample = readFileSync("docs/Caddyfile.example", "utf8");
const caddyServers = places.map(({ at, root, base }) => moved(replaced(caddyExample, [
  [/^ledger\.example \{$/m, `http://127.0.0.1:${ports.caddy[at]} {`],
  [/^\troot \* .*$/m, `\troot * ${root}`],
]), base));
// Nothing of this run may listen, write or ask for certificates elsewhere.
writeFileSync(join(prefix, "Caddyfile"), `{
	admin off
	auto_https off
	storage file_system ${prefix}/caddy
	log {
		level ERROR
	}
}
${caddyServers.join("\n")}
`);

const running = [];
const stop = () => { for (const server of running) server.kill("SIGTERM"); };
function start(program, args) {
  const server = spawn(program, args, { stdio: "inherit", env: { ...env, HOME: prefix } });
  running.push(server);
  server.on("exit", (code) => {
    running.splice(running.indexOf(server), 1);
    // Without the one the other proves nothing.
    stop();
    if (!running.length) {
      rmSync(prefix, { recursive: true, force: true });
      exit(code ?? 0);
    }
  });
}
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, stop);

start("/usr/bin/caddy", ["run", "--adapter", "caddyfile", "--config", join(prefix, "Caddyfile")]);
// Playwright waits for nginx, so nginx comes when Caddy answers.
for (let tries = 0; !(await fetch(`http://127.0.0.1:${ports.caddy.folder}${BASE}`).catch(() => false)); tries += 1) {
  if (tries > 100) throw new Error("Caddy does not answer");
  await pause(100);
}
start("/usr/sbin/nginx", ["-p", prefix, "-e", "stderr", "-c", join(prefix, "nginx.conf")]);
