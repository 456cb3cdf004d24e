/**
 * The service worker of the pages: shows what comes by web push, and opens the page of ours it tells of. It fetches nothing
 * and stands between no page and the network.
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

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('push', (event) => event.waitUntil(show(event.data ? read(event.data) : {})));
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const { page, manage } = event.notification.data ?? {};
  event.waitUntil(self.clients.openWindow(here(event.action === 'manage' && manage ? manage : page)));
});
