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
env.SUBNET_LEDGER_PORTS ??= `${await freePort()} ${await freePort()}`;
const [rootPort, folderPort] = env.SUBNET_LEDGER_PORTS.split(" ");
const root = `http://127.0.0.1:${rootPort}/`;
const folder = `http://127.0.0.1:${folderPort}/ledger/`;

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
      ],
    },
  },
  projects: [
    { name: "root", use: { baseURL: root } },
    // The same site under a folder of a host: addresses and links are what can differ.
    { name: "folder", use: { baseURL: folder }, testIgnore: /accessible|budget|boot|faults|hostile|ledger|stable/ },
  ],
  webServer: {
    command: "node tests/e2e/nginx.mjs",
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    url: folder,
    // It writes the pages of the site under a folder once more, and compresses them.
    timeout: 240_000,
    stdout: "ignore",
    stderr: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 3000 },
  },
});
