// Ed25519: the browser's own where it has one, else a small library that is fetched only then.

async function byBrowser(publicKey) {
  try {
    const key = await crypto.subtle.importKey("raw", publicKey, { name: "Ed25519" }, false, ["verify"]);
    return (signature, message) => crypto.subtle.verify({ name: "Ed25519" }, key, signature, message);
  } catch {
    return null;
  }
}

async function byLibrary(publicKey) {
  const { verifyAsync } = await import("/noble.js");
  return (signature, message) => verifyAsync(signature, message, publicKey, { zip215: false });
}

// Whether the signature is the key's; rejects when this browser can do neither.
export async function verifySignature(publicKey, message, signature) {
  const verify = (await byBrowser(publicKey)) ?? (await byLibrary(publicKey));
  return verify(signature, message);
}
