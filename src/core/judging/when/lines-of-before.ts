/** Rows and lines that each give a council, a grade and a year: most of them are of before. */
import type { Statement } from '../statement.ts';
import type { Sentence } from '../text/sentences.ts';

const FEWEST_ROWS = 3;
/**
 * "Northshire: good (2019). Southshire: good (2023).": in rows of a council, its grade and a year, most of which are of
 * before, the newest tells no news either.
 */
export function settleRows(statements: Statement[]): void {
  const rows = statements.filter((s) => s.year !== null && s.names.length === 1);
  let run: Statement[] = [];
  for (const [n, s] of rows.entries()) {
    const follows = s.rating.sentence.index - (rows[n - 1]?.rating.sentence.index ?? Number.NaN) === 1;
    run = follows ? [...run, s] : [s];
    const last = rows[n + 1]?.rating.sentence.index !== s.rating.sentence.index + 1;
    if (!last || run.length < FEWEST_ROWS || run.filter((r) => r.standing === 'previous').length * 2 < run.length)
      continue;
    for (const row of run) if (row.standing === 'current') row.standing = 'previous';
  }
}

/** "2017: Good. 2022: Outstanding.": the lines of a timeline are of before, but what the text tells as news beside it. */
export function settleTimeline(statements: Statement[], timeline: ReadonlyMap<Sentence, number>): void {
  const isLine = ({ rating: { sentence } }: Statement) => timeline.has(sentence);
  for (const s of statements) {
    if (s.standing === 'possible' || s.standing === 'denied' || !isLine(s)) continue;
    s.year ??= timeline.get(s.rating.sentence) ?? null;
    if (s.standing !== 'current') continue;
    const news = (o: Statement) => o.standing === 'current' && !isLine(o) && o.rating.grade === s.rating.grade;
    if (!statements.some(news)) s.standing = 'previous';
  }
}
