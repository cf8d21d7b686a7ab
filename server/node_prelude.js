// Stands before Emscripten's output, which is written for CommonJS, to make it an ES module.
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";

const require = createRequire(import.meta.url);
const __filename = fileURLToPath(import.meta.url);
const __dirname = dirname(__filename);

// A plan is searched for a few milliseconds: less than V8 takes to notice which functions are worth optimising. So it
// optimises all of them before the program starts, where that is what is asked for.
if (process.argv[2] === "plan") for (const flag of ["--no-liftoff", "--no-wasm-lazy-compilation"]) setFlagsFromString(flag);
