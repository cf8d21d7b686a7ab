// Serves a bundled page the way the product's server does (compressed files, the same policy, the
// page for every route), with one address that answers what it was sent.

import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
};

const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

function answerFile(folder, request, response) {
  const path = normalize(new URL(request.url, "http://localhost").pathname);
  const wanted = join(folder, path);
  const isFile = existsSync(wanted) && statSync(wanted).isFile();
  if (!isFile && extname(path)) {
    response.writeHead(404).end();
    return;
  }
  const file = isFile ? wanted : join(folder, "index.html");
  const isBrotli = existsSync(`${file}.br`);
  response.writeHead(200, {
    "content-type": TYPES[extname(file)] ?? "application/octet-stream",
    "content-security-policy": POLICY,
    "cache-control": "no-cache",
    ...(isBrotli ? { "content-encoding": "br" } : {}),
  });
  response.end(readFileSync(isBrotli ? `${file}.br` : file));
}

export async function servePage(folder) {
  const server = createServer((request, response) => {
    if (request.url !== "/echo") {
      answerFile(folder, request, response);
      return;
    }
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(Buffer.concat(chunks));
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
