/** What a subscription asks for, as people write it: flags of a command, cells of a file. */
import type { Command } from 'commander';
import { z } from 'zod';
import { closest } from '../core/closest.ts';
import { criteriaFaults } from '../core/sending/impossible.ts';
import { ANY } from '../core/sending/route.ts';
import { type Criteria, type Direction, type EventStatus, INSPECTORATES, SERVICES, STATUSES } from '../core/types.ts';
import { WrongUse } from '../errors.ts';
import type { Knowledge } from '../steps/deps.ts';
import { authoritiesNamed, faultsInto, gradesNamed, regionsNamed, repeated, wordsLike } from './arguments.ts';

/** One kind of judgement in words: every list that is not empty must hold. */
const WORDS = ['authority', 'region', 'inspectorate', 'service', 'grade', 'direction', 'status'] as const;
type Word = (typeof WORDS)[number];
type PartWords = Record<Word, string[]>;

/** Word of people, list of `Criteria`. */
const LISTS = {
  ...{ authority: 'authorities', region: 'regions', inspectorate: 'inspectorates', service: 'services' },
  ...{ grade: 'grades', direction: 'directions', status: 'statuses' },
} as const satisfies Record<Word, keyof Criteria>;

export interface CriteriaWords extends PartWords {
  /** Further kinds, each `word=value|value; word=value`. */
  or: string[];
  /** What is left out of all of them, written the same way. */
  except: string[];
  /** The whole as JSON instead, for what these words cannot say. */
  criteria?: string | undefined;
}

const DIRECTIONS: Direction[] = ['up', 'down', 'same', 'first'];

/** The flags that say what a subscription asks for. */
export const criteriaOptions = (command: Command) =>
  command
    .addOption(repeated('--authority <name>', 'slug, name, alias or code; may be repeated'))
    .addOption(repeated('--region <name>', 'may be repeated'))
    .addOption(repeated('--inspectorate <id>', 'may be repeated'))
    .addOption(repeated('--service <id>', 'may be repeated'))
    .addOption(repeated('--grade <id>', 'any headline grade, none for no overall grade; may be repeated'))
    .addOption(repeated('--direction <way>', 'up, down, same or first; may be repeated'))
    .addOption(repeated('--status <status>', `${STATUSES.join(', ')}; may be repeated`))
    .addOption(
      repeated('--or <kind>', 'or this kind too, as "region=London; grade=inadequate|good"; may be repeated', 'none'),
    )
    .addOption(repeated('--except <kind>', 'but not this, written as for --or; may be repeated', 'none'))
    .option('--criteria <file>', 'the whole combination as JSON, as `subscriptions list --json` shows it');

/** Help on the flags together. */
export const CRITERIA_HELP = `
Flags of different names must all hold, values of one flag are alternatives. Inside --or and --except, ";" joins what must
all hold and "|" alternatives. So "London but not Bexley, and all that is inadequate anywhere" is
  --region London --or "grade=inadequate" --except "authority=bexley"
What becomes such a judgement later (a second source bears it out, its grade is learnt) is told then, once.`;

/** @throws WrongUse naming every word that is not known */
export function criteriaOf(
  options: CriteriaWords,
  { rulebook, names }: Pick<Knowledge, 'rulebook' | 'names'>,
): Criteria {
  const faults: string[] = [];
  const criteria = options.criteria
    ? criteriaOfJson(options, options.criteria, rulebook, faults)
    : combined(options, rulebook, faults);
  faults.push(...criteriaFaults(criteria, names));
  if (faults.length > 0) throw new WrongUse(faults);
  return criteria;
}

function combined(options: CriteriaWords, rulebook: Rulebook, faults: string[]): Criteria {
  const base = partOf(options, rulebook, faults);
  const part = (flag: string) => (text: string) => partOf(partRead(text, flag, faults), rulebook, faults);
  const others = options.or.map(part('or'));
  const except = options.except.map(part('except'));
  const kinds = isAny(base) ? others : [base, ...others];
  const [only] = kinds;
  const asked = kinds.length > 1 ? { ...ANY, anyOf: kinds } : (only ?? base);
  return except.length > 0 ? { ...asked, except } : asked;
}

type Rulebook = Knowledge['rulebook'];

const isAny = (criteria: Criteria): boolean => Object.values(LISTS).every((list) => !criteria[list]?.length);

