// What is read ahead answers the first requests, and never hides what was written since. A connection that is lost, or
// does not come, is opened anew.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { ByteReader } from "../../shell/bridges/bytes.js";
import { createStorage } from "../../shell/bridges/storage.js";

const kFine = 0;
const kForbidden = 1;
const kFailed = 3;

let taken;
let disk; // Map name → value
let transactions;
let failures; // how many of the next transactions fail
let connections; // those opened, oldest first
let delays; // milliseconds until the next openings succeed; then at once
let durabilities; // asked for, by the writing transactions

const heap = {
  result(bytes) {
    taken = bytes;
    return bytes.length;
  },
};

globalThis.IDBKeyRange = { bound: (low, high) => ({ low, high }) };

const chosen = (range) =>
  [...disk.keys()].sort().filter((name) => !range || (name >= range.low && name <= range.high));

function transaction() {
  const self = {
    objectStore: () => ({
      getAllKeys: (range) => ({ result: chosen(range) }),
      getAll: (range) => ({ result: chosen(range).map((name) => disk.get(name)) }),
      put: (value, name) => disk.set(name, value),
      delete: (name) => disk.delete(name),
    }),
  };
  ++transactions;
  const fails = failures > 0;
  if (fails) {
    --failures;
    self.error = new DOMException("gone", "InvalidAccessError");
  }
  setTimeout(() => (fails ? self.onabort() : self.oncomplete()));
  return self;
}

class Connection {
  isClosed = false;
  transaction(_, mode, options) {
    if (this.isClosed) throw new DOMException("closing", "InvalidStateError");
    if (mode === "readwrite") durabilities.push(options?.durability);
    return transaction();
  }
  close() {
    this.isClosed = true;
  }
}

const databases = {
  open() {
    const request = { result: new Connection() };
    setTimeout(() => {
      connections.push(request.result);
      request.onsuccess();
    }, delays.shift() ?? 0);
    return request;
  },
};

// The patience of seconds passes at a test's speed.
const realSetTimeout = globalThis.setTimeout;
globalThis.setTimeout = (act, ms = 0) => realSetTimeout(act, ms >= 1000 ? 20 : ms);
const pause = (ms) => new Promise((resolve) => realSetTimeout(resolve, ms));

async function answerOf(storage) {
  while (storage.next() === 0) await new Promise((resolve) => setTimeout(resolve));
  const reader = new ByteReader(taken);
  const answer = { request: reader.u32(), problem: reader.u8(), records: [] };
  while (!reader.isAtEnd) answer.records.push([reader.string(), reader.string()]);
  return answer;
}

const create = () => createStorage({ heap, onAnswer() {}, databases });

beforeEach(() => {
  disk = new Map([["a/1/x", "one"], ["a/2/x", "two"], ["last", "1"]]);
  transactions = 0;
  failures = 0;
  connections = [];
  delays = [];
  durabilities = [];
});

test("the first requests are answered from one reading", async () => {
  const storage = create();
  storage.read(1, "last");
  storage.read(2, "a/1/");
  assert.deepEqual(await answerOf(storage), { request: 1, problem: kFine, records: [["last", "1"]] });
  assert.deepEqual(await answerOf(storage), { request: 2, problem: kFine, records: [["a/1/x", "one"]] });
  assert.equal(transactions, 1);
});

test("what was written since is read", async () => {
  const storage = create();
  storage.read(1, "last");
  await answerOf(storage);
  storage.put("a/1/y", "new");
  storage.commit(2);
  storage.read(3, "a/1/");
  assert.equal((await answerOf(storage)).problem, kFine);
  assert.deepEqual((await answerOf(storage)).records, [["a/1/x", "one"], ["a/1/y", "new"]]);
});

test("who asks a second time is answered with what lies there now, as another tab left it", async () => {
  const storage = create();
  storage.read(1, "a/1/");
  await answerOf(storage);
  disk.set("a/1/d/op", "of another tab");
  storage.read(2, "a/1/d/");
  assert.deepEqual((await answerOf(storage)).records, [["a/1/d/op", "of another tab"]]);
});

