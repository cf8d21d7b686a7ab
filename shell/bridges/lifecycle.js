// Visibility and network of the page (web/ports/lifecycle.h). Visibility wakes the frames by
// itself.

export function createLifecycle({ onChange }) {
  // Asked for in every frame, and not cheap to ask the browser.
  let isOnline = navigator.onLine;
  for (const event of ["online", "offline"]) {
    addEventListener(event, () => {
      isOnline = navigator.onLine;
      onChange();
    });
  }
  return {
    isVisible: () => !document.hidden,
    isOnline: () => isOnline,
  };
}
