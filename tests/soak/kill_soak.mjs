// The kill test of tests/server for HOURS (default 1), a fresh database every ROUNDS (default 100) kills, from
// SEED (default: today's date). A failure prints the seed with which it can be had again.

import { spawnSync } from "node:child_process";

const HOURS = Number(process.env.HOURS ?? 1);
const ROUNDS = Number(process.env.ROUNDS ?? 100);
const SEED = Number(process.env.SEED ?? new Date().toISOString().slice(0, 10).replaceAll("-", ""));

function run(program, args, environment = {}) {
  const options = { encoding: "utf8", env: { ...process.env, ...environment }, maxBuffer: 2 ** 28 };
  return spawnSync(program, args, options);
}

const built = run("cmake", ["--build", "--preset", "dev", "--target", "server_tests"]);
if (built.status !== 0) {
  console.log(built.stdout + built.stderr);
  process.exit(1);
}
console.log(`kill -9 of the server under load for ${HOURS} hours, from seed ${SEED}`);
const end = Date.now() + HOURS * 3_600_000;
let kills = 0;
for (let seed = SEED; kills === 0 || Date.now() < end; ++seed) {
  const { status, stdout, stderr } = run("build/dev/bin/server_tests", ["--gtest_filter=KilledServer.*"], {
    XUESHI_KILL_ROUNDS: String(ROUNDS),
    XUESHI_KILL_SEED: String(seed),
  });
  if (status !== 0) {
    console.log(stdout + stderr);
    console.log(`have it again: SEED=${seed} ROUNDS=${ROUNDS} HOURS=0 node tests/soak/kill_soak.mjs`);
    process.exit(1);
  }
  kills += ROUNDS;
}
console.log(`${kills} kills, nothing confirmed was lost`);
