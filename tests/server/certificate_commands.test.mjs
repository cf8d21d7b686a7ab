// Certificates from end to end without a browser: a sample city issues, rotates and revokes; the verifier's own modules
// and an Open Badge reader written here say what stands. A backup holds no secret.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { createHash, createPublicKey, verify } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, test } from "node:test";

import { checkCertificate, readKeys } from "../../shell/verifier/certificate_check.js";
import { verifySignature } from "../../shell/verifier/signature.js";

const XUESHI = join(process.env.XUESHI_OUTPUT_DIR ?? "build", "bin/xueshi");
const folder = mkdtempSync(join(tmpdir(), "xueshi-certificates-"));
const data = join(folder, "city");
after(() => rmSync(folder, { recursive: true }));

const run = (...args) => {
  const { status, stdout, stderr } = spawnSync(XUESHI, args, { encoding: "utf8" });
  return { status, stdout, stderr };
};
const done = (...args) => {
  const { status, stdout, stderr } = run(...args);
  assert.equal(status, 0, stderr);
  return stdout;
};
done("demo", "--data", data, "--teachers", "50");

// A server for as long as `body` runs.
async function serving(now, body) {
  const server = spawn(XUESHI, ["serve", "--data", data, "--port", "0", "--now", now], { stdio: ["ignore", "pipe", "ignore"] });
  try {
    let url;
    let teacher;
    for await (const line of createInterface({ input: server.stdout })) {
      url ??= line.match(/http:\/\/localhost:\d+/)?.[0];
      teacher ??= line.match(/(\d{11})\s+(\S+)/)?.slice(1, 3);
      if (url && teacher) break;
    }
    return await body(url, teacher);
  } finally {
    server.kill("SIGTERM");
    await new Promise((resolve) => server.once("exit", resolve));
  }
}

async function issue(url, [login, password], asked) {
  const headers = { "Content-Type": "application/json", Origin: url };
  const signedIn = await fetch(`${url}/api/v1/session`, { method: "POST", headers, body: JSON.stringify({ login, password }) });
  assert.equal(signedIn.status, 200);
  const { csrf } = await signedIn.json();
  const cookie = signedIn.headers.get("set-cookie").split(";")[0];
  const response = await fetch(`${url}/api/v1/certificates`, {
    method: "POST",
    headers: { ...headers, Cookie: cookie, "X-Xueshi-Csrf": csrf },
    body: JSON.stringify(asked),
  });
  const text = await response.text();
  assert.equal(response.status, 200, text);
  return JSON.parse(text);
}
const keysOf = async (url) => readKeys(await (await fetch(`${url}/api/v1/certificate-keys`)).text());
const check = (code, keys) => checkCertificate(code, keys, verifySignature);

const WHOLE = { year: 2016, number: true, school: true, records: true };

let first; // { certificate, badge } by the first key
let firstKeys;

test("a sample city's certificate is genuine, says that it is a sample, and reveals what was asked for", async () => {
  await serving("2017-06-20T09:00", async (url, teacher) => {
    first = await issue(url, teacher, WHOLE);
    firstKeys = await keysOf(url);
    const bare = await check((await issue(url, teacher, { year: 2016 })).certificate, firstKeys);
    assert.deepEqual([bare.content.number, bare.content.school, bare.content.records], [null, null, null]);
    const other = await fetch(`${url}/api/v1/certificates`, { method: "POST", headers: { "Content-Type": "application/json" }, body: "{}" });
    assert.equal(other.status, 401);
  });
  const { state, content } = await check(first.certificate, firstKeys);
  assert.equal(state, "genuine");
  assert.equal(content.isSample, true);
  assert.equal(content.year, 2016);
  assert.match(content.number, /^\d{11}$/);
  assert.ok(content.records.listed.length > 0);
  assert.ok(first.certificate.length <= Math.ceil((736 * 4) / 3));
});

test("after a rotation old and new stand; after a revocation what the key signed does not, and the reason is told", async () => {
  assert.match(done("certificate-keys", "list", "--data", data), /^[0-9a-f]{16} {2}from 2017-06-20 {2}signs\n$/);
  done("certificate-keys", "rotate", "--data", data, "--now", "2017-06-21T09:00");
  const [second, keys] = await serving("2017-06-21T10:00", async (url, teacher) => [await issue(url, teacher, WHOLE), await keysOf(url)]);
  assert.equal(keys.length, 2);
  assert.equal((await check(first.certificate, keys)).state, "genuine");
  assert.equal((await check(second.certificate, keys)).state, "genuine");
  assert.equal((await check(second.certificate, firstKeys)).state, "unknown", "to whoever has not heard of it");

  const reason = "密钥可能外泄";
  done("certificate-keys", "revoke", "--data", data, "--key", keys[0].id, "--reason", reason, "--now", "2017-06-22T09:00");
  const [again, after] = await serving("2017-06-22T10:00", async (url, teacher) => [await issue(url, teacher, WHOLE), await keysOf(url)]);
  const revoked = await check(first.certificate, after);
  assert.deepEqual([revoked.state, revoked.content, revoked.key.reason, revoked.key.revoked], ["revoked", undefined, reason, "2017-06-22"]);
  assert.equal((await check(second.certificate, after)).state, "genuine");
  assert.equal((await check(again.certificate, after)).state, "genuine");
  const late = after.map((key) => (key.id === keys[1].id ? { ...key, retired: "2017-06-20" } : key));
  assert.equal((await check(second.certificate, late)).state, "misdated");
});

