// Asked to stop, a server finishes what it has begun, writes its log back into the database and ends well.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";

import { City } from "../browser/support/city.mjs";

test("SIGTERM ends the server with 0, after the answer it owed, and leaves one whole database file", async () => {
  const city = await City.open(["--teachers", "20", "--courses", "300"]);
  try {
    // Hashing this password takes long enough that the signal comes before the answer.
    const { login } = city.account("teacher");
    const answer = fetch(`${city.url}/api/v1/session`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ login, password: "wrong on purpose" }),
    });
    await new Promise((done) => setTimeout(done, 20));
    const exit = city.stop();
    assert.equal((await answer).status, 401, "what had begun is answered");
    assert.equal(await exit, 0);
    assert.ok(existsSync(city.database));
    assert.ok(!existsSync(`${city.database}-wal`), "the write-ahead log was taken in");
    await assert.rejects(fetch(`${city.url}/api/v1/health`), "nobody listens any more");

    await city.start();
    assert.equal((await fetch(`${city.url}/api/v1/health`)).status, 200, "it starts again on the same data");
  } finally {
    await city.close();
  }
});
