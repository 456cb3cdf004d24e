/** Which framework and scale a judgement was made under: the text's words, then its areas and grades, then its dates. */
import { addDays } from '../dates.ts';
import type { Day } from '../types.ts';
import type { Framework, Rulebook } from './rules/rulebook.ts';
import { mentionsIn, type Reading } from './text/reading.ts';
import type { Sentence } from './text/sentences.ts';

/**
 * What is known before dates are read: the only candidates, and the years they leave open.
 *
 * @param ofEarlier sentences that tell an earlier judgement: "in 2014, when it was good under the single inspection framework"
 */
export function candidateFrameworks(
  reading: Reading,
  rulebook: Rulebook,
  service: string,
  inspectorate: string,
  grades: string[],
  areas: string[],
  ofEarlier: (sentence: Sentence) => boolean,
): Framework[] {
  const named = new Set(
    reading.sentences
      .filter((sentence) => !ofEarlier(sentence) && !speaksOfReplaced(reading, sentence))
      .flatMap(({ from, to }) => mentionsIn(reading, 'framework', from, to).map((m) => m.id)),
  );
  const all = rulebook.frameworks.filter(
    (f) =>
      f.service === service && inspectorateOf(f, rulebook) === inspectorate && (!f.whenNamed || named.has(f.family)),
  );
  const byName = all.filter((f) => named.has(f.family));
  const fitting = (byName.length > 0 ? byName : all).filter((f) => {
    const scale = f.scale === null ? undefined : rulebook.scales.get(f.scale);
    return scale !== undefined && grades.every((g) => scale.grades.some((s) => s.id === g));
  });
  // "In care" beside "looked after": the older word then tells nothing of the framework.
  const telling = areas.includes('children_in_care') ? areas.filter((a) => a !== 'looked_after_children') : areas;
  const special = telling.filter((a) => fitting.some((f) => !f.areas.includes(a)));
  const byAreas = fitting.filter((f) => special.every((a) => f.areas.includes(a) || f.headlines.includes(a)));
  return byAreas.length > 0 ? byAreas : fitting;
}

const speaksOfReplaced = (reading: Reading, { from, to }: Sentence) =>
  mentionsIn(reading, 'replaced_word', from, to).length > 0;

function inspectorateOf(framework: Framework, rulebook: Rulebook): string | undefined {
  return rulebook.inspectorates.find((i) => i.frameworks.includes(framework))?.id;
}

/**
 * Frameworks in force when the inspection took place: its date decides, not the report's.
 *
 * @param inspected first day of the inspection, null where the text does not tell
 * @param published day or latest day of the report, from which the inspection lies at most a wait before
 * @param overall   an overall grade is stated: then a framework without one is the last to be thought of
 */
export function inForceOn(
  candidates: Framework[],
  inspected: Day | null,
  published: Day | null,
  overall: boolean,
): Framework[] {
  if (inspected !== null)
    return candidates.filter((f) => f.from <= inspected && (f.until === null || inspected < f.until));
  if (published === null) return candidates;
  const earliest = addDays(published, -LONGEST_WAIT_DAYS);
  const possible = candidates.filter((f) => f.from <= published && (f.until === null || earliest < f.until));
  const withHeadline = possible.filter((f) => f.headlines.length > 0);
  return overall && withHeadline.length > 0 ? withHeadline : possible;
}
/** From the end of the visit to the report: 90 of 100 within 66 days, 214 at most. */
const LONGEST_WAIT_DAYS = 110;

/** What all candidates agree on; null where they do not. */
export function agreed<T>(candidates: Framework[], of: (f: Framework) => T): T | null {
  const values = new Set(candidates.map(of));
  return values.size === 1 ? ([...values][0] as T) : null;
}

/** Years within which the inspection or its report must lie. */
export function eraOf(candidates: Framework[]): { from: number; until: number } | null {
  if (candidates.length === 0) return null;
  const from = Math.min(...candidates.map((f) => Number(f.from.slice(0, 4))));
  const until = Math.max(...candidates.map((f) => (f.until === null ? 9999 : Number(f.until.slice(0, 4)))));
  return until - from > 12 ? null : { from, until };
}
