/** A judgement told far down, under a title about something else: news where it is told as new, else a mention. */
import { expect, test } from 'vitest';
import { assess } from '../../src/core/judging/assess.ts';
import { anArticle, rulebook, says } from './support.ts';

const far = (title: string, last: string) => ({
  title,
  text: `The mayor opened the fair.\n\nThere were rides.\n\nIt rained.\n\nBands played.\n\nThe bridge is closed.\n\n${last}`,
  published: '2024-06-05',
});

says([
  [
    'published this week',
    far(
      'News in brief',
      "Ofsted has rated Northshire County Council's children's services good in a report published on Monday.",
    ),
    { events: ['northshire good'] },
  ],
  [
    'of the council that the title names with something else',
    far(
      'Mayor of Northshire opens fair',
      "Ofsted found the council's children's services to be inadequate, says a report published on Monday.",
    ),
    { events: ['northshire inadequate'] },
  ],
  [
    'how things stand is a mention',
    far('Mayor of Northshire opens fair', "The council's children's services are rated inadequate by Ofsted."),
    { events: [], history: ['northshire inadequate'] },
  ],
]);

test('under a title of another council it is not lost', () => {
  const told =
    "Elsewhere, Ofsted has rated children's services at Northshire County Council inadequate in a report published today.";
  for (const title of ['Southshire Council plans new bins', 'Southshire plans new bins']) {
    const { events, review } = assess(anArticle(far(title, told)), rulebook);
    expect([...events, ...review]).toMatchObject([{ authority: 'northshire', grade: 'inadequate' }]);
  }
});
