// Served in place of the service worker by `xueshi serve --retire-offline`: takes over at once, deletes
// every release kept on the device, and unregisters itself. Open pages are told, and go on from the
// network. Nothing else on the device is touched.

async function takeOver() {
  for (const page of await clients.matchAll({ includeUncontrolled: true })) page.postMessage("retired");
  await skipWaiting();
}

async function retire() {
  for (const name of await caches.keys()) await caches.delete(name);
  await registration.unregister();
}

addEventListener("install", (event) => event.waitUntil(takeOver()));
addEventListener("activate", (event) => event.waitUntil(retire()));
