// The item banks as data: the format, the languages, whom each item reaches, how much it tells, and
// that nothing but knowing better leads to the better option.
import assert from "node:assert/strict";
import { test } from "node:test";

import { files, read } from "./source_tree.mjs";

const kDimensions = { literacy: [1, 5], planning: [6, 11], organising: [12, 16], assessment: [17, 20] };
const kGrowth = ["C21", "C22", "C23", "C24", "C25"];
const kLevels = ["I", "II"];
const kLanguages = ["zh", "en"];

// The product's own lists, so that a new stage or subject is asked for here at once.
const kStages = [...read("core/base/school_stage.cpp").matchAll(/return "(\w+)";/g)].map(([, name]) => name);
const kSubjects = /kAllSubjects = \{([^}]*)\}/
  .exec(read("core/base/school_stage.h"))[1]
  .match(/\w+/g);

const documents = files("core/packs/item-banks", (path) => path.endsWith(".json")).map((path) => ({
  path,
  ...JSON.parse(read(path)),
}));

// A level of one version of one bank is measured on its own; so is it tested.
const scales = documents.map(({ path, items }) => ({
  name: path.replace("core/packs/item-banks/", ""),
  level: path.endsWith("level-1.json") ? "I" : "II",
  items,
}));
const items = scales.flatMap((scale) => scale.items.map((item) => ({ ...item, scale })));

const domains = [...Object.keys(kDimensions), "growth"];
const indicators_of = (domain, level) => {
  if (domain === "growth") return kGrowth;
  const [first, last] = kDimensions[domain];
  return Array.from({ length: last - first + 1 }, (_, index) => `${level}-${first + index}`);
};

const reaches = (codes, code) => !codes || codes.includes("any") || codes.includes(code);
const eligible = (pool, stage, subject) =>
  pool.filter((item) => reaches(item.stages, stage) && reaches(item.subjects, subject));

// [{ scale, domain, pool }]: what an adaptive test draws from for one dimension of one level.
const cells = scales.flatMap((scale) =>
  domains.map((domain) => ({ scale, domain, pool: scale.items.filter((item) => item.domain === domain) })),
);
function each_audience(check) {
  const wrong = [];
  for (const { scale, domain, pool } of cells) {
    for (const stage of kStages) {
      for (const subject of kSubjects) {
        const found = check(eligible(pool, stage, subject), domain, scale.level);
        if (found) wrong.push(`${scale.name} ${domain} ${stage} ${subject}: ${found}`);
      }
    }
  }
  return wrong;
}

const texts_of = (item) => [item.text, ...item.options];
const best_of = (item) => item.options.find(({ credit }) => credit === item.b.length);
const wrong_items = (is_wrong) => items.filter(is_wrong).map(({ id }) => id);

test("the product's stages and subjects are found", () => {
  assert.equal(kStages.length, 5);
  assert.equal(kSubjects.length, 17);
});

test("a bank has a document for each level, below the folder of its version", () => {
  assert.ok(documents.length >= 2);
  for (const { path, schema, version, items: list, ...others } of documents) {
    assert.equal(schema, "xueshi.diagnostic.bank/1", path);
    assert.match(path, new RegExp(`^core/packs/item-banks/[a-z-]+/v${version}/level-[12]\\.json$`));
    assert.ok(list.every((item) => item.level === (path.endsWith("level-1.json") ? "I" : "II")), path);
    assert.deepEqual(others, {}, path);
  }
});

test("the bank holds at least 200 items, and none of their ids twice", () => {
  assert.ok(items.length >= 200, `${items.length}`);
  const ids = items.map(({ id, scale }) => `${scale.name.split("/").slice(0, 2)} ${id}`);
  assert.equal(new Set(ids).size, ids.length);
});

