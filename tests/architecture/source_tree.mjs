// What the architecture tests read: the project's files, and the code in them without its comments.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const kRoot = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

// Made or fetched, never committed: `.gitignore` lists the same.
const kNotOurs = new Set([".git", "build", "node_modules", ".cache"]);

// Paths from the root, with '/'.
export function files(folder = "", accept = () => true) {
  const found = [];
  const walk = (path) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const child = join(path, entry.name);
      const name = relative(kRoot, child).replaceAll("\\", "/");
      if (entry.isDirectory()) {
        if (!kNotOurs.has(name)) walk(child);
      } else if (accept(name)) {
        found.push(name);
      }
    }
  };
  walk(join(kRoot, folder));
  return found.sort();
}

export const read = (path) => readFileSync(join(kRoot, path), "utf8");

export const is_cpp = (path) => /\.(cpp|h)$/.test(path);
export const is_script = (path) => /\.(js|mjs)$/.test(path);

// C++ and JavaScript with comments blanked, lines kept. Strings are kept too: they may hold "//".
export function without_comments(text) {
  const token = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|R"(\w*)\([\s\S]*?\)\1"/g;
  return text.replace(token, (match) =>
    match.startsWith("/") ? match.replace(/[^\n]/g, " ") : match,
  );
}

export function without_strings(code) {
  return code.replace(/R"(\w*)\([\s\S]*?\)\1"|"(?:\\.|[^"\\\n])*"/g, (match) =>
    `""${match.replace(/[^\n]/g, "")}`,
  );
}

// [{ line, target, quoted }] of a C++ file.
export function includes(text) {
  const found = [];
  without_comments(text)
    .split("\n")
    .forEach((content, index) => {
      const match = /^\s*#\s*include\s*([<"])([^>"]+)[>"]/.exec(content);
      if (match) found.push({ line: index + 1, target: match[2], quoted: match[1] === '"' });
    });
  return found;
}

// "path:line: what" for each match of a pattern (with flag g) in the code.
export function matches(path, code, pattern, what) {
  return [...code.matchAll(pattern)].map((match) => {
    const line = code.slice(0, match.index).split("\n").length;
    return `${path}:${line}: ${what ?? match[0].trim()}`;
  });
}
