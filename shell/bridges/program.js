// The program in its parts (web/ports/program.h). They are one program: each is given the memory and functions of
// those before it, and puts its own into the first's table of functions, where those before find them.

// In the order of the C++ enumeration.
const ABSENT = 0;
const COMING = 1;
const FAILED = 2;
const HERE = 3;

const RETRY_MS = 5_000;

// In the table, for what the parts call of each other: more than web/program_parts.txt has doors.
const ROOM_FOR_DOORS = 64;

// Compiled while it arrives.
async function compile(address) {
  const request = () => fetch(address, { credentials: "same-origin" });
  try {
    return await WebAssembly.compileStreaming(request());
  } catch {
    // Some web views refuse to compile while loading, some proxies send another content type.
    const response = await request();
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return WebAssembly.compile(await response.arrayBuffer());
  }
}

function isNotHere() {
  throw new Error("a part of the program was called before it was here");
}

// `parts` in the order of the C++ enumeration, each with the name it is known under to the next. `isNear`: it will be
// asked for at once, so it may come beside the first.
export function createProgram({ heap, first, parts: others, onChange }) {
  const compiled = compile(first);
  let words = null; // of the part that came with some, until the program takes them
  const joined = { placeholder: new Proxy({}, { get: () => isNotHere }) }; // what is here, by name
  const parts = others.map(({ name, address, isNear }) => {
    const early = isNear ? compile(address) : null;
    early?.catch(() => {}); // asked for again when it is wanted
    return { name, address, early, state: ABSENT, timer: 0, isDone: null };
  });

  async function join(index) {
    const part = parts[index];
    const compiling = part.early ?? compile(part.address);
    part.early = null;
    const module = await compiling;
    if (index > 0) {
      await fetchPart(index - 1);
      if (parts[index - 1].state !== HERE) throw new Error("the part before is missing");
    }
    if (index === 0) makeRoom();
    joined[part.name] = (await WebAssembly.instantiate(module, joined)).exports;
    keepWords(module);
  }

  // A section that web/attach_words.mjs put there.
  function keepWords(module) {
    const [found] = WebAssembly.Module.customSections(module, "words");
    if (found) words = new Uint8Array(found);
  }

  // Only in a program that comes in parts: the table of another need not grow.
  function makeRoom() {
    const tables = Object.values(joined.primary).filter((each) => each instanceof WebAssembly.Table);
    for (const table of tables) table.grow(ROOM_FOR_DOORS);
  }

  function fetchPart(index) {
    const part = parts[index];
    if (part.state === COMING || part.state === HERE) return part.isDone;
    clearTimeout(part.timer);
    part.state = COMING;
    part.isDone = join(index).then(
      () => (part.state = HERE),
      () => {
        part.state = FAILED;
        part.timer = setTimeout(fetchPart, RETRY_MS, index);
      },
    );
    part.isDone.then(onChange);
    return part.isDone;
  }

  return {
    async instantiate(imports) {
      const module = await compiled;
      keepWords(module);
      const instance = await WebAssembly.instantiate(module, { ...imports, ...joined });
      joined.primary = instance.exports;
      return instance;
    },
    state: (index) => parts[index].state,
    fetch: fetchPart,
    // The size of the words that came, or -1.
    words() {
      if (!words) return -1;
      const size = heap.result(words);
      words = null;
      return size;
    },
  };
}
