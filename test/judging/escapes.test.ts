/** Each of these wordings of "no longer" has a sentence that is read otherwise without it: the grade left behind is none given now. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { assess } from '../../src/core/judging/assess.ts';
import { without } from '../../src/core/judging/check-masks.ts';
import type { Rulebook } from '../../src/core/judging/rules/rulebook.ts';
import { anArticle, CONFIG, rulebook } from './support.ts';

const SENTENCES: Record<string, string> = {
  exits: 'Northshire exits the inadequate category for children’s services, Ofsted says.',
  exited: 'Northshire exited the inadequate category for children’s services, Ofsted says.',
  'leaves the': 'Northshire leaves the inadequate category for children’s services, Ofsted says.',
  'left the': 'Northshire left the inadequate category for children’s services, Ofsted says.',
  'shaken off': 'Northshire has shaken off the inadequate rating of its children’s services, Ofsted says.',
  'shakes off': 'Northshire shakes off the inadequate rating of its children’s services, Ofsted says.',
  'shake off': 'Ofsted let Northshire shake off the inadequate rating of its children’s services.',
  'out of': 'Northshire’s children’s services came out of the inadequate category, Ofsted says.',
  'got rid of': 'Northshire got rid of the inadequate rating of its children’s services, Ofsted says.',
  'rid itself of': 'Northshire rid itself of the inadequate rating of its children’s services, Ofsted says.',
  'slough off': 'Ofsted let Northshire slough off the inadequate rating of its children’s services.',
  sheds: 'Northshire sheds the inadequate rating of its children’s services, Ofsted says.',
  'shed its': 'Northshire shed its inadequate rating for children’s services, Ofsted says.',
  'leaves behind': 'Northshire leaves behind the inadequate rating of its children’s services, Ofsted says.',
  'left behind': 'Northshire left behind the inadequate rating of its children’s services, Ofsted says.',
};
const { classes } = parse(readFileSync(join(CONFIG, 'rules/lexicon.yaml'), 'utf8')) as {
  classes: Record<string, string[]>;
};
const verdict = (text: string, book: Rulebook) => {
  const { events, history } = assess(anArticle({ title: 'Ofsted report', text, published: '2024-06-06' }), book);
  return [events.map((e) => e.grade), history.map((h) => h.grade)];
};
for (const [word, text] of Object.entries(SENTENCES))
  test(word, () => {
    expect(classes.no_longer).toContain(word);
    expect(verdict(text, rulebook)).toEqual([[], ['inadequate']]);
    expect(verdict(text, without(rulebook, 'no_longer', word))).not.toEqual([[], ['inadequate']]);
  });
