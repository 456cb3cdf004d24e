/** Reading what people type: names near enough to be recognised, dates, lists; every fault a sentence. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Option } from 'commander';
import { whyNotRead, whyNotWritten } from '../adapters/file-fault.ts';
import { closest } from '../core/closest.ts';
import { isDay } from '../core/dates.ts';
import type { Rulebook } from '../core/judging/rules/rulebook.ts';
import { isQuietHours, type QuietHours } from '../core/sending/cadence.ts';
import { NO_HEADLINE } from '../core/sending/route.ts';
import { CADENCES, type Cadence } from '../core/types.ts';
import { giveUp, WrongUse } from '../errors.ts';
import type { Io } from './io.ts';

/** `--name A --name B`. @param unset what its absence means */
export const repeated = (flags: string, description: string, unset = 'any') =>
  new Option(flags, description)
    .argParser((value: string, before: string[] | undefined) => [...(before ?? []), value])
    .default([], unset);

/** For naming all faults at once: runs each check, notes what it finds wrong and goes on with a stand-in. */
export const faultsInto =
  (faults: string[]) =>
  <T>(check: () => T, instead: T): T => {
    try {
      return check();
    } catch (error) {
      if (!(error instanceof WrongUse)) throw error;
      faults.push(...error.faults);
      return instead;
    }
  };

export const jsonOption = () => new Option('--json', 'print one JSON document');

/**
 * Words of a fixed list.
 * @throws WrongUse naming each stranger and the word likely meant
 */
export function knownWords(given: readonly string[], known: readonly string[], what: string): string[] {
  const strangers = given.filter((word) => !known.includes(word));
  if (strangers.length > 0)
    throw new WrongUse(
      strangers.map((word) => {
        const meant = closest(word, known);
        return `"${word}" is no ${what}${meant ? `; did you mean ${meant}?` : `; known are ${known.join(', ')}`}`;
      }),
    );
  return [...given];
}

// `Requires improvement` is `requires_improvement`, `london` is `London`; what is like no word stays as it was typed.
const fold = (word: string): string => word.toLowerCase().replaceAll(/[ _-]+/g, '_');

/** As `knownWords`, whatever the case and the joints of the words. */
export function wordsLike(given: readonly string[], known: readonly string[], what: string): string[] {
  const byFold = new Map(known.map((word) => [fold(word), word]));
  return knownWords(
    given.map((word) => byFold.get(fold(word)) ?? word),
    known,
    what,
  );
}

/** How often. @throws WrongUse for any other word */
export const cadenceNamed = (given: string): Cadence =>
  wordsLike([given], CADENCES, 'way to say how often')[0] as Cadence;

/** Grades of any scale, or `none`. @throws WrongUse naming each stranger */
export function gradesNamed(given: readonly string[], { scales }: Pick<Rulebook, 'scales'>): string[] {
  const grades = new Set([...scales.values()].flatMap((scale) => scale.grades.map(({ id }) => id)));
  return wordsLike(given, [...grades, NO_HEADLINE], 'grade');
}

/** @throws WrongUse naming each stranger */
export const regionsNamed = (given: readonly string[], { authorities }: Pick<Rulebook, 'authorities'>): string[] =>
  wordsLike(given, [...new Set(authorities.map(({ region }) => region))], 'region');

/**
 * Authorities by slug, official name, alias or code.
 * @throws WrongUse naming each stranger and the name likely meant
 */
export function authoritiesNamed(given: readonly string[], rulebook: Rulebook): string[] {
  const faults: string[] = [];
  const slugs = given.flatMap((name) => {
    const found = rulebook.index.find(name);
    if (found.authority) return [found.authority.slug];
    faults.push(
      `"${name}" is no authority we know${found.suggestion ? `; did you mean ${found.suggestion}?` : ''} (gradewatch authorities list names all)`,
    );
    return [];
  });
  if (faults.length > 0) throw new WrongUse(faults);
  return slugs;
}

/**
 * Quiet hours as `22:00-07:00`; they may span midnight.
 * @throws WrongUse when they are not two different times of day
 */
export function quietOption(text: string | undefined, what = '--quiet'): QuietHours | null {
  if (text === undefined || text.trim() === '') return null;
  const [from = '', until = '', ...rest] = text.split(/[-–]/).map((clock) => clock.trim().padStart(5, '0'));
  if (rest.length > 0 || !isQuietHours({ from, until }))
    throw new WrongUse(`${what} "${text}" is not two times of day; write them as 22:00-07:00, London time`);
  return { from, until };
}

/** @throws WrongUse when the text is no ISO day. */
export function dayOption(text: string | undefined, flag: string): string | undefined {
  if (text !== undefined && !isDay(text)) throw new WrongUse(`${flag} "${text}" is no date; write it as 2026-11-21`);
  return text;
}

/** The bytes of a file named on the command line. @throws GiveUp in one sentence */
export function readInput(io: Io, file: string): Buffer {
  if (file.trim() === '') throw new WrongUse('the name of the file is empty; name one, or send text to standard input');
  try {
    return readFileSync(path.resolve(io.cwd, file));
  } catch (cause) {
    throw giveUp(`${file} cannot be read: ${whyNotRead(cause)}`, { cause });
  }
}

/**
 * Writes a file named on the command line.
 *
 * @param mode rights of a new file, for what holds addresses
 * @throws GiveUp in one sentence
 */
export function writeOutput(io: Io, file: string, content: string | Uint8Array, mode = 0o666): void {
  if (file.trim() === '') throw new WrongUse('the name of the file to write is empty; name one');
  const whole = path.resolve(io.cwd, file);
  try {
    // `out/` means a folder, whether or not there is one: the slash is lost in the whole path.
    if (/[/\\]$/.test(file)) throw Object.assign(new Error(`${file} is a folder`), { code: 'EISDIR' });
    writeFileSync(whole, content, { mode });
  } catch (cause) {
    throw giveUp(`${file} cannot be written: ${whyNotWritten(cause, whole)}`, { cause });
  }
}
