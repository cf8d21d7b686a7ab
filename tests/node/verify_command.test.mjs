// `xueshi verify` over an export, by the native and the Node program: same lines, same exits.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

const programs = join(process.env.XUESHI_OUTPUT_DIR ?? "build", "bin");
const kHosts = {
  native: [join(programs, "xueshi")],
  node: [process.execPath, join(programs, "xueshi.mjs")],
};

const folder = mkdtempSync(join(tmpdir(), "verify-"));
after(() => rmSync(folder, { recursive: true }));

// What both hosts answer alike.
function verify(input, ...options) {
  const [native, node] = Object.values(kHosts).map(([program, ...prefix]) => {
    const { status, stdout, stderr } = spawnSync(program, [...prefix, "verify", ...options], { input, encoding: "utf8" });
    return { status, stdout, stderr };
  });
  assert.deepEqual(node, native);
  return native;
}

function answers(input, ...options) {
  const { status, stdout, stderr } = verify(input, ...options);
  assert.equal(status, 0, stderr);
  const lines = stdout.trimEnd().split("\n").map(JSON.parse);
  return { head: lines[0], teachers: lines.slice(1, -1), sums: lines.at(-1) };
}

let sequence = 0;
const line = (feed, type, payload) =>
  JSON.stringify({ feed, event: { sequence: ++sequence, stamp: `1489021200000-${sequence}-server`, type, payload } });
const hours = (teacher, id, category, deci_hours, fields = {}) =>
  line(`teacher:${teacher}`, "hours.recorded", {
    ...{ record_id: id, title: "课程", category, tags: [], deci_hours, state: "earned", source: "all_staff" },
    ...{ allocated_year: 2016, remark: "", ...fields },
  });

const kCity = [
  hours("a", "a1", "public", 180),
  hours("a", "a2", "professional", 540),
  hours("b", "b1", "public", 180),
  hours("b", "b2", "professional", 440),
  hours("b", "b3", "professional", 130, { tags: ["research"], source: "research" }),
  hours("c", "c1", "public", 180),
  hours("c", "c2", "professional", 540, { state: "in_progress" }),
].join("\n");

test("each teacher has a result with its reasons, and the sums come last", () => {
  const { head, teachers, sums } = answers(kCity, "--year", "2016");
  assert.deepEqual(head, { schema: "xueshi.verification/1", year: 2016, pack: "guangzhou-2012" });
  assert.deepEqual(teachers.map(({ teacher, result }) => [teacher, result]), [["a", "pass"], ["b", "pass"], ["c", "fail"]]);
  const [{ record, deci_hours, reason, cap, source }] = teachers[1].not_counted;
  assert.deepEqual([record, deci_hours, reason, cap], ["b3", 30, "over_cap", "research"]);
  assert.match(source, /10 学时/);
  assert.deepEqual(teachers[2].not_counted, [{ record: "c2", deci_hours: 540, reason: "unfinished" }]);
  assert.deepEqual(teachers[2].requirements[1], { id: "professional", counted: 0, minimum: 420, missing: 420 });
  assert.deepEqual(sums, { teachers: 3, passed: 2 });
});

test("a whole city is read line by line", () => {
  const teachers = Array.from({ length: 2000 }, (_, i) => String(i).padStart(4, "0"));
  const input = teachers.map((id) => hours(id, `h${id}`, "public", 180)).join("\n");
  const { teachers: lines, sums } = answers(`${input}\n`, "--year", "2016");
  assert.deepEqual(lines.map(({ teacher }) => teacher), teachers);
  assert.deepEqual(sums, { teachers: 2000, passed: 0 });
});

test("a later record of the same id corrects the first", () => {
  const corrected = `${kCity}\n${hours("c", "c2", "professional", 540)}`;
  assert.deepEqual(answers(corrected, "--year=2016").sums, { teachers: 3, passed: 3 });
});

