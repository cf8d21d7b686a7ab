// The verifier's modules: what was ever issued is read and found genuine by the browser's Ed25519 and by the library's;
// one changed byte, or one changed character of the link, is not.
import assert from "node:assert/strict";
import { createHash, createPrivateKey, sign, webcrypto } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { verifyAsync } from "@noble/ed25519";

import { checkCertificate, codeOf, readKeys } from "../../shell/verifier/certificate_check.js";
import { decodeBase64url, readCertificate } from "../../shell/verifier/certificate_reader.js";

const LINES = readFileSync(new URL("../golden/certificates_v1.jsonl", import.meta.url), "utf8").trim().split("\n").map((line) => JSON.parse(line));

const idOf = (publicKey) => createHash("sha256").update(Buffer.from(publicKey, "base64url")).digest("hex").slice(0, 16);
const KEY = { id: idOf(LINES[0].public_key), public_key: LINES[0].public_key, from: "2017-01-01" };

const bySubtle = async (publicKey, message, signature) => {
  const key = await webcrypto.subtle.importKey("raw", publicKey, { name: "Ed25519" }, false, ["verify"]);
  return webcrypto.subtle.verify({ name: "Ed25519" }, key, signature, message);
};
const byLibrary = (publicKey, message, signature) => verifyAsync(signature, message, publicKey, { zip215: false });
const stateOf = async (code, keys = [KEY], verify = bySubtle) => (await checkCertificate(code, keys, verify)).state;

for (const [name, verify] of Object.entries({ bySubtle, byLibrary })) {
  test(`what was ever issued is genuine and says what it said (${name})`, async () => {
    for (const { code, content: said } of LINES) {
      const { state, content, key } = await checkCertificate(code, [KEY], verify);
      assert.equal(state, "genuine");
      assert.equal(key, KEY);
      const day = (days) => new Date(days * 86_400_000).toISOString().slice(0, 10);
      assert.deepEqual(
        { ...content, issuedOn: day(content.issuedOn), verifiedOn: content.verifiedOn ? day(content.verifiedOn) : undefined },
        {
          isSample: said.sample ?? false, result: said.result, year: said.year, issuedOn: said.issued_on,
          verifiedOn: said.verified_on, serial: said.serial, issuer: said.issuer, name: said.name,
          number: said.number ?? null, school: said.school ?? null,
          hours: said.hours.map((line) => ({ name: "", ...line })),
          records: said.records ? { listed: said.records.listed, others: said.records.others, othersCounted: said.records.others_counted } : null,
        },
      );
    }
  });

  test(`each changed byte is refused (${name})`, async () => {
    const { code } = LINES[1];
    const bytes = Buffer.from(code, "base64url");
    for (let i = 0; i < bytes.length; ++i) {
      const changed = Buffer.from(bytes);
      changed[i] ^= 1 << i % 8;
      const state = await stateOf(changed.toString("base64url"), [KEY], verify);
      assert.ok(["malformed", "unknown", "changed"].includes(state), `byte ${i}: ${state}`);
    }
  });
}

test("each changed character of a link is refused, and so is a link that lacks one", async () => {
  const { code } = LINES[0];
  for (let i = 0; i < code.length; ++i) {
    const other = code[i] === "A" ? "B" : "A";
    assert.notEqual(await stateOf(code.slice(0, i) + other + code.slice(i + 1)), "genuine", `character ${i}`);
    assert.notEqual(await stateOf(code.slice(0, i) + code.slice(i + 1)), "genuine", `without ${i}`);
  }
  // The last character of most has bits that no byte needs.
  const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  assert.ok(LINES.some((line) => line.code.length % 4 !== 0));
  for (const line of LINES) {
    for (const digit of digits.replace(line.code.at(-1), "")) assert.notEqual(await stateOf(line.code.slice(0, -1) + digit), "genuine");
  }
});

test("content in a second form is refused, though its signature be right", async () => {
  const [{ code, seed }] = LINES;
  const bytes = Buffer.from(code, "base64url").subarray(0, -64);
  const priv = createPrivateKey({
    key: Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), Buffer.from(seed, "hex")]), format: "der", type: "pkcs8",
  });
  const signed = (content) =>
    Buffer.concat([content, sign(null, Buffer.concat([Buffer.from("xueshi certificate\n"), content]), priv)]).toString("base64url");
  assert.equal(await stateOf(signed(bytes)), "genuine");
  const year = 11; // its two bytes as three
  assert.equal(await stateOf(signed(Buffer.concat([bytes.subarray(0, year + 1), Buffer.from([bytes[year + 1] | 0x80, 0]), bytes.subarray(year + 2)]))), "malformed");
  assert.equal(await stateOf(signed(Buffer.concat([bytes, Buffer.from([0])]))), "malformed");
  const flags = Buffer.from(bytes);
  flags[9] |= 16;
  assert.equal(await stateOf(signed(flags)), "malformed");
  const control = Buffer.from(bytes);
  control[bytes.indexOf("李明")] = 0x0a;
  assert.equal(await stateOf(signed(control)), "malformed");
});

test("a key says what is worth: unknown, revoked with its reason, not in use on that day", async () => {
  const { code } = LINES[1]; // issued on 2017-08-02
  assert.equal(await stateOf(code, []), "unknown");
  assert.equal(await stateOf(code, [{ ...KEY, id: "0123456789abcdef" }]), "unknown");
  const revoked = { ...KEY, revoked: "2017-09-01", reason: "密钥外泄" };
  assert.deepEqual(await checkCertificate(code, [revoked], bySubtle), { state: "revoked", key: revoked });
  assert.equal(await stateOf(code, [{ ...KEY, from: "2017-08-03" }]), "misdated");
  assert.equal(await stateOf(code, [{ ...KEY, retired: "2017-08-01" }]), "misdated");
  assert.equal(await stateOf(code, [{ ...KEY, from: "2017-08-02", retired: "2017-08-02" }]), "genuine");
});

test("a browser that cannot check says so", async () => {
  assert.equal(await stateOf(LINES[0].code, [KEY], () => Promise.reject(new Error("no"))), "unable");
});

test("keys are read as they are published, or not at all", () => {
  assert.deepEqual(readKeys(JSON.stringify({ keys: [KEY] })), [KEY]);
  for (const keys of [[{ ...KEY, id: "x" }], [{ ...KEY, public_key: "AAAA" }], [{ ...KEY, from: "2017" }], [{ ...KEY, revoked: "soon" }], {}, null]) {
    assert.equal(readKeys(JSON.stringify({ keys })), null);
  }
  assert.equal(readKeys("<html>"), null);
});

test("a pasted link is a code, broken lines or not", () => {
  assert.equal(codeOf(" https://city.example/verify#AQID\n BAU "), "AQIDBAU");
  assert.equal(codeOf("AQIDBAU"), "AQIDBAU");
  assert.equal(codeOf(""), "");
  assert.equal(readCertificate(new Uint8Array(10)), null);
  assert.equal(decodeBase64url("A"), null);
});
