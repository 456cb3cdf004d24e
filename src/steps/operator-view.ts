import type { Deps } from './deps.ts';
import { isOnHold } from './on-hold.ts';
import { claimLine, waitingForPerson } from './waiting.ts';

/** Of messages and of articles that are not tried any more, the newest. */
export const MOST_GIVEN_UP = 50;

/** What an operator looks at first: what is broken, what waits for a person, and what is not tried any more. */
export async function operatorView({ store, names }: Pick<Deps, 'store' | 'names'>) {
  const [onHold, outages, { findings, ...told }, dead, lost] = await Promise.all([
    isOnHold(store),
    store.openOutages(),
    waitingForPerson({ store }),
    store.deadMessages(MOST_GIVEN_UP),
    store.lostItems(MOST_GIVEN_UP),
  ]);
  return {
    onHold,
    outages: outages.map(({ part, says, began }) => ({ part, says, since: began })),
    review: {
      findings: findings.map(({ id, claim, title, at }) => ({
        ...{ id, title, since: at },
        line: claimLine(claim, names),
      })),
      ...told,
    },
    dead,
    lost,
  };
}

export type OperatorView = Awaited<ReturnType<typeof operatorView>>;
