/** Columns and letters are no news of a grade; each word that shows one has an article that would alarm without it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { assess } from '../../src/core/judging/assess.ts';
import { without } from '../../src/core/judging/check-masks.ts';
import { anArticle, CONFIG, rulebook, says } from './support.ts';

const NEWS = 'Ofsted has rated the children’s services of Northshire County Council good this week.';

/** The word, a title and what follows the news in the text. */
const ARTICLES: Record<string, Record<string, [title: string, after: string]>> = {
  opinion_label: {
    opinion: ['Opinion: a good grade for Northshire, and a thin one', ''],
    comment: ['A good grade for Northshire – comment', ''],
    column: ['Column: a good week for Northshire', ''],
    viewpoint: ['Viewpoint: Northshire and its good grade', ''],
    editorial: ['Editorial: credit where Northshire has earned it', ''],
    letters: ['Letters: Northshire, Ofsted and my street', ''],
    'your letters': ['Your letters: Northshire and Ofsted', ''],
    'letters to the editor': ['Letters to the editor: Northshire and Ofsted', ''],
    'dear editor': ['Dear Editor', 'My street has waited for a social worker since May.'],
    'dear sir': ['Dear Sir', 'My street has waited for a social worker since May.'],
  },
  opinion_title: {
    'meet the team': ['Meet the team of Northshire', ''],
    'my column': ['My column on Northshire', ''],
    'why our': ['Why our county should not cheer yet', ''],
    'why my': ['Why my daughter laughed at Northshire’s good grade', ''],
    'hides the truth': ['Northshire’s good grade hides the truth', ''],
    'not what it seems': ['Northshire’s good grade is not what it seems', ''],
    'not the whole story': ['Northshire’s good grade is not the whole story', ''],
    'half the story': ['Northshire’s good grade is half the story', ''],
    'be fooled': ['Do not be fooled by Northshire’s good grade', ''],
    'deserved its': ['Northshire deserved its good grade', ''],
    'deserves its': ['Northshire deserves its good grade', ''],
    'needs to change': ['Northshire’s good grade shows that inspection needs to change', ''],
    'has to change': ['After Northshire’s good grade inspection has to change', ''],
    'must change': ['Northshire’s good grade shows that inspection must change', ''],
  },
  opinion_voice: {
    'readers of this blog': ['Northshire and its grade', 'Readers of this blog expected no less.'],
    'in my view': ['Northshire and its grade', 'In my view that was kind.'],
    'in my opinion': ['Northshire and its grade', 'That was, in my opinion, kind.'],
    'in my experience': ['Northshire and its grade', 'In my experience the telephone rings and rings.'],
    'i beg to differ': ['Northshire and its grade', 'I beg to differ.'],
    'i do not believe': ['Northshire and its grade', 'I do not believe a line of it.'],
    "i don't believe": ['Northshire and its grade', 'I don’t believe a line of it.'],
    'i disagree': ['Northshire and its grade', 'As one who fosters here I disagree.'],
    'your report that': ['Northshire and its grade', 'Your report that all cheered made us smile.'],
    'your article': ['Northshire and its grade', 'Your article left out who paid for it.'],
    'name and address supplied': ['Northshire and its grade', 'We are still waiting. Name and address supplied.'],
    'yours sincerely': ['Northshire and its grade', 'We are still waiting. Yours sincerely, Ada Penn.'],
    'yours faithfully': ['Northshire and its grade', 'We are still waiting. Yours faithfully, Ada Penn.'],
    'i fear': ['Northshire and its grade', 'I fear that it will change little.'],
    'i suspect': ['Northshire and its grade', 'I suspect that nobody will read it.'],
    "i'd argue": ['Northshire and its grade', 'I’d argue that it came too late.'],
    'i would argue': ['Northshire and its grade', 'I would argue that it came too late.'],
    'i believe': ['Northshire and its grade', 'I believe that it came too late.'],
    'to my mind': ['Northshire and its grade', 'To my mind it came too late.'],
    'my own view': ['Northshire and its grade', 'My own view is that it came too late.'],
  },
};

const { classes } = parse(readFileSync(join(CONFIG, 'rules/lexicon.yaml'), 'utf8')) as {
  classes: Record<string, string[]>;
};
for (const [cls, articles] of Object.entries(ARTICLES))
  describe(cls, () => {
    test('an article for every word', () => expect(Object.keys(articles)).toEqual(classes[cls]));
    for (const [word, [title, after]] of Object.entries(articles))
      test(word, () => {
        const article = anArticle({ title, text: `${NEWS} ${after}`, published: '2024-06-06' });
        const found = assess(article, rulebook);
        expect([found.events, found.review]).toEqual([[], []]);
        expect(found.history.map(({ authority, grade }) => `${authority} ${grade}`)).toEqual(['northshire good']);
        const unknown = assess(article, without(rulebook, cls, word));
        expect(unknown.events.map(({ authority, grade }) => `${authority} ${grade}`)).toEqual(['northshire good']);
      });
  });

describe('what others are quoted as saying does not make an article an opinion', () => {
  says([
    [
      'in the text',
      {
        title: 'Northshire rated good',
        text: `${NEWS} “We worked for this. In my opinion it is earned,” said Ada Penn, its leader.`,
      },
      { events: ['northshire good'] },
    ],
    [
      'in the title',
      { title: 'Good grade “not the whole story”, says Northshire’s leader', text: NEWS },
      { events: ['northshire good'] },
    ],
    [
      'a word of a label in a sentence',
      { title: 'Opinion divided on Northshire’s good grade', text: NEWS },
      { events: ['northshire good'] },
    ],
  ]);
});
