/** A newsroom's list of subscriptions as CSV: `subscriptions import` and `export` speak the same columns. */
import { z } from 'zod';
import { readCsvTable } from '../adapters/config/csv-table.ts';
import { csvBytes } from '../adapters/exports/csv.ts';
import type { StoredSubscription } from '../adapters/store/store.ts';
import { CHANNELS, type Criteria } from '../core/types.ts';
import { WrongUse } from '../errors.ts';
import type { Deps } from '../steps/deps.ts';
import type { SubscriptionAsked } from '../steps/subscribe.ts';
import { criteriaOf } from './criteria.ts';

// Our own export puts an apostrophe before what a spreadsheet program would take for a formula.
const text = z.string().transform((value) => value.replace(/^'(?=[=+\-@|%])/, ''));
const words = text.transform((value) =>
  value
    .split('|')
    .map((word) => word.trim())
    .filter(Boolean),
);
const Row = z.object({
  channel: z.enum(CHANNELS),
  address: text,
  authority: words,
  region: words,
  inspectorate: words,
  service: words,
  grade: words,
  direction: words,
  every: z.enum(['event', 'day', 'week']),
  note: text.transform((note) => note || null),
});
const COLUMNS = Object.keys(Row.shape);

/**
 * @param confirmed the operator's reason for sending without asking each reader; null sends confirmations
 * @throws WrongUse naming every fault with its line; then nothing is imported
 */
export function subscriptionsRead(
  csv: string,
  file: string,
  { rulebook, channels }: Pick<Deps, 'rulebook' | 'channels'>,
  confirmed: string | null,
): SubscriptionAsked[] {
  const faults: string[] = [];
  const rows = readCsvTable(csv, file, Row, faults);
  const asked = rows.flatMap(({ line, value }): SubscriptionAsked[] => {
    const check = <T>(read: () => T): T | null => {
      try {
        return read();
      } catch (error) {
        if (!(error instanceof WrongUse)) throw error;
        faults.push(...error.faults.map((fault) => `${file} line ${line}: ${fault}`));
        return null;
      }
    };
    const address = check(() => channels[value.channel].check(value.address));
    const criteria = check(() => criteriaOf(value, { rulebook }));
    if (address === null || criteria === null) return [];
    return [{ channel: value.channel, address, criteria, every: value.every, note: value.note, confirmed }];
  });
  if (rows.length === 0 && faults.length === 0) faults.push(`${file}: no subscription stands in it`);
  if (faults.length > 0) throw new WrongUse(faults);
  return asked;
}

/** Combinations (`anyOf`, `except`, statuses) have no columns: such subscriptions cannot be said in this form. */
export const fitsFile = ({ statuses, anyOf, except }: Criteria): boolean =>
  !statuses?.length && !anyOf?.length && !except?.length;

/** Running and pending subscriptions in the columns `subscriptions import` reads. */
export function subscriptionsCsv(subscriptions: readonly StoredSubscription[]): Uint8Array {
  const rows = subscriptions
    .filter(({ state, address, criteria }) => state !== 'ended' && address !== null && fitsFile(criteria))
    .map(({ channel, address, criteria, every, note }) => {
      const { authorities, regions, inspectorates, services, grades, directions } = criteria;
      const lists = [authorities, regions, inspectorates, services, grades, directions].map((list) => list.join('|'));
      return [channel, address ?? '', ...lists, every, note ?? ''];
    });
  return csvBytes([COLUMNS, ...rows]);
}
