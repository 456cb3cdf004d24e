/** What was asked for on the page for alerts. What the form does not know is never taken for "any": it is named. */
import { closest } from '../core/closest.ts';
import { cadenceWords, type QuietHours } from '../core/sending/cadence.ts';
import { dayWords, listWords } from '../core/sending/names.ts';
import { oneLine, shorten } from '../core/sending/safe.ts';
import { CADENCES, type Cadence, type Criteria, USUAL_CADENCE } from '../core/types.ts';
import { type Choice, type Field, LABELS, type SignUpChoices } from './sign-up-choices.ts';

/** Words that no choice knows are quoted this far, and so many of a field named: whoever sends more is told of enough. */
const MOST_CHARS = 60;
const MOST_NAMED = 10;

export type SignUpAsked = Record<Field | 'email', string> & {
  authorities: string[];
  every: Cadence;
  /** As they were filled in; both empty where none are asked for. */
  quiet: QuietHours;
};

export interface SignUpRead {
  /** What is known of it, to fill the form with. */
  asked: SignUpAsked;
  /** What is not, a sentence each. */
  faults: string[];
}

/** @param given fields as a form or an address gives them: text, or a list of texts */
export function signUpRead(given: Record<string, unknown>, choices: SignUpChoices): SignUpRead {
  const faults: string[] = [];
  const texts = (name: string): string[] => [
    ...new Set([given[name]].flat().filter((text) => typeof text === 'string' && text !== '') as string[]),
  ];
  const text = (name: string) => texts(name)[0] ?? '';
  const among = (name: string, what: string, known: readonly Choice[]): string => {
    const { found, strangers } = told(texts(name), what, known);
    faults.push(...strangers);
    if (found.length > 1) faults.push(`${listWords(found)} are asked for, and one ${what} can be at a time`);
    return found[0] ?? '';
  };
  const of = (field: Field) => among(field, LABELS[field].toLowerCase(), choices[field]);
  const cadences = CADENCES.map((value) => ({ value, label: cadenceWords(value) }));
  const every = among('every', 'way to say how often', cadences);
  return {
    asked: {
      authorities: authoritiesAsked(texts('authority'), choices, faults),
      ...{ region: of('region'), inspectorate: of('inspectorate') },
      ...{ service: of('service'), grade: of('grade'), direction: of('direction') },
      email: text('email'),
      every: CADENCES.find((one) => one === every) ?? USUAL_CADENCE,
      quiet: { from: text('from'), until: text('until') },
    },
    faults,
  };
}

/** In the order of the form. A link about one that ended asks for what took its place. */
function authoritiesAsked(given: readonly string[], choices: SignUpChoices, faults: string[]): string[] {
  const known = choices.authorities.flatMap(({ members }) => members);
  const ended = new Map(choices.ended.map((one) => [one.slug, one]));
  const gone = given.flatMap((slug) => ended.get(slug) ?? []).filter(({ successors }) => successors.length === 0);
  faults.push(...gone.map(({ name, lastDay }) => `${name} ended on ${dayWords(lastDay)} and is inspected no more`));
  const { found, strangers } = told(
    given.filter((slug) => !ended.has(slug)),
    'authority',
    known,
  );
  faults.push(...strangers);
  const wanted = new Set([...found, ...given.flatMap((slug) => ended.get(slug)?.successors ?? [])]);
  return known.map(({ value }) => value).filter((slug) => wanted.has(slug));
}

/** Which of these words are choices, and of the others that they are none. */
function told(given: readonly string[], what: string, known: readonly Choice[]) {
  const isKnown = (word: string) => known.some(({ value }) => value === word);
  const strangers = given.filter((word) => !isKnown(word)).slice(0, MOST_NAMED);
  return {
    found: given.filter(isKnown),
    strangers: strangers.map((word) => {
      const values = known.map(({ value }) => value);
      const meant = closest(word, values);
      const label = known.find(({ value }) => value === meant)?.label;
      return `“${shorten(oneLine(word), MOST_CHARS)}” is no ${what}${label ? `; did you mean “${label}”?` : ''}`;
    }),
  };
}

const one = <T extends string>(value: string): T[] => (value === '' ? [] : [value as T]);

/** What is asked for, as a subscription keeps it. */
export const wishAsked = (asked: SignUpAsked): { criteria: Criteria; every: Cadence; quiet: QuietHours | null } => ({
  criteria: {
    ...{ authorities: asked.authorities, regions: one(asked.region), inspectorates: one(asked.inspectorate) },
    ...{ services: one(asked.service), grades: one(asked.grade), directions: one(asked.direction) },
  },
  every: asked.every,
  quiet: asked.quiet.from === '' && asked.quiet.until === '' ? null : asked.quiet,
});
