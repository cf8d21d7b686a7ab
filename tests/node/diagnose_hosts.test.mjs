// `xueshi diagnose`, natively and under Node: the same bytes of answer, the same exit, the same line of complaint.
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

const folder = mkdtempSync(join(tmpdir(), "xueshi-diagnose-"));
after(() => rmSync(folder, { recursive: true }));

const as_text = (document) => (typeof document === "string" ? document : JSON.stringify(document));

function run_with(host, options) {
  const [program, ...prefix] = kHosts[host];
  const { status, stdout, stderr } = spawnSync(program, [...prefix, "diagnose", ...options], { encoding: "utf8" });
  return { status, stdout, stderr };
}

// What both hosts say, which must be the same.
function outcome_of(options) {
  const native = run_with("native", options);
  assert.deepEqual(run_with("node", options), native);
  return native;
}

function diagnose(bank, run) {
  const [bank_file, run_file] = [join(folder, "bank.json"), join(folder, "run.json")];
  writeFileSync(bank_file, as_text(bank));
  writeFileSync(run_file, as_text(run));
  return outcome_of(["--bank", bank_file, "--responses", run_file]);
}

const kBank = {
  schema: "xueshi.diagnostic.bank/1",
  items: [
    { id: "A1", model: "3pl", a: 1.2, b: -0.4, c: 0.2, domain: "literacy", stages: ["primary"], subjects: ["any"] },
    { id: "B7", model: "grm", a: 1.5, b: [-1.2, 0.1, 1.4], domain: "organising" },
  ],
};

const kRun = {
  schema: "xueshi.diagnostic.run/1",
  stage: "primary",
  subject: "chinese",
  prior: { mean: 0, sd: 1 },
  quadrature: { from: -4, to: 4, points: 33 },
  start: { theta: 0 },
  select: { rule: "max-information" },
  content: { literacy: 0.2, organising: 0.8 },
  stop: { standard_error: 0.3, max_items: 20, min_items: 5 },
  responses: { A1: 1, B7: 2 },
};

// Whole numbers 0 … 2^31 - 1 of a plain recurrence, the same on every machine.
function numbers(seed) {
  let state = seed;
  const next = () => (state = (state * 48271) % 2147483647);
  return { below: (bound) => next() % bound, real: (from, to) => from + ((to - from) * next()) / 2147483647 };
}

function random_case(seed) {
  const { below, real } = numbers(seed);
  const items = Array.from({ length: 5 + below(60) }, (_, index) => {
    const common = { id: `I${index}`, domain: ["x", "y", "z"][index % 3] };
    const b = real(-3, 3);
    switch (below(4)) {
      case 0: return { ...common, model: "1pl", b };
      case 1: return { ...common, model: "2pl", a: real(0.3, 2.5), b };
      case 2: return { ...common, model: "3pl", a: real(0.3, 2.5), b, c: real(0, 0.3) };
      default: return { ...common, model: "grm", a: real(0.3, 2.5), b: [b, b + real(0.1, 1), b + 1.5] };
    }
  });
  const response_to = (item) => below(item.model === "grm" ? item.b.length + 1 : 2);
  const run = {
    ...kRun,
    select: seed % 2 ? kRun.select : { rule: "randomesque", among: 1 + below(5), seed },
    content: { x: 0.5, y: 0.3, z: 0.2 },
    stop: { standard_error: seed % 3 ? 0 : 0.45, max_items: 40, min_items: 3 },
    responses: Object.fromEntries(items.map((item) => [item.id, response_to(item)])),
  };
  return [{ ...kBank, items }, run];
}

test("an answer states every step, the estimate and the reason to stop", () => {
  const { status, stdout, stderr } = diagnose(kBank, kRun);
  assert.deepEqual([status, stderr], [0, ""]);
  const answer = JSON.parse(stdout);
  assert.equal(answer.schema, "xueshi.diagnostic.answer/1");
  assert.deepEqual(answer.steps.map(({ item, response }) => [item, response]), [["B7", 2], ["A1", 1]]);
  assert.deepEqual(Object.keys(answer.steps[0]), ["item", "response", "theta", "standard_error", "information"]);
  const { theta, standard_error } = answer.steps[1];
  assert.deepEqual(answer.final, { theta, standard_error });
  assert.equal(answer.stopped, "bank_empty");
});

