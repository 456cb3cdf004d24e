/** Signs beside the grade that an article is, or is not, news of a judgement. Each is a rule; this adds them up. */
import type { Subject } from '../../types.ts';
import { besideMain } from '../grades/own-clause.ts';
import type { Span } from '../text/asides.ts';
import { mentionsIn, type Reading } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';
import { fires } from './fires.ts';
import type { Rule, Rulebook } from './rulebook.ts';

export interface Signals {
  weight: number;
  /** The part of it that counts half where the title itself says the grade as news. */
  yielding: number;
  /** The part of it that does not count where the whole and several of its parts are graded. */
  yieldingToParts: number;
  /** The part of it that does not count where the opening says that they have given the grade now. */
  yieldingToNews: number;
  fired: { rule: string; from: number; to: number; weight: number }[];
  /** What else the article is about, by the strongest signal against. */
  subject: Subject | null;
}

const LEAD_SENTENCES = 3;

/** Each signal counts once, wherever it stands. */
export function signalsOf(reading: Reading, rulebook: Rulebook): Signals {
  const fired = new Map<string, Signals['fired'][number]>();
  let subject: Subject | null = null;
  const yielding = { title: 0, parts: 0, news: 0 };
  let strongest = 0;
  for (const sentence of reading.sentences) {
    if (isMenu(reading, sentence)) continue;
    const where = sentence.field === 'title' ? 'title' : sentence.depth < LEAD_SENTENCES ? 'lead' : 'body';
    for (const rule of rulebook.rules) {
      const effect = rule.effect;
      if (effect.does !== 'signal' || fired.has(rule.id) || !reaches(effect.where, where)) continue;
      const anchor = fireCue(rule, reading, sentence);
      if (!anchor || (effect.weight < 0 && isBesideGrade(anchor, sentence, reading))) continue;
      const weight = effect.subject === 'recruitment' && isFoot(sentence, reading) ? effect.weight / 2 : effect.weight;
      fired.set(rule.id, { rule: rule.id, ...anchor, weight });
      if (effect.yields) yielding[effect.yields] += weight;
      if (effect.weight < strongest && effect.subject) {
        strongest = effect.weight;
        subject = effect.subject;
      }
    }
  }
  const list = [...fired.values()];
  const weight = list.reduce((sum, f) => sum + f.weight, 0);
  return {
    weight,
    yielding: yielding.title,
    yieldingToParts: yielding.parts,
    yieldingToNews: yielding.news,
    fired: list,
    subject,
  };
}

/** "A year after its director resigned, services have been rated good": what else there is, in a sentence that is of the grade. */
const isBesideGrade = (cue: Span, sentence: Sentence, reading: Reading): boolean =>
  sentence.field === 'text' &&
  mentionsIn(reading, 'grade', Math.max(sentence.from, cue.from - NEAR), Math.min(sentence.to, cue.to + NEAR)).some(
    (grade) => besideMain(grade, sentence, reading).some(({ from, to }) => cue.from >= from && cue.to <= to),
  );

/** "Support us: join our readers": in the last quarter of a page, and nowhere before it, papers and councils offer things of their own. */
const isFoot = ({ from, depth }: Sentence, { tokens }: Reading): boolean =>
  depth > LEAD_SENTENCES && from > (tokens.length * 3) / 4;

/** Words from such a matter to the grade of its sentence. */
const NEAR = 60;

/** "Log in | Join us | Events": what a page offers says nothing of its article. */
const isMenu = ({ tokens }: Reading, { from, to, field }: Sentence): boolean =>
  field === 'text' && tokens.slice(from, to).filter(({ w }) => w === '|' || w === '»').length > 1;

const reaches = (rule: 'title' | 'lead' | 'body', where: 'title' | 'lead' | 'body') =>
  rule === where || (rule === 'body' && where === 'lead');

/** The nearest quotation mark before it opens, and does not close; or the paragraph is what somebody is announced to say. */
function isQuoted(reading: Reading, { from }: { from: number }): boolean {
  const { tokens } = reading;
  if (tokens[from]?.quoteBefore || isAnnounced(reading, from)) return true;
  for (let i = from - 1; i >= Math.max(0, from - LONGEST_QUOTE); i--) {
    // A word in marks of its own, inside of what somebody says.
    if (tokens[i]?.quoteAfter && tokens[i]?.quoteBefore) continue;
    if (tokens[i]?.quoteAfter) return false;
    if (tokens[i]?.quoteBefore) return true;
  }
  return false;
}
const LONGEST_QUOTE = 150;

/** "The director, Jane Doe, said:" on a line of its own, and below it a paragraph without quotation marks. */
function isAnnounced(reading: Reading, at: number): boolean {
  const { sentences, sentenceOf, tokens } = reading;
  let opening = sentences[sentenceOf[at] as number];
  while (opening && !opening.newParagraph) opening = sentences[opening.index - 1];
  const before = opening && sentences[opening.index - 1];
  if (before?.field !== 'text' || tokens[before.to - 1]?.w !== ':') return false;
  return mentionsIn(reading, 'tells_more', before.from, before.to).length > 0;
}

/** Where the words a rule calls its cue stand in a sentence so that it fires. */
export function fireCue(rule: Rule, reading: Reading, sentence: Sentence): { from: number; to: number } | null {
  if (rule.cue === null) return null;
  for (const mention of mentionsIn(reading, rule.cue, sentence.from, sentence.to))
    if (!(rule.unquoted && isQuoted(reading, mention)) && fires(rule, reading, mention, sentence) === 'fired')
      return { from: mention.from, to: mention.to };
  return null;
}
