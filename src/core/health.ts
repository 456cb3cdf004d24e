/** A source's health, as `feeds list` prints it and the pages show it. */
import type { ErrorClass } from '../errors.ts';
import type { SourceState } from './polling/state.ts';
import type { Coded, SourceFormat, SourceKind, SourceStatus } from './types.ts';

export interface SourceHealth {
  id: string;
  name: string;
  url: string;
  kind: SourceKind;
  format: SourceFormat;
  authority: string | null;
  status: SourceStatus;
  lastAttempt: Date | null;
  lastSuccess: Date | null;
  nextDue: Date | null;
  intervalMinutes: number | null;
  intervalReason: string | null;
  failures: number;
  error: { class: ErrorClass; message: string; since: string } | null;
  /** Earlier addresses. */
  aliases: string[];
  notes: (Coded & { at: string })[];
  items: number;
  itemsPerWeek: number | null;
  overlap: number | null;
  silentSince: string | null;
  /** In one word, for people. */
  state: 'answering' | 'failing' | 'not yet polled' | 'off';
}

/** `15 min`, `8 h`, `7 days`: exact enough for a person. */
export function intervalWords(minutes: number): string {
  if (minutes < 120) return `${minutes} min`;
  return minutes < 48 * 60 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1_440)} days`;
}

/** Why a source fails, in people's words. */
export const FAILURE_WORDS: Record<ErrorClass, string> = {
  dns: 'its name is not found',
  connect: 'no connection',
  tls: 'its certificate does not verify',
  tls_expired: 'its certificate has expired',
  timeout: 'too slow',
  http_4xx: 'it refuses',
  gone: 'gone for good',
  http_5xx: 'it is broken',
  rate_limited: 'it wants fewer requests',
  challenge: 'it asks for a person',
  not_a_feed: 'no feed or list there',
  parse: 'unreadable',
  too_large: 'too large',
  truncated: 'cut short',
  redirect_loop: 'it redirects in circles',
  blocked_address: 'an address that may not be asked',
  robots: 'its robots.txt forbids it',
};

/** Sources that are not polled. */
export const OFF: readonly SourceStatus[] = ['blocked', 'dead', 'retired', 'paused'];

type Row = Pick<
  SourceHealth,
  | 'id'
  | 'name'
  | 'url'
  | 'kind'
  | 'format'
  | 'authority'
  | 'status'
  | 'lastAttempt'
  | 'lastSuccess'
  | 'nextDue'
  | 'aliases'
  | 'notes'
> & {
  state: (SourceState & { intervalMinutes: number; intervalReason: string }) | null;
};

export function sourceHealth(row: Row, items: number): SourceHealth {
  const { state } = row;
  const off = OFF.includes(row.status);
  const error =
    state?.errorClass && state.errorSince
      ? { class: state.errorClass, message: state.errorMessage ?? state.errorClass, since: state.errorSince }
      : null;
  return {
    id: row.id,
    name: row.name,
    url: row.url,
    kind: row.kind,
    format: row.format,
    authority: row.authority,
    status: row.status,
    lastAttempt: row.lastAttempt,
    lastSuccess: row.lastSuccess,
    nextDue: off ? null : row.nextDue,
    intervalMinutes: state?.intervalMinutes ?? null,
    intervalReason: state?.intervalReason ?? null,
    failures: state?.failures ?? 0,
    error,
    aliases: row.aliases,
    notes: row.notes,
    items,
    itemsPerWeek: state?.itemsPerWeek ?? null,
    overlap: state?.overlap ?? null,
    silentSince: state?.silentSince ?? null,
    state: off ? 'off' : row.lastAttempt === null ? 'not yet polled' : error ? 'failing' : 'answering',
  };
}

type Note = SourceHealth['notes'][number];

/** Notes without what the failure told beside them says already. */
export function notesBeside(failure: string | null | undefined, notes: readonly Note[]): Note[] {
  if (!failure) return [...notes];
  return notes
    .filter(({ message }) => message !== failure)
    .map((note) => ({ ...note, message: note.message.replace(`: ${failure}`, '') }));
}
