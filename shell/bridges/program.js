// The program in its two parts (web/ports/program.h). They are one program: the second is given the first's
// memory and functions, and puts its own into the first's table of functions, where the first finds them.

// In the order of the C++ enumeration.
const ABSENT = 0;
const COMING = 1;
const FAILED = 2;
const HERE = 3;

const RETRY_MS = 5_000;

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
  throw new Error("the second part of the program was called before it was here");
}

// `isSecondNear`: it will be asked for at once, so it may come beside the first.
export function createProgram({ first, second, isSecondNear, onChange }) {
  const compiled = compile(first);
  let early = isSecondNear ? compile(second) : null;
  early?.catch(() => {}); // asked for again when it is wanted
  const notHere = new Proxy({}, { get: () => isNotHere });
  let exports = null;
  let state = ABSENT;
  let timer = 0;

  async function load() {
    clearTimeout(timer);
    try {
      const part = early ?? compile(second);
      early = null;
      await WebAssembly.instantiate(await part, { primary: exports });
      state = HERE;
    } catch {
      state = FAILED;
      timer = setTimeout(load, RETRY_MS);
    }
    onChange();
  }

  return {
    async instantiate(imports) {
      const instance = await WebAssembly.instantiate(await compiled, { ...imports, placeholder: notHere });
      ({ exports } = instance);
      return instance;
    },
    get secondPart() {
      return state;
    },
    fetchSecondPart() {
      if (state === COMING || state === HERE) return;
      state = COMING;
      load();
    },
  };
}