test("an item holds the fields of the contract and no others", () => {
  const needed = ["id", "model", "a", "b", "domain", "level", "indicators", "text", "options"];
  const known = new Set([...needed, "stages", "subjects", "exposure"]);
  const wrong = wrong_items(
    ({ scale, ...item }) => needed.some((key) => !(key in item)) || Object.keys(item).some((key) => !known.has(key)),
  );
  assert.deepEqual(wrong, []);
  const shape = /^(I|II)-(\d{2}|C\d{2})-\d+$/;
  assert.deepEqual(wrong_items(({ id }) => !shape.test(id)), []);
});

test("parameters are graded, modest and in order", () => {
  assert.deepEqual(wrong_items(({ model }) => model !== "grm"), []);
  assert.deepEqual(wrong_items(({ a }) => !(a >= 0.9 && a <= 1.6)), []);
  assert.deepEqual(wrong_items(({ b }) => b.length < 2 || b.length > 3 || b.some((value) => Math.abs(value) > 3)), []);
  const step = ({ b }) => Math.min(...b.slice(1).map((value, index) => value - b[index]));
  assert.deepEqual(wrong_items((item) => !(step(item) >= 0.5)), []);
});

test("credits are whole, from nothing to everything, each once", () => {
  const credits = (item) => item.options.map(({ credit }) => credit).sort();
  const expected = (item) => Array.from({ length: item.b.length + 1 }, (_, credit) => credit);
  assert.deepEqual(wrong_items((item) => String(credits(item)) !== String(expected(item))), []);
});

test("level, dimension, indicators and id say the same", () => {
  const wrong = wrong_items(({ id, domain, level, indicators }) => {
    const known = domains.includes(domain) ? indicators_of(domain, level) : [];
    const named = indicators[0]?.replace(/^I+-/, "").padStart(2, "0");
    return indicators.some((code) => !known.includes(code)) || !id.startsWith(`${level}-${named}-`);
  });
  assert.deepEqual(wrong, []);
});

test("stages and subjects are those of the product", () => {
  const strangers = ({ stages = [], subjects = [] }) =>
    stages.some((code) => !kStages.includes(code)) || subjects.some((code) => !kSubjects.includes(code));
  assert.deepEqual(wrong_items(strangers), []);
  const empty = ({ stages, subjects }) => stages?.length === 0 || subjects?.length === 0;
  assert.deepEqual(wrong_items(empty), []);
});

test("both languages are there, each in its own script, short enough for a phone", () => {
  const wrong = wrong_items((item) =>
    texts_of(item).some(({ zh = "", en = "" }) => {
      const own_script = /\p{Script=Han}/u.test(zh) && !/[\p{Script=Han}，。：“”？]/u.test(en) && /[a-z]/.test(en);
      return !own_script || zh !== zh.trim() || en !== en.trim() || /[A-Za-z]{2}/.test(zh);
    }),
  );
  assert.deepEqual(wrong, []);
  assert.deepEqual(wrong_items(({ text }) => [...text.zh].length > 90 || text.en.length > 220), []);
  assert.deepEqual(
    wrong_items(({ options }) => options.some(({ zh, en }) => [...zh].length > 42 || en.length > 120)),
    [],
  );
});

test("no two questions, and no two options of a question, read alike", () => {
  for (const { name, items: pool } of scales) {
    for (const language of kLanguages) {
      const questions = pool.map(({ text }) => text[language]);
      assert.equal(new Set(questions).size, questions.length, `${name} ${language}`);
      const repeats = pool.filter(({ options }) => new Set(options.map((o) => o[language])).size !== options.length);
      assert.deepEqual(repeats.map(({ id }) => id), []);
    }
  }
});

test("what a kindergarten teacher reads does not speak of students, homework or exams", () => {
  const seen = eligible(items, "kindergarten", "early_years");
  const wrong = seen.filter((item) => texts_of(item).some(({ zh }) => /学生|作业|考试|课代表/.test(zh)));
  assert.deepEqual(wrong.map(({ id }) => id), []);
});

