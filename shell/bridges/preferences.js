// Settings of this device in localStorage (web/ports/preferences.h). Private windows may forbid it
// or fail when writing: then memory serves as long as the page lives.

const PREFIX = "xueshi.";
const encoder = new TextEncoder();
const remembered = new Map();

export function readPreference(key) {
  if (remembered.has(key)) return remembered.get(key);
  try {
    return localStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

// `onChange(key, value)` hears of what the program sets.
export function createPreferences({ heap, onChange = () => {} }) {
  return {
    // The size of the value, or -1.
    get(key) {
      const value = readPreference(key);
      return value === null ? -1 : heap.result(encoder.encode(value));
    },
    set(key, value) {
      remembered.set(key, value);
      try {
        localStorage.setItem(PREFIX + key, value);
      } catch {
        // remembered is what there is
      }
      onChange(key, value);
    },
    remove(key) {
      remembered.set(key, null);
      try {
        localStorage.removeItem(PREFIX + key);
      } catch {
        // remembered is what there is
      }
    },
  };
}