test("the command says what is wrong", () => {
  const key = ["--key", "0123456789abcdef", "--reason", "x"];
  assert.equal(run("certificate-keys").status, 2);
  assert.equal(run("certificate-keys", "revoke", "--data", data, "--key", "x", "--reason", "x").status, 2);
  assert.equal(run("certificate-keys", "revoke", "--data", data, "--key", "0123456789abcdef", "--reason", "a\nb").status, 2);
  assert.match(run("certificate-keys", "revoke", "--data", data, ...key).stderr, /there is no key/);
  assert.match(run("certificate-keys", "list", "--data", join(folder, "nowhere")).stderr, /no database/);
});

test("a backup holds no secret, and what it signed before stands after a restore", async () => {
  const copy = join(folder, "copy.db");
  done("backup", "--data", data, "--to", copy);
  assert.ok(readdirSync(join(data, "certificate_keys")).length > 0);
  assert.deepEqual(readdirSync(folder).filter((name) => /secret|key/.test(name)), []);
  const before = await serving("2017-06-23T09:00", (url, teacher) => issue(url, teacher, WHOLE));
  rmSync(data, { recursive: true });
  done("restore", "--data", data, "--from", copy);
  assert.equal(existsSync(join(data, "certificate_keys")), false);
  const keys = await serving("2017-06-24T09:00", keysOf);
  assert.equal((await check(before.certificate, keys)).state, "genuine");
  assert.equal(keys.filter(({ retired, revoked }) => !retired && !revoked).length, 1, "a new key signs");
});

// ---- the badge, by a reader that shares no code with the server

// RFC 8785 for what a badge holds: no number but of tenths.
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
}

function base58(text) {
  const digits = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  const number = [...text].reduce((sum, digit) => sum * 58n + BigInt(digits.indexOf(digit)), 0n);
  const hex = number.toString(16);
  const zeros = text.match(/^1*/)[0].length;
  return Buffer.concat([Buffer.alloc(zeros), Buffer.from(hex.length % 2 ? `0${hex}` : hex, "hex")]);
}

// eddsa-jcs-2022 of a key that its own name says.
function isBadgeGenuine({ proof: [proof], ...credential }) {
  const { proofValue, ...options } = proof;
  const hash = (value) => createHash("sha256").update(canonical(value)).digest();
  const bytes = base58(proof.verificationMethod.split("#z")[1]);
  assert.deepEqual([...bytes.subarray(0, 2)], [0xed, 0x01]);
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: bytes.subarray(2).toString("base64url") }, format: "jwk" });
  return verify(null, Buffer.concat([hash(options), hash(credential)]), key, base58(proofValue.slice(1)));
}

test("the badge is an OpenBadgeCredential that an independent reader finds genuine", () => {
  const { badge } = first;
  const [proof, ...others] = badge.proof;
  assert.deepEqual(others, []);
  assert.deepEqual(badge["@context"], [
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
  ]);
  assert.deepEqual(badge.type, ["VerifiableCredential", "OpenBadgeCredential"]);
  assert.deepEqual(proof["@context"], badge["@context"]);
  assert.equal(proof.type, "DataIntegrityProof");
  assert.equal(proof.cryptosuite, "eddsa-jcs-2022");
  assert.equal(proof.proofPurpose, "assertionMethod");
  assert.match(badge.issuer.id, /^did:key:z6Mk/);
  assert.equal(proof.verificationMethod, `${badge.issuer.id}#${badge.issuer.id.slice("did:key:".length)}`);
  const keyOf = base58(badge.issuer.id.slice("did:key:z".length)).subarray(2).toString("base64url");
  assert.equal(keyOf, firstKeys[0].public_key, "the published key");
  assert.match(badge.id, /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.match(badge.validFrom, /^2017-06-20T00:00:00\+08:00$/);
  assert.deepEqual(badge.credentialSubject.type, ["AchievementSubject"]);
  assert.match(badge.credentialSubject.achievement.name, /^示例数据：2016 年度/);
  const described = badge.credentialSubject.achievement.resultDescription.map(({ id }) => id);
  assert.equal(new Set(described).size, described.length);
  assert.deepEqual(badge.credentialSubject.result.map(({ resultDescription }) => resultDescription), described);
  assert.ok(isBadgeGenuine(badge));
});

test("a badge that says anything else is not genuine", () => {
  for (const change of [
    (badge) => (badge.credentialSubject.creditsEarned += 1),
    (badge) => (badge.credentialSubject.identifier[0].identityHash = "张三"),
    (badge) => (badge.validFrom = "2018-01-01T00:00:00+08:00"),
    (badge) => (badge.proof[0].created = "2018-01-01T00:00:00+08:00"),
  ]) {
    const changed = structuredClone(first.badge);
    change(changed);
    assert.equal(isBadgeGenuine(changed), false);
  }
});
