// The other tabs of this browser (web/ports/tabs.h): who owns a name, by Web Locks, and what tabs tell each
// other, by a BroadcastChannel. A lock is held until the page ends, however it ends. And the word a page leaves to
// the next in its tab, in sessionStorage: it lies there only while the page is not seen, for a page that is reloaded or
// thrown out is hidden first, and one that is duplicated is mostly seen, and must not share it.

const CHANNEL = "xueshi";
const WORD = "xueshi.tab";

const encoder = new TextEncoder();

export function createTabs({ heap, onNews }) {
  const channel = typeof BroadcastChannel === "function" ? new BroadcastChannel(CHANNEL) : null;
  const claims = [];
  const owned = new Map(); // name → gives it up
  const messages = [];
  const locks = navigator.locks;
  let word = takeWord();

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
    // Size of the word, or 0.
    remembered: () => (word ? heap.result(encoder.encode(word)) : 0),
    remember(kept) {
      word = kept;
      if (document.hidden) leaveWord();
    },
    post: (message) => channel?.postMessage(message),
    nextClaim: () => next(claims),
    nextMessage: () => next(messages),
  };

  function takeWord() {
    addEventListener("pagehide", leaveWord); // of a reload: it is hidden without being told so first
    addEventListener("pageshow", noteSight);
    document.addEventListener("visibilitychange", noteSight);
    try {
      return sessionStorage.getItem(WORD) ?? "";
    } catch {
      return ""; // forbidden here
    } finally {
      if (!document.hidden) clearWord();
    }
  }

  function noteSight() {
    if (document.hidden) leaveWord();
    else clearWord();
  }

  function leaveWord() {
    try {
      if (word) sessionStorage.setItem(WORD, word);
    } catch {
      // the next page begins without it
    }
  }

  function clearWord() {
    try {
      sessionStorage.removeItem(WORD);
    } catch {
      // nor was it left
    }
  }

  // Waits in line: granted when the owner's page has ended.
  function queueAfter(name) {
    locks.request(name, () => answer(true, name)).catch(() => {});
  }
}
