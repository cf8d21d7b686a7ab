// A sample city of its own on a port of its own: made by `xueshi demo`, served by `xueshi serve`, killed and
// started again at will, gone when the test ends.

import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const OUTPUT = process.env.XUESHI_OUTPUT_DIR ?? "build";
const PROGRAM = join(OUTPUT, "bin", "xueshi");
const NOW = "2017-03-10T09:00";

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

export class City {
  #folder = mkdtempSync(join(tmpdir(), "xueshi-city-"));
  #process = null;
  #accounts = new Map(); // role → accounts, in the order demo prints them
  #copies = 0;

  // `options` are passed to `xueshi demo`, such as ["--courses", "5000"].
  static async open(options = []) {
    const city = new City();
    const made = spawnSync(PROGRAM, ["demo", "--data", city.#data, ...options], { encoding: "utf8" });
    if (made.status !== 0) throw new Error(`demo failed: ${made.stderr}`);
    for (const line of made.stdout.split("\n")) {
      const [, role, login, password] = /^ {2}(\w+) +(\d+) +(\S+)/.exec(line) ?? [];
      if (!role) continue;
      if (!city.#accounts.has(role)) city.#accounts.set(role, []);
      city.#accounts.get(role).push({ login, password });
    }
    return city.#settle();
  }
  // Founded by a program of the measurements, which is told the folder first; it knows who can log in.
  static async foundedBy(program, options) {
    const city = new City();
    const made = spawnSync(program, [city.#data, ...options], { encoding: "utf8" });
    if (made.status !== 0) throw new Error(`${program} failed: ${made.stderr}`);
    return city.#settle();
  }
  async #settle() {
    this.port = await freePort();
    await this.start();
    return this;
  }

  get #data() {
    return join(this.#folder, "data");
  }
  get database() {
    return join(this.#data, "xueshi.db");
  }
  get url() {
    return `http://127.0.0.1:${this.port}`;
  }
  // Of several with the role the first, or the one of that place.
  account(role, place = 0) {
    return this.#accounts.get(role)[place];
  }

  // `web` is the folder of the client to serve; `now` is where the domain's clock starts; `options` are passed to
  // `xueshi serve`.
  async start({ web = join(OUTPUT, "web"), now = NOW, options = [] } = {}) {
    this.#process = spawn(
      PROGRAM,
      ["serve", "--data", this.#data, "--port", this.port, "--web", web, "--now", now, ...options],
      { stdio: "ignore" },
    );
    for (let attempt = 0; attempt < 200; ++attempt) {
      const answer = await fetch(`${this.url}/api/v1/session`).catch(() => null);
      if (answer?.ok) return;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error("the server did not start");
  }

  // No farewell: what a power cut or the kernel does to a process. Does nothing when it is gone.
  async kill() {
    if (this.#process.signalCode !== null || this.#process.exitCode !== null) return;
    const ended = new Promise((done) => this.#process.once("exit", done));
    this.#process.kill("SIGKILL");
    await ended;
  }

  // Asked to end, as a service manager asks; resolves to the exit code.
  async stop() {
    const ended = new Promise((done) => this.#process.once("exit", done));
    this.#process.kill("SIGTERM");
    return ended;
  }

  // The account has finished that course. The server must not be running.
  finishCourse({ login }, runId) {
    const program = join(process.env.XUESHI_BUILD_DIR ?? join(OUTPUT, "dev"), "bin", "finish_course");
    const done = spawnSync(program, [this.#data, login, runId], { encoding: "utf8" });
    if (done.status !== 0) throw new Error(`finish_course failed: ${done.stderr}`);
  }

  // A copy of the database as it is; the answer is for restore().
  backUp() {
    const copy = join(this.#folder, `copy-${this.#copies++}`);
    this.#run("backup", "--to", copy);
    return copy;
  }
  // The server must not be running.
  restore(copy) {
    this.#run("restore", "--from", copy);
  }
  // A subcommand over the city's data, as spawnSync answers it; the words in front of the first option name it. The
  // server must not be running.
  attempt(...words) {
    const options = words.findIndex((word) => word.startsWith("--"));
    const name = options < 0 ? words : words.slice(0, options);
    return spawnSync(PROGRAM, [...name, "--data", this.#data, ...words.slice(name.length)], { encoding: "utf8" });
  }
  // What it prints.
  command(...words) {
    const done = this.attempt(...words);
    if (done.status !== 0) throw new Error(`${words[0]} failed: ${done.stderr}`);
    return done.stdout;
  }
  #run(...words) {
    this.command(...words);
  }

  async close() {
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

// What the tests press and look for, in the language of the page.
export const CHINESE = {
  account: "教师编号或单位账号",
  password: "密码",
  signIn: "登录",
  home: "首页",
  arrangeAll: "一键排满",
  isArranged: /排满了/,
  theme: { light: "浅色", dark: "深色" },
  submitSelection: "提交选课",
  submit: "提交",
  submissionWaits: "已记下，联网后送出",
};
export const ENGLISH = {
  account: "Teacher number or unit account",
  password: "Password",
  signIn: "Sign in",
  home: "Home",
  arrangeAll: "Arrange all",
  isArranged: /is fully arranged/,
  theme: { light: "Light", dark: "Dark" },
  submitSelection: "Submit selection",
  submit: "Submit",
  submissionWaits: "Written down, sent when online",
};

// Fills in a log-in at once, and waits for Home.
export async function signIn(page, { login, password }, words = CHINESE) {
  await page.getByRole("textbox", { name: words.account }).fill(login);
  await page.getByLabel(words.password, { exact: true }).fill(password);
  await page.getByRole("button", { name: words.signIn }).click();
  await page.getByRole("link", { name: words.home }).first().waitFor();
}
