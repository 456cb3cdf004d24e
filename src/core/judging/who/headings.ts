/** Sections of a text: "Case study: Northshire" stands alone on a line, "Northshire." opens one, and what follows is told of it. */
import { otherWords } from '../grades/lines.ts';
import { mentionsIn, type Reading } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';
import { entriesOf } from './entries.ts';

/** Words that a heading may hold beside the name. */
const MOST_OTHER_WORDS = 3;
/** Words of a line without a full stop that is no heading or entry of a menu. */
const PROSE_WORDS = 8;
/** Sentences that a heading speaks for at the most. */
const LONGEST_SECTION = 8;

/** Whose section a sentence stands in, and whether it is the first below the heading. */
export interface Section {
  authority: string;
  opens: boolean;
}

/** @returns the section of each sentence that stands in one, by index; none where fewer than two councils have one */
export function sectionsOf(reading: Reading): Map<number, Section> {
  const sections = new Map<number, Section>();
  const { sentences } = reading;
  const entries = entriesOf(reading);
  for (const heading of sentences) {
    const entry = entries.get(heading.from) ?? entries.get(heading.from + 1);
    const slug = entry?.id ?? headedBy(heading, reading);
    const below = firstBelow(heading, reading);
    if (slug === null || !below || (!entry && !isProse(below, reading))) continue;
    for (const { index } of sentences.slice(below.index, below.index + LONGEST_SECTION))
      sections.set(index, { authority: slug, opens: index === below.index });
  }
  return new Set([...sections.values()].map(({ authority }) => authority)).size > 1 ? sections : new Map();
}

/** The line below a heading, past those that label it: "Visited: 3 to 14 June". */
function firstBelow({ index }: Sentence, reading: Reading): Sentence | undefined {
  const lines = reading.sentences.slice(index + 1, index + 1 + MOST_LABELS);
  return lines.find((line) => !isLabel(line, reading)) ?? lines.at(-1);
}
const MOST_LABELS = 3;

/** A short line with a colon that tells no grade. */
const isLabel = (line: Sentence, reading: Reading): boolean =>
  !isProse(line, reading) && reading.tokens.slice(line.from, line.to).some(({ w }) => w === ':');

/** "Northshire", "Case study: Northshire": a line that opens a paragraph, with one name, little else and no full stop. */
function headedBy({ field, from, to, index, newParagraph }: Sentence, reading: Reading): string | null {
  const [name, other] = mentionsIn(reading, 'authority', from, to);
  if (field !== 'text' || !name || other || !newParagraph) return null;
  const sentence = reading.sentences[index] as Sentence;
  return !ends(sentence, reading) && otherWords(reading, sentence, [name]) <= MOST_OTHER_WORDS ? name.id : null;
}

const ends = ({ to }: Sentence, reading: Reading): boolean => ['.', '!', '?'].includes(reading.tokens[to - 1]?.w ?? '');
/** "Overall effectiveness: Good" tells as much as a sentence. */
const isProse = (line: Sentence, reading: Reading): boolean =>
  ends(line, reading) ||
  line.to - line.from >= PROSE_WORDS ||
  mentionsIn(reading, 'grade', line.from, line.to).length > 0;
