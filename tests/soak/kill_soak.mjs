// The kill test of tests/server with many more rounds: ROUNDS (default 1,000) from SEED (default: today's
// date). A failure prints the seed with which it can be had again.
import { spawnSync } from "node:child_process";

const rounds = process.env.ROUNDS ?? "1000";
const seed = process.env.SEED ?? new Date().toISOString().slice(0, 10).replaceAll("-", "");

function run(program, args, environment = {}) {
  const { status } = spawnSync(program, args, { stdio: "inherit", env: { ...process.env, ...environment } });
  if (status !== 0) process.exit(status ?? 1);
}

run("cmake", ["--build", "--preset", "dev", "--target", "server_tests"]);
console.log(`kill -9, ${rounds} rounds, seed ${seed}`);
run("build/dev/bin/server_tests", ["--gtest_filter=KilledServer.*"], {
  XUESHI_KILL_ROUNDS: rounds,
  XUESHI_KILL_SEED: seed,
});
