// Reads the patches of web/ui/plane_patch.h and calls `target` for each operation.

import { ByteReader } from "./bytes.js";

// Bits of ui::PatchField and how each field is read, in their order.
export const FIELDS = [
  [1, "role", (reader) => reader.u8()],
  [2, "rect", (reader) => [reader.f32(), reader.f32(), reader.f32(), reader.f32()]],
  [4, "state", (reader) => reader.u16()],
  [8, "name", (reader) => reader.string()],
  [16, "value", (reader) => reader.string()],
  [32, "hint", (reader) => reader.string()],
  [64, "autocomplete", (reader) => reader.string()],
  [128, "describedBy", (reader) => reader.u32()],
  [256, "contentHeight", (reader) => reader.f32()],
  [512, "fontPx", (reader) => reader.f32()],
  [1024, "padding", (reader) => [reader.f32(), reader.f32()]],
  [2048, "rowCount", (reader) => reader.i32()],
  [4096, "rowIndex", (reader) => reader.i32()],
  [8192, "maxLength", (reader) => reader.i32()],
  [16384, "keyboard", (reader) => reader.u8()],
];

function readFields(reader) {
  const mask = reader.u16();
  const fields = {};
  for (const [bit, name, read] of FIELDS) {
    if (mask & bit) fields[name] = read(reader);
  }
  return fields;
}

// In the order of ui::PatchOperation, from 1.
export const OPERATIONS = [
  (reader, target) =>
    target.theme({
      canvas: reader.u32(),
      ink: reader.u32(),
      placeholder: reader.u32(),
      accent: reader.u32(),
      scrollThumb: reader.u32(),
      isDark: reader.u8() !== 0,
    }),
  (reader, target) => target.remove(reader.u32()),
  (reader, target) => target.node(reader.u32(), readFields(reader)),
  (reader, target) => {
    const parent = reader.u32();
    target.children(parent, Array.from({ length: reader.u32() }, () => reader.u32()));
  },
  (reader, target) => target.focus(reader.u32()),
  (reader, target) => target.scroll(reader.u32(), reader.f32()),
  (reader, target) => target.announce(reader.u8() !== 0, reader.string()),
];

export function readPatch(bytes, target) {
  const reader = new ByteReader(bytes);
  while (!reader.isAtEnd) OPERATIONS[reader.u8() - 1](reader, target);
}
