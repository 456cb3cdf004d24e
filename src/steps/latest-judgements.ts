import { latestJudgements } from '../core/sending/latest.ts';
import type { Linked } from '../core/sending/letter.ts';
import type { Criteria } from '../core/types.ts';
import type { Deps } from './deps.ts';

const LOOKED_AT = 500;

/** The last judgements of what a subscription asks for, a line each, newest first. */
export async function latestOf(
  { store, names, register, policy }: Pick<Deps, 'store' | 'names' | 'register' | 'policy'>,
  criteria: Criteria,
): Promise<Linked[]> {
  // Of named authorities all is looked through, however long ago.
  const named = criteria.authorities.length > 0 ? { authorities: criteria.authorities } : {};
  const events = (await store.events({ ...named, take: LOOKED_AT })).map(({ event }) => event);
  const page = (key: string) => `${policy.publicUrl}/events/${encodeURIComponent(key)}`;
  return latestJudgements(criteria, events, { names, register }, page);
}
