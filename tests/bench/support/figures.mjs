// How the measurements print and what they have in common.

import { cpus, loadavg } from "node:os";

import { go, settled } from "../../browser/support/browser.mjs";

export const percentile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];

export const median = (values) => percentile(values, 0.5);

export const milliseconds = (values) =>
  `median ${median(values).toFixed(0)} ms (${Math.min(...values).toFixed(0)}–${Math.max(...values).toFixed(0)})`;

export function print(what, value, goal = "") {
  console.log(`${what.padEnd(72)} ${String(value).padStart(22)}${goal && `   goal ${goal}`}`);
}

// The load tells whether the machine was busy with something else.
export function printMachine(what) {
  console.log(`${what}, ${cpus().length} × ${cpus()[0].model}, load ${loadavg()[0].toFixed(1)}`);
}

// `length` runs of `measure`, one after the other; their answers.
export async function repeated(length, measure) {
  const values = [];
  for (let run = 0; run < length; ++run) values.push(await measure(run));
  return values;
}

export async function slowDown(page, rate) {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
  return session;
}

// ---- what a person does

export const toggleInCatalogue = (page) =>
  page.getByRole("button", { name: /^把“.*(加入|移出)方案$/ });

// Does nothing when the plan is complete.
export async function arrangePlan(page) {
  await go(page, "规划");
  const arrange = page.getByRole("button", { name: "一键排满" }).first();
  if (!(await arrange.isVisible())) return;
  await arrange.click();
  await page.getByText(/排满了/).first().waitFor();
  await settled(page);
}

export const confirmed = (page) =>
  page.getByRole("link", { name: /^已同步/ }).first().waitFor({ timeout: 60_000 });
