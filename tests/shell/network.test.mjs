// Requests end as exactly one answer, or as none when they were cancelled.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { ByteReader } from "../../shell/bridges/bytes.js";
import { askEarly, createNetwork } from "../../shell/bridges/network.js";

const kAnswered = 0;
const kUnreachable = 1;
const kTimedOut = 2;

let requests;
let network;
let taken;
let arrived;

const heap = {
  result(bytes) {
    taken = bytes;
    return bytes.length;
  },
};

function read() {
  const reader = new ByteReader(taken);
  const answer = { id: reader.u32(), outcome: reader.u8(), status: reader.u16(), headers: [] };
  const count = reader.u16();
  for (let i = 0; i < count; ++i) answer.headers.push([reader.string(), reader.string()]);
  answer.body = reader.string();
  return answer;
}

const request = { method: "GET", path: "/api/v1/session", headers: "", body: "", timeout: 1000 };

// `answer` settles a request as the network does.
function useFetch(answer) {
  globalThis.fetch = (path, options) => {
    requests.push({ path, ...options });
    return new Promise((resolve, reject) => {
      options.signal?.addEventListener("abort", () => reject(new DOMException("", "AbortError")));
      answer?.(resolve, reject);
    });
  };
}

beforeEach(() => {
  requests = [];
  arrived = 0;
  network = createNetwork({ heap, onAnswer: () => ++arrived });
});

test("an answer brings its status, headers and body", async () => {
  const response = new Response('{"text":"好"}', { status: 409, headers: { "X-Trace": "7" } });
  useFetch((resolve) => resolve(response));
  const body = '{"a":1}';
  await network.send(5, { ...request, method: "POST", headers: "x-csrf: abc: d\n", body });
  assert.equal(arrived, 1);
  assert.ok(network.next() > 0);
  const answer = read();
  assert.deepEqual([answer.id, answer.outcome, answer.status], [5, kAnswered, 409]);
  assert.ok(answer.headers.some(([name, value]) => name === "x-trace" && value === "7"));
  assert.equal(answer.body, '{"text":"好"}');
  assert.equal(network.next(), 0);
  assert.equal(requests[0].body, body);
  assert.deepEqual(requests[0].headers, [
    ["content-type", "application/json"],
    ["x-csrf", "abc: d"],
  ]);
});

test("no network is told as no answer", async () => {
  useFetch((_, reject) => reject(new TypeError("failed")));
  await network.send(1, request);
  network.next();
  assert.equal(read().outcome, kUnreachable);
});

test("an answer that does not come is told as late", async () => {
  useFetch();
  await network.send(1, { ...request, timeout: 5 });
  network.next();
  assert.equal(read().outcome, kTimedOut);
});

test("a cancelled request is never answered, under way or waiting to be taken", async () => {
  useFetch();
  const underWay = network.send(1, request);
  network.cancel(1);
  await underWay;
  useFetch((resolve) => resolve(new Response("")));
  await network.send(2, request);
  network.cancel(2);
  assert.equal(network.next(), 0);
  assert.equal(arrived, 1);
});

test("what was asked early answers the first request of its address, once", async () => {
  useFetch((resolve) => resolve(new Response("early")));
  const early = askEarly("/api/v1/session");
  network = createNetwork({ heap, onAnswer: () => ++arrived, early });
  await network.send(1, request);
  network.next();
  assert.equal(read().body, "early");
  assert.equal(requests.length, 1);
  useFetch((resolve) => resolve(new Response("fresh")));
  await network.send(2, request);
  network.next();
  assert.equal(read().body, "fresh");
});

test("an early answer that does not come is told as late, too", async () => {
  useFetch();
  globalThis.fetch = () => new Promise(() => {});
  network = createNetwork({ heap, onAnswer: () => ++arrived, early: askEarly("/api/v1/session") });
  await network.send(1, { ...request, timeout: 5 });
  network.next();
  assert.equal(read().outcome, kTimedOut);
});

test("an early question is not the answer to a change", async () => {
  useFetch((resolve) => resolve(new Response("early")));
  network = createNetwork({ heap, onAnswer: () => ++arrived, early: askEarly("/api/v1/session") });
  await network.send(1, { ...request, method: "POST", body: "{}" });
  assert.deepEqual(requests.map(({ method }) => method), [undefined, "POST"]);
});
