import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { londonDay } from '../core/dates.ts';
import { mailAddress } from '../core/sending/address.ts';
import { whenWords } from '../core/sending/cadence.ts';
import { criteriaWords } from '../core/sending/route.ts';
import { WrongUse } from '../errors.ts';
import { CONFIRM_DAYS } from '../steps/send-confirmation.ts';
import { wishFaults } from '../steps/subscribe.ts';
import type { Choices } from './filters.ts';
import type { Shell } from './layout.tsx';
import type { Limits } from './limits.ts';
import { type SignUpRead, signUpRead, wishAsked } from './sign-up-asked.ts';
import { signUpChoices, TRAP } from './sign-up-choices.ts';
import { SignUpClosedPage, SignUpDonePage, SignUpPage } from './sign-up-page.tsx';
import type { SiteDeps } from './site-deps.ts';
import { fromHere, tooOften } from './strangers.tsx';
import { PRIVATE } from './subscriber-pages.tsx';

/** A visitor tries a few kinds; a newsroom shares one network. */
export const SIGN_UPS: Limits = { name: 'sign-up', network: 10, all: 200, seconds: 3_600 };

/** One mail address it is not; null where it is. */
function addressFault(address: string): string | null {
  try {
    mailAddress(address);
    return null;
  } catch (error) {
    if (error instanceof WrongUse) return error.message;
    throw error;
  }
}

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
    { asked, faults }: SignUpRead,
    emailFault: string | null = null,
    status: 200 | 400 = 200,
  ) =>
    c.html(
      <Shell title="Get alerts" path="/subscribe">
        {deps.sendsMail ? (
          <SignUpPage {...{ asked, choices, faults, emailFault, pushKey }} />
        ) : (
          <SignUpClosedPage {...{ asked, choices, faults, pushKey }} />
        )}
      </Shell>,
      status,
      PRIVATE,
    );

  site.get('/subscribe', (c) => {
    const choices = choicesNow();
    const { asked, faults } = signUpRead(c.req.queries(), choices);
    return form(c, choices, { asked: { ...asked, email: '' }, faults });
  });

  site.post('/subscribe', fromHere(deps), bodyLimit({ maxSize: 20_000 }), async (c) => {
    const given = await c.req.parseBody({ all: true });
    const choices = choicesNow();
    const { asked, faults: unknown } = signUpRead(given, choices);
    if (!deps.sendsMail) return form(c, choices, { asked, faults: unknown });
    const refused = await refusal(c);
    if (refused) return refused;
    const wish = wishAsked(asked);
    const faults = [...unknown, ...wishFaults(wish, deps)];
    const emailFault = addressFault(asked.email);
    if (faults.length > 0 || emailFault !== null) return form(c, choices, { asked, faults }, emailFault, 400);
    if (!given[TRAP]) await deps.signUp({ channel: 'mail', address: asked.email, ...wish });
    return c.html(
      <Shell title="Look into your mailbox" path="/subscribe">
        <SignUpDonePage wanted={criteriaWords(wish.criteria, names)} often={whenWords(wish)} days={CONFIRM_DAYS} />
      </Shell>,
      200,
      PRIVATE,
    );
  });
}