test("where the classroom differs, the items do: kindergarten, workshop, field and laboratory", () => {
  for (const { name, items: pool } of scales) {
    for (const stage of ["kindergarten", "vocational"]) {
      const own = pool.filter(({ stages }) => stages?.length === 1 && stages[0] === stage);
      assert.ok(own.length >= 2, `${name} ${stage}`);
    }
    for (const subject of ["chinese", "english", "mathematics", "physics", "art", "music", "sport"]) {
      assert.ok(pool.some(({ subjects }) => subjects?.includes(subject)), `${name} ${subject}`);
    }
  }
});

test("every indicator of each level has at least four items", () => {
  for (const { scale, domain, pool } of cells) {
    for (const code of indicators_of(domain, scale.level)) {
      const count = pool.filter(({ indicators }) => indicators.includes(code)).length;
      assert.ok(count >= 4, `${scale.name} ${code}: ${count}`);
    }
  }
});

test("every stage and subject has at least 20 items in each dimension and level", () => {
  assert.deepEqual(each_audience((pool) => pool.length < 20 && `${pool.length} items`), []);
});

test("every stage and subject has at least three items for each indicator", () => {
  const missing = (pool, domain, level) =>
    indicators_of(domain, level).find((code) => pool.filter((item) => item.indicators.includes(code)).length < 3);
  assert.deepEqual(each_audience(missing), []);
});

// Fisher information of a graded item: the sum of (P′)² / P over its categories.
function information({ a, b }, theta) {
  const at_least = [1, ...b.map((value) => 1 / (1 + Math.exp(-a * (theta - value)))), 0];
  const slope = at_least.map((chance) => a * chance * (1 - chance));
  return b.concat(0).reduce((sum, _, k) => {
    const chance = at_least[k] - at_least[k + 1];
    return sum + (slope[k] - slope[k + 1]) ** 2 / chance;
  }, 0);
}

test("each dimension tells something from −2 to 2, to every stage and subject", () => {
  // All of a dimension's items together; 4 is a standard error of a half without any prior.
  const poor = (pool) =>
    [-2, -1, 0, 1, 2].find((theta) => pool.reduce((sum, item) => sum + information(item, theta), 0) < 4);
  assert.deepEqual(each_audience((pool) => poor(pool) !== undefined && `little at ${poor(pool)}`), []);
});

test("the shown order does not give the credit away", () => {
  const sorted = wrong_items(({ options }) => {
    const credits = options.map(({ credit }) => credit);
    return credits.every((credit, k) => k === 0 || credits[k - 1] < credit) ||
      credits.every((credit, k) => k === 0 || credits[k - 1] > credit);
  });
  assert.ok(sorted.length <= items.length / 10, `${sorted}`);
  for (const { scale, domain, pool } of cells) {
    const at = pool.map((item) => item.options.indexOf(best_of(item)));
    for (const place of [0, 1, 2]) {
      const share = at.filter((found) => found === place).length / pool.length;
      assert.ok(share > 0.1 && share < 0.45, `${scale.name} ${domain}: best at ${place} in ${share}`);
    }
  }
});

test("the length of an option does not give its credit away", () => {
  for (const { scale, domain, pool } of cells) {
    for (const language of kLanguages) {
      const share = (is_such) =>
        pool.filter((item) => {
          const rest = item.options.filter((option) => option !== best_of(item));
          return is_such(best_of(item)[language].length, rest.map((option) => option[language].length));
        }).length / pool.length;
      const longest = share((best, rest) => best > Math.max(...rest));
      const shortest = share((best, rest) => best < Math.min(...rest));
      const where = `${scale.name} ${domain} ${language}`;
      assert.ok(longest > 0.1 && longest < 0.4, `${where}: longest in ${longest}`);
      assert.ok(shortest < 0.4, `${where}: shortest in ${shortest}`);
    }
  }
});
