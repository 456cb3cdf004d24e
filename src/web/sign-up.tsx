import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { londonDay } from '../core/dates.ts';
import { whenWords } from '../core/sending/cadence.ts';
import { criteriaWords } from '../core/sending/route.ts';
import { WrongUse } from '../errors.ts';
import { CONFIRM_DAYS } from '../steps/send-confirmation.ts';
import { wishFaults } from '../steps/subscribe.ts';
import type { Choices } from './filters.ts';
import type { Shell } from './layout.tsx';
import type { Limits } from './limits.ts';
import { signUpAsked, signUpChoices, TRAP, wishAsked } from './sign-up-choices.ts';
import { SignUpClosedPage, SignUpDonePage, SignUpPage } from './sign-up-page.tsx';
import type { SiteDeps } from './site-deps.ts';
import { fromHere, tooOften } from './strangers.tsx';
import { PRIVATE } from './subscriber-pages.tsx';

/** A visitor tries a few kinds; a newsroom shares one network. */
export const SIGN_UPS: Limits = { name: 'sign-up', network: 10, all: 200, seconds: 3_600 };

const sentences = (faults: readonly string[]): string =>
  faults.map((fault) => `${fault.charAt(0).toUpperCase()}${fault.slice(1)}.`).join(' ');

/**
 * The page on which anybody asks for alerts, by mail or in the browser. What is answered is the same whoever is known,
 * and for what a program filled in.
 */
export function addSignUp(site: Hono, deps: SiteDeps, Shell: Shell, filters: Choices) {
  const { names, pushKey } = deps;
  // Day by day: an authority ends while we run.
  const choicesNow = () => signUpChoices(filters, deps.rulebook.authorities, names, londonDay(deps.now()));
  const refusal = tooOften(SIGN_UPS, deps, Shell);
  const form = (
    c: Context,
    choices: ReturnType<typeof signUpChoices>,
    asked: ReturnType<typeof signUpAsked>,
    fault: Parameters<typeof SignUpPage>[0]['fault'] = null,
  ) =>
    c.html(
      <Shell title="Get alerts" path="/subscribe">
        {deps.sendsMail ? (
          <SignUpPage {...{ asked, choices, fault, pushKey }} />
        ) : (
          <SignUpClosedPage {...{ asked, choices, pushKey }} />
        )}
      </Shell>,
      fault === null ? 200 : 400,
      PRIVATE,
    );

  site.get('/subscribe', (c) => {
    const choices = choicesNow();
    return form(c, choices, { ...signUpAsked(c.req.queries(), choices), email: '' });
  });

  site.post('/subscribe', fromHere(deps), bodyLimit({ maxSize: 20_000 }), async (c) => {
    const given = await c.req.parseBody({ all: true });
    const choices = choicesNow();
    const asked = signUpAsked(given, choices);
    if (!deps.sendsMail) return form(c, choices, asked);
    const refused = await refusal(c);
    if (refused) return refused;
    const wish = wishAsked(asked);
    const faults = wishFaults(wish, deps);
    if (faults.length > 0) return form(c, choices, asked, { of: 'wish', words: sentences(faults) });
    try {
      if (!given[TRAP]) await deps.signUp({ channel: 'mail', address: asked.email, ...wish });
    } catch (error) {
      if (error instanceof WrongUse) return form(c, choices, asked, { of: 'email', words: error.message });
      throw error;
    }
    return c.html(
      <Shell title="Look into your mailbox" path="/subscribe">
        <SignUpDonePage wanted={criteriaWords(wish.criteria, names)} often={whenWords(wish)} days={CONFIRM_DAYS} />
      </Shell>,
      200,
      PRIVATE,
    );
  });
}
