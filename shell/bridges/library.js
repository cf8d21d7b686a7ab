// Documents of this release that the program reads only where it needs them (web/ports/library.h).

// In the order of the C++ enumeration.
const FILES = ["capability.txt"];

// Bytes; none when they could not be had.
async function load(file) {
  try {
    const response = await fetch(new URL(file, document.baseURI));
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
  } catch {
    // as good as an answer without content
  }
  return new Uint8Array();
}

export function createLibrary({ heap, onArrival }) {
  const arrived = [];

  return {
    async fetch(name) {
      arrived.push({ name, bytes: await load(FILES[name]) });
      onArrival();
    },
    // The name of the document that is next, or -1.
    next: () => (arrived.length === 0 ? -1 : arrived[0].name),
    // Its size; it is taken.
    bytes: () => heap.result(arrived.shift().bytes),
  };
}
