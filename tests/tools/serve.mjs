// A static file server on loopback for one folder. It reads files and nothing else.
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, resolve, sep } from "node:path";

const mimeTypes = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".ipynb": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
};

/** Serves `folder`; takes the next port while one is in use (port 0: any free one). */
export async function serve(folder, firstPort = 0) {
  for (let port = firstPort; ; port += 1) {
    const server = createServer((request, response) => answer(folder, request, response));
    const error = await listen(server, port);
    if (!error) return { url: `http://127.0.0.1:${server.address().port}/`, close: () => close(server) };
    const mayTryNext = error.code === "EADDRINUSE" && firstPort > 0 && port < firstPort + 100;
    if (!mayTryNext) throw error;
  }
}

function listen(server, port) {
  return new Promise((resolve) => {
    server.once("error", resolve);
    server.listen(port, "127.0.0.1", () => resolve(null));
  });
}

function close(server) {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
}

function answer(folder, request, response) {
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(response, 405);
  const path = fileIn(folder, request.url);
  const found = path && statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) return refuse(response, 404);
  const type = extname(path).toLowerCase();
  response.writeHead(200, {
    "Content-Type": mimeTypes[type] ?? "application/octet-stream",
    "Content-Length": found.size,
    // Built files carry a hash of their content in the name; pages must be asked for again.
    "Cache-Control": /\/assets\//.test(request.url) ? "public, max-age=31536000, immutable" : "no-store",
    "X-Content-Type-Options": "nosniff",
  });
  if (request.method === "HEAD") return response.end();
  createReadStream(path)
    .on("error", () => response.destroy())
    .pipe(response);
}

function refuse(response, status) {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" }).end(`${status}\n`);
}

/** The file a request means, or null when it points out of the folder or is not an address. */
export function fileIn(folder, url) {
  const top = resolve(folder);
  const written = url.split(/[?#]/, 1)[0];
  const path = decoded(written.endsWith("/") ? `${written}index.html` : written);
  if (path === null || path.includes("\0")) return null;
  const file = resolve(top, `.${sep}${path}`);
  return file.startsWith(top + sep) ? file : null;
}

function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}
