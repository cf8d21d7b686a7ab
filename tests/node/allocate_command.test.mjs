// `xueshi allocate` by the native and the Node program: same answer, same exits.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";

const programs = join(process.env.XUESHI_OUTPUT_DIR ?? "build", "bin");
const kHosts = [[join(programs, "xueshi")], [process.execPath, join(programs, "xueshi.mjs")]];

// What both hosts answer alike, but for the time it took.
function allocate(input, ...options) {
  const [native, node] = kHosts.map(([program, ...prefix]) => {
    const { status, stdout, stderr } = spawnSync(program, [...prefix, "allocate", ...options], { input, encoding: "utf8" });
    return { status, stdout: stdout.replace(/"microseconds":\d+/, ""), stderr };
  });
  assert.deepEqual(node, native);
  return native;
}

const staying = (year, professional) => [
  { year, category: "public", deci_hours: 180 },
  { year, category: "professional", deci_hours: professional },
];
const course = (id, deci_hours, years) => ({ id, category: "professional", deci_hours, year: 2017, years });
const kProblem = {
  schema: "xueshi.allocation.problem/1",
  cycle_last: 2017,
  annual_years: [2016, 2017],
  staying: [...staying(2015, 480), ...staying(2016, 420), ...staying(2017, 420)],
  courses: [course("a", 120, [2015, 2016, 2017]), course("b", 60, [2015, 2016, 2017]), course("c", 120, [2015, 2016, 2017])],
};

test("years pass by their importance, with the least surplus and the fewest moves", () => {
  const { status, stdout, stderr } = allocate(JSON.stringify(kProblem));
  assert.equal(status, 0, stderr);
  const answer = JSON.parse(stdout.replace(/,\}/, "}"));
  assert.deepEqual(answer.courses, [
    { id: "a", year: 2016, moved: true },
    { id: "b", year: 2015, moved: true },
    { id: "c", year: 2017, moved: false },
  ]);
  assert.deepEqual(answer.years, [
    { year: 2015, cycle: "pass", surplus: 0 },
    { year: 2016, annual: "pass", cycle: "pass", surplus: 0 },
    { year: 2017, annual: "pass", cycle: "pass", surplus: 0 },
  ]);
  assert.equal(answer.proven, true);
});

test("twenty courses, none alike", () => {
  const courses = Array.from({ length: 20 }, (_, i) => course(`c${i + 10}`, 31 + 7 * i, [2015, 2016, 2017]));
  const { status, stdout } = allocate(JSON.stringify({ ...kProblem, courses }), "--count", "2");
  assert.equal(status, 0);
  assert.match(stdout, /"proven":true/);
});

test("what is wrong is named", () => {
  const wrong = (document, ...options) => allocate(typeof document === "string" ? document : JSON.stringify(document), ...options);
  assert.equal(wrong("").status, 2);
  assert.match(wrong({ ...kProblem, schema: "other" }).stderr, /schema/);
  assert.match(wrong({ ...kProblem, courses: [course("a", 1.5, [2016])] }).stderr, /courses\[0\]\.deci_hours/);
  assert.match(wrong({ ...kProblem, courses: [course("a", 10, [2001])] }).stderr, /2001/);
  assert.match(wrong({ ...kProblem, courses: [course("a", 10, [2016]), course("a", 10, [2016])] }).stderr, /courses\[1\]/);
  assert.equal(wrong(kProblem, "--count").status, 2);
  assert.equal(wrong({ ...kProblem, courses: [] }).status, 0);
});
