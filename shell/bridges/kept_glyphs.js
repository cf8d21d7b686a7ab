// Glyphs of the last visit, kept on the device: measuring and painting those of the first picture anew is a good
// part of a start.
//
// One record beside the program's own (storage.js): rows of numbers, one for each glyph, and the coverage of all of
// them, one behind the other. It belongs to the fonts it was painted with, as `fontsNow` describes them; others make
// it void. Losing it costs a little time and nothing else, so nothing here waits, tries again or complains.

const NAME = "glyphs";
const MOST_GLYPHS = 800; // Home has 300 to 400 in all its sizes
const REST_MS = 1000; // nothing new for so long: written down
const ROW = 8; // codepoint, size, weight, advance, left, top, width, height

const keyOf = (codepoint, size, isBold) => `${codepoint} ${size} ${Number(isBold)}`;

const rowsOf = ({ rows }) => Array.from({ length: rows.length / ROW }, (_, i) => rows.subarray(i * ROW, (i + 1) * ROW));

// Another release may have written it otherwise.
function isWhole(record) {
  if (!(record?.rows instanceof Float64Array && record.coverage instanceof Uint8Array)) return false;
  if (record.rows.length % ROW !== 0) return false;
  return rowsOf(record).reduce((sum, row) => sum + row[6] * row[7], 0) === record.coverage.length;
}

// `storage` has early(name), keep(name, value) and forget(name).
export function createKeptGlyphs({ storage, fontsNow }) {
  let before = new Map(); // of visits before: key → { row, coverage }
  let used = new Map(); // of this one
  let timer = 0;

  function takeIn(record) {
    if (!isWhole(record) || String(record.fonts) !== String(fontsNow())) return;
    let at = 0;
    for (const row of rowsOf(record)) {
      const size = row[6] * row[7];
      before.set(keyOf(...row), { row, coverage: record.coverage.subarray(at, at + size) });
      at += size;
    }
  }

  function pack() {
    // Those of this visit first: the next start is most like it. Where a glyph was only measured, it is not whole.
    const chosen = [...new Map([...used, ...before]).values()]
      .filter(({ row, coverage }) => coverage.length === row[6] * row[7])
      .slice(0, MOST_GLYPHS);
    const rows = new Float64Array(chosen.length * ROW);
    const coverage = new Uint8Array(chosen.reduce((sum, glyph) => sum + glyph.coverage.length, 0));
    let at = 0;
    chosen.forEach((glyph, i) => {
      rows.set(glyph.row, i * ROW);
      coverage.set(glyph.coverage, at);
      at += glyph.coverage.length;
    });
    return { fonts: fontsNow(), rows, coverage };
  }

  function writeSoon() {
    clearTimeout(timer);
    timer = setTimeout(() => storage.keep(NAME, pack()), REST_MS);
  }

  storage.early(NAME).then(takeIn);

  return {
    // { row, coverage }, or undefined. The row's metrics begin with the advance, at 3.
    find(codepoint, size, isBold) {
      const key = keyOf(codepoint, size, isBold);
      const known = used.get(key);
      if (known) return known;
      const glyph = before.get(key);
      if (glyph) used.set(key, glyph);
      return glyph;
    },
    measured(codepoint, size, isBold, metrics) {
      const row = Float64Array.of(codepoint, size, isBold, ...metrics);
      used.set(keyOf(codepoint, size, isBold), { row, coverage: new Uint8Array() });
    },
    painted(codepoint, size, isBold, coverage) {
      const glyph = used.get(keyOf(codepoint, size, isBold));
      if (!glyph) return;
      glyph.coverage = coverage;
      if (used.size <= MOST_GLYPHS) writeSoon();
    },
    // Who signs out leaves nothing behind that tells what they read.
    forget() {
      clearTimeout(timer);
      before = new Map();
      used = new Map();
      storage.forget(NAME);
    },
  };
}
