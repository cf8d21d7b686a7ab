// Random planning problems of a given size, the same for the same seed: a year's requirements, offerings as a
// city has them (hours in halves, two in five with one to four weekly sessions, some in groups).

// Marsaglia's xorshift: small, and the same everywhere.
export function randomNumbers(seed) {
  let state = (seed * 2654435761) >>> 0 || 1;
  const next = () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
  for (let i = 0; i < 8; ++i) next();
  return { next, below: (limit) => Math.floor(next() * limit), pick: (values) => values[Math.floor(next() * values.length)] };
}

const two = (number) => String(number).padStart(2, "0");

function sessionsOf(random) {
  const first = random.below(100);
  const hour = random.pick([8, 10, 14, 16, 19]);
  return Array.from({ length: 1 + random.below(4) }, (_, week) => {
    const day = new Date(Date.UTC(2017, 2, 11 + first + 7 * week)).toISOString().slice(0, 10);
    return [`${day}T${two(hour)}:00`, `${day}T${two(hour + 2 + random.below(2))}:00`];
  });
}

function offeringOf(random, number) {
  const kind = random.next();
  const isPublic = kind < 0.1;
  const hours = isPublic ? random.pick([6, 9, 12, 18]) : (4 + random.below(29)) / 2;
  const offering = {
    id: `C${String(number).padStart(5, "0")}`,
    category: isPublic ? "public" : "professional",
    tags: kind > 0.45 ? ["it"] : [],
    hours,
    fee: Math.round(hours * (200 + random.below(800))),
    fit: random.below(1001),
  };
  if (random.next() < 0.4) offering.sessions = sessionsOf(random);
  if (random.next() < 0.1) offering.group = `G${random.below(400)}`;
  return offering;
}

export function planningProblem(seed, size, changes = {}) {
  const random = randomNumbers(seed);
  return {
    schema: "xueshi.plan.problem/1",
    requirements: [
      { id: "public", match: { category: "public" }, min_hours: 18 },
      { id: "professional", match: { category: "professional" }, min_hours: 42 },
      { id: "it", match: { tag: "it" }, min_hours: 50 },
      { id: "total", match: {}, min_hours: 72 },
    ],
    caps: [],
    limits: { max_hours: 90 },
    credited: [],
    offerings: Array.from({ length: size }, (_, i) => offeringOf(random, i)),
    pinned: [],
    excluded: [],
    objective: ["fee", "-fit"],
    ...changes,
  };
}

// Offerings that cannot all be taken: of one group, or running at one moment.
function* rivals({ offerings }) {
  const byGroup = new Map();
  const starts = new Set();
  for (const { group, sessions = [] } of offerings) {
    if (group) byGroup.set(group, []);
    for (const [start] of sessions) starts.add(start);
  }
  offerings.forEach(({ group }, i) => group && byGroup.get(group).push(i));
  yield* byGroup.values();
  for (const moment of starts) {
    const running = offerings.flatMap(({ sessions = [] }, i) =>
      sessions.some(([start, end]) => start <= moment && moment < end) ? [i] : [],
    );
    if (running.length > 1) yield running;
  }
}

const FIT_IN_A_PLAN = 200_000; // more than any plan has: one yuan's cent outweighs all of it

// The same problem, of objective fee, -fit and without caps, for general solvers.
export function cplexModel(problem) {
  const { offerings, requirements, limits } = problem;
  const matches = ({ category, tag }, offering) =>
    (!category || offering.category === category) && (!tag || offering.tags.includes(tag));
  const sum = (terms) => {
    const parts = terms.map(([factor, i]) => `${factor < 0 ? "-" : "+"} ${Math.abs(factor)} x${i}`);
    const lines = [];
    for (let at = 0; at < parts.length; at += 8) lines.push(parts.slice(at, at + 8).join(" "));
    return lines.join("\n ");
  };
  const all = (factor) => sum(offerings.map((offering, i) => [factor(offering), i]).filter(([value]) => value !== 0));
  const rows = requirements.map(
    ({ id, match, min_hours }) => `${id}: ${all((each) => (matches(match, each) ? each.hours : 0))} >= ${min_hours}`,
  );
  rows.push(`hours: ${all(({ hours }) => hours)} <= ${limits.max_hours}`);
  if (limits.max_fee !== undefined) rows.push(`fee: ${all(({ fee }) => fee)} <= ${limits.max_fee}`);
  let number = 0;
  for (const together of rivals(problem)) rows.push(`r${++number}: ${sum(together.map((i) => [1, i]))} <= 1`);
  const names = offerings.map((_, i) => `x${i}`);
  const binaries = [];
  for (let at = 0; at < names.length; at += 12) binaries.push(names.slice(at, at + 12).join(" "));
  const cost = all(({ fee, fit }) => fee * FIT_IN_A_PLAN - fit);
  return `Minimize\n cost: ${cost}\nSubject To\n ${rows.join("\n ")}\nBinary\n ${binaries.join("\n ")}\nEnd\n`;
}

export const costOf = ({ fee, fit }) => fee * FIT_IN_A_PLAN - fit;