/** `region=London; grade=inadequate|good` in its words. */
function partRead(text: string, flag: string, faults: string[]): PartWords {
  const part: PartWords = Object.fromEntries(WORDS.map((word) => [word, []])) as unknown as PartWords;
  const terms = text.split(';').filter((term) => term.trim() !== '');
  if (terms.length === 0) faults.push(`${flag} says nothing; write it as "region=London; grade=inadequate"`);
  for (const term of terms) {
    const [, name = '', values = ''] = /^\s*([a-z]+)\s*[=:](.*)$/is.exec(term) ?? [];
    const word = WORDS.find((one) => one === name.toLowerCase());
    if (word && values.trim() !== '') part[word].push(...split(values));
    else {
      const meant = word ?? closest(name || term.trim(), WORDS);
      const instead = meant ? `did you mean ${meant}=…?` : `known are ${WORDS.join(', ')}`;
      faults.push(`${flag} "${term.trim()}" is not of the form word=value; ${instead}`);
    }
  }
  return part;
}

export const split = (text: string): string[] =>
  text
    .split('|')
    .map((word) => word.trim())
    .filter(Boolean);

/** Words as ids. */
function partOf(words: PartWords, rulebook: Rulebook, faults: string[]): Criteria {
  const gather = faultsInto(faults);
  const ids = (given: readonly string[], known: readonly string[], what: string) =>
    gather(() => wordsLike(given, known, what), []);
  const statuses = ids(words.status, STATUSES, 'status') as EventStatus[];
  return {
    authorities: gather(() => authoritiesNamed(words.authority, rulebook), []),
    regions: gather(() => regionsNamed(words.region, rulebook), []),
    inspectorates: ids(words.inspectorate, INSPECTORATES, 'inspectorate'),
    services: ids(words.service, SERVICES, 'service'),
    grades: gather(() => gradesNamed(words.grade, rulebook), []),
    directions: ids(words.direction, DIRECTIONS, 'direction') as Direction[],
    ...(statuses.length > 0 ? { statuses } : {}),
  };
}

const List = z.array(z.string()).default([]);
const Part: z.ZodType<CriteriaJson> = z.lazy(() =>
  z.strictObject({
    ...{ authorities: List, regions: List, inspectorates: List, services: List, grades: List, directions: List },
    ...{ statuses: List, anyOf: z.array(Part).default([]), except: z.array(Part).default([]) },
  }),
) as z.ZodType<CriteriaJson>;
type CriteriaJson = Record<(typeof LISTS)[Word], string[]> & { anyOf: CriteriaJson[]; except: CriteriaJson[] };

function criteriaOfJson(options: PartWords, json: string, rulebook: Rulebook, faults: string[]): Criteria {
  if (WORDS.some((word) => options[word].length > 0))
    faults.push('criteria as JSON stand alone: leave out the other words that say what is asked for');
  let given: unknown;
  try {
    given = JSON.parse(json);
  } catch {
    faults.push('criteria are not JSON; `gradewatch subscriptions list --json` shows some');
    return ANY;
  }
  const read = Part.safeParse(given);
  if (!read.success)
    faults.push(
      ...read.error.issues.map(({ path, message }) => `criteria ${path.join('.') || 'as a whole'}: ${message}`),
    );
  return read.success ? whole(read.data, rulebook, faults) : ANY;
}

function whole(json: CriteriaJson, rulebook: Rulebook, faults: string[]): Criteria {
  const words = Object.fromEntries(WORDS.map((word) => [word, json[LISTS[word]]])) as PartWords;
  const inner = (parts: CriteriaJson[]) => parts.map((part) => whole(part, rulebook, faults));
  return {
    ...partOf(words, rulebook, faults),
    ...(json.anyOf.length > 0 ? { anyOf: inner(json.anyOf) } : {}),
    ...(json.except.length > 0 ? { except: inner(json.except) } : {}),
  };
}

/**
 * Criteria in the words `criteriaOf` reads.
 * @returns null for a combination that only its JSON can say
 */
export function criteriaInWords(criteria: Criteria): CriteriaWords | null {
  const { anyOf = [], except = [] } = criteria;
  const [first, ...others] = anyOf;
  const flat = [...anyOf, ...except].every((part) => !part.anyOf?.length && !part.except?.length && !isAny(part));
  if (!flat || (first && (!isAny(criteria) || others.length === 0))) return null;
  return {
    ...wordsOf(first ?? criteria),
    or: others.map(partWritten),
    except: except.map(partWritten),
  };
}

const wordsOf = (criteria: Criteria) =>
  Object.fromEntries(WORDS.map((word) => [word, [...(criteria[LISTS[word]] ?? [])]])) as PartWords;

const partWritten = (criteria: Criteria): string =>
  Object.entries(wordsOf(criteria))
    .flatMap(([word, values]) => (values.length > 0 ? [`${word}=${values.join('|')}`] : []))
    .join('; ');
