// Loaded before a WebAssembly program (`node --import`): when it ends, MEMORY_FILE says how many bytes of memory it
// holds. Memory only grows, so that is its peak. A file, because the program has closed its streams by then.

import { writeFileSync } from "node:fs";

const instantiate = WebAssembly.instantiate;
let memory = null;
const find = (values) => values.find((each) => each instanceof WebAssembly.Memory) ?? null;

WebAssembly.instantiate = async (source, imports) => {
  const result = await instantiate.call(WebAssembly, source, imports);
  const instance = result.instance ?? result;
  memory = find(Object.values(instance.exports)) ?? find(Object.values(imports).flatMap(Object.values));
  return result;
};
process.on("exit", () => memory && writeFileSync(process.env.MEMORY_FILE, String(memory.buffer.byteLength)));
