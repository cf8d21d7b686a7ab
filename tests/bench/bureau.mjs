// How long the exchange with the HR bureau takes: a city's hours written, 100,000 results read with every hundredth row bad,
// the same again, and all of it taken back.
//
// TEACHERS (default 135,323), ROWS (default 100,000).

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { print, printMachine } from "./support/figures.mjs";

const XUESHI = join(process.env.XUESHI_OUTPUT_DIR ?? "build", "bin/xueshi");
const TEACHERS = process.env.TEACHERS ?? "135323";
const ROWS = Number(process.env.ROWS ?? 100_000);
const NOW = "2017-09-20T09:00";

const folder = mkdtempSync(join(tmpdir(), "xueshi-bureau-"));
const data = join(folder, "city");

function timed(what, args, goal) {
  const began = performance.now();
  const { stdout, stderr, status } = spawnSync(XUESHI, args, { encoding: "utf8", maxBuffer: 1 << 30 });
  const seconds = (performance.now() - began) / 1000;
  if (status > 1) throw new Error(stderr);
  print(what, `${seconds.toFixed(1)} s`, goal);
  return stdout;
}

// The first that teachers choose themselves.
function courseRun() {
  const exported = `${XUESHI} export --data ${data} | grep -m1 'course_run.published.*guangzhou-2017-1'`;
  return JSON.parse(execFileSync("sh", ["-c", exported], { encoding: "utf8" })).event.payload.course_run_id;
}

function importing(what, how, file, goal, command = "import-results") {
  const platform = command === "import-completions" ? ["--platform", "bench"] : [];
  const args = [command, "--data", data, "--from", file, how, "--now", NOW, ...platform];
  const answer = JSON.parse(timed(what, args, goal));
  const { rows, recorded, would_record: possible, unchanged, errors } = answer;
  print("", `${rows} rows, ${recorded || possible} good, ${unchanged} known, ${errors.length} bad`);
  return answer.import_id;
}

try {
  printMachine(`the exchange with the HR bureau, ${TEACHERS} teachers`);
  execFileSync(XUESHI, ["demo", "--data", data, "--teachers", TEACHERS]);
  const csv = join(folder, "hours.csv");
  timed("hours of 2016 as CSV, projections made first", ["export-hours", "--data", data, "--year", "2016", "--to", csv]);
  timed("the same again", ["export-hours", "--data", data, "--year", "2016", "--to", csv]);
  timed("as XLSX", ["export-hours", "--data", data, "--year", "2016", "--to", join(folder, "hours.xlsx")]);

  const numbers = readFileSync(csv, "utf8").split("\r\n").slice(1, ROWS + 1).map((row) => row.split(",")[1]);
  const row = (number, i) => `${i % 100 ? number : `x${number}`},2016,${i % 7 ? "通过" : "不通过"},2017-08-31`;
  const table = join(folder, "results.csv");
  writeFileSync(table, ["教师编号,年度,验证结果,验证日期", ...numbers.map(row)].join("\r\n"));
  const good = join(folder, "good.csv");
  writeFileSync(good, ["教师编号,年度,验证结果,验证日期", ...numbers.map((number, i) => row(number, i * 100 + 1))].join("\r\n"));

  importing("a preview", "--preview", table, "10 s");
  importing("all or nothing, refused", "--all-or-nothing", table, "10 s");
  const first = importing("row by row", "--row-by-row", table, "10 s");
  importing("the same again, projections brought up first", "--row-by-row", table, "10 s");
  timed("taken back", ["undo-import", "--data", data, "--id", first, "--now", NOW]);
  const second = importing("all or nothing, projections brought up first", "--all-or-nothing", good, "10 s");
  timed("taken back", ["undo-import", "--data", data, "--id", second, "--now", NOW]);

  const run = courseRun();
  const done = join(folder, "done.csv");
  writeFileSync(done, ["教师编号,班次编号,学习状态", ...numbers.map((number, i) => `${i % 100 ? number : `x${number}`},${run},完成`)].join("\r\n"));
  importing("completions of one course, row by row", "--row-by-row", done, "10 s", "import-completions");
  importing("the same again", "--row-by-row", done, "10 s", "import-completions");
} finally {
  rmSync(folder, { recursive: true });
}
