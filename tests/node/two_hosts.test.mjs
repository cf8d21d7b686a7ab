// The native program and the Node program are the same core: same problem, same answer, same exit.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";

const programs = join(process.env.XUESHI_OUTPUT_DIR ?? "build", "bin");
const kHosts = {
  native: [join(programs, "xueshi")],
  node: [process.execPath, join(programs, "xueshi.mjs")],
};

function plan(host, input) {
  const [program, ...prefix] = kHosts[host];
  const run = spawnSync(program, [...prefix, "plan"], { input, encoding: "utf8" });
  return { status: run.status, answer: run.stdout, trouble: run.stderr };
}

// The only thing that may differ is the time it took.
const answer_of = (host, problem) => {
  const { status, answer, trouble } = plan(host, JSON.stringify(problem));
  assert.equal(status, 0, `${host}: ${trouble}`);
  return JSON.parse(answer, (key, value) => (/(_ms|_us|millis|micros)/.test(key) ? undefined : value));
};

// A city in small: two years' worth of choices, with ties in fee so that order matters too.
const kProblem = {
  schema: "xueshi.plan.problem/1",
  requirements: [
    { id: "public", match: { category: "public" }, min_hours: 18 },
    { id: "professional", match: { category: "professional" }, min_hours: 42 },
    { id: "total", match: {}, min_hours: 72 },
  ],
  caps: [{ id: "research", match: { tag: "research" }, max_hours: 10 }],
  limits: { max_fee: 1500, max_hours: 90 },
  credited: [{ category: "public", tags: ["research"], hours: 4.5 }],
  offerings: Array.from({ length: 24 }, (_, index) => ({
    id: `R${String(index).padStart(3, "0")}`,
    category: ["public", "professional", "school_based"][index % 3],
    tags: index % 7 === 0 ? ["research"] : [],
    hours: [3, 4.5, 6, 9][index % 4],
    fee: (index % 5) * 45,
    fit: (index * 37) % 100,
    group: `C${Math.floor(index / 2)}`,
  })),
  pinned: ["R001"],
  excluded: ["R004"],
  objective: ["fee", "-fit"],
  alternatives: { count: 2, differ: 2 },
  frontier: { by: "fee", best: "-fit", max_points: 5 },
};

test("both hosts find the same plan, alternatives and frontier", () => {
  const native = answer_of("native", kProblem);
  assert.equal(native.status, "optimal");
  assert.deepEqual(answer_of("node", kProblem), native);
});

test("both hosts give the same reason when nothing fits", () => {
  const tight = { ...kProblem, limits: { max_fee: 0, max_hours: 90 }, excluded: ["R000", "R003", "R015"] };
  const native = answer_of("native", tight);
  assert.notEqual(native.status, "optimal");
  assert.deepEqual(answer_of("node", tight), native);
});

test("both hosts refuse what is no problem, on standard error and with exit 2", () => {
  for (const input of ["", "{", "[]", '{"schema":"xueshi.plan.problem/9"}', "\u0000", "[".repeat(5000)]) {
    for (const host of Object.keys(kHosts)) {
      const { status, answer, trouble } = plan(host, input);
      assert.deepEqual([host, status, answer], [host, 2, ""]);
      assert.notEqual(trouble, "");
    }
  }
});