test("a request before a write is answered as it was then", async () => {
  const storage = create();
  storage.read(1, "a/1/");
  storage.put("a/1/y", "new");
  storage.commit(2);
  assert.deepEqual((await answerOf(storage)).records, [["a/1/x", "one"]]);
  assert.equal((await answerOf(storage)).problem, kFine);
  assert.equal(disk.get("a/1/y"), "new");
});

test("what could not be read ahead is read when it is asked for", async () => {
  failures = 2; // a try and its repetition
  const storage = create();
  storage.read(1, "last");
  assert.deepEqual(await answerOf(storage), { request: 1, problem: kFine, records: [["last", "1"]] });
});

test("a request that fails for good says so", async () => {
  failures = 9;
  const storage = create();
  storage.read(1, "last");
  assert.equal((await answerOf(storage)).problem, kFailed);
});

test("what the page keeps for itself is there for the next page, and nothing of the program's", async () => {
  const first = create();
  assert.equal(await first.early("glyphs"), undefined);
  first.keep("glyphs", { rows: [1, 2] });
  await new Promise((resolve) => setTimeout(resolve, 5));
  const next = create();
  assert.deepEqual(await next.early("glyphs"), { rows: [1, 2] });
  next.read(1, "a/1/");
  assert.deepEqual((await answerOf(next)).records, [["a/1/x", "one"]]);
  next.forget("glyphs");
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.equal(disk.has("glyphs"), false);
});

test("what the page cannot keep for itself troubles nobody", async () => {
  const storage = create();
  await storage.early("glyphs");
  failures = 4;
  storage.keep("glyphs", {});
  storage.forget("glyphs");
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.equal(disk.has("glyphs"), false);
});

test("a database that did not open in time is opened anew for the next request", async () => {
  delays = [60, 60];
  const storage = create();
  storage.read(1, "last");
  assert.equal((await answerOf(storage)).problem, kFailed);
  storage.put("a/1/y", "new");
  storage.commit(2);
  assert.equal((await answerOf(storage)).problem, kFine);
  assert.equal(disk.get("a/1/y"), "new");
  await pause(80);
  assert.deepEqual(
    connections.map((connection) => connection.isClosed),
    [false, true, true],
    "what came late is closed, or it would hold up a newer page for ever",
  );
});

test("a connection the browser has closed is opened anew", async () => {
  const storage = create();
  storage.read(1, "last");
  await answerOf(storage);
  connections[0].close();
  connections[0].onclose();
  storage.put("a/1/y", "new");
  storage.commit(2);
  assert.equal((await answerOf(storage)).problem, kFine);
  assert.equal(disk.get("a/1/y"), "new");
  assert.equal(connections.length, 2);
});

test("a connection that is closing and has not said so is opened anew", async () => {
  const storage = create();
  storage.read(1, "last");
  await answerOf(storage);
  connections[0].close();
  storage.put("a/1/y", "new");
  storage.commit(2);
  assert.equal((await answerOf(storage)).problem, kFine);
  assert.equal(disk.get("a/1/y"), "new");
});

test("requests that lose one connection together open one other", async () => {
  const storage = create();
  await storage.early("last");
  connections[0].close();
  storage.keep("glyphs", {});
  storage.keep("more", {});
  await pause(20);
  assert.ok(disk.has("glyphs") && disk.has("more"));
  assert.equal(connections.length, 2);
});

test("a newer page is not held up", async () => {
  const storage = create();
  storage.read(1, "last");
  await answerOf(storage);
  connections[0].onversionchange();
  assert.ok(connections[0].isClosed);
  storage.read(2, "last");
  assert.equal((await answerOf(storage)).problem, kFine);
});

test("where the browser has no such database every request says so", async () => {
  const storage = createStorage({ heap, onAnswer() {}, databases: undefined });
  storage.put("a/1/y", "new");
  storage.commit(1);
  assert.equal((await answerOf(storage)).problem, kForbidden);
});

test("what is called saved was asked to be on the disk itself, not on its way there", async () => {
  const storage = create();
  storage.put("a/1/y", "new");
  storage.commit(1);
  await answerOf(storage);
  storage.keep("glyphs", {});
  await pause(5);
  assert.deepEqual(durabilities, ["strict", "strict"]);
});
