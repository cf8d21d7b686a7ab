// `xueshi bench`, natively and under Node: the same figures but for times, and the same complaints.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";

const programs = join(process.env.XUESHI_OUTPUT_DIR ?? "build", "bin");
const kHosts = {
  native: [join(programs, "xueshi")],
  node: [process.execPath, join(programs, "xueshi.mjs")],
};
const kFolder = "core/packs/item-banks/guangzhou-it-capability/v1";
const kBanks = ["--bank", `${kFolder}/level-1.json`, "--bank", `${kFolder}/level-2.json`];
const kFramework = ["--framework", "core/packs/frameworks/it-capability-2014.json"];
const kDocuments = [...kBanks, ...kFramework];

function run_with(host, options) {
  const [program, ...prefix] = kHosts[host];
  const { status, stdout, stderr } = spawnSync(program, [...prefix, "bench", ...options], { encoding: "utf8" });
  const timeless = stdout.replace(/"microseconds_an_item":[\d.e+-]+/g, '"microseconds_an_item":0');
  return { status, stdout: timeless, stderr };
}

function outcome_of(options) {
  const native = run_with("native", options);
  assert.deepEqual(run_with("node", options), native);
  return native;
}

const figures_of = (...options) => {
  const { status, stdout, stderr } = outcome_of(["diagnostic", ...kDocuments, ...options]);
  assert.deepEqual([status, stderr], [0, ""]);
  return JSON.parse(stdout).levels;
};

test("both hosts measure the same, and the same again", () => {
  const levels = figures_of("--teachers", "200", "--seed=5");
  assert.deepEqual(levels.map(({ level }) => level), ["I", "II"]);
  assert.deepEqual(figures_of("--teachers", "200", "--seed=5"), levels);
  assert.notDeepEqual(figures_of("--teachers", "200", "--seed=6"), levels);
});

test("the test is as long, as right and as sparing as it was when the bank was calibrated", () => {
  const { status, stdout } = run_with("native", ["diagnostic", ...kDocuments, "--teachers", "4000", "--seed", "11"]);
  assert.equal(status, 0);
  // Wide enough for chance with 4,000 teachers, narrow enough to see that something broke. The goals are `make bench`'s.
  for (const { level, as_believed: run, mistaken, uncontrolled } of JSON.parse(stdout).levels) {
    const where = `level ${level}`;
    assert.ok(run.mean_items_within < 12.4, `${where}: ${run.mean_items_within} items`);
    assert.ok(run.mean_items_within > uncontrolled.mean_items_within, where);
    assert.ok(run.reached_within > 0.97, `${where}: ${run.reached_within} reach the standard error`);
    assert.ok(run.coverage > 0.935 && run.coverage < 0.965, `${where}: coverage ${run.coverage}`);
    assert.ok(mistaken.coverage > 0.92, `${where}: coverage ${mistaken.coverage} with mistaken parameters`);
    assert.ok(run.largest_exposure < 0.275, `${where}: ${run.most_exposed} shown to ${run.largest_exposure}`);
    assert.ok(run.shared_themes > 0.8 && run.found_themes > run.shared_themes, where);
    assert.ok(uncontrolled.largest_exposure > 0.9, where);
  }
});

test("a bank is calibrated anew to the same values on both hosts, none outside its range", () => {
  const options = ["exposure", ...kBanks, "--teachers", "100", "--rounds", "3", "--largest", "0.3"];
  const { status, stdout } = outcome_of(options);
  assert.equal(status, 0);
  const values = Object.values(JSON.parse(stdout).exposure);
  assert.ok(values.length >= 200);
  assert.ok(values.every((value) => value > 0 && value <= 1));
  assert.ok(values.some((value) => value < 0.5));
});

test("a wrong argument is named, with exit 2", () => {
  const wrong = [
    [[], "measurement"],
    [["planner"], "planner"],
    [["diagnostic"], "--bank"],
    [["diagnostic", "--bank"], "--bank"],
    [["diagnostic", "--bank", "nothing.json", ...kFramework], "nothing.json"],
    [["diagnostic", "--bank", "package.json", ...kFramework], "--bank: "],
    [["diagnostic", ...kDocuments, "--teachers", "0"], "--teachers"],
    [["diagnostic", ...kDocuments, "--teachers", "many"], "--teachers"],
    [["diagnostic", ...kBanks, "--colour", "1"], "--colour"],
    [["diagnostic", ...kBanks], "--framework"],
    [["diagnostic", ...kBanks, "--framework", "package.json"], "--framework: "],
    [["exposure", ...kBanks, "--largest", "0"], "--largest"],
    [["exposure", ...kBanks, "--largest", "much"], "--largest"],
    [["exposure", ...kBanks, "--rounds", "101"], "--rounds"],
  ];
  for (const [options, name] of wrong) {
    const { status, stdout, stderr } = outcome_of(options);
    assert.deepEqual([status, stdout], [2, ""], `${options}`);
    assert.match(stderr, /^xueshi bench: [^\n]+\n$/);
    assert.ok(stderr.includes(name), `${name}: ${stderr}`);
  }
  assert.equal(outcome_of(["--help"]).status, 0);
});
