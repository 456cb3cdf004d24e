/** Alerts in this browser, on the page on which alerts are asked for. Without it the page is as it was sent. */

const LINKS = 'gradewatch-links';
const part = document.querySelector('#in-browser');
const able = isSecureContext && 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

const say = (text) => {
  part.querySelector('[role=status]').textContent = text;
};

/** A key as the browser wants it: bytes. */
const bytesOf = (key) =>
  Uint8Array.from(atob(key.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));

const isSame = (a, b) => a.length === b.length && a.every((byte, index) => byte === b[index]);

/** This browser's address for us; made anew where the one it has was made for another installation's key. */
async function subscribed({ pushManager }) {
  const key = bytesOf(part.dataset.key);
  const there = await pushManager.getSubscription();
  if (there && isSame(new Uint8Array(there.options.applicationServerKey ?? []), key)) return there;
  await there?.unsubscribe();
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
}

/** Offline, or where a firewall keeps it from its push service, a browser goes on trying and says nothing. */
const LATE_MS = 15_000;
const STILL_ASKING =
  'Still asking: nothing has come from this browser’s push service yet, which a network may keep out. It goes on while this page is open.';

async function ask(form) {
  if ((await Notification.requestPermission()) !== 'granted')
    return 'This browser may show no notifications of these pages. Allow them in its settings for this site, then ask again.';
  await navigator.serviceWorker.register('/sw.js');
  const registration = await navigator.serviceWorker.ready;
  const address = await subscribed(registration);
  const wish = new URLSearchParams(new FormData(form));
  wish.delete('email');
  wish.set('browser', JSON.stringify(address));
  const answer = await fetch('/subscribe/browser', { method: 'POST', body: wish });
  const { said } = await answer.json().catch(() => ({}));
  // A plain copy: an address itself goes to no other script.
  const asked = { key: part.dataset.key, address: JSON.parse(JSON.stringify(address)) };
  if (answer.ok) registration.active.postMessage({ asked });
  return said ?? 'The answer could not be read. Please open this page again and ask once more.';
}

/** What was asked for with another key, or at an address that changed meanwhile, is renewed by the worker. */
async function keepUp() {
  const registration = await navigator.serviceWorker.getRegistration('/');
  registration?.active?.postMessage({ key: part.dataset.key });
}

/** Where this browser's alerts are changed or ended, as the last message of each subscription said. */
async function showLinks() {
  const links = await caches.open(LINKS);
  const kept = await Promise.all((await links.matchAll()).map((link) => link.json()));
  const list = part.querySelector('ul');
  for (const { title, href } of kept) {
    const link = Object.assign(document.createElement('a'), { href, textContent: title });
    const line = document.createElement('li');
    line.append(link);
    list.append(line);
  }
  list.parentElement.hidden = kept.length === 0;
}

if (part && able) {
  for (const hidden of document.querySelectorAll('[data-in-browser]')) hidden.hidden = false;
  const button = part.querySelector('button');
  button.addEventListener('click', async () => {
    button.disabled = true;
    say('Asking …');
    const late = setTimeout(say, LATE_MS, STILL_ASKING);
    say(await ask(part.closest('form')).catch((error) => `This browser could not be asked: ${error.message}`));
    clearTimeout(late);
    button.disabled = false;
  });
  showLinks();
  keepUp();
}
