/** Every word that opens or closes what is said in passing has a sentence that is read otherwise without it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { without } from '../../src/core/judging/check-masks.ts';
import { read } from '../../src/core/judging/read.ts';
import type { Rulebook } from '../../src/core/judging/rules/rulebook.ts';
import { asidesOf } from '../../src/core/judging/text/asides.ts';
import { expandPhrase } from '../../src/core/judging/text/phrases.ts';
import { textOf } from '../../src/core/judging/text/reading.ts';
import type { Sentence } from '../../src/core/judging/text/sentences.ts';
import { anArticle, CONFIG, rulebook } from './support.ts';

/** The word, the sentence, what is said in passing in it. */
const SENTENCES: Record<'aside_opens' | 'aside_closes', Record<string, [string, string]>> = {
  aside_opens: {
    'two of them': ['The councils, two of them near Southshire, were rated good.', 'two of them near Southshire'],
    'three of them': ['The councils, three of them near Southshire, were rated good.', 'three of them near Southshire'],
    the: ['Northshire, the county next to Southshire, was rated good.', 'the county next to Southshire'],
    a: ['Northshire, a neighbour of Southshire, was rated good.', 'a neighbour of Southshire'],
    an: ['Northshire, an ally of Southshire, was rated good.', 'an ally of Southshire'],
    one: ['Northshire, one step ahead of Southshire, was rated good.', 'one step ahead of Southshire'],
    based: ['The team, based near Southshire since 2015, was rated good.', 'based near Southshire since 2015'],
    home: ['Northshire, home to ten towns, was rated good.', 'home to ten towns'],
    which: ['Northshire, which borders Southshire, was rated good.', 'which borders Southshire'],
    who: ['Managers, who came from Southshire in 2019, were rated good.', 'who came from Southshire in 2019'],
    where: ['Northshire, where nobody expected it, was rated good.', 'where nobody expected it'],
    whose: ['Northshire, whose leader left in 2021, was rated good.', 'whose leader left in 2021'],
    when: ['The county, when Southshire went its own way, was rated good.', 'when Southshire went its own way'],
    once: ['Northshire, once part of Southshire, was rated good.', 'once part of Southshire'],
    formed: ['Northshire, formed when Southshire was split, was rated good.', 'formed when Southshire was split'],
    created: ['Northshire, created by a merger in 2009, was rated good.', 'created by a merger in 2009'],
    itself: ['Northshire, itself no stranger to trouble, was rated good.', 'itself no stranger to trouble'],
    led: ['Northshire, led by Ada Penn since 2018, was rated good.', 'led by Ada Penn since 2018'],
    'set up': ['Northshire, set up two years after Southshire, was rated good.', 'set up two years after Southshire'],
    established: ['Northshire, established when Southshire went, was rated good.', 'established when Southshire went'],
    founded: ['Northshire, founded on the ruins of Southshire, was rated good.', 'founded on the ruins of Southshire'],
    carved: ['Northshire, carved out of Southshire in 2021, was rated good.', 'carved out of Southshire in 2021'],
    born: ['Northshire, born of a merger in 2009, was rated good.', 'born of a merger in 2009'],
    'brought into being': ['Northshire, brought into being in 2009, was rated good.', 'brought into being in 2009'],
    launched: ['The service, launched by Southshire in 2016, was rated good.', 'launched by Southshire in 2016'],
    covering: ['The service, covering Southshire as well, was rated good.', 'covering Southshire as well'],
    serving: ['The service, serving Southshire as well, was rated good.', 'serving Southshire as well'],
    run: ['The service, run with Southshire until 2016, was rated good.', 'run with Southshire until 2016'],
    'part of': ['Northshire, part of a group with Southshire, was rated good.', 'part of a group with Southshire'],
    '(stitched|pieced|cobbled|patched) together': [
      'Northshire, pieced together from three councils, was rated good.',
      'pieced together from three councils',
    ],
    '(inspected|visited|examined|assessed) (at the same time|alongside)': [
      'Adoption, inspected at the same time, was rated good.',
      'inspected at the same time',
    ],
    'in (the|north|south|east|west|central|outer|inner|neighbouring|contrast)': [
      'Northshire, in the hills beyond Southshire, was rated good.',
      'in the hills beyond Southshire',
    ],
    'on the (other hand|coast|border|edge|outskirts)': [
      'Northshire, on the border of Southshire, was rated good.',
      'on the border of Southshire',
    ],
    'by contrast|comparison': [
      'Northshire, by contrast with Southshire, was rated good.',
      'by contrast with Southshire',
    ],
    'further (north|south|east|west|along|down|up)': [
      'Northshire, further up the coast, was rated good.',
      'further up the coast',
    ],
    '(just|to the)? north|south|east|west of': [
      'Northshire, just west of Southshire, was rated good.',
      'just west of Southshire',
    ],
    near: ['Northshire, near the old Southshire, was rated good.', 'near the old Southshire'],
    'next door': ['Northshire, next door to Southshire, was rated good.', 'next door to Southshire'],
    meanwhile: ['Northshire, meanwhile free of Southshire, was rated good.', 'meanwhile free of Southshire'],
    however: ['Northshire, however far from Southshire, was rated good.', 'however far from Southshire'],
    whom: [
      'Northshire, whom its neighbours had written off in 2021, was rated good.',
      'whom its neighbours had written off in 2021',
    ],
    '(about|with|for|to|from|by|of|on|in|through|under|alongside) which|whom|whose': [
      'Northshire, with which Southshire shares a director, was rated good.',
      'with which Southshire shares a director',
    ],
    '(some|many|most|both|all|none|much|half) of which|whom|whose': [
      'Northshire, most of whose staff came from Southshire, was rated good.',
      'most of whose staff came from Southshire',
    ],
    like: ['Northshire, like its neighbour Southshire, was rated good.', 'like its neighbour Southshire'],
    'as with': ['Northshire, as with much of the shire, was rated good.', 'as with much of the shire'],
    'in common with': ['Northshire, in common with Southshire, was rated good.', 'in common with Southshire'],
    'back (after|for|in|at)': ['Inspectors, back after a visit in 2019, rated it good.', 'back after a visit in 2019'],
    returning: ['Inspectors, returning after a visit in 2019, rated it good.', 'returning after a visit in 2019'],
  },
  aside_closes: {
    will: ['Northshire, the county next door, will keep its good rating.', 'the county next door'],
    would: ['Northshire, the county next door, would keep its good rating.', 'the county next door'],
    can: ['Northshire, the county next door, can keep its good rating.', 'the county next door'],
    could: ['Northshire, the county next door, could keep its good rating.', 'the county next door'],
    must: ['Northshire, the county next door, must keep its good rating.', 'the county next door'],
    should: ['Northshire, the county next door, should keep its good rating.', 'the county next door'],
    may: ['Northshire, the county next door, may keep its good rating.', 'the county next door'],
    might: ['Northshire, the county next door, might keep its good rating.', 'the county next door'],
    says: ['Ada Penn, the director there, says that the rating was good.', 'the director there'],
    said: ['Ada Penn, the director there, said that the rating was good.', 'the director there'],
  },
};

const asides = (text: string, book: Rulebook): string[] => {
  const reading = read(anArticle({ text }), book);
  return asidesOf(reading, reading.sentences[0] as Sentence).map(({ from, to }) => textOf(reading, from, to));
};

const { classes } = parse(readFileSync(join(CONFIG, 'rules/lexicon.yaml'), 'utf8')) as {
  classes: Record<string, string[]>;
};

for (const [cls, sentences] of Object.entries(SENTENCES)) {
  test(`${cls}: a sentence for every word`, () => expect(Object.keys(sentences)).toEqual(classes[cls]));
  for (const [word, [sentence, aside]] of Object.entries(sentences))
    test(`${cls}: ${word}`, () => {
      expect(asides(sentence, rulebook)).toEqual([aside]);
      const rest = expandPhrase(word).reduce((book, phrase) => without(book, cls, phrase), rulebook);
      expect(asides(sentence, rest)).toEqual([]);
    });
}
