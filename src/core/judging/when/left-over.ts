/**
 * An article that retells what those who judge saw, opens on no other matter and grades the whole service only in words of
 * another time: the one grade that nothing but a year beside it makes old is the news, where its sentence tells another as the one before.
 */
import type { Signals } from '../rules/signals.ts';
import { isWhole, type Statement } from '../statement.ts';

/** Settles in place: "The inspection led to a judgement of good, where in 2016 it had been inadequate." */
export function settleLeftOver(statements: Statement[], { weight, fired }: Signals): void {
  if (weight < TOLD_AS_NEWS || fired.some((signal) => signal.weight < 0)) return;
  for (const s of statements.filter(isLeftOver)) {
    const own = statements.filter(
      (o) => isWhole(o) && o.service === s.service && o.authorities.some((a) => s.authorities.includes(a)),
    );
    if (own.some(({ standing }) => standing === 'current')) continue;
    const grades = new Set(own.filter(isLeftOver).map(({ rating }) => rating.grade));
    const before = own.find(
      (o) =>
        isToldAsBefore(o) && o.rating.grade !== s.rating.grade && o.rating.sentence.index === s.rating.sentence.index,
    );
    if (grades.size > 1 || !(before || s.rating.rules.includes('current.has-judged'))) continue;
    s.standing = 'current';
    // The year beside it is that of the other.
    if (before) s.year = null;
  }
}

const TOLD_AS_NEWS = 1;

const isLeftOver = (s: Statement): boolean =>
  isWhole(s) && (s.standing === 'previous' || s.standing === 'background') && !isToldAsBefore(s);

/** By its own words, not by a year alone. */
const isToldAsBefore = ({ standing, rating: { rules } }: Statement): boolean =>
  standing === 'previous' && rules.some((rule) => rule.startsWith('previous.'));
