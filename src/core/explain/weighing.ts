/** How a verdict was weighed, in words: what each rule means, what made a finding more or less sure, what spoilt a rule. */
import type { Trace } from '../judging/assess.ts';
import { confidenceOfPoints } from '../judging/confidence.ts';
import type { Rule, Rulebook, Standing } from '../judging/rules/rulebook.ts';
import { type Reading, textOf } from '../judging/text/reading.ts';
import { NOT_NEWS_BELOW } from '../judging/weigh.ts';
import type { Names } from '../sending/names.ts';
import type { Claim } from '../types.ts';

export interface Weighing {
  /** What a rule means; null for an id nobody knows. */
  ruleWords(id: string): string | null;
  /** Where a claim's confidence comes from. */
  confidenceWords(claim: Claim): string;
  sections: { heading: string; lines: string[] }[];
}

/** Nothing is known but the verdict. */
export const UNWEIGHED: Weighing = {
  ruleWords: () => null,
  confidenceWords: ({ confidence }) => `confidence ${confidence.toFixed(2)}`,
  sections: [],
};

const MOST_LINES = 80;

export function weighingOf(trace: Trace, rulebook: Rulebook, names: Names): Weighing {
  const words = new Map(rulebook.rules.map((rule) => [rule.id, wordsOf(rule)]));
  const ruleWords = (id: string) => words.get(id) ?? BUILT_IN[id] ?? (id.startsWith('mask.') ? MASK : null);
  const pointsOf = (claim: Claim) =>
    trace.points.find(({ authority, service }) => authority === claim.authority && service === claim.service)?.points;
  const quoted = ({ from, to }: { from: number; to: number }) => `“${textOf(trace.reading, from, to)}”`;
  const described = (id: string) => `${id}${ruleWords(id) ? ` – ${ruleWords(id)}` : ''}`;
  return {
    ruleWords,
    confidenceWords: (claim) => confidenceWords(claim, pointsOf(claim), trace.relevance),
    sections: [
      {
        heading: 'How it was weighed',
        lines: [
          ...trace.points.map(
            ({ authority, service, points, current }) =>
              `${names.authority(authority).shortName}, ${names.service(service)}: ${current ? `${points} points; from ${NOT_NEWS_BELOW} on it is news` : 'no grade of it stands as given now'}`,
          ),
          ...trace.signals.fired.map((fired) => `${signed(fired.weight)} ${quoted(fired)}: ${described(fired.rule)}`),
        ],
      },
      { heading: 'Rules that fired', lines: ruleLines(trace.reading, false, described) },
      { heading: 'Rules that were spoilt by words beside theirs', lines: ruleLines(trace.reading, true, described) },
    ].filter(({ lines }) => lines.length > 0),
  };
}

/** One line a rule, with the words it fired on. */
function ruleLines(reading: Reading, spoilt: boolean, described: (id: string) => string): string[] {
  const on = new Map<string, Set<string>>();
  for (const firing of reading.firings.filter((one) => one.spoilt === spoilt))
    on.set(firing.rule, (on.get(firing.rule) ?? new Set()).add(`“${textOf(reading, firing.from, firing.to)}”`));
  return [...on].slice(0, MOST_LINES).map(([id, quotes]) => `${described(id)}: ${[...quotes].join(', ')}`);
}

function confidenceWords({ confidence }: Claim, points: number | undefined, relevance: number | null): string {
  const said = `confidence ${confidence.toFixed(2)}`;
  if (points === undefined || relevance === null) return said;
  const alone = confidenceOfPoints(points);
  const moved = confidence === alone ? 'left there' : confidence > alone ? 'raised' : 'lowered';
  return `${said}: ${alone.toFixed(2)} by the rules (${points} points), ${moved} because the article's words read like news of a judgement at ${Math.round(100 * relevance)} %`;
}

const signed = (weight: number): string => (weight > 0 ? `+${weight}` : `−${-weight}`);

const STANDINGS: Record<Standing, string> = {
  current: 'the grade is new',
  background: 'the grade is told in passing',
  previous: 'the grade is an earlier one',
  possible: 'the grade is only possible, hoped for or feared',
  denied: 'the grade is denied',
};

function wordsOf({ effect }: Rule): string {
  switch (effect.does) {
    case 'licence':
      return 'words that give a grade stand beside it';
    case 'standing':
      return STANDINGS[effect.standing];
    case 'not_rating':
    case 'not_authority':
      return effect.reason;
    case 'bystander':
      return 'the authority helps, employs or is compared with';
    case 'joint':
      return 'the authorities are judged together';
    case 'signal':
      return effect.weight > 0 ? 'speaks for news of a judgement' : 'speaks against news of a judgement';
    case 'notice':
      return 'inspection activity that gives no grade';
    case 'distinction':
      return 'said to set the judgement apart from others';
    case 'movement':
    case 'move':
      return effect.direction === 'same' ? 'the grade stays' : `the grade goes ${effect.direction}`;
  }
}

const MASK = 'the name is part of another name';
/** Decisions of the engine that are no rule of `config/rules`. */
const BUILT_IN: Record<string, string> = {
  'area-grade': 'a grade bound to the area beside it',
  list: 'a grade in a list or table',
  licence: 'a grade needs words that give it',
  provider: 'a school, home or agency stands nearer than the council',
  'second-signal': 'a risky name needs words of councils or inspections beside it',
  'dates-in-force': 'the dates between which an authority has its duties',
  'place.elsewhere': 'the article means another place or person of that name',
  'quality-word': 'praise or blame of something that is not graded',
  attributive: 'the word describes the thing after it',
  'joint.trust': 'a trust judged for several of its councils',
  trust: 'a trust stands for its council inside its dates',
};
