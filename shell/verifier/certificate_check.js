// What a code is worth, given the keys that are known.

import { decodeBase64url, readCertificate } from "./certificate_reader.js";

const PREFIX = new TextEncoder().encode("xueshi certificate\n");
const DAY = 86_400_000;

const dayOf = (text) => Date.parse(`${text}T00:00:00Z`) / DAY;
const isDay = (text) => typeof text === "string" && /^\d{4}-\d\d-\d\d$/.test(text) && Number.isInteger(dayOf(text));

// As the server publishes them; null for anything else.
export function readKeys(text) {
  try {
    const { keys } = JSON.parse(text);
    const isKey = ({ id, public_key, from, retired, revoked, reason }) =>
      /^[0-9a-f]{16}$/.test(id) && decodeBase64url(public_key)?.length === 32 && isDay(from) &&
      (retired === undefined || isDay(retired)) && (revoked === undefined || isDay(revoked)) &&
      (reason === undefined || typeof reason === "string");
    return keys.every(isKey) ? keys : null;
  } catch {
    return null;
  }
}

// What was pasted may be the whole link, and may have been broken into lines.
export const codeOf = (text) => text.replace(/\s+/g, "").replace(/^[^#]*#/, "");

// { state, content, key }: "malformed", "unknown" (no such key), "revoked", "changed", "misdated" (the key did not sign
// on that day), "unable" (this browser cannot check) or "genuine". Content comes with the last alone.
export async function checkCertificate(code, keys, verifySignature) {
  const bytes = decodeBase64url(code);
  const certificate = bytes && readCertificate(bytes);
  if (!certificate) return { state: "malformed" };
  const key = keys.find(({ id }) => id === certificate.key);
  if (!key) return { state: "unknown" };
  if (key.revoked) return { state: "revoked", key };
  const message = new Uint8Array(PREFIX.length + certificate.signedBytes.length);
  message.set(PREFIX);
  message.set(certificate.signedBytes, PREFIX.length);
  let isGenuine = false;
  try {
    isGenuine = await verifySignature(decodeBase64url(key.public_key), message, certificate.signature);
  } catch {
    return { state: "unable" };
  }
  if (!isGenuine) return { state: "changed" };
  const { content } = certificate;
  const isInTime = content.issuedOn >= dayOf(key.from) && (!key.retired || content.issuedOn <= dayOf(key.retired));
  return isInTime ? { state: "genuine", content, key } : { state: "misdated", key };
}
