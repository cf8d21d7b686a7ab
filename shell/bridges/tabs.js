// The other tabs of this browser (web/ports/tabs.h): who owns a name, by Web Locks, and what tabs tell each
// other, by a BroadcastChannel. A lock is held until the page ends, however it ends.

const CHANNEL = "xueshi";

const encoder = new TextEncoder();

export function createTabs({ heap, onNews }) {
  const channel = typeof BroadcastChannel === "function" ? new BroadcastChannel(CHANNEL) : null;
  const claims = [];
  const owned = new Map(); // name → gives it up
  const messages = [];
  const locks = navigator.locks;

  if (channel) {
    channel.onmessage = ({ data }) => {
      messages.push(data);
      onNews();
    };
  }

  const next = (texts) => (texts.length === 0 ? 0 : heap.result(encoder.encode(texts.shift())));

  function answer(isGranted, name) {
    claims.push((isGranted ? "+" : "-") + name);
    onNews();
    return isGranted ? new Promise((giveUp) => owned.set(name, giveUp)) : undefined;
  }

  return {
    canClaim: Boolean(locks),
    claim(name, waits) {
      locks
        .request(name, { ifAvailable: true }, (lock) => {
          if (!lock && waits) queueAfter(name);
          return answer(Boolean(lock), name);
        })
        .catch(() => answer(false, name));
    },
    release(name) {
      owned.get(name)?.();
      owned.delete(name);
    },
    post: (message) => channel?.postMessage(message),
    nextClaim: () => next(claims),
    nextMessage: () => next(messages),
  };

  // Waits in line: granted when the owner's page has ended.
  function queueAfter(name) {
    locks.request(name, () => answer(true, name)).catch(() => {});
  }
}
