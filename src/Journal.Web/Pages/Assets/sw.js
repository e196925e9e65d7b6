// Where the network does not answer: Today opens as it was seen last, and what its forms send is kept in the outbox.
const kept = 'journal-pages';
const start = '/';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', event => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method === 'POST' && request.mode === 'navigate' && !url.pathname.startsWith('/sign-')) event.respondWith(send(request));
  else if (request.method === 'GET' && request.mode === 'navigate') event.respondWith(look(request, url));
  else if (request.method === 'GET' && (url.pathname.startsWith('/assets/') || url.pathname === '/manifest.webmanifest')) event.respondWith(load(request));
});

// Only Today is kept, and only of who is signed in: a page that says so to nobody would hide it.
async function look(request, url) {
  try {
    const answer = await fetch(request);
    if (url.pathname === start && !url.searchParams.has('day') && answer.ok && !answer.redirected) {
      const copy = answer.clone();
      if ((await copy.clone().text()).includes('data-sign-out')) (await caches.open(kept)).put(start, copy);
    }
    return answer;
  } catch {
    return (await caches.match(start)) ?? new Response('The journal does not answer, and nothing is kept of it here yet.', { status: 503, headers: { 'Content-Type': 'text/plain' } });
  }
}

async function load(request) {
  const found = await caches.match(request);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok && new URL(request.url).searchParams.has('v')) (await caches.open(kept)).put(request, answer.clone());
  return answer;
}

// The same key goes with every try, so that what did arrive is not recorded again.
async function send(request) {
  const copy = request.clone();
  try {
    return await fetch(request);
  } catch {
    const fields = [...(await copy.formData()).entries()].filter(([, value]) => typeof value === 'string');
    if (!fields.some(([name]) => name === 'command')) return new Response('The journal does not answer. This can be sent when it does.', { status: 503, headers: { 'Content-Type': 'text/plain' } });
    await keep({ fields, at: new Date().toISOString() });
    return Response.redirect('/?kept=1', 303);
  }
}

function keep(item) {
  return new Promise((done, failed) => {
    const opening = indexedDB.open('journal', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('outbox', { autoIncrement: true });
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
      const storing = opening.result.transaction('outbox', 'readwrite');
      storing.objectStore('outbox').add(item);
      storing.oncomplete = () => { opening.result.close(); done(); };
      storing.onerror = () => failed(storing.error);
    };
  });
}

// What the journal tells while no page is open. The same notice shows once, however often it comes.
self.addEventListener('push', event => {
  const { text, address } = event.data?.json() ?? {};
  event.waitUntil(self.registration.showNotification('Journal', { body: text, tag: `${address} ${text}`, icon: '/assets/icon-192.png', data: address }));
});

self.addEventListener('notificationclick', event => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow(event.notification.data ?? '/notices'));
});
