// The commands of the exchange from end to end: a sample city's hours, opened by a reader of its own; results in and taken
// back; a platform's token.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

const XUESHI = join(process.env.XUESHI_OUTPUT_DIR ?? "build", "bin/xueshi");
const folder = mkdtempSync(join(tmpdir(), "xueshi-exchange-"));
const data = join(folder, "city");
after(() => rmSync(folder, { recursive: true }));

const run = (...args) => spawnSync(XUESHI, args, { encoding: "utf8", maxBuffer: 1 << 28 });
execFileSync(XUESHI, ["demo", "--data", data, "--teachers", "200"]);

const exported = (name, ...more) => {
  const to = join(folder, name);
  const { status, stderr } = run("export-hours", "--data", data, "--year", "2016", "--to", to, ...more);
  assert.equal(status, 0, stderr);
  return to;
};

test("a workbook of every teacher's hours is opened by an independent reader", () => {
  const opened = execFileSync("node", ["tests/server/tables/open_xlsx.mjs", exported("hours.xlsx")], { encoding: "utf8" });
  const [names, ...rows] = JSON.parse(opened);
  assert.deepEqual(names.slice(0, 4), ["年度", "教师编号", "姓名", "单位"]);
  assert.equal(rows.length, 200);
  for (const [year, number, name, unit, ...hours] of rows) {
    assert.equal(year, "2016");
    assert.match(number, /^\d{11}$/);
    assert.ok(typeof name === "string" && typeof unit === "string");
    const [publicHours, professional, elective, total] = hours;
    assert.equal(publicHours + professional + elective, total);
  }
});

test("CSV in both charsets says the same", () => {
  const utf8 = new TextDecoder("utf-8").decode(readFileSync(exported("hours.csv")));
  const gb18030 = new TextDecoder("gb18030").decode(readFileSync(exported("hours-gb.csv", "--charset", "gb18030")));
  assert.equal(gb18030, utf8);
  assert.equal(utf8.split("\r\n").length, 202);
});

test("results come in, the same once, and are taken back", () => {
  const numbers = readFileSync(exported("numbers.csv"), "utf8").split("\r\n").slice(1, 51).map((row) => row.split(",")[1]);
  const table = join(folder, "results.csv");
  writeFileSync(table, ["教师编号,年度,验证结果,验证日期", ...numbers.map((number) => `${number},2016,通过,2017-08-31`)].join("\n"));
  const importing = (how, from = table) => {
    const { stdout, stderr, status } = run("import-results", "--data", data, "--from", from, how, "--now", "2017-09-20T09:00");
    assert.ok(status < 2, stderr);
    return { status, ...JSON.parse(stdout) };
  };
  const preview = importing("--preview");
  assert.deepEqual([preview.status, preview.recorded, preview.would_record], [0, 0, 50]);
  const { import_id: id, recorded } = importing("--all-or-nothing");
  assert.equal(recorded, 50);
  assert.equal(importing("--row-by-row").unchanged, 50);
  const passed = () => readFileSync(exported("again.csv"), "utf8").split(",通过,2017-08-31").length - 1;
  assert.equal(passed(), 50);

  const bad = join(folder, "bad.csv");
  writeFileSync(bad, `教师编号,年度,验证结果,验证日期\n${numbers[0]},2016,不通过,2017-09-01\nnobody,2016,通过,2017-09-01\n`);
  const refused = importing("--all-or-nothing", bad);
  assert.deepEqual([refused.status, refused.recorded, refused.errors], [1, 0, [{ line: 3, column: "教师编号", code: "UnknownTeacher" }]]);

  const undone = JSON.parse(run("undo-import", "--data", data, "--id", id).stdout);
  assert.equal(undone.taken_back, 50);
  assert.equal(passed(), 0);
  assert.equal(run("undo-import", "--data", data, "--id", "nothing").status, 1);
  assert.equal(run("import-results", "--data", data, "--from", table).status, 2, "how is not said");
});

test("a platform's token is shown once and ends", () => {
  const first = run("platform-token", "--data", data, "--name", "gz-learn").stdout.trim();
  assert.match(first, /^[0-9a-f]{64}$/);
  assert.notEqual(run("platform-token", "--data", data, "--name", "gz-learn").stdout.trim(), first);
  assert.ok(!readFileSync(join(data, "xueshi.db")).includes(first), "its hash is kept alone");
  assert.equal(run("platform-token", "--data", data, "--name", "gz-learn", "--revoke").status, 0);
  assert.equal(run("platform-token", "--data", data, "--name", "gz-learn", "--revoke").status, 1);
  assert.equal(run("platform-token", "--data", data, "--name", "not a name").status, 2);
});
