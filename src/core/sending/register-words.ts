/** What the register of published judgements has on a judgement, and from whom, in words. */
import type { JudgementEvent, ReadElsewhere, RegisterJudgement, RegisterView } from '../types.ts';
import { headlineWords, type Names, publicationIso, publicationWords, rangeWords } from './names.ts';

const MATCHES: Record<RegisterView['match'], string> = {
  confirmed: 'the register holds this judgement, and its grades agree',
  contradicting: 'the register holds this judgement with other grades',
  recycled: 'the register holds this judgement as an older one',
  unpublished: 'not in the register yet',
  none: 'nothing to compare with',
};
/** A row from elsewhere is no official record: it neither confirms nor contradicts. */
const MATCHES_ELSEWHERE: Partial<Record<RegisterView['match'], string>> = {
  confirmed: 'matches',
  contradicting: 'differs from',
  recycled: 'restates',
};
const READ_FROM: Record<ReadElsewhere, string> = { council: 'a council’s page', press: 'the press' };

/** `read from the press, not from the inspectorate`; null for what the inspectorate itself published. */
export const readFromWords = (readFrom: ReadElsewhere | undefined): string | null =>
  readFrom === undefined ? null : `read from ${READ_FROM[readFrom]}, not from the inspectorate`;

/** `confirmed`; of a row from elsewhere `matches a row read from the press`, for columns and lists. */
export function registerMatchName({ match, readFrom }: RegisterView): string {
  const verb = MATCHES_ELSEWHERE[match];
  return readFrom === undefined || verb === undefined ? match : `${verb} a row read from ${READ_FROM[readFrom]}`;
}

/** `the register holds this judgement, and its grades agree`; of a row from elsewhere that it is no official record. */
export function registerMatchWords(view: RegisterView): string {
  return view.readFrom === undefined
    ? MATCHES[view.match]
    : `no official record; ${registerMatchName(view)}, not from the inspectorate`;
}

/**
 * `inadequate`, `good (read from the press, not from the inspectorate)`: what the register has of an event that it
 * contradicts; null where it does not.
 *
 * @param row of the register that is of the same inspection
 */
export function registerHas(
  { register }: Pick<JudgementEvent, 'register'>,
  row: RegisterJudgement | null,
  names: Names,
): { grades: string; readFrom: string | null } | null {
  if (register.match !== 'contradicting' || !row) return null;
  return {
    grades: headlineWords({ ...row, grade: null }, names) ?? 'no headline grade',
    readFrom: readFromWords(register.readFrom),
  };
}

type Dated = Pick<RegisterJudgement, 'published' | 'publishedWithin' | 'inspected'>;
const publicationOf = ({ published, publishedWithin }: Dated) => ({
  day: published ?? publishedWithin?.from ?? null,
  dayUntil: published === null ? (publishedWithin?.until ?? null) : null,
});

/** `4 March 2019`, `March 2019`; `inspected April 2012` where the register knows no more; null where not even that. */
export const recordWhenWords = (row: Dated): string | null =>
  publicationWords(publicationOf(row)) ?? (row.inspected && `inspected ${rangeWords(row.inspected)}`);

/** The same for columns: `2019-03-04`, `2019-03`, `inspected 2012-04`. */
export const recordWhenIso = (row: Dated): string | null =>
  publicationIso(publicationOf(row)) ??
  (row.inspected && `inspected ${publicationIso({ day: row.inspected.from, dayUntil: row.inspected.until })}`);