test("the cycle stands beside the year, by the criterion asked for", () => {
  const input = [2012, 2013, 2014, 2015, 2016]
    .flatMap((year, i) => [
      hours("a", `p${year}`, "public", 180, { allocated_year: year }),
      hours("a", `s${year}`, "professional", i === 0 ? 440 : 570, { allocated_year: year }),
    ])
    .join("\n");
  const cycleOf = (...options) => answers(input, "--year", "2016", "--cycle", ...options).teachers[0].cycle;
  assert.equal(cycleOf().result, "fail");
  assert.equal(cycleOf().years.length, 5);
  assert.deepEqual(cycleOf().cumulative[2], { id: "total", counted: 3620, minimum: 3600, missing: 0 });
  assert.equal(cycleOf("--criterion", "cumulative").result, "pass");
});

const localized = (zh) => ({ zh, en: zh });
const draftOf = (total, last_year = 2019) => ({
  ...{ schema: "xueshi.rules.annual/1", id: "draft", first_year: 2012, last_year, hours_per_day: 6, caps: [] },
  requirements: [
    {
      ...{ id: "total", name: localized("合计"), short_name: localized("合计") },
      ...{ match: {}, minimum: total, source: localized("草案") },
    },
  ],
});
let drafts = 0;
function draftFile(content) {
  const file = join(folder, `draft-${++drafts}.json`);
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

test("a draft pack names exactly those whose result it would change", () => {
  const { head, teachers, sums } = answers(kCity, "--year", "2016", "--what-if", draftFile(draftOf(73)));
  assert.deepEqual([head.pack, head.draft], ["guangzhou-2012", "draft"]);
  assert.deepEqual(teachers.map(({ teacher, now, then }) => [teacher, now, then]), [["a", "pass", "fail"]]);
  assert.deepEqual(sums, { teachers: 3, passed: 2, passed_then: 1, changed: 1 });
});

for (const [what, options, input, words] of [
  ["no year", [], "", /--year/],
  ["a year that is none", ["--year", "20x6"], "", /--year/],
  ["a year without a pack", ["--year", "2011"], "", /2011/],
  ["a cycle that begins before the first pack", ["--year", "2014", "--cycle"], "", /2011/],
  ["an unknown option", ["--years", "2016"], "", /--years/],
  ["an unknown criterion", ["--year", "2016", "--criterion", "best"], "", /--criterion/],
  ["a draft beside a cycle", ["--year", "2016", "--cycle", "--what-if", "x"], "", /--what-if/],
  ["a draft that is not there", ["--year", "2016", "--what-if", join(folder, "none.json")], "", /none\.json/],
  ["a draft that is no pack", ["--year", "2016", "--what-if", draftFile("[]")], "", /./],
  ["a line that is no JSON", ["--year", "2016"], `${kCity}\n{"feed"`, /line 8/],
  ["a line with a field too many", ["--year", "2016"], kCity.replace('"tags":[]', '"tag":[]'), /line 1, tag/],
  ["negative hours", ["--year", "2016"], kCity.replace(":180", ":-1"), /line 1, deci_hours/],
  ["a line that never ends", ["--year", "2016"], `${kCity}\n${" ".repeat(5 << 20)}`, /line 8: too long/],
  ["feeds in another order", ["--year", "2016"], [hours("b", "1", "public", 1), hours("a", "2", "public", 1)].join("\n"), /line 2, feed/],
]) {
  test(`${what} is refused by name, in one line`, () => {
    const { status, stderr } = verify(input, ...options);
    assert.equal(status, 2);
    assert.match(stderr, words);
    assert.equal(stderr.trimEnd().split("\n").length, 1);
  });
}

test("a draft that does not cover the year is refused", () => {
  const { status, stderr } = verify(kCity, "--year", "2016", "--what-if", draftFile(draftOf(72, 2015)));
  assert.equal(status, 2);
  assert.match(stderr, /does not cover/);
});
