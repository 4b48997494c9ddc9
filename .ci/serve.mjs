// Serves dist/ on this machine: `make serve`. Usage: node .ci/serve.mjs HOST PORT BASE
import { createServer } from "node:http";
import { argv, exit } from "node:process";
import sirv from "sirv";

const [host, port, base] = argv.slice(2);
const options = { etag: true, brotli: true, gzip: true, setHeaders: (response) => {
  response.setHeader("Cache-Control", "no-cache");
  response.setHeader("Access-Control-Allow-Origin", "*");
} };
const files = sirv("dist", options);
// sirv takes `/subnet/70.r2` for a file; with no such guesses it answers every address with the page,
const pages = sirv("dist", { ...options, single: "404.html", ignores: false });
// so that what can only be a file is asked for separately, and is missing when it is missing.
const FILE = /^\/(data|assets|badge)\/.|\.(css|csv|html|js|json|mjs|png|svg|wasm|xml)$/;

const server = createServer((request, response) => {
  const missing = () => response.writeHead(404, { "Content-Type": "text/plain" }).end("There is no such file.\n");
  const [path] = request.url.split("?");
  if (!path.startsWith(base)) return path === "/" || `${path}/` === base ? response.writeHead(302, { Location: base }).end() : missing();
  request.url = request.url.slice(base.length - 1);
  (FILE.test(path.slice(base.length - 1)) ? files : pages)(request, response, missing);
});
server.on("error", (error) => {
  console.error(error.code === "EADDRINUSE"
    ? `Port ${port} is taken. Choose another: make serve PORT=${Number(port) + 1}`
    : `The server could not start: ${error.message}`);
  exit(1);
});
server.listen(Number(port), host, () => {
  console.log(`Subnet Ledger is at http://${host}:${port}${base} (stop it with Ctrl-C)`);
});
