/** What is said of sources on the pages, and in which order they stand. */
import { FAILURE_WORDS, intervalWords, notesBeside, type SourceHealth } from '../core/health.ts';
import { counted, momentWords } from '../core/sending/names.ts';
import { SOURCE_STATUSES } from '../core/types.ts';

const COUNTED = [
  ['answering', 'answering'],
  ['failing', 'failing'],
  ['not yet polled', 'not yet polled'],
  ['off', 'switched off'],
] as const;

/** `9 sources: 8 answering, 1 failing`: only what is not nought. */
export function healthWords(health: readonly SourceHealth[]): string {
  const parts = COUNTED.flatMap(([state, word]) => {
    const count = health.filter((source) => source.state === state).length;
    return count > 0 ? [`${count} ${word}`] : [];
  });
  return `${health.length === 1 ? 'one source' : `${health.length} sources`}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`;
}

export const errorWords = ({ class: kind, message, since }: NonNullable<SourceHealth['error']>, failures: number) =>
  `${FAILURE_WORDS[kind]}: ${message} (since ${momentWords(new Date(since))}${failures > 1 ? `, ${failures} in a row` : ''})`;

const MOST_NOTES = 2;

/** The newest of each kind. What the error or the silence says already is not said again. */
export function latestNotes({ notes, error }: SourceHealth): SourceHealth['notes'] {
  const newest = new Map([...notes].sort((a, b) => (a.at < b.at ? -1 : 1)).map((note) => [note.code, note]));
  return notesBeside(error?.message, [...newest.values()])
    .filter(({ code }) => code !== 'silent')
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, MOST_NOTES);
}

/** How often it is asked and why, how much comes, how much of it was known. */
export function rhythmWords({ state, itemsPerWeek, overlap, intervalMinutes, intervalReason }: SourceHealth): string[] {
  if (state === 'off') return [];
  const asked = intervalMinutes === null ? [] : [`after ${intervalWords(intervalMinutes)}: ${intervalReason}`];
  const yields = [
    itemsPerWeek === null ? null : `${counted(itemsPerWeek, 'item')} a week`,
    overlap === null ? null : `${Math.round(overlap * 100)}\u00a0% known at the last poll`,
  ].filter((fact) => fact !== null);
  return yields.length > 0 ? [...asked, yields.join('; ')] : asked;
}

/** Notes that ask something of a person, for as long as they are recent. */
const ASKS = new Set([
  'needs_confirmation',
  'proposed_address',
  'merge_offer',
  'drift',
  'empty',
  'overlap',
  'certificate',
]);
const RECENT_MS = 30 * 86_400_000;

/** What needs a person first: failing, not yet polled, answering with something to look at, answering, off. */
function attention(source: SourceHealth): number {
  const { state, silentSince, notes, lastAttempt } = source;
  if (state === 'failing') return 0;
  if (state === 'not yet polled') return 1;
  if (state === 'off') return 4;
  const since = new Date((lastAttempt?.getTime() ?? 0) - RECENT_MS).toISOString();
  return silentSince || notes.some(({ code, at }) => ASKS.has(code) && at >= since) ? 2 : 3;
}

/** By what needs attention, then by what is known of them, then by name. */
export const byAttention = (a: SourceHealth, b: SourceHealth): number =>
  attention(a) - attention(b) ||
  SOURCE_STATUSES.indexOf(a.status) - SOURCE_STATUSES.indexOf(b.status) ||
  a.name.localeCompare(b.name, 'en-GB');
