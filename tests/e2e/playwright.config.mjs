import { createServer } from "node:net";
import { env } from "node:process";
import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";

const freePort = () => new Promise((resolve, reject) => {
  const server = createServer().once("error", reject).listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

// Every worker reads this file again; the first to read it chooses for all.
if (!env.SUBNET_LEDGER_PORTS) {
  const ports = {};
  for (const server of ["nginx", "caddy"]) ports[server] = { root: await freePort(), folder: await freePort() };
  env.SUBNET_LEDGER_PORTS = JSON.stringify(ports);
}
const ports = JSON.parse(env.SUBNET_LEDGER_PORTS);
const at = (server) => ({
  root: `http://127.0.0.1:${ports[server].root}/`,
  folder: `http://127.0.0.1:${ports[server].folder}/subnet-ledger/`,
});
const [nginx, caddy] = [at("nginx"), at("caddy")];

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results",
  reporter: "list",
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(env.CI),
  // A test that passes at the second try has found something.
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    // Animations would be measured half way, by axe as bad contrast.
    contextOptions: { reducedMotion: "reduce" },
    viewport: { width: 1280, height: 900 },
    locale: "en-GB",
    timezoneId: "UTC",
    trace: "off",
    launchOptions: {
      executablePath: env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        // A sandboxed frame gets a process of its own; one that is replaced while its process starts is drawn,
        // but the test runner never hears of it (1 of 60 tries on a busy machine).
        "--disable-features=IsolateSandboxedIframes",
      ],
    },
  },
  projects: [
    { name: "root", use: { baseURL: nginx.root } },
    // The same site under a folder of a host: addresses and links are what can differ.
    { name: "folder", use: { baseURL: nginx.folder }, testIgnore: /accessible|budget|boot|faults|hostile|ledger|looks|stable/ },
    // What a host has to do is expected of every host that there is an example for.
    { name: "caddy", use: { baseURL: caddy.root }, testMatch: /hosting/ },
    { name: "caddy-folder", use: { baseURL: caddy.folder }, testMatch: /hosting/ },
  ],
  webServer: {
    command: "node tests/e2e/servers.mjs",
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    url: nginx.folder,
    stdout: "ignore",
    stderr: "pipe",
    // The site in a folder is written and compressed first.
    timeout: 240_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 3000 },
  },
});
