/** Reading what people type: names near enough to be recognised, dates, lists; every fault a sentence. */

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Option } from 'commander';
import { closest } from '../core/closest.ts';
import { isDay } from '../core/dates.ts';
import type { Rulebook } from '../core/judging/rulebook.ts';
import { giveUp, WrongUse } from '../errors.ts';
import type { Io } from './io.ts';

/** `--name A --name B`. */
export const repeated = (flags: string, description: string) =>
  new Option(flags, description)
    .argParser((value: string, before: string[] | undefined) => [...(before ?? []), value])
    .default([], 'any');

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
    const code = (cause as NodeJS.ErrnoException).code;
    const why =
      code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : (cause as Error).message;
    throw giveUp(`${file} cannot be read: ${why}`, { cause });
  }
}

/** Writes a file named on the command line. @throws GiveUp in one sentence */
export function writeOutput(io: Io, file: string, content: string | Uint8Array): void {
  try {
    writeFileSync(path.resolve(io.cwd, file), content);
  } catch (cause) {
    throw giveUp(`${file} cannot be written: ${(cause as Error).message}`, { cause });
  }
}