test("both hosts write the same bytes, each number with nine digits and more", () => {
  let steps = 0;
  for (let seed = 1; seed <= 20; ++seed) {
    const { status, stdout, stderr } = diagnose(...random_case(seed));
    assert.equal(status, 0, stderr);
    steps += JSON.parse(stdout).steps.length;
    for (const [, digits] of stdout.matchAll(/"(?:theta|standard_error|information)":-?([\d.]+)/g)) {
      assert.ok(digits.replace(".", "").replace(/^0+/, "").length >= 9 || Number(digits) === 0, digits);
    }
  }
  assert.ok(steps > 250, `${steps}`);
});

test("what is wrong is said in one line that names the field or the item, with exit 2", () => {
  const without = (document, field) => {
    const { [field]: _, ...rest } = document;
    return rest;
  };
  const item = (change) => ({ ...kBank, items: [{ ...kBank.items[0], ...change }, kBank.items[1]] });
  const cases = [
    [item({ a: -1 }), kRun, "items[0].a"],
    [item({ a: -1 }), kRun, '"A1"'],
    [item({ d: 1 }), kRun, "items[0].d"],
    [item({ id: "B7" }), kRun, "B7"],
    [item({ id: "two\nlines", c: 2 }), kRun, "items[0].c"],
    [{ ...kBank, more: 1 }, kRun, "more"],
    [JSON.stringify(kBank).replace("1.2", "1e999"), kRun, "items[0].a"],
    [kBank, { ...kRun, responses: { B7: 2 } }, "A1"],
    [kBank, { ...kRun, responses: { A1: 2, B7: 2 } }, "A1"],
    [kBank, { ...kRun, responses: { A1: 1, B7: 4 } }, "B7"],
    [kBank, { ...kRun, content: { growth: 1 } }, "growth"],
    [kBank, { ...kRun, quadrature: { from: 1, to: -1, points: 33 } }, "quadrature.to"],
    [kBank, without(kRun, "prior"), "prior"],
    [kBank, { ...kRun, note: "x" }, "note"],
    [kBank, "", "--responses: byte"],
    ["[]", kRun, "--bank: document"],
    ["\u0000", kRun, "--bank: byte"],
  ];
  for (const [bank, run, name] of cases) {
    const { status, stdout, stderr } = diagnose(bank, run);
    assert.deepEqual([status, stdout], [2, ""], name);
    assert.match(stderr, /^xueshi diagnose: [^\n]+\n$/);
    assert.ok(stderr.includes(name), `${name}: ${stderr}`);
  }
});

test("files are named either way, and a wrong argument is named", () => {
  const good = diagnose(kBank, kRun);
  const [bank, run] = [join(folder, "bank.json"), join(folder, "run.json")];
  assert.deepEqual(outcome_of([`--responses=${run}`, `--bank=${bank}`]), good);
  const nothing = join(folder, "nothing.json");
  const wrong = [
    [[], "--bank"],
    [["--bank", bank], "--responses"],
    [["--bank"], "--bank"],
    [["--bank", bank, "--responses", run, "--bank", bank], "--bank"],
    [["--bank", nothing, "--responses", run], "nothing.json"],
    [["--bank", bank, "--responses", folder], "--responses"],
    [["--seed", "3"], "--seed"],
  ];
  for (const [options, name] of wrong) {
    const { status, stdout, stderr } = outcome_of(options);
    assert.deepEqual([status, stdout], [2, ""]);
    assert.match(stderr, /^xueshi diagnose: [^\n]+\n$/);
    assert.ok(stderr.includes(name), `${name}: ${stderr}`);
  }
  assert.equal(outcome_of(["--help"]).status, 0);
});
