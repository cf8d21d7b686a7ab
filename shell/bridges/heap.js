// The program's memory. It moves when it grows, so every view is made anew from the module's own.

const decoder = new TextDecoder();

export class Heap {
  #module;
  #result = new Uint8Array();

  // `module` is the object the program was created with; it carries HEAPU8 once the program runs.
  constructor(module) {
    this.#module = module;
  }

  bytes(at, size) {
    return this.#module.HEAPU8.subarray(at, at + size);
  }

  floats(at, count) {
    return new Float32Array(this.#module.HEAPU8.buffer, at, count);
  }

  view(at, size) {
    return new DataView(this.#module.HEAPU8.buffer, at, size);
  }

  text(at, size) {
    return decoder.decode(this.bytes(at, size));
  }

  // Keeps bytes for the program to fetch and answers how many (web/bridge/script_result.h).
  result(bytes) {
    this.#result = bytes;
    return bytes.length;
  }

  takeResult(at) {
    this.bytes(at, this.#result.length).set(this.#result);
    this.#result = new Uint8Array();
  }
}
