/** A grade on which reports, or a report and the official record, disagree reaches nobody as if it were sure. */

import { describe, expect, test } from 'vitest';
import { eventText } from '../../src/cli/event-text.ts';
import { alertContent, alertLetter } from '../../src/core/sending/alert.ts';
import { EVENT_COLUMNS, type EventRow, table } from '../../src/core/sending/columns.ts';
import { weekDigest } from '../../src/core/sending/digest.ts';
import { digestLetter } from '../../src/core/sending/digest-letter.ts';
import { changeWords, eventLine, surenessWords } from '../../src/core/sending/event-words.ts';
import { atomFeed } from '../../src/core/sending/feeds.ts';
import { letterText } from '../../src/core/sending/letter.ts';
import { letterHtml } from '../../src/core/sending/letter-html.tsx';
import { alertMessage } from '../../src/core/sending/message.ts';
import { pushBody } from '../../src/core/sending/push.ts';
import { slackBody } from '../../src/core/sending/slack.ts';
import { summaryMessage } from '../../src/core/sending/summary.ts';
import { teamsBody } from '../../src/core/sending/teams.ts';
import { wasTold } from '../../src/core/sending/was-told.ts';
import type { JudgementEvent } from '../../src/core/types.ts';
import { aRow } from '../events/builders.ts';
import { anAlert, anEvent, aReport, aWeek, names, weekLinks } from './build.ts';

const paper = aReport({ publisher: 'The Paper', tier: 'other' });
const other = aReport({ ...{ findingId: 'f2', articleId: 'a2', publisher: 'Other Paper' }, tier: 'other' });
const conflict = {
  field: 'headlines.overall',
  values: [
    { value: 'good', findings: ['f1'] },
    { value: 'inadequate', findings: ['f2'] },
  ],
};
const disputed = anEvent({
  ...{ status: 'disputed', grade: 'good', headlines: [{ remit: 'overall', grade: 'good' }] },
  ...{ reports: [paper, other], conflicts: [conflict] },
});
const against = {
  match: 'contradicting',
  judgement: 'r1',
  previousGrade: null,
  direction: null,
  streak: null,
} as const;

const LINES: [string, Partial<JudgementEvent>, string][] = [
  ['reports differ', {}, "Northshire: good or inadequate, reports differ (Ofsted, children's services)"],
  [
    'the official record says otherwise',
    { conflicts: [], reports: [paper], register: against },
    "Northshire: good, the official record says otherwise (Ofsted, children's services)",
  ],
  [
    'reports differ on one of two headlines',
    {
      grade: null,
      headlines: [
        { remit: 'safeguarding', grade: 'inadequate' },
        { remit: 'looked_after_children', grade: 'good' },
      ],
      conflicts: [{ ...conflict, field: 'headlines.safeguarding' }],
    },
    "Northshire: inadequate or good for safeguarding, good for looked after children, reports differ (Ofsted, children's services)",
  ],
  [
    'it was corrected and reports still differ',
    { status: 'corrected', reportStatus: 'disputed' },
    "Northshire: good or inadequate, reports differ (Ofsted, children's services)",
  ],
  [
    'it was corrected and the inspectorate itself has said it',
    { status: 'corrected', reportStatus: 'confirmed', reports: [{ ...paper, tier: 'inspectorate' }, other] },
    "Northshire: good (Ofsted, children's services), up from requires improvement",
  ],
  [
    'it was corrected and only a row read from the press says otherwise',
    {
      status: 'corrected',
      reportStatus: 'reported',
      reports: [paper],
      conflicts: [],
      register: { ...against, readFrom: 'press' },
    },
    "Northshire: good (Ofsted, children's services), up from requires improvement",
  ],
];
describe('the line of a judgement where', () => {
  for (const [when, more, line] of LINES)
    test(when, () => expect(eventLine(anEvent({ ...disputed, ...more }), names)).toBe(line));
});

