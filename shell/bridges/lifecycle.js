// Visibility and network of the page (web/ports/lifecycle.h). Visibility wakes the frames by
// itself.

export function createLifecycle({ onChange }) {
  addEventListener("online", onChange);
  addEventListener("offline", onChange);
  return {
    isVisible: () => !document.hidden,
    isOnline: () => navigator.onLine,
  };
}
