// A certificate's bytes taken apart (docs/formats/certificate.md): one form only, as core/certificate writes it.
// Answers null for anything else, and says nothing of the signature.

const FORMAT = 1;
const KEY_BYTES = 8;
const SIGNATURE_BYTES = 64;
const MOST_BYTES = 736;
const MOST_TEXT = 120;
const MOST_TITLE = 48;
const MOST_HOURS = 8;
const MOST_RECORDS = 40;
const MOST_NUMBER = 10_000_000;
const SERIAL_LENGTH = 12;

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
export const KNOWN_HOURS = ["public", "professional", "elective", "total"];
export const CATEGORIES = ["public", "professional", "elective"];
export const RESULTS = ["open", "passed", "failed"];

// Bytes, or null: no padding, no other characters, no left-over bits.
export function decodeBase64url(text) {
  if (text.length % 4 === 1) return null;
  const bytes = [];
  let held = 0;
  let bits = 0;
  for (const each of text) {
    const digit = DIGITS.indexOf(each);
    if (digit < 0) return null;
    held = (held << 6) | digit;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push(held >> bits);
    held &= (1 << bits) - 1;
  }
  return held === 0 ? Uint8Array.from(bytes) : null;
}

// Thrown within this file alone.
class Malformed extends Error {}

const must = (holds) => {
  if (!holds) throw new Malformed();
};

class Reader {
  #at = 0;

  constructor(bytes) {
    this.bytes = bytes;
  }
  byte() {
    must(this.#at < this.bytes.length);
    return this.bytes[this.#at++];
  }
  number() {
    let value = 0;
    for (let shift = 0; shift <= 28; shift += 7) {
      const next = this.byte();
      value += (next & 0x7f) * 2 ** shift;
      if (next >= 0x80) continue;
      must(next !== 0 || shift === 0); // the shortest form
      must(value <= MOST_NUMBER);
      return value;
    }
    throw new Malformed();
  }
  raw(size) {
    must(size <= this.bytes.length - this.#at);
    return this.bytes.subarray(this.#at, (this.#at += size));
  }
  // Whole characters without controls.
  text(most, least = 1) {
    const size = this.number();
    must(size >= least && size <= most);
    try {
      const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(this.raw(size));
      // eslint-disable-next-line no-control-regex
      must(!/[\u0000-\u001f\u007f-\u009f]/.test(text));
      return text;
    } catch {
      throw new Malformed();
    }
  }
  finish() {
    must(this.#at === this.bytes.length);
  }
}

function readHours(reader) {
  const id = reader.text(16);
  must(/^[a-z_]+$/.test(id));
  const name = reader.text(MOST_TITLE, 0);
  must(KNOWN_HOURS.includes(id) === (name === ""));
  return { id, name, counted: reader.number(), minimum: reader.number() };
}

function readRecords(reader) {
  const count = reader.number();
  must(count <= MOST_RECORDS);
  const listed = Array.from({ length: count }, () => {
    const title = reader.text(MOST_TITLE);
    const category = CATEGORIES[reader.byte()];
    must(category);
    return { title, category, counted: reader.number() };
  });
  return { listed, others: reader.number(), othersCounted: reader.number() };
}

function readContent(reader) {
  const flags = reader.byte();
  must(flags < 16);
  const result = RESULTS[reader.byte()];
  must(result);
  const year = reader.number();
  must(year >= 1900 && year <= 2999);
  const issuedOn = reader.number();
  const verifiedOn = reader.number();
  must((result === "open") === (verifiedOn === 0));
  const serial = String.fromCharCode(...reader.raw(SERIAL_LENGTH));
  must(/^[0-9A-HJKMNP-TV-Z]+$/.test(serial));
  const issuer = reader.text(MOST_TEXT);
  const name = reader.text(MOST_TEXT);
  const number = flags & 2 ? reader.text(MOST_TEXT) : null;
  const school = flags & 4 ? reader.text(MOST_TEXT) : null;
  const lines = reader.number();
  must(lines >= 1 && lines <= MOST_HOURS);
  const hours = Array.from({ length: lines }, () => readHours(reader));
  const records = flags & 8 ? readRecords(reader) : null;
  reader.finish();
  return { isSample: (flags & 1) === 1, result, year, issuedOn, verifiedOn, serial, issuer, name, number, school, hours, records };
}

// { content, key, signedBytes, signature }; days count from 1970-01-01, hours in tenths.
export function readCertificate(bytes) {
  if (bytes.length < 1 + KEY_BYTES + SIGNATURE_BYTES || bytes.length > MOST_BYTES || bytes[0] !== FORMAT) return null;
  const signedBytes = bytes.subarray(0, bytes.length - SIGNATURE_BYTES);
  const key = Array.from(bytes.subarray(1, 1 + KEY_BYTES), (byte) => byte.toString(16).padStart(2, "0")).join("");
  try {
    const content = readContent(new Reader(signedBytes.subarray(1 + KEY_BYTES)));
    return { content, key, signedBytes, signature: bytes.subarray(signedBytes.length) };
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}
