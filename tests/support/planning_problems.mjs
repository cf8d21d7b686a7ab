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

const OBJECTIVES = [["fee", "-fit"], ["fee", "hours", "-fit"], ["-fit", "fee"], ["hours", "-fit"], ["count", "fee"], ["-count", "-hours"]];

// Every objective in turn. Few offerings are given cheaper ones of another kind besides, or none of them would do.
export const duelProblem = (seed, size) => planningProblem(seed, size, { objective: OBJECTIVES[seed % OBJECTIVES.length] });
