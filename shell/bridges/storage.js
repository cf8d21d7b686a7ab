// The device's own memory in IndexedDB (web/ports/device_store.h): one store of texts under names.
//
// A connection can be closed under us at any time (a browser that clears up, another version of the page): every
// request that fails for that reason is tried once more on a new connection before it is answered.

import { ByteWriter } from "./bytes.js";

const DATABASE = "xueshi";
const STORE = "records";
const OPEN_PATIENCE_MS = 4000;
const AHEAD_MS = 1000;

const FINE = 0;
const FORBIDDEN = 1;
const FULL = 2;
const FAILED = 3;

// Every name that begins so: those up to the prefix with the highest character behind it.
const under = (prefix) => IDBKeyRange.bound(prefix, prefix + "\uffff");

export function createStorage({ heap, onAnswer, databases = globalThis.indexedDB }) {
  const answers = [];
  let connection = null; // a promise of the open database
  let order = Promise.resolve(); // requests are answered in their order
  let removals = [];
  let puts = [];

  function open() {
    connection ??= connect();
    return connection;
  }

  function connect() {
    let isGivenUp = false;
    const opening = new Promise((resolve, reject) => {
      const giveUp = (reason) => {
        isGivenUp = true;
        reject(reason);
      };
      const request = databases.open(DATABASE, 1);
      // Some browsers never answer, or late; the page must not wait for that.
      const patience = setTimeout(() => giveUp(new DOMException("timeout", "TimeoutError")), OPEN_PATIENCE_MS);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE);
      request.onblocked = () => giveUp(new DOMException("blocked", "AbortError"));
      request.onerror = () => giveUp(request.error);
      request.onsuccess = () => {
        clearTimeout(patience);
        const database = request.result;
        if (isGivenUp) return database.close(); // another was asked for meanwhile
        database.onclose = () => forget(opening);
        // A newer page wants to change the database: it must not wait for us.
        database.onversionchange = () => {
          database.close();
          forget(opening);
        };
        resolve(database);
      };
    });
    // Whoever asks next tries anew.
    opening.catch(() => forget(opening));
    return opening;
  }

  // Of several requests that lose one connection each says so; the one opened since is none of theirs.
  function forget(lost) {
    if (connection === lost) connection = null;
  }

  // Runs `work(store)` in one transaction and waits for its end; `work` may answer a request.
  async function transact(opening, mode, work) {
    const database = await opening;
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode, { durability: "strict" });
      const store = transaction.objectStore(STORE);
      transaction.onabort = () => reject(transaction.error ?? new DOMException("aborted", "AbortError"));
      const asked = work(store);
      transaction.oncomplete = () => resolve(asked);
    });
  }

  async function attempt(mode, work) {
    const opening = open();
    try {
      return await transact(opening, mode, work);
    } catch (error) {
      // More of the same, at once, would not help.
      if (["QuotaExceededError", "TimeoutError"].includes(error?.name)) throw error;
      forget(opening);
      return transact(open(), mode, work);
    }
  }

  function problemOf(error) {
    if (error?.name === "QuotaExceededError") return FULL;
    // Without the interface, or where opening is refused as such, nothing can be kept here.
    const isForbidden = !databases || ["SecurityError", "InvalidStateError"].includes(error?.name);
    return isForbidden ? FORBIDDEN : FAILED;
  }

  const readAll = async (range) => {
    const asked = await attempt("readonly", (store) => [store.getAllKeys(range), store.getAll(range)]);
    return asked.map((request) => request.result);
  };

  // Everything that lies here, read while the program is on its way: its first requests ask for most of it. Held
  // until something is written, and no longer than a page takes to start. What other tabs write meanwhile they
  // tell, and the program hears it after its reading (tabs.js). Who asks a second time wants to know what lies
  // here now.
  const served = [];
  let ahead = readAll()
    .catch(() => null) // the first request tries again, and answers
    .finally(() => setTimeout(forgetAhead, AHEAD_MS));

  function forgetAhead() {
    ahead = null;
  }

  async function readUnder(prefix) {
    const isAskedAgain = served.some((before) => prefix.startsWith(before));
    const known = isAskedAgain ? null : await ahead;
    if (!known) return readAll(under(prefix));
    served.push(prefix);
    const isWanted = known[0].map((name) => name.startsWith(prefix));
    return known.map((column) => column.filter((_, i) => isWanted[i]));
  }

  function answer(request, act, writeRecords) {
    order = order.then(async () => {
      const writer = new ByteWriter().u32(request);
      try {
        const records = await act();
        writer.u8(FINE);
        writeRecords?.(records, writer);
      } catch (error) {
        writer.u8(problemOf(error));
      }
      answers.push(writer.finish());
      onAnswer();
    });
  }

  return {
    read(request, prefix) {
      answer(
        request,
        () => readUnder(prefix),
        ([names, values], writer) => names.forEach((name, i) => writer.string(name).string(values[i])),
      );
    },
    remove: (name) => removals.push(name),
    put: (name, value) => puts.push([name, value]),
    commit(request) {
      const [gone, kept] = [removals, puts];
      removals = [];
      puts = [];
      forgetAhead();
      answer(request, () =>
        attempt("readwrite", (store) => {
          for (const name of gone) store.delete(name.endsWith("/") ? under(name) : name);
          for (const [name, value] of kept) store.put(value, name);
        }),
      );
    },
    // What the page keeps for itself under a name, as it lay here when the page began; undefined when nothing did.
    async early(name) {
      const known = await ahead;
      return known?.[1][known[0].indexOf(name)];
    },
    // As well as may be: nobody waits for these two.
    keep: (name, value) => void attempt("readwrite", (store) => store.put(value, name)).catch(() => {}),
    forget: (name) => void attempt("readwrite", (store) => store.delete(name)).catch(() => {}),
    // Size of the next answer, or 0.
    next: () => (answers.length === 0 ? 0 : heap.result(answers.shift())),
    askToKeep() {
      navigator.storage?.persist?.().catch(() => {});
    },
  };
}
