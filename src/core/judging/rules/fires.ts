/** Whether a rule fires on words of a sentence; every firing is kept for whoever asks why. */
import type { Span } from '../text/asides.ts';
import { matches } from '../text/pattern.ts';
import { mentionsIn, type Reading } from '../text/reading.ts';
import type { Rule } from './rulebook.ts';

/**
 * @param near where the words it needs may begin to stand
 * @returns null when its words are not there, `spoilt` when something beside them takes it back
 */
export function fires(
  rule: Rule,
  reading: Reading,
  anchor: { from: number; to: number },
  bounds: { from: number; to: number },
  near: { from: number; to: number } = bounds,
): 'fired' | 'spoilt' | null {
  if (rule.needs.length > 0 && !rule.needs.some((cls) => mentionsIn(reading, cls, near.from, near.to).length > 0))
    return null;
  const isHeld = (cls: string) => reading.mentions.some((m) => m.cls === cls);
  if (rule.lacks.some(isHeld) || (rule.holds.length > 0 && !rule.holds.some(isHeld))) return null;
  if (!rule.patterns.some((p) => matches(p, reading, anchor, bounds))) return null;
  const spoilt = rule.unless.some((p) => matches(p, reading, anchor, bounds));
  if (reading.firings.length < MOST_FIRINGS) reading.firings.push({ rule: rule.id, spoilt, ...spanOf(anchor) });
  return spoilt ? 'spoilt' : 'fired';
}
/** Whether a rule that fired needs no more than these words for it. */
export const firesWithin = (rule: Rule, reading: Reading, anchor: Span, bounds: Span): boolean =>
  rule.patterns.some((pattern) => matches(pattern, reading, anchor, bounds) !== null);
const MOST_FIRINGS = 5000;
const spanOf = ({ from, to }: { from: number; to: number }) => ({ from, to });
