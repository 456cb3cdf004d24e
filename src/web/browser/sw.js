/**
 * The service worker of the pages: shows what comes by web push, opens the page of ours it tells of, and tells us when this
 * browser's address has changed. It fetches nothing else and stands between no page and the network.
 */

/** Where a reader's links to their own pages are kept, for the page on which alerts are asked for. */
const LINKS = 'gradewatch-links';
const HOME = new URL('/', self.location.origin).href;

/** An address on this site; whatever leads elsewhere leads home. */
function here(path) {
  if (typeof path !== 'string' || !URL.canParse(path, self.location.origin)) return HOME;
  const url = new URL(path, self.location.origin);
  return url.origin === self.location.origin ? url.href : HOME;
}

const text = (value, otherwise = '') => (typeof value === 'string' ? value : otherwise);

/** What cannot be read is shown all the same, as news on our pages: browsers demand that each message is shown. */
function read(data) {
  try {
    return data.json();
  } catch {
    return {};
  }
}

async function show(told) {
  const { title, tag, page, manage, subscription } = told;
  const manages = typeof manage === 'string';
  await self.registration.showNotification(text(title, 'Gradewatch has news'), {
    body: text(told.text),
    // The same message again takes the place of the first, silently.
    tag: text(tag),
    lang: 'en-GB',
    data: { page: here(page), manage: manages ? here(manage) : null },
    actions: manages ? [{ action: 'manage', title: 'Change or end' }] : [],
  });
  if (manages && typeof subscription === 'string')
    await keepLink(subscription, { title: text(title), href: here(manage) });
}

/** Some browsers show no buttons on notifications: the last link of each subscription stands on /subscribe too. */
async function keepLink(subscription, link) {
  const links = await caches.open(LINKS);
  await links.put(`/subscribe/${encodeURIComponent(subscription)}`, new Response(JSON.stringify(link)));
}

/** What we were last told of this browser: `{key, address}`, the key it was asked with and where it takes messages. */
const TOLD = '/subscribe/browser';
const lastTold = async () => (await caches.open('gradewatch-address')).match(TOLD).then((kept) => kept?.json());
const remember = async (now) => (await caches.open('gradewatch-address')).put(TOLD, new Response(JSON.stringify(now)));

/** A key as the browser wants it: bytes. */
const bytesOf = (key) =>
  Uint8Array.from(atob(key.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));

/** What went to the old address is to go to the new one. Where it could not be said, it is on the page's next visit. */
async function move(before, now) {
  const same = JSON.stringify(before.address) === JSON.stringify(now.address);
  if (!same) {
    const body = new URLSearchParams({ from: JSON.stringify(before.address), browser: JSON.stringify(now.address) });
    if (!(await fetch('/subscribe/browser/moved', { method: 'POST', body })).ok) return;
  }
  await remember(now);
}

/** The push service gave this browser another address, or took the old one away. */
async function renew({ oldSubscription, newSubscription }) {
  const before = await lastTold();
  if (!before) return;
  const fresh =
    newSubscription ??
    (await self.registration.pushManager.subscribe(
      oldSubscription?.options ?? { userVisibleOnly: true, applicationServerKey: bytesOf(before.key) },
    ));
  await move(before, { key: before.key, address: fresh.toJSON() });
}

/** The page says what browsers are asked with now: an address made for another key, or one we were not told of, is renewed. */
async function keepUp(key) {
  const before = await lastTold();
  if (!before || Notification.permission !== 'granted') return;
  const { pushManager } = self.registration;
  const there = await pushManager.getSubscription();
  if (before.key !== key) await there?.unsubscribe();
  const fresh =
    before.key === key && there
      ? there
      : await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(key) });
  await move(before, { key, address: fresh.toJSON() });
}

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('push', (event) => event.waitUntil(show(event.data ? read(event.data) : {})));
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const { page, manage } = event.notification.data ?? {};
  event.waitUntil(self.clients.openWindow(here(event.action === 'manage' && manage ? manage : page)));
});
self.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(renew(event)));
self.addEventListener('message', (event) => {
  const { asked, key } = event.data ?? {};
  event.waitUntil(asked ? remember(asked) : keepUp(text(key)));
});
