/** Addresses to which nothing is sent, as mail came back from there or was reported as unwanted: told, and lifted. */
import type { Command } from 'commander';
import type { Store } from '../adapters/store/store.ts';
import { londonDay } from '../core/dates.ts';
import { endedWords } from '../core/sending/ended.ts';
import { dayWords } from '../core/sending/names.ts';
import { WrongUse } from '../errors.ts';
import type { Cli } from './cli.ts';

const on = (at: Date): string => dayWords(londonDay(at));

/** What is to be known of mail to an address, a sentence each, newest first; none where it was never kept back. */
export const keptBackLines = ({ suppressed, lifted }: Awaited<ReturnType<Store['keptBack']>>): string[] => [
  ...(suppressed ? [`Nothing is sent there since ${on(suppressed.at)}: ${endedWords(suppressed.reason)}`] : []),
  ...lifted
    .toReversed()
    .map(
      ({ at, reason, suppressed: was }) =>
        `Nothing was sent there from ${on(was.at)} (${endedWords(was.reason)}) until an operator lifted that on ${on(at)}: ${reason}`,
    ),
];

/** The same of all addresses, for who looks after the installation. */
export const keptBackCounted = ({
  suppressed,
  lifted,
  lastLifted,
}: Awaited<ReturnType<Store['keptBackCounts']>>): string =>
  [
    `${suppressed} to which nothing is sent, as mail came back or was unwanted`,
    ...(lastLifted ? [`lifted ${lifted === 1 ? 'once' : `${lifted} times`}, last on ${on(lastLifted)}`] : []),
    '`subscriptions show ADDRESS` tells of one',
  ].join('; ');

export function addLift(subscriptions: Command, cli: Cli): void {
  subscriptions
    .command('lift <address>')
    .description('let mail go again to an address from which it came back or was reported as unwanted')
    .requiredOption('--reason <text>', 'why; kept in the record')
    .addHelpText(
      'after',
      `
Nothing is sent to such an address, whoever asks for it, until this is lifted. No subscription begins by it: its reader
asks anew, or is added anew.
Example: gradewatch subscriptions lift desk@example.org --reason "asked for it again by telephone"`,
    )
    .action(async (address: string, options: { reason: string }) => {
      const { deps } = await cli.app();
      const key = deps.addressKey(address.trim());
      if (!(await deps.store.liftSuppression(key, options.reason, deps.now()))) {
        const before = keptBackLines(await deps.store.keptBack(key));
        throw new WrongUse([`mail to "${address}" is not kept back`, ...before].join('. '));
      }
      cli.say(`mail may go to ${address} again`);
    });
}
