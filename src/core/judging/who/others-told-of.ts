/** Councils told of beside the one that the news is of, and those that are news by the way. */
import { isWhole, type Statement } from '../statement.ts';
import { mentionsIn, type Reading } from '../text/reading.ts';
import { isSaidAsNew, isToldAsDone, LEAD_SENTENCES } from '../told-as-news.ts';
import { isRoundup, type Subjects } from './subjects.ts';

/** Settles in place whether what is told of others is news too. */
export function settleOthers(statements: Statement[], reading: Reading, subjects: Subjects): void {
  if (isRoundup(subjects)) settleAmongOthers(statements, reading);
  else if (!subjects.titlePlural) settleCompared(statements, reading, subjects);
}

/**
 * "Northshire has been rated inadequate. … In that part of the country Southshire is rated good and Kelbury outstanding": how
 * others stand, beside the one that was judged now.
 */
function settleCompared(statements: Statement[], reading: Reading, { inTitle }: Subjects): void {
  const news = statements.filter(
    (s) =>
      s.standing === 'current' && isWhole(s) && s.depth >= 0 && s.depth < LEAD_SENTENCES && isToldAsDone(s, reading),
  );
  const judged = new Set(news.flatMap((s) => s.authorities));
  if (judged.size !== 1) return;
  for (const s of statements) {
    const others = s.names.length > 0 && s.authorities.every((a) => !judged.has(a) && !inTitle.has(a));
    if (s.standing !== 'current' || s.depth < LEAD_SENTENCES || s.year !== null || !others) continue;
    if (isSaidAsNew(s)) continue;
    if (!isToldAsDone(s, reading)) s.standing = 'background';
    // "Southshire was rated good in November"
    else if (mentionsIn(reading, 'month', s.rating.mention.to, s.rating.sentence.to).length > 0)
      s.standing = 'previous';
  }
}

/** "The best result was at Northshire, which was rated outstanding", in news of several: news as that of the others is. */
function settleAmongOthers(statements: Statement[], reading: Reading): void {
  const isNews = (s: Statement) => s.standing === 'current' && isWhole(s) && s.names.length > 0;
  for (const s of statements) {
    const name = s.names.at(-1);
    if (!isByTheWay(s) || s.year !== null) continue;
    const { mention, sentence } = s.rating;
    const start = name?.to ?? sentence.from;
    const between = reading.tokens.slice(start, mention.from).map(({ w }) => w);
    // "Southshire, which is rated good, will help": how it has long been.
    const given =
      (name ? between[0] === ',' : mentionsIn(reading, 'relative', start, mention.from).length === 0) &&
      !between.some((w) => STANDING.has(w)) &&
      mentionsIn(reading, 'judged', start, mention.from).length > 0;
    const others = statements.filter((o) => isNews(o) && o.authorities.every((a) => !s.authorities.includes(a)));
    const own = statements.some((o) => isNews(o) && o.authorities.some((a) => s.authorities.includes(a)));
    if (given && others.length > 0 && !own) s.standing = 'current';
  }
}
const STANDING = new Set(['is', 'are', 'had', 'itself', 'whose']);
/** "Northshire, which was rated outstanding": a clause beside the name is all that puts it there. */
const isByTheWay = ({ standing, rating: { rules } }: Statement): boolean =>
  ['background', 'previous'].includes(standing) &&
  rules.some((rule) => BY_THE_WAY.has(rule)) &&
  rules.every((rule) => BY_THE_WAY.has(rule) || !/^(previous|background)\./.test(rule));
const BY_THE_WAY = new Set(['background.relative', 'previous.relative']);