const SHORT = 'good or inadequate, reports differ';
const LONG = 'Disputed: reports disagree about the grade. The Paper: good; Other Paper: inadequate.';
const to = { key: 'k', address: 'a@paper.example', secret: null };
const input = anAlert({ event: disputed });
const single = alertMessage(input, to);
const another = anAlert({ event: anEvent({ key: 'k2', authority: 'southshire' }) });
const digest = weekDigest(aWeek({ events: [{ event: disputed, learntAt: new Date('2026-11-18T09:06:00Z') }] }), names);
const MESSAGES: [string, string, string][] = [
  ['a mail', letterText(single.letter), LONG],
  ['a mail in HTML', letterHtml(single.letter), LONG],
  ['Slack', slackBody(single.letter), LONG],
  ['Teams', teamsBody(single.letter), LONG],
  ['a notification', pushBody(single), LONG],
  ['the message of a day', letterText(summaryMessage([input], to, { day: '2026-11-18' }).letter), LONG],
  ['a storm’s message', letterText(summaryMessage([input, another], to, 'storm').letter), LONG],
  ['the digest', letterText(digestLetter(digest, names, weekLinks)), 'The Paper: good; Other Paper: inadequate'],
  [
    'a feed',
    atomFeed(
      { title: 't', id: 'i', self: 's', home: 'h', updated: new Date(0), sample: false },
      digest.rows,
      names,
      weekLinks,
    ),
    LONG.replace(/\.$/, ''),
  ],
];
describe('a judgement in dispute is said to be so, with the other grade and who says it, in', () => {
  for (const [where, text, who] of MESSAGES)
    test(where, () => {
      expect(text.toLowerCase()).toContain(SHORT);
      expect(text).toContain(who);
    });
});

const ofWeek = (event: JudgementEvent): EventRow => ({
  ...{ week: '2026-W47', section: 'judgement', learntAt: new Date(0), event, official: null, sample: false },
});

test('tables say so in a column of their own, with who says which, and empty where nothing is in dispute', () => {
  const row = ofWeek(disputed);
  const agreed = { ...row, event: anEvent({ status: 'corroborated' }) };
  const [head, ...cells] = table(EVENT_COLUMNS, [row, agreed], names);
  const at = head?.indexOf('disputed') ?? -1;
  expect(cells.map((line) => line[at])).toEqual(['overall=good (The Paper)|overall=inadequate (Other Paper)', '']);
});

test('a page and an alert do not say how it moved', () => {
  expect(changeWords({ ...disputed, previousGrade: 'inadequate', direction: 'up' }, names)).toBe(
    'not told while its grade is in dispute',
  );
});

test('the verdict and the lines of several notifications give no grade in dispute alone', () => {
  expect(alertContent(input).verdict?.text).toBe('Good or inadequate, reports differ');
  expect(summaryMessage([input, another], to, 'storm').brief.text).toContain(`Northshire: ${SHORT}`);
});

test('where the official record disagrees it is named with its grade', () => {
  const event = anEvent({ ...disputed, reports: [paper], conflicts: [], register: against });
  const said = (registered: ReturnType<typeof aRow> | null) =>
    letterText(alertLetter(alertContent(anAlert({ event, registered }))));
  expect(said(aRow('r1', { grade: 'inadequate' }))).toContain(
    'Disputed: a report and the official record disagree about the grade. The Paper: good; the official record: inadequate.',
  );
  expect(said(null)).toContain('The Paper: good; the official record: other grades.');
});

test('a summary says of what nothing disputes how well founded it is', () => {
  const areas = [{ field: 'judgements.leaders', values: conflict.values }];
  const told = (event: JudgementEvent) =>
    letterText(summaryMessage([anAlert({ event })], to, { day: '2026-11-18' }).letter);
  expect(told(anEvent())).toContain('Status: reported by one source');
  expect(told(anEvent({ status: 'corroborated', conflicts: areas }))).toContain(
    'Status: reported by independent sources; reports differ on the grade for leaders',
  );
});

