import { addWeeks, londonDay, londonWeek, type Week, weekMoments } from '../core/dates.ts';
import { FAILURE_WORDS, OFF } from '../core/health.ts';
import { type Coverage, isClosed } from '../core/sending/digest.ts';
import type { ErrorClass } from '../errors.ts';
import type { Deps } from './deps.ts';

type Parts = Pick<Deps, 'store' | 'now'>;

/**
 * What a week's digest rests on: polled, failing, silent and resting sources. That of a closed week is settled when it is
 * first asked for and then stays, so that the same week gives the same digest whatever becomes of the sources.
 */
export async function coverageOfWeek({ store, now }: Parts, week: Week): Promise<Coverage> {
  const { from, until } = weekMoments(week);
  if (!isClosed(week, now())) return lookAt(store, from, until);
  const name = `coverage.${week}`;
  const settled = (await store.fact(name)) ?? (await settle());
  return JSON.parse(settled) as Coverage;

  async function settle() {
    return store.settleFact(name, JSON.stringify(await lookAt(store, from, until)), now());
  }
}

/** Settles the coverage of the week that closed last, while the sources still are as it left them. */
export const settleCoverage = ({ store, now }: Parts): Promise<Coverage> =>
  coverageOfWeek({ store, now }, addWeeks(londonWeek(now()), -1));

async function lookAt(store: Deps['store'], from: Date, until: Date): Promise<Coverage> {
  const attempts = await store.attemptsWithin(from, until);
  const known = (await store.sources()).filter(({ createdAt }) => createdAt < until);
  const sources = new Map(known.map((source) => [source.id, source]));
  const tried = new Set(attempts.map(({ sourceId }) => sourceId));
  const untried = known.filter(({ id, status }) => !tried.has(id) && !OFF.includes(status));
  const nameOf = (id: string) => sources.get(id)?.name ?? id;
  const answered = new Set(attempts.flatMap((one) => (one.answered > 0 ? [one.sourceId] : [])));
  return {
    sources: tried.size + untried.length,
    polled: answered.size,
    untried: untried.length,
    failing: attempts.flatMap(({ sourceId, failure, status, failingSince }) =>
      failure === null
        ? []
        : [{ name: nameOf(sourceId), since: londonDay(failingSince ?? from), why: failureWords(failure, status) }],
    ),
    silent: known.flatMap(({ id, name, state }) =>
      answered.has(id) && state?.silentSince && new Date(state.silentSince) < until
        ? [{ name, since: londonDay(new Date(state.silentSince)) }]
        : [],
    ),
    resting: known
      .filter(({ status }) => status === 'resting')
      .map(({ name }) => ({ name, why: 'failed five polls on trial; needs a look' })),
    heard: [...new Set([...answered].flatMap((id) => sources.get(id)?.authority ?? []))].sort(),
  };
}

/** `it refuses, status 404`. */
const failureWords = (failure: ErrorClass, status: number | null): string =>
  `${FAILURE_WORDS[failure]}${status === null || status < 300 ? '' : `, status ${status}`}`;
