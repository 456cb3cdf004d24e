/**
 * The operator's page and its JSON: what is broken, what waits for a person, what is not tried any more. Both only show;
 * what is decided is decided on the command line, with a reason. Off where no ADMIN_TOKEN is set.
 */
import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { type OperatorKey, SESSION_SECONDS } from '../adapters/tokens.ts';
import { operatorView } from '../steps/operator-view.ts';
import type { Shell } from './layout.tsx';
import { type Limits, limiter } from './limits.ts';
import { OPERATOR, OperatorPage, SignInPage } from './operator-page.tsx';
import type { SiteDeps } from './site-deps.ts';
import { fromHere, tooOftenWords } from './strangers.tsx';
import { PRIVATE } from './subscriber-pages.tsx';

const API = '/api/v1/operator';
const COOKIE = 'gradewatch-operator';
/** Wrong tokens, of one network and of all, before it has to wait. All is many: strangers must not lock the operator out. */
const SIGN_INS: Limits = { name: 'operator', network: 10, all: 10_000, seconds: 900 };

export function addOperator(site: Hono, deps: SiteDeps, Shell: Shell): void {
  const { operatorKey: key } = deps;
  if (key === null) return;
  const tooOften = limiter(SIGN_INS, deps);
  const form = (c: Context, fault: string | null, status: 200 | 401 | 429) =>
    c.html(
      <Shell title="Operator">
        <SignInPage fault={fault} />
      </Shell>,
      status,
      PRIVATE,
    );

  /** Whoever named wrong tokens too often is not even listened to. @returns seconds to wait; null for the right token */
  const refusal = async (c: Context, token: string): Promise<number | null> => {
    if (token === '') return 0; // guesses nothing
    const seconds = await tooOften(c, 'look');
    if (seconds > 0 || key.isToken(token)) return seconds || null;
    return tooOften(c);
  };

  site.get(API, async (c) => {
    const [, token = ''] = /^Bearer +(.+)$/i.exec(c.req.header('authorization') ?? '') ?? [];
    const seconds = await refusal(c, token);
    if (seconds === null) return c.json(await operatorView(deps), 200, PRIVATE);
    if (seconds > 0) return c.json({ error: tooOftenWords(seconds) }, 429, { ...PRIVATE, 'retry-after': `${seconds}` });
    const error = 'give ADMIN_TOKEN as "Authorization: Bearer TOKEN"';
    return c.json({ error }, 401, { ...PRIVATE, 'www-authenticate': 'Bearer' });
  });

  site.get(OPERATOR, async (c) => {
    if (!isSignedIn(c, key, deps)) return form(c, null, 200);
    return c.html(
      <Shell title="Operator">
        <OperatorPage view={await operatorView(deps)} />
      </Shell>,
      200,
      PRIVATE,
    );
  });

  site.post(OPERATOR, fromHere(deps), bodyLimit({ maxSize: 5_000 }), async (c) => {
    const { token, act } = await c.req.parseBody();
    if (act === 'leave') {
      deleteCookie(c, COOKIE, { path: OPERATOR });
      return c.redirect(OPERATOR, 303);
    }
    const seconds = await refusal(c, typeof token === 'string' ? token : '');
    if (seconds !== null)
      return seconds > 0 ? form(c, tooOftenWords(seconds), 429) : form(c, 'That is not the token.', 401);
    const secure = new URL(deps.publicUrl()).protocol === 'https:';
    const kept = { path: OPERATOR, httpOnly: true, sameSite: 'Strict', secure, maxAge: SESSION_SECONDS } as const;
    setCookie(c, COOKIE, key.session(deps.now()), kept);
    return c.redirect(OPERATOR, 303);
  });
}

const isSignedIn = (c: Context, key: OperatorKey, { now }: Pick<SiteDeps, 'now'>): boolean =>
  key.isSession(getCookie(c, COOKIE) ?? '', now());
