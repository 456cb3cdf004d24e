import { londonDay } from '../core/dates.ts';
import { type Reconciliation, reconcile } from '../core/events/reconcile.ts';
import { canonicalJson } from '../core/keys.ts';
import { judgementsOf } from '../core/register.ts';
import type { Day, RegisterJudgement } from '../core/types.ts';
import { correlateQuietly } from './correlate-groups.ts';
import type { Deps } from './deps.ts';

export interface Imported extends Pick<Reconciliation, 'contradictions' | 'missed' | 'unofficial'> {
  added: string[];
  changed: string[];
  same: number;
  /** Keys of the authorities' events by what the register now says of them. */
  events: Reconciliation['events'];
}

/**
 * Takes published judgements into the register and holds the events of their authorities against it again. Nobody is
 * told by itself: a correction waits for a person. Safe to repeat.
 *
 * @param since judgements published earlier are not expected to be reported; when watching began unless given
 */
export async function importRegister(
  deps: Deps,
  judgements: readonly RegisterJudgement[],
  { by, since }: { by: string; since: Day | null },
): Promise<Imported> {
  const { store, now } = deps;
  await deps.refreshRegister();
  const known = new Map(judgementsOf(deps.register).map((judgement) => [judgement.id, judgement]));
  const added = judgements.filter(({ id }) => !known.has(id));
  const changed = judgements.filter(({ id, ...rest }) => {
    const before = known.get(id);
    return before && canonicalJson(before) !== canonicalJson({ id, ...rest });
  });
  // A judgement may have moved from one authority to another: both are looked at.
  const touched = judgements.flatMap(({ id, authority }) => [authority, known.get(id)?.authority ?? authority]);
  await store.keepRegisterRows([...added, ...changed], now());
  await store.journal(
    [...added, ...changed].map(({ id }) => ({
      kind: known.has(id) ? 'register.changed' : 'register.added',
      subject: id,
      by,
      detail: { judgement: id },
    })),
    now(),
  );
  await deps.refreshRegister();
  const groups = await store.groupsOf([...new Set(touched)]);
  await correlateQuietly(deps, groups, 'register import', 'an import into the register changed it');
  const reconciled = await reconciliation(deps, [...new Set(touched)], since);
  return {
    added: added.map(({ id }) => id),
    changed: changed.map(({ id }) => id),
    same: judgements.length - added.length - changed.length,
    ...reconciled,
  };
}

/** The events of some authorities, or of all, against the register. */
export async function reconciliation(
  { store, register, now }: Pick<Deps, 'store' | 'register' | 'now'>,
  authorities: string[] | null,
  since: Day | null,
): Promise<Reconciliation> {
  const events = await store.events(authorities ? { authorities } : {});
  const rows = judgementsOf(register).filter(({ authority }) => !authorities || authorities.includes(authority));
  const began = await store.watchingSince();
  return reconcile(
    events.map(({ event }) => event),
    rows,
    since ?? londonDay(began ?? now()),
  );
}
