import type { WaitingLater } from './adapters/store/waiting-later.ts';
import type { App } from './app.ts';
import { tick } from './steps/tick.ts';

export interface IdleReport {
  rounds: number;
  waiting: WaitingLater;
}

/** More rounds than any chain of work is long: poll, read, judge, send. */
const MOST_ROUNDS = 1_000;

/** Lets the workers run and ticks until, with nothing under way, a tick finds nothing to do now. The caller has started the workers. */
export async function runToIdle({ deps, queues }: App): Promise<IdleReport> {
  for (let rounds = 1; rounds <= MOST_ROUNDS; rounds++) {
    // What is under way already, such as a message being handed over, no tick finds.
    await queues.runIdle();
    const found = await tick(deps);
    if (Object.values(found).every((count) => count === 0))
      return { rounds, waiting: await deps.store.waitingLater(deps.now()) };
  }
  throw new Error(`work did not end after ${MOST_ROUNDS} rounds: some step hands on without keeping`);
}
