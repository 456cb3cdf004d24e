/** A newsroom's list of subscriptions as CSV: `subscriptions import` and `export` speak the same columns. */
import { z } from 'zod';
import { readCsvTable } from '../adapters/config/csv-table.ts';
import { csvBytes } from '../adapters/exports/csv.ts';
import type { StoredSubscription } from '../adapters/store/store.ts';
import { counted } from '../core/sending/names.ts';
import { CHANNELS, type Channel, USUAL_CADENCE } from '../core/types.ts';
import { WrongUse } from '../errors.ts';
import type { Deps } from '../steps/deps.ts';
import { type SubscriptionAsked, wishFaults } from '../steps/subscribe.ts';
import type { Place } from '../steps/suppress.ts';
import { cadenceNamed, faultsInto, quietOption, wordsLike } from './arguments.ts';
import { type CriteriaWords, criteriaInWords, criteriaOf, split } from './criteria.ts';

// Our own export puts an apostrophe before what a spreadsheet program would take for a formula.
const text = z.string().transform((value) => value.replace(/^'(?=[=+\-@|%])/, ''));
const words = text.transform(split);
/** Kinds as in `subscribe --or`. */
const kinds = text.transform((value) =>
  value
    .split('||')
    .map((kind) => kind.trim())
    .filter(Boolean),
);
const Row = z.object({
  // Read as text: a cell that holds no such word must not hide the faults of the others.
  channel: text,
  address: text,
  authority: words,
  region: words,
  inspectorate: words,
  service: words,
  grade: words,
  direction: words,
  every: text.transform((every) => every || USUAL_CADENCE),
  note: text.transform((note) => note || null),
  // Columns that came later may be left out.
  status: words.default([]),
  or: kinds.default([]),
  except: kinds.default([]),
  quiet: text.default(''),
  criteria: text.default(''),
});
export const COLUMNS = Object.keys(Row.shape);

/**
 * @param confirmed the operator's reason for sending without asking each reader; null sends confirmations
 * @param suppressedOf for each place why nothing is sent there, if so
 * @throws WrongUse naming every fault with its line; then nothing is imported
 */
export async function subscriptionsRead(
  csv: string,
  file: string,
  deps: Pick<Deps, 'rulebook' | 'names' | 'channels' | 'now'>,
  confirmed: string | null,
  suppressedOf: (places: readonly Place[]) => Promise<(string | null)[]>,
): Promise<SubscriptionAsked[]> {
  const { channels } = deps;
  const faults: string[] = [];
  const rows = readCsvTable(csv, file, Row, faults);
  const read = rows.map(({ line, value }) => {
    const here: string[] = [];
    const check = faultsInto(here);
    const channel = check(() => wordsLike([value.channel], CHANNELS, 'channel')[0] as Channel, null);
    const every = check(() => cadenceNamed(value.every), null);
    const address = channel && check(() => channels[channel].check(value.address), null);
    const criteria = check(() => criteriaOf(value, deps), null);
    const quiet = check(() => quietOption(value.quiet, 'quiet'), null);
    if (criteria && every) here.push(...wishFaults({ criteria, every, quiet }, deps));
    return { line, here, channel, address, every, criteria, quiet, note: value.note };
  });
  const suppressed = await suppressedOf(read);
  const asked = read.flatMap((one, index): SubscriptionAsked[] => {
    const { line, here, channel, every, address, criteria, quiet, note } = one;
    const all = [...here, ...(suppressed[index] ? [suppressed[index]] : [])];
    faults.push(...all.map((fault) => `${file} line ${line}: ${fault}`));
    if (!channel || !every || address === null || criteria === null) return [];
    return [{ channel, address, criteria, every, note, confirmed, quiet }];
  });
  if (rows.length === 0 && faults.length === 0) faults.push(`${file}: no subscription stands in it`);
  if (faults.length > 0) throw new WrongUse([...faults, `${file}: nothing was imported${faultyLines(faults, file)}`]);
  return asked;
}

/** How many lines have a fault; of the whole table there may be faults besides. */
function faultyLines(faults: readonly string[], file: string): string {
  const lines = new Set(
    faults.flatMap((fault) =>
      fault.startsWith(`${file} line `) ? [Number.parseInt(fault.slice(`${file} line `.length), 10)] : [],
    ),
  );
  return lines.size === 0 ? '' : `: ${counted(lines.size, 'line')} with a fault`;
}

/** Whether a subscription goes out in a list: who has not confirmed has asked for nothing yet. */
export const isExported = ({ state, address }: StoredSubscription): boolean => state === 'active' && address !== null;

/** Running subscriptions in the columns `subscriptions import` reads. */
export function subscriptionsCsv(subscriptions: readonly StoredSubscription[]): Uint8Array {
  const rows = subscriptions.filter(isExported).map(({ channel, address, criteria, every, note, quiet }) => {
    const said = criteriaInWords(criteria);
    const list = (word: Exclude<keyof CriteriaWords, 'or' | 'except' | 'criteria'>) => said?.[word].join('|') ?? '';
    const places = [list('authority'), list('region'), list('inspectorate'), list('service')];
    return [
      ...[channel, address ?? '', ...places, list('grade'), list('direction'), every, note ?? ''],
      ...[list('status'), said?.or.join(' || ') ?? '', said?.except.join(' || ') ?? ''],
      quiet ? `${quiet.from}-${quiet.until}` : '',
      said ? '' : JSON.stringify(criteria),
    ];
  });
  return csvBytes([COLUMNS, ...rows]);
}
