import { describe, expect, test } from 'vitest';
import { correlate } from '../../src/core/events/correlate.ts';
import type { PersonDecision } from '../../src/core/events/decisions.ts';
import { makeRegister } from '../../src/core/register.ts';
import { alertContent } from '../../src/core/sending/alert.ts';
import { EVENT_COLUMNS, type EventRow } from '../../src/core/sending/columns.ts';
import { atomFeed, jsonFeed } from '../../src/core/sending/feeds.ts';
import { letterText } from '../../src/core/sending/letter.ts';
import { summaryMessage } from '../../src/core/sending/summary.ts';
import { webhookBody } from '../../src/core/sending/webhook-body.ts';
import type { Evidence, JudgementEvent } from '../../src/core/types.ts';
import { aReport, families } from '../events/builders.ts';
import { anAlert, names } from './build.ts';

const overall = (grade: string) => ({ grade, headlines: [{ remit: 'overall', grade }] });
const says = (quote: string, field: Evidence['field'] = 'text') => [
  { rule: 'r', field, start: 0, end: quote.length, quote },
];
const day = { articleDay: '2026-11-18' };
const council = (more: Parameters<typeof aReport>[1] = {}) =>
  aReport('council', {
    ...{ ...day, tier: 'council', title: 'Northshire is good', publisher: 'Northshire Council' },
    ...{ url: 'https://northshire.example/news', claim: { ...overall('good'), evidence: says('We are good.') } },
    ...more,
  });
const paper = aReport('paper', {
  ...{ ...day, tier: 'local', title: 'Council inadequate', publisher: 'The Bugle', url: 'https://bugle.example/1' },
  claim: { ...overall('inadequate'), evidence: says('Ofsted found it inadequate.') },
});
const decided = (decision: object) =>
  ({ id: 'd1', at: new Date('2026-11-19T09:00:00Z'), by: 'desk', reason: 'misprint', ...decision }) as PersonDecision;
const eventOf = (reports: Parameters<typeof correlate>[0], decisions: PersonDecision[]): JudgementEvent => {
  const { events } = correlate(reports, makeRegister([]), { families, decisions });
  expect(events).toHaveLength(1);
  return events[0]!;
};

const setRight = decided({ kind: 'change', findingIds: ['council'], claim: overall('inadequate') });
const merged = decided({ kind: 'merge', findingIds: ['council', 'paper', 'other'] });
const another = aReport('other', {
  ...day,
  tier: 'council',
  claim: { ...overall('inadequate'), evidence: says('No.') },
});
const ungraded = council({
  claim: { grade: null, headlines: [], gradeState: 'not_stated', evidence: says('Judged.') },
});

const CASES: [string, JudgementEvent, { quote: string; publisher: string; url: string | null; title: string }][] = [
  [
    'a person set the most trusted article right',
    eventOf([council(), paper], [setRight]),
    {
      quote: 'Ofsted found it inadequate.',
      publisher: 'The Bugle',
      url: 'https://bugle.example/1',
      title: 'Council inadequate',
    },
  ],
  [
    'a person put together what contradicts',
    eventOf([council(), another, paper, aReport('more', { ...another, findingId: 'more', articleId: 'm' })], [merged]),
    { quote: 'No.', publisher: 'Paper other', url: null, title: 'Report other' },
  ],
  [
    'the most trusted of several articles tells no grade',
    eventOf([ungraded, paper], []),
    {
      quote: 'Ofsted found it inadequate.',
      publisher: 'The Bugle',
      url: 'https://bugle.example/1',
      title: 'Council inadequate',
    },
  ],
];

const rowOf = (event: JudgementEvent): EventRow => ({
  ...{ event, week: '', section: 'judgement', official: null, sample: false },
  learntAt: new Date('2026-11-18T10:00:00Z'),
});
const meta = {
  ...{ title: 't', id: 'urn:t', self: 'https://x.example/f', home: 'https://x.example/', sample: false },
  updated: new Date('2026-11-18T10:00:00Z'),
};
const links = { event: (key: string) => `https://x.example/${key}` };

for (const [when, event, told] of CASES)
  describe(`the source named beside the quote is the quote's own where ${when}`, () => {
    test('the most trusted report still stands first among them', () => expect(event.reports[0]?.tier).toBe('council'));

    test('in the event itself', () => {
      const [first] = JSON.parse(webhookBody(anAlert({ event }))).evidence;
      expect(first.quote).toBe(told.quote);
      expect(event.reports.find(({ findingId }) => findingId === first.finding)).toMatchObject({ title: told.title });
    });

    test('in a row of a table', () => {
      const cell = (id: string) => EVENT_COLUMNS.find((column) => column.id === id)?.value(rowOf(event), names);
      expect(cell('quote')).toBe(told.quote);
      expect(cell('source_title')).toBe(told.title);
      expect(cell('source_publisher')).toBe(told.publisher);
      expect(cell('source_url')).toBe(told.url);
    });

    test('in the entry of a feed', () => {
      const atom = atomFeed(meta, [rowOf(event)], names, links);
      expect(atom).toContain(`“${told.quote}” – ${told.title} (${told.publisher},`);
      expect(atom.includes('rel="via"')).toBe(told.url !== null);
      if (told.url) expect(atom).toContain(`<link rel="via" href="${told.url}"/>`);
      const [item] = JSON.parse(jsonFeed(meta, [rowOf(event)], names, links)).items;
      expect(item.external_url ?? null).toBe(told.url);
    });

    test('in the message of a day', () => {
      const to = { key: 'k', address: 'a@x.example', secret: null };
      const { letter } = summaryMessage([anAlert({ event })], to, { day: '2026-11-18' });
      const text = letterText(letter);
      expect(text).toContain(`“${told.quote}”`);
      expect(text).toContain(`${told.title} (${told.publisher},`);
      const others = event.reports.filter(({ title }) => title !== told.title);
      for (const { title } of others) expect(text).not.toContain(title);
    });

    test('under the quote of an alert', () =>
      expect(alertContent(anAlert({ event }))).toMatchObject({ quotes: [told.quote], quotedFrom: told.publisher }));
  });

test('a headline is quoted whole from its own article, though another has the same words in its headline', () => {
  const evidence = says('Council inadequate', 'title');
  const long = aReport('long', { ...day, tier: 'council', title: 'Council inadequate no more, it hopes', claim: {} });
  const short = aReport('short', { ...day, title: 'Council inadequate: Ofsted', claim: overall('inadequate') });
  const event = eventOf(
    [
      { ...long, claim: { ...long.claim, ...overall('good'), evidence: says('Good.') } },
      { ...short, claim: { ...short.claim, evidence } },
    ],
    [decided({ kind: 'change', findingIds: ['long'], claim: overall('inadequate') })],
  );
  const quote = EVENT_COLUMNS.find(({ id }) => id === 'quote')?.value(rowOf(event), names);
  expect(quote).toBe('Council inadequate: Ofsted');
});

test('of one source it is not said whose words are quoted', () =>
  expect(alertContent(anAlert()).quotedFrom).toBeNull());
