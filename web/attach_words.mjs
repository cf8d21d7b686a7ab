// node attach_words.mjs <part.wasm> <words>
//
// Puts the words that a part's screens say into the part itself, as a section of its own named "words": they come
// with it, in one request, and are there whenever it is (web/locale/later_words.h).

import { appendFileSync, readFileSync } from "node:fs";

const NAME = Buffer.from("words");

// Unsigned LEB128, as sizes are written in WebAssembly.
function sizeOf(value) {
  const bytes = [];
  do {
    bytes.push((value & 0x7f) | (value > 0x7f ? 0x80 : 0));
    value >>>= 7;
  } while (value > 0);
  return Buffer.from(bytes);
}

const [part, words] = process.argv.slice(2);
const content = Buffer.concat([sizeOf(NAME.length), NAME, readFileSync(words)]);
appendFileSync(part, Buffer.concat([Buffer.from([0]), sizeOf(content.length), content]));
