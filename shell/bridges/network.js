// Requests to the own server by fetch (web/ports/transport.h). Answers wait in a queue for the
// program.

import { ByteWriter } from "./bytes.js";

const ANSWERED = 0;
const UNREACHABLE = 1;
const TIMED_OUT = 2;

// After the page began: later an early answer is old news, and the time in it too.
const EARLY_MS = 10_000;

function parseHeaders(lines) {
  return lines
    .split("\n")
    .filter(Boolean)
    .map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon), line.slice(colon + 1).trim()];
    });
}

function encodeAnswer(id, outcome, status, headers, body) {
  const writer = new ByteWriter().u32(id).u8(outcome).u16(status).u16(headers.length);
  for (const [name, value] of headers) writer.string(name).string(value);
  return writer.blob(body).finish();
}

const aborted = (signal) =>
  new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));

// What the program will ask first, asked while it is still on its way: on a slow line a round trip less.
export function askEarly(path) {
  const response = fetch(path, { credentials: "same-origin", cache: "no-store" });
  response.catch(() => {}); // the program hears of it
  return { path, response };
}

// `early` is what askEarly answered: it serves the first request of that address.
export function createNetwork({ heap, onAnswer, early = null }) {
  const running = new Map(); // id → AbortController
  const answers = [];

  async function send(id, { method, path, headers, body, timeout }) {
    const controller = new AbortController();
    running.set(id, controller);
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      controller.abort();
    }, timeout);

    let answer;
    try {
      const type = body ? [["content-type", "application/json"]] : [];
      const isAsked = method === "GET" && early?.path === path && performance.now() < EARLY_MS;
      const asked = isAsked ? Promise.race([early.response, aborted(controller.signal)]) : null;
      early = null;
      const response = await (asked ??
        fetch(path, {
          method,
          headers: [...type, ...parseHeaders(headers)],
          body: body || undefined,
          credentials: "same-origin",
          cache: "no-store",
          signal: controller.signal,
        }));
      const bytes = new Uint8Array(await response.arrayBuffer());
      answer = encodeAnswer(id, ANSWERED, response.status, [...response.headers], bytes);
    } catch {
      answer = encodeAnswer(id, isLate ? TIMED_OUT : UNREACHABLE, 0, [], new Uint8Array());
    }
    clearTimeout(timer);
    if (!running.delete(id)) return; // cancelled
    answers.push({ id, bytes: answer });
    onAnswer();
  }

  return {
    send,
    cancel(id) {
      running.get(id)?.abort();
      running.delete(id);
      const index = answers.findIndex((answer) => answer.id === id);
      if (index >= 0) answers.splice(index, 1);
    },
    // Size of the next answer, or 0.
    next: () => (answers.length === 0 ? 0 : heap.result(answers.shift().bytes)),
  };
}
