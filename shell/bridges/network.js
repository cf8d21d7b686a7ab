// Requests to the own server by fetch (web/ports/transport.h). Answers wait in a queue for the
// program.

import { ByteWriter } from "./bytes.js";

const ANSWERED = 0;
const UNREACHABLE = 1;
const TIMED_OUT = 2;

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

export function createNetwork({ heap, onAnswer }) {
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
      const response = await fetch(path, {
        method,
        headers: [...type, ...parseHeaders(headers)],
        body: body || undefined,
        credentials: "same-origin",
        cache: "no-store",
        signal: controller.signal,
      });
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
