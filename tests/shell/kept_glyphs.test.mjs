// Glyphs kept from one visit to the next are what was measured and painted, of the same fonts, and gone when
// somebody signs out.

import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";

import { createKeptGlyphs } from "../../shell/bridges/kept_glyphs.js";

const REST_MS = 1000;
const kStudy = 0x5b66;
const kMetrics = [16, -1, -13, 3, 2];
const kCoverage = Uint8Array.of(0, 80, 255, 255, 80, 0);

let disk;
let fonts;

const storage = {
  early: async (name) => disk.get(name),
  keep: (name, value) => disk.set(name, structuredClone(value)),
  forget: (name) => disk.delete(name),
};

beforeEach(() => {
  disk = new Map();
  fonts = ["one browser", 600, 88];
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
});

async function visit() {
  const glyphs = createKeptGlyphs({ storage, fontsNow: () => fonts });
  await storage.early("glyphs");
  await null;
  return glyphs;
}

const rest = () => mock.timers.tick(REST_MS);

async function visitWithOneGlyph(codepoint = kStudy) {
  const glyphs = await visit();
  glyphs.measured(codepoint, 14, true, kMetrics);
  glyphs.painted(codepoint, 14, true, kCoverage);
  return glyphs;
}

test("a glyph painted in one visit is there in the next, as it was", async () => {
  await visitWithOneGlyph();
  rest();
  const glyph = (await visit()).find(kStudy, 14, true);
  assert.deepEqual([...glyph.row], [kStudy, 14, 1, ...kMetrics]);
  assert.deepEqual(glyph.coverage, kCoverage);
});

test("another size or weight is another glyph", async () => {
  await visitWithOneGlyph();
  rest();
  const glyphs = await visit();
  assert.equal(glyphs.find(kStudy, 15, true), undefined);
  assert.equal(glyphs.find(kStudy, 14, false), undefined);
});

test("a glyph that was only measured is not kept, a space is", async () => {
  const glyphs = await visitWithOneGlyph();
  glyphs.measured(kStudy, 20, false, kMetrics);
  glyphs.measured(0x20, 14, false, [4, 0, 0, 0, 0]);
  rest();
  const next = await visit();
  assert.equal(next.find(kStudy, 20, false), undefined);
  assert.equal(next.find(0x20, 14, false).row[3], 4);
});

test("nothing is written while new glyphs still come", async () => {
  const glyphs = await visitWithOneGlyph();
  mock.timers.tick(REST_MS - 1);
  glyphs.measured(kStudy + 1, 14, true, kMetrics);
  glyphs.painted(kStudy + 1, 14, true, kCoverage);
  mock.timers.tick(REST_MS - 1);
  assert.equal(disk.size, 0);
  mock.timers.tick(1);
  assert.equal(disk.get("glyphs").rows.length, 16);
});

test("a visit that needs nothing new writes nothing", async () => {
  await visitWithOneGlyph();
  rest();
  const written = disk.get("glyphs");
  (await visit()).find(kStudy, 14, true);
  rest();
  assert.equal(disk.get("glyphs"), written);
});

test("glyphs of other fonts are not taken", async () => {
  await visitWithOneGlyph();
  rest();
  fonts = ["one browser", 612, 90];
  assert.equal((await visit()).find(kStudy, 14, true), undefined);
});

test("what an account's last page showed is gone after signing out, also what waited to be written", async () => {
  await visitWithOneGlyph();
  rest();
  const glyphs = await visitWithOneGlyph(kStudy + 1);
  glyphs.forget();
  rest();
  assert.equal(disk.size, 0);
  assert.equal(glyphs.find(kStudy, 14, true), undefined);
});

test("no more than 800 are kept, those of this visit before those of earlier ones", async () => {
  await visitWithOneGlyph();
  rest();
  const glyphs = await visit();
  for (let i = 1; i <= 800; ++i) {
    glyphs.measured(kStudy + i, 14, true, kMetrics);
    glyphs.painted(kStudy + i, 14, true, kCoverage);
  }
  rest();
  assert.equal(disk.get("glyphs").rows.length, 800 * 8);
  const next = await visit();
  assert.equal(next.find(kStudy, 14, true), undefined);
  assert.ok(next.find(kStudy + 800, 14, true));
});

for (const [what, record] of [
  ["a text", "glyphs"],
  ["rows of another length", { rows: new Float64Array(7), coverage: new Uint8Array(0) }],
  ["too little coverage", { rows: Float64Array.of(kStudy, 14, 1, ...kMetrics), coverage: new Uint8Array(5) }],
]) {
  test(`${what} is not taken for glyphs`, async () => {
    disk.set("glyphs", typeof record === "string" ? record : { fonts, ...record });
    assert.equal((await visit()).find(kStudy, 14, true), undefined);
  });
}
