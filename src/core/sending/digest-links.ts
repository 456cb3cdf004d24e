/** Where a digest leads: to its judgements, and to itself in each format, as the pages serve it. */
import type { Week } from '../dates.ts';
import type { Linked } from './letter.ts';

export interface DigestLinks {
  /** Page of one event. */
  event(key: string): string;
  /** The same week as a file of a format, whole. */
  file(format: string): string;
  /** Why it came, how to end it; empty for a digest nobody subscribed to. */
  footer: readonly Linked[];
}

export interface DigestAsked {
  week: Week;
  asKnown: 'then' | 'now';
  /** None: all. */
  authorities: readonly string[];
}

/** @param base public address of the pages */
export function digestLinks(
  base: string,
  { week, asKnown, authorities }: DigestAsked,
  footer: readonly Linked[] = [],
): DigestLinks {
  const query = new URLSearchParams([
    ...(asKnown === 'now' ? [['as-known', 'now'] as [string, string]] : []),
    ...authorities.map((slug): [string, string] => ['authority', slug]),
  ]).toString();
  return {
    event: (key) => `${base}/events/${encodeURIComponent(key)}`,
    file: (format) => `${base}/weeks/${week}.${format}${query === '' ? '' : `?${query}`}`,
    footer,
  };
}
