/** Claims of distinction in a reader's words, the same on pages, in mails, tables and commands. */
import { distinctionKey, rankWords } from '../distinctions.ts';
import type { Distinction, JudgementEvent } from '../types.ts';
import { listWords, type Names } from './names.ts';

const TIMES = ['', '', 'twice', 'three times', 'four times', 'five times'];

/** `second in the country to be rated outstanding twice in a row, under this framework`. */
export function distinctionWords(claim: Distinction, scale: string | null, names: Names): string {
  const { place, since, underFramework, grade, area, everyArea, inARow, from } = claim;
  const rank = rankWords(claim);
  const feat = [
    names.grade(grade, scale),
    area !== null && `for ${names.area(area)}`,
    everyArea && 'in every area',
    inARow !== null && `${TIMES[inARow] ?? `${inARow} times`} in a row`,
    from !== null && `from ${names.grade(from, scale)}`,
  ];
  return [
    `${rank === 'only' ? 'the only one' : rank === 'one of few' ? 'one of a few' : rank}${place === null ? '' : ` in ${names.place(place)}`} to be rated ${feat.filter(Boolean).join(' ')}`,
    since !== null && `since ${since}`,
    underFramework && 'under this framework',
  ]
    .filter(Boolean)
    .join(', ');
}

/** A claim with whoever makes it: `second in the country to be rated outstanding twice in a row (Northshire Council)`. */
export function distinctionLine(event: JudgementEvent, claim: Distinction, names: Names): string {
  const publishers = publishersOf(event, claim.findings ?? []);
  return `${distinctionWords(claim, event.scale, names)}${publishers === '' ? '' : ` (${publishers})`}`;
}

/** Whoever published these findings. */
export const publishersOf = (
  { reports }: Pick<JudgementEvent, 'reports'>,
  findings: readonly string[],
  unnamed: (report: JudgementEvent['reports'][number]) => string = () => 'unknown',
): string =>
  listWords([
    ...new Set(
      reports.flatMap((report) => (findings.includes(report.findingId) ? [report.publisher ?? unnamed(report)] : [])),
    ),
  ]);

/** The value of a conflict over such claims, in words; the value itself where the event holds no such claim. */
export function conflictingDistinction(event: JudgementEvent, value: string, names: Names): string {
  const claim = event.distinctions?.find((one) => distinctionKey(one) === value);
  return claim ? distinctionWords(claim, event.scale, names) : value;
}
