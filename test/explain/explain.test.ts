import { load } from 'cheerio';
import { expect, test } from 'vitest';
import { explain } from '../../src/core/explain/explain.ts';
import { findingsOf, piecesOf } from '../../src/core/explain/findings.ts';
import { type Names, readableId } from '../../src/core/sending/names.ts';
import type { Assessment, Evidence } from '../../src/core/types.ts';
import { aClaim, anAssessment } from '../support/claims.ts';

const names: Names = {
  authority: (slug) => ({ shortName: slug, officialName: slug, region: '', type: '', gssCode: null, laCode: null }),
  inspectorate: readableId,
  service: readableId,
  grade: readableId,
  area: readableId,
  place: readableId,
  region: readableId,
  areas: () => [],
  gradedAreas: () => null,
  grades: () => [],
  framework: readableId,
  withoutOverall: [],
  regions: [],
  judged: [],
  ungraded: { services: [], inspectorates: [] },
};
const article = {
  title: 'Northshire <b>outstanding</b>',
  text: 'Ofsted has rated Northshire outstanding.\nSouthshire & others were "inadequate" once.\u001b[2J',
};
const on = (field: 'title' | 'text', quote: string, rule = 'a.rule'): Evidence => {
  const start = article[field].indexOf(quote);
  return { rule, field, start, end: start + quote.length, quote };
};
const assessment: Assessment = anAssessment({
  events: [
    aClaim({
      authority: 'northshire',
      grade: 'outstanding',
      evidence: [
        on('text', 'rated Northshire outstanding', 'judged.active'),
        on('text', 'Northshire', 'authority.name'),
      ],
    }),
  ],
  history: [
    {
      authority: 'southshire',
      inspectorate: 'ofsted',
      service: 'childrens_services',
      grade: 'inadequate',
      year: null,
      evidence: [on('text', '"inadequate" once')],
    },
  ],
  rejected: [{ authority: null, code: 'markup', reason: 'not <i>words</i>', evidence: [on('title', '<b>')] }],
});

test('the pieces joined are the text again, whatever the evidence', () => {
  const findings = findingsOf(assessment, names);
  for (const field of ['title', 'text'] as const)
    expect(
      piecesOf(article, field, findings)
        .map(({ text }) => text)
        .join(''),
    ).toBe(article[field]);
});

test('evidence stands marked in the terminal, each rule with its quote', () => {
  const { terminal } = explain(article, assessment, names, false);
  expect(terminal).toContain('[[rated ');
  expect(terminal).toContain('Northshire]]E1');
  expect(terminal).toContain('judged.active (text): “rated Northshire outstanding”');
  expect(terminal).toContain('E1 northshire: outstanding (ofsted, childrens services)');
  expect(terminal).toContain('H1 southshire: earlier inadequate, year not stated');
});

test('what was not taken is listed with its reason and code', () => {
  expect(explain(article, assessment, names, false).terminal).toContain('X1 No authority: not <i>words</i> [markup]');
});

test('control characters of the article do not reach the terminal', () => {
  expect(explain(article, assessment, names, false).terminal).not.toContain('\u001b');
  expect(explain(article, assessment, names, true).terminal).not.toContain('\u001b[2J');
});

test('in HTML everything of the article is escaped, and evidence is marked', () => {
  const { html } = explain(article, assessment, names, false);
  const $ = load(html);
  expect($('h1').text()).toBe('Northshire <b>X1outstanding</b>');
  expect($('b, i').length).toBe(0);
  expect($('mark.event').text()).toBe('rated Northshire outstanding');
  expect($('.text').text()).toContain('Southshire & others were "inadequate" once');
  expect(
    $('section h2')
      .toArray()
      .map((heading) => $(heading).text()),
  ).toEqual(['New judgements', 'Earlier judgements it states', 'Looked at and not taken']);
});

test('words that serve an event and a rejection are the event’s', () => {
  const both = anAssessment({
    events: [aClaim({ evidence: [on('text', 'Northshire outstanding')] })],
    rejected: [{ authority: 'northshire', code: 'x', reason: 'x', evidence: [on('text', 'Northshire')] }],
  });
  expect(
    piecesOf(article, 'text', findingsOf(both, names))
      .filter(({ kind }) => kind)
      .map(({ text, kind, on: by }) => [text, kind, by]),
  ).toEqual([
    ['Northshire', 'event', ['E1', 'X1']],
    [' outstanding', 'event', ['E1']],
  ]);
});

test('evidence that is not in this text is listed and marks nothing', () => {
  const moved = anAssessment({ events: [aClaim({ evidence: [{ ...on('text', 'Ofsted'), start: 3, end: 9 }] })] });
  expect(piecesOf(article, 'text', findingsOf(moved, names)).every(({ kind }) => kind === null)).toBe(true);
  expect(explain(article, moved, names, false).terminal).toContain('“Ofsted”');
});

test('an article without a finding is shown with its verdict', () => {
  expect(explain({ title: '', text: 'Bins.' }, anAssessment(), names, false).terminal).toBe(
    'Bins.\n\nNo new judgement; subject: authority; rules test\n',
  );
});

test('a report with two headlines shows both, one without an overall grade says so', () => {
  const headlines = [
    { remit: 'safeguarding', grade: 'inadequate' },
    { remit: 'looked_after_children', grade: 'good' },
  ];
  const two = anAssessment({
    events: [aClaim({ grade: 'inadequate', headlines }), aClaim({ grade: null, gradeState: 'none_by_framework' })],
  });
  const { terminal } = explain(article, two, names, false);
  expect(terminal).toContain('safeguarding inadequate, looked after children good');
  expect(terminal).toContain('no overall grade is given');
});

test('what the register adds is told apart from what the text says', () => {
  const register = {
    match: 'unpublished',
    judgement: null,
    previousGrade: 'inadequate',
    direction: 'up',
    streak: 1,
  } as const;
  const { terminal } = explain(article, anAssessment({ events: [aClaim({ register })] }), names, false);
  expect(terminal).toContain('register: unpublished (before: inadequate, up)');
});
