// The Ed25519 of browsers that have none of their own; fetched by the verifier's page alone.
export { verifyAsync } from "@noble/ed25519";
