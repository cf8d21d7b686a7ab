// The simulation of tests/simulation with many more schedules: SCHEDULES (default 100,000), in two processes.
// A shard ends with the first schedule of its own that diverges; its seed is printed, to have it again with
// XUESHI_SEED=<seed> build/dev/bin/simulation_tests.

import { spawn, spawnSync } from "node:child_process";

const SCHEDULES = Number(process.env.SCHEDULES ?? 100_000);
const SHARDS = 8; // of sync_simulation_test.cpp
const PROCESSES = 2;

const built = spawnSync("cmake", ["--build", "--preset", "dev", "--target", "simulation_tests"], { stdio: "inherit" });
if (built.status !== 0) process.exit(1);

function play(shards) {
  const filter = shards.map((shard) => `*/SyncSimulation.*/${shard}`).join(":");
  return new Promise((done) => {
    const program = spawn("build/dev/bin/simulation_tests", [`--gtest_filter=${filter}`], {
      env: { ...process.env, XUESHI_SCHEDULES: String(SCHEDULES), XUESHI_SEED: "0" },
    });
    let said = "";
    program.stdout.on("data", (bytes) => {
      said += bytes;
      // Each shard is told as it ends: the whole takes minutes.
      for (const [, line] of String(bytes).matchAll(/^\[ {7}OK \] (.*)$/gm)) console.log(`  ${line}`);
    });
    program.stderr.on("data", (bytes) => (said += bytes));
    program.once("close", (status, signal) => done({ said, isGood: status === 0, signal }));
  });
}

const shards = [...Array(SHARDS).keys()];
console.log(`simulation, ${SCHEDULES} schedules in ${SHARDS} shards and ${PROCESSES} processes`);
const began = performance.now();
const results = await Promise.all(
  [...Array(PROCESSES).keys()].map((process_) => play(shards.filter((shard) => shard % PROCESSES === process_))),
);
const passed = results.reduce((sum, { said }) => sum + (said.match(/^\[ {7}OK \]/gm) ?? []).length, 0);
const seeds = results.flatMap(({ said }) => [...said.matchAll(/XUESHI_SEED=(\d+)/g)].map(([, seed]) => seed));
for (const { said, isGood } of results) if (!isGood) console.log(said);
for (const { signal } of results) if (signal) console.log(`ended by ${signal}`);
const minutes = ((performance.now() - began) / 60_000).toFixed(1);
console.log(`${seeds.length} schedules diverged, ${passed} of ${SHARDS} shards played to their end, ${minutes} minutes`);
for (const seed of seeds) console.log(`  XUESHI_SEED=${seed}`);
if (passed !== SHARDS) process.exit(1);
