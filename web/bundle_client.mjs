// node bundle_client.mjs <output> [--compress] <folder or file>…
//
// Puts the page together: every input becomes an asset, named after its content so that it can be
// cached for ever (`boot.1f0c9a2b7d.js`), and every reference to it is rewritten. The few files whose
// address must stay the same are listed below. With --compress a .br and a .gz stand beside each
// file that gains by it.
//
// References are relative paths in quotes or brackets, as in `import "./bridges/storage.js"`,
// `href="app.css"`, `url(icons/plan.svg)`; they count from the file's own folder or from the root.
// In the files of fixed name two words are filled in: %BUILD% with the digest of the whole bundle,
// and "%ASSETS%" (with its quotes) with its addresses, each with the digest of its content: in the order
// of kFixedNames, so that the service worker's list holds the page and not itself.

import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join, posix, relative } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const kFixedNames = new Set(["index.html", "verify.html", "manifest.webmanifest", "service_worker.js"]);
const kTextTypes = new Set([".css", ".html", ".js", ".json", ".svg", ".webmanifest"]);
const kCompressedTypes = new Set([...kTextTypes, ".wasm", ".txt"]);
const kReference = /(?<=["'(])[\w./-]+\.[a-z0-9]+(?=["')])/g;

function collect(inputs) {
  const sources = new Map();
  const add = (file, root) => sources.set(relative(root, file).replaceAll("\\", "/"), readFileSync(file));
  const walk = (folder, root) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) walk(join(folder, entry.name), root);
      else if (entry.name !== "CMakeLists.txt") add(join(folder, entry.name), root);
    }
  };
  for (const input of inputs) {
    if (statSync(input).isDirectory()) walk(input, input);
    else add(input, dirname(input));
  }
  return sources;
}

const digest = (bytes) => createHash("sha256").update(bytes).digest("hex").slice(0, 10);

class Bundle {
  #sources;
  #names = new Map(); // source path → path in the bundle
  #contents = new Map(); // path in the bundle → bytes
  #open = []; // being rewritten: a path that comes twice is a circle

  constructor(sources) {
    this.#sources = sources;
    for (const path of sources.keys()) if (!kFixedNames.has(path)) this.#place(path);
    const fixed = [...kFixedNames].filter((path) => sources.has(path));
    const names = [...this.#contents.keys()].sort();
    const build = digest([...names, ...fixed.map((path) => sources.get(path))].join("\n"));
    for (const path of fixed) {
      const assets = [...this.#contents].map(([name, bytes]) => [name, digest(bytes)]).sort();
      const text = this.#rewritten(path)
        .toString()
        .replaceAll("%BUILD%", build)
        .replaceAll('"%ASSETS%"', JSON.stringify(Object.fromEntries(assets)));
      this.#contents.set(path, Buffer.from(text));
    }
  }

  get contents() {
    return this.#contents;
  }

  #place(path) {
    const known = this.#names.get(path);
    if (known) return known;
    if (this.#open.includes(path)) {
      throw new Error(`files refer to each other in a circle: ${[...this.#open, path].join(" → ")}`);
    }
    this.#open.push(path);
    const bytes = this.#rewritten(path);
    this.#open.pop();
    const extension = extname(path);
    const stem = basename(path, extension);
    const name = posix.join(posix.dirname(path), `${stem}.${digest(bytes)}${extension}`);
    this.#names.set(path, name);
    this.#contents.set(name, bytes);
    return name;
  }

  #rewritten(path) {
    const bytes = this.#sources.get(path);
    if (!kTextTypes.has(extname(path))) return bytes;
    const folder = posix.dirname(path);
    const text = bytes.toString().replace(kReference, (reference) => {
      const fromRoot = posix.normalize(reference.replace(/^\//, ""));
      const target = [posix.join(folder, reference), fromRoot].find((candidate) =>
        this.#sources.has(candidate),
      );
      if (!target || target === path || kFixedNames.has(target)) return reference;
      const placed = posix.basename(this.#place(target));
      return reference.slice(0, reference.length - posix.basename(target).length) + placed;
    });
    return Buffer.from(text);
  }
}

function compressed(bytes) {
  return {
    ".br": brotliCompressSync(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
    ".gz": gzipSync(bytes, { level: 9 }),
  };
}

function write(output, contents, compress) {
  rmSync(output, { recursive: true, force: true });
  for (const [path, bytes] of contents) {
    const file = join(output, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    if (!compress || !kCompressedTypes.has(extname(path))) continue;
    for (const [suffix, smaller] of Object.entries(compressed(bytes))) {
      if (smaller.length < bytes.length) writeFileSync(file + suffix, smaller);
    }
  }
}

const [output, ...rest] = process.argv.slice(2);
const inputs = rest.filter((word) => word !== "--compress");
write(output, new Bundle(collect(inputs)).contents, rest.includes("--compress"));