test('a week counts it as in dispute, and moves it neither up nor down', () => {
  const moved = { ...disputed, previousGrade: 'inadequate', direction: 'up' } as const;
  const digest = weekDigest(
    aWeek({ events: [{ event: moved, learntAt: moved.reports[0]?.firstSeen as Date }] }),
    names,
  );
  expect([digest.rows.length, digest.up, digest.streaks]).toEqual([1, [], []]);
  expect(digest.totals.map(({ grade, count, disputed: open }) => [grade, count, open])).toEqual([['good', 1, 1]]);
  const text = letterText(digestLetter(digest, names, weekLinks));
  expect(text).toContain('Judgements: 1 (1 in dispute)');
  expect(text).toContain('Change: was inadequate');
});

test('the terminal says in words what reports differ on, and what the register has of it', () => {
  const values = (first: string, second: string) => [
    { value: first, findings: ['f1'] },
    { value: second, findings: ['f2'] },
  ];
  const event = anEvent({
    ...disputed,
    register: { ...against, match: 'unpublished', judgement: null },
    conflicts: [
      conflict,
      { field: 'judgements.care_leavers', values: values('good', 'requires_improvement') },
      { field: 'previousGrade', values: values('requires_improvement', 'inadequate') },
      { field: 'published', values: values('2026-11-18', '2026-11-17') },
    ],
  });
  const beside = { preceding: null, registered: null, said: null, official: null, linked: [], decisions: [] };
  const shown = eventText({ event, ...beside, setRight: new Map() }, names, 200);
  expect(shown).toMatch(/^register +not in the register yet$/m);
  expect(shown.slice(shown.indexOf('Reports disagree'), shown.indexOf('\n\nReports, most'))).toBe(
    [
      'Reports disagree',
      '  overall grade: good (The Paper) against inadequate (Other Paper)',
      '  grade for care leavers: good (The Paper) against requires improvement (Other Paper)',
      '  grade before: requires improvement (The Paper) against inadequate (Other Paper)',
      '  day of publication: 18 November 2026 (The Paper) against 17 November 2026 (Other Paper)',
    ].join('\n'),
  );
});

test.each([
  [null, `this replaces “Northshire: ${SHORT} (`],
  ['part', `that this was part of “Northshire: ${SHORT} (`],
] as const)('what was told as in dispute is quoted as such where it is put right (%s)', (as, words) => {
  const notice = { notice: 'correction-1', was: wasTold(disputed, as) };
  expect(alertContent(anAlert({ notice })).correction).toContain(words);
});

describe('of a grade that a person made of what a paper told', () => {
  const setRight = { reason: 'a slip', headlines: [{ remit: 'overall', grade: 'inadequate' }] };
  const changed = { ...paper, person: 'changed' as const, setRight };
  const event = anEvent({ ...disputed, reports: [changed, other] });
  test('no paper is named as the one that says it', () => {
    expect(alertContent(anAlert({ event })).disputed).toContain(
      'The Paper, as a person set it right: good; Other Paper: inadequate',
    );
    const beside = { preceding: null, registered: null, said: null, official: null, linked: [], decisions: [] };
    expect(eventText({ event, ...beside, setRight: new Map() }, names, 200)).toContain(
      'good (The Paper, as a person set it right) against inadequate (Other Paper)',
    );
    const columns = table(EVENT_COLUMNS, [ofWeek(event)], names);
    expect(JSON.stringify(columns)).toContain('overall=good (The Paper, as a person set it right)');
  });
  test('what that person said is the measure only while it stands', () => {
    const sure = (reports: JudgementEvent['reports']) => surenessWords(anEvent({ ...event, reports }));
    expect(sure([changed, other])).toBe('set right by a person');
    expect(sure([paper, { ...other, person: 'changed', setRight }])).toMatch(/%/);
  });
});
