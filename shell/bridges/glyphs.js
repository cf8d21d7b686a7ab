// Glyphs of the browser's own fonts, by a 2D canvas (web/ui/fonts.h).
//
// Reading a canvas back costs the same for one glyph as for a hundred, so all new glyphs of a frame
// are written on one sheet and read at once. Those of the last visit need neither (kept_glyphs.js): the sheet is made
// when the first new one comes.

import { createKeptGlyphs } from "./kept_glyphs.js";

// As app.css has it for the fields.
const FAMILY = [
  '"PingFang SC"',
  '"Microsoft YaHei"',
  '"HarmonyOS Sans SC"',
  '"Noto Sans CJK SC"',
  '"Noto Sans SC"',
  "sans-serif",
].join();
const SHEET_WIDTH = 1024;
const SHEET_HEIGHT = 1024;
const GAP = 1; // neighbours on the sheet must not touch

const PROBE = "\u5b66\u65f6 \u6c38 Ag19"; // measures otherwise in another font

function createContext(width, height, options) {
  const canvas = document.createElement("canvas");
  canvas.lang = "zh-CN"; // Han characters in their Chinese forms, whatever the fallback font
  canvas.width = width;
  canvas.height = height;
  return canvas.getContext("2d", options);
}

export function createGlyphs({ storage }) {
  let context = null; // of the sheet
  // A context of its own to measure in: the other one's font changes with what is painted.
  const rule = createContext(1, 1);
  let ruleFont = "";
  const kept = createKeptGlyphs({ storage, fontsNow });

  const fontOf = (size, isBold) => `${isBold ? 700 : 400} ${size}px ${FAMILY}`;

  function boxOf(text, size, isBold) {
    const font = fontOf(size, isBold);
    if (font !== ruleFont) rule.font = ruleFont = font;
    return rule.measureText(text);
  }

  function fontsNow() {
    const boxes = [false, true].map((isBold) => boxOf(PROBE, 100, isBold));
    return [navigator.userAgent, ...boxes.flatMap((box) => [box.width, box.actualBoundingBoxAscent])];
  }

  // Advance, and the box of the ink with a pixel of room on each side, in device px from the pen.
  function measure(codepoint, size, isBold) {
    const box = boxOf(String.fromCodePoint(codepoint), size, isBold);
    const isBlank = box.actualBoundingBoxRight + box.actualBoundingBoxLeft <= 0;
    if (isBlank) return [box.width, 0, 0, 0, 0];
    const left = Math.floor(-box.actualBoundingBoxLeft) - 1;
    const top = Math.floor(-box.actualBoundingBoxAscent) - 1;
    const width = Math.ceil(box.actualBoundingBoxRight) + 1 - left;
    const height = Math.ceil(box.actualBoundingBoxDescent) + 1 - top;
    return [box.width, left, top, Math.min(width, SHEET_WIDTH), Math.min(height, SHEET_HEIGHT)];
  }

  // Places glyphs on the sheet in rows until it is full; answers where, and how much was used: a
  // few new glyphs, as scrolling brings them, must not cost the whole sheet.
  function layOut(glyphs, first) {
    const places = [];
    let x = 0;
    let y = 0;
    let rowHeight = 0;
    let usedWidth = 0;
    for (let i = first; i < glyphs.length; ++i) {
      const { width, height } = glyphs[i];
      if (x + width > SHEET_WIDTH) {
        x = 0;
        y += rowHeight + GAP;
        rowHeight = 0;
      }
      if (y + height > SHEET_HEIGHT) break;
      places.push({ x, y });
      usedWidth = Math.max(usedWidth, x + width);
      x += width + GAP;
      rowHeight = Math.max(rowHeight, height);
    }
    return { places, usedWidth, usedHeight: y + rowHeight };
  }

  function paint(glyphs, { places, usedWidth, usedHeight }) {
    context ??= createContext(SHEET_WIDTH, SHEET_HEIGHT, { willReadFrequently: true });
    context.clearRect(0, 0, usedWidth, usedHeight);
    // By font: each is set once.
    const order = [...places.keys()].sort(
      (a, b) => glyphs[a].isBold - glyphs[b].isBold || glyphs[a].size - glyphs[b].size,
    );
    let font = "";
    for (const i of order) {
      const glyph = glyphs[i];
      const wanted = fontOf(glyph.size, glyph.isBold);
      if (wanted !== font) context.font = font = wanted;
      const { x, y } = places[i];
      context.fillText(String.fromCodePoint(glyph.codepoint), x - glyph.left, y - glyph.top);
    }
  }

  function coverageOf(pixels, width, glyph, { x, y }) {
    const coverage = new Uint8Array(glyph.width * glyph.height);
    let at = 0;
    for (let row = 0; row < glyph.height; ++row) {
      let from = ((y + row) * width + x) * 4 + 3;
      for (let column = 0; column < glyph.width; ++column, from += 4) coverage[at++] = pixels[from];
    }
    return coverage;
  }

  function readGlyphs(view, count) {
    return Array.from({ length: count }, (_, i) => {
      const at = i * 20;
      return {
        codepoint: view.getUint32(at, true),
        size: view.getFloat32(at + 4, true),
        isBold: view.getUint32(at + 8, true) !== 0,
        left: view.getInt16(at + 12, true),
        top: view.getInt16(at + 14, true),
        width: view.getUint16(at + 16, true),
        height: view.getUint16(at + 18, true),
      };
    });
  }

  // Fills in the coverage of each.
  function paintAll(glyphs) {
    for (let first = 0; first < glyphs.length; ) {
      const sheet = layOut(glyphs, first);
      const { places, usedWidth, usedHeight } = sheet;
      const painted = glyphs.slice(first, first + places.length);
      paint(painted, sheet);
      const pixels = context.getImageData(0, 0, usedWidth, usedHeight).data;
      painted.forEach((glyph, i) => {
        glyph.coverage = coverageOf(pixels, usedWidth, glyph, places[i]);
        kept.painted(glyph.codepoint, glyph.size, glyph.isBold, glyph.coverage);
      });
      first += places.length;
    }
  }

  return {
    measure(codepoint, size, isBold) {
      const known = kept.find(codepoint, size, isBold);
      if (known) return known.row.subarray(3);
      const metrics = measure(codepoint, size, isBold);
      kept.measured(codepoint, size, isBold, metrics);
      return metrics;
    },
    // `view` holds `count` glyphs of 20 bytes; their coverage is written one after another.
    rasterize(view, count, coverage) {
      const glyphs = readGlyphs(view, count);
      for (const glyph of glyphs) glyph.coverage = kept.find(glyph.codepoint, glyph.size, glyph.isBold)?.coverage;
      paintAll(glyphs.filter((glyph) => glyph.coverage?.length !== glyph.width * glyph.height));
      let at = 0;
      for (const glyph of glyphs) {
        coverage.set(glyph.coverage, at);
        at += glyph.coverage.length;
      }
    },
    forget: kept.forget,
  };
}
