/**
 * Alerts in the browser, by web push: the part of the form that appears where a browser can, its two scripts, and where they
 * send. All else stays without script.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { londonDay } from '../core/dates.ts';
import { WrongUse } from '../errors.ts';
import { packageRoot } from '../package-root.ts';
import { CONFIRM_DAYS } from '../steps/send-confirmation.ts';
import { wishFaults } from '../steps/subscribe.ts';
import type { Choices } from './filters.ts';
import { limiter } from './limits.ts';
import { SIGN_UPS } from './sign-up.tsx';
import { signUpRead, wishAsked } from './sign-up-asked.ts';
import { signUpChoices, TRAP } from './sign-up-choices.ts';
import type { SiteDeps } from './site-deps.ts';
import { fromHere, tooOftenWords } from './strangers.tsx';
import { PRIVATE } from './subscriber-pages.tsx';

/** Where the one page stands that has a script. */
const FORM = '/subscribe';
const SCRIPTS = ['push.js', 'sw.js'] as const;

/** What the form and the service worker may run and call. */
const WITH_SCRIPT = [FORM, '/sw.js'];
/** For the content security policy: scripts of ours on the form and in the worker, none anywhere else. */
export const scriptsOf = (c: Context): string => (WITH_SCRIPT.includes(c.req.path) ? "'self'" : "'none'");

export function addInBrowser(site: Hono, deps: SiteDeps, filters: Choices): void {
  for (const name of SCRIPTS) {
    const script = readFileSync(path.join(packageRoot, 'src', 'web', 'browser', name), 'utf8');
    site.get(`/${name}`, (c) =>
      c.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' }),
    );
  }

  const choicesNow = () => signUpChoices(filters, deps.rulebook.authorities, deps.names, londonDay(deps.now()));
  const tooOften = limiter({ ...SIGN_UPS, name: 'in-browser' }, deps);
  // The same whoever is known, as with mail.
  const asked = `Asked. If this is new to us, a notification comes; press it within ${CONFIRM_DAYS} days to confirm.`;
  /** Calls of our scripts, and how each is answered. @param act what is to be done, its answer in words */
  const takes = (path: string, act: (given: Record<string, unknown>) => Promise<string>) =>
    site.post(path, fromHere(deps), bodyLimit({ maxSize: 20_000 }), async (c) => {
      const given = await c.req.parseBody({ all: true });
      const seconds = await tooOften(c);
      if (seconds > 0)
        return c.json({ said: tooOftenWords(seconds) }, 429, { ...PRIVATE, 'retry-after': String(seconds) });
      try {
        return c.json({ said: await act(given) }, 200, PRIVATE);
      } catch (error) {
        if (error instanceof WrongUse) return c.json({ said: error.faults.join('; ') }, 400, PRIVATE);
        throw error;
      }
    });

  takes(`${FORM}/browser`, async (given) => {
    const { asked: known, faults } = signUpRead(given, choicesNow());
    const wish = wishAsked(known);
    const all = [...faults, ...wishFaults(wish, deps)];
    if (all.length > 0) throw new WrongUse(all);
    if (!given[TRAP]) await deps.signUp({ channel: 'push', address: word(given.browser), ...wish });
    return asked;
  });
  takes(`${FORM}/browser/moved`, async (given) => {
    await deps.moveBrowser({ from: word(given.from), to: word(given.browser) });
    return 'What went to the old address goes to the new one.';
  });
}

const word = (value: unknown): string => (typeof value === 'string' ? value : '');
