// Numbers and strings to and from bytes, as web/bridge/byte_reader.h and web/ui/plane_patch.h have
// them: little-endian, unaligned, a string is a u32 byte count and UTF-8.

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class ByteWriter {
  #bytes = new Uint8Array(256);
  #view = new DataView(this.#bytes.buffer);
  #size = 0;

  #grow(more) {
    const needed = this.#size + more;
    if (needed <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    grown.set(this.#bytes.subarray(0, this.#size));
    this.#bytes = grown;
    this.#view = new DataView(grown.buffer);
  }

  #number(method, value, size) {
    this.#grow(size);
    this.#view[method](this.#size, value, true);
    this.#size += size;
    return this;
  }

  u8(value) {
    return this.#number("setUint8", value, 1);
  }

  u16(value) {
    return this.#number("setUint16", value, 2);
  }

  u32(value) {
    return this.#number("setUint32", value, 4);
  }

  f32(value) {
    return this.#number("setFloat32", value, 4);
  }

  string(text) {
    return this.blob(encoder.encode(text));
  }

  blob(bytes) {
    this.u32(bytes.length);
    this.#grow(bytes.length);
    this.#bytes.set(bytes, this.#size);
    this.#size += bytes.length;
    return this;
  }

  finish() {
    return this.#bytes.slice(0, this.#size);
  }
}

export class ByteReader {
  #bytes;
  #view;
  #at = 0;

  constructor(bytes) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get isAtEnd() {
    return this.#at >= this.#bytes.length;
  }

  #number(method, size) {
    const value = this.#view[method](this.#at, true);
    this.#at += size;
    return value;
  }

  u8() {
    return this.#number("getUint8", 1);
  }

  u16() {
    return this.#number("getUint16", 2);
  }

  u32() {
    return this.#number("getUint32", 4);
  }

  i32() {
    return this.#number("getInt32", 4);
  }

  f32() {
    return this.#number("getFloat32", 4);
  }

  string() {
    const size = this.u32();
    const text = decoder.decode(this.#bytes.subarray(this.#at, this.#at + size));
    this.#at += size;
    return text;
  }
}
