// What is written is what is read.

import assert from "node:assert/strict";
import { test } from "node:test";

import { ByteReader, ByteWriter } from "../../shell/bridges/bytes.js";

test("numbers and strings come back, unaligned and in order", () => {
  const bytes = new ByteWriter()
    .u8(7)
    .u32(0xfedcba98)
    .u16(65_535)
    .string("学时 𠀀")
    .f32(0.5)
    .string("")
    .finish();
  const reader = new ByteReader(bytes);
  assert.equal(reader.u8(), 7);
  assert.equal(reader.u32(), 0xfedcba98);
  assert.equal(reader.u16(), 65_535);
  assert.equal(reader.string(), "学时 𠀀");
  assert.equal(reader.f32(), 0.5);
  assert.equal(reader.string(), "");
  assert.equal(reader.isAtEnd, true);
});

test("the writer grows with what is written", () => {
  const long = "规".repeat(10_000);
  const reader = new ByteReader(new ByteWriter().u8(1).string(long).u8(2).finish());
  reader.u8();
  assert.equal(reader.string(), long);
  assert.equal(reader.u8(), 2);
});

test("a reader of a part of a buffer stays in its part", () => {
  const bytes = new ByteWriter().u32(1).u32(2).u32(3).finish();
  const reader = new ByteReader(bytes.subarray(4, 8));
  assert.equal(reader.u32(), 2);
  assert.equal(reader.isAtEnd, true);
});
