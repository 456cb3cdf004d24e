import { describe, expect, test } from 'vitest';
import { alertContent, alertLetter } from '../../src/core/sending/alert.ts';
import { alertBrief } from '../../src/core/sending/brief.ts';
import { weekDigest } from '../../src/core/sending/digest.ts';
import { digestLetter } from '../../src/core/sending/digest-letter.ts';
import { eventLine } from '../../src/core/sending/event-words.ts';
import { letterMarkdown, letterText } from '../../src/core/sending/letter.ts';
import { letterHtml } from '../../src/core/sending/letter-html.tsx';
import { alertMessage } from '../../src/core/sending/message.ts';
import { messageId } from '../../src/core/sending/message-id.ts';
import { movement } from '../../src/core/sending/names.ts';
import { pushBody } from '../../src/core/sending/push.ts';
import { slackBody } from '../../src/core/sending/slack.ts';
import { summaryMessage } from '../../src/core/sending/summary.ts';
import { teamsBody } from '../../src/core/sending/teams.ts';
import { asOne, wasTold } from '../../src/core/sending/was-told.ts';
import { webhookBody } from '../../src/core/sending/webhook-body.ts';
import type { EventReport, JudgementEvent, RegisterJudgement } from '../../src/core/types.ts';
import { aRow } from '../events/builders.ts';
import { aDistinction } from '../support/claims.ts';
import { anAlert, anEvent, aReport, asked, aWeek, HOSTILE, names, SOUTHSHIRE_GOOD, weekLinks } from './build.ts';

const none = { match: 'none', judgement: null, previousGrade: null, direction: null, streak: null } as const;
const subjects = [
  // event                                                                 subject
  [anEvent(), "Northshire: outstanding (Ofsted, children's services), up from requires improvement"],
  [
    anEvent({ direction: 'same', streak: 2 }),
    "Northshire: outstanding (Ofsted, children's services), unchanged, second time in a row",
  ],
  [
    anEvent({ direction: null, previousGrade: null, streak: 3 }),
    "Northshire: outstanding (Ofsted, children's services), third time in a row",
  ],
  [anEvent({ direction: null, previousGrade: null }), "Northshire: outstanding (Ofsted, children's services)"],
  [
    anEvent({ direction: null, previousGrade: null, register: { ...none, direction: 'down', previousGrade: 'good' } }),
    "Northshire: outstanding (Ofsted, children's services), down from good",
  ],
  [
    anEvent({ inspectorate: 'cqc', service: 'adult_social_care', direction: 'first' }),
    'Northshire: outstanding (CQC, adult social care), its first such grade',
  ],
  [
    anEvent({
      direction: null,
      previousGrade: null,
      headlines: [
        { remit: 'safeguarding', grade: 'inadequate' },
        { remit: 'looked_after_children', grade: 'good' },
      ],
    }),
    "Northshire: inadequate for safeguarding, good for looked after children (Ofsted, children's services)",
  ],
  [
    anEvent({ direction: null, previousGrade: null, grade: null, headlines: [], gradeState: 'none_by_framework' }),
    "Northshire: 1 of 4 areas outstanding, 1 good and 2 not known, no overall grade is given (Ofsted, children's services)",
  ],
  [
    anEvent({
      ...{ direction: null, previousGrade: null, grade: null, headlines: [], gradeState: 'none_by_framework' },
      judgements: ['leaders', 'help_and_protection', 'children_in_care', 'care_leavers'].map((area) => ({
        area,
        grade: 'good',
        evidence: [0],
      })),
    }),
    "Northshire: all 4 areas good, no overall grade is given (Ofsted, children's services)",
  ],
] as const;
describe('subjects', () => {
  for (const [event, subject] of subjects) test(subject, () => expect(eventLine(event, names)).toBe(subject));

  const marks = [
    [{ sample: true }, '[Sample] Northshire: outstanding'],
    [{ notice: { notice: 'correction-1', was: null } }, 'Correction: Northshire: outstanding'],
    [
      { notice: { notice: 'correction-1', was: null }, event: anEvent({ status: 'retracted' }) },
      'Retracted: Northshire, where we had said “outstanding” (Ofsted',
    ],
    [
      { notice: { notice: 'correction-2', was: null }, event: anEvent({ status: 'withdrawn' }) },
      'Withdrawn by the inspectorate: Northshire, whose report had said “outstanding” (Ofsted',
    ],
  ] as const;
  for (const [input, start] of marks)
    test(`"${start}" is said in front`, () =>
      expect(alertContent(anAlert(input)).subject.startsWith(start)).toBe(true));

  test('no subject is longer than 200 characters or has more than one line', () => {
    const long = {
      ...names,
      authority: (slug: string) => ({ ...names.authority(slug), shortName: `North\r\nshire ${'x'.repeat(400)}😀` }),
    };
    const subject = eventLine(anEvent(), long);
    expect(subject.length).toBeLessThanOrEqual(200);
    expect(subject).not.toMatch(/[\r\n]/);
  });
});

const full = anAlert({
  event: anEvent({
    jointWith: ['southshire'],
    status: 'confirmed',
    reports: [
      aReport(),
      aReport({
        findingId: 'f2',
        articleId: 'a2',
        title: 'Copy',
        publisher: 'The Northshire Bugle',
        tier: 'local',
        firstSeen: new Date('2026-11-18T08:00:00Z'),
        copyOf: 'a1',
      }),
    ],
  }),
  previous: aRow('before', { published: '2022-06-01', grade: 'requires_improvement' }),
  subscription: { ...asked, note: 'for the Monday meeting' },
  sentence: 'The inspectors said that Northshire is outstanding overall.',
  deliveredBy: 'Northshire Children’s Trust',
});
const must = [
  ['the official name, region and type', 'Northshire County Council (county, North East)'],
  ['the codes', 'GSS E100010, LA 9010, northshire'],
  ['the inspectorate', 'Ofsted'],
  ['the framework', 'ILACS (2023-01)'],
  ['the other councils of a joint report', 'Southshire'],
  ['who delivers the service', 'Northshire Children’s Trust'],
  ['the areas', 'care leavers'],
  ['the grade before and its date', 'requires improvement, published 1 June 2022'],
  ['the change', 'up from requires improvement'],
  ['the inspection', '5 to 16 October 2026'],
  ['the publication', '18 November 2026'],
  ['when it was first seen, in London', '18 November 2026, 08:00 (London)'],
  ['the status', 'confirmed by the official record'],
  ['the confidence', 'very high (97%)'],
  ['the deciding sentence', 'The inspectors said that Northshire is outstanding overall.'],
  ['the official report', 'https://reports.inspectorate.example/44/1'],
  ['each source', 'https://news.northshire.example/praised'],
  [
    'who was first',
    'The Northshire Bugle, local press, 18 November 2026, first to report, copy of the report of Northshire Council',
  ],
  ['why it came', 'You asked for any service in Northshire, since 2 March 2026.'],
  ['the reader’s own note', 'for the Monday meeting'],
  ['how to report an error', 'https://gradewatch.example/events/e1/wrong'],
  ['how to end it', 'https://gradewatch.example/unsubscribe/t2'],
] as const;
describe('an alert says', () => {
  const letter = alertLetter(alertContent(full));
  const text = letterText(letter);
  const html = letterHtml(letter).replaceAll('&#39;', "'").replaceAll('&amp;', '&');
  for (const [what, words] of must)
    test(what, () => {
      expect(text.toLowerCase()).toContain(words.toLowerCase());
      expect(html.toLowerCase()).toContain(words.toLowerCase());
    });
  test('"no overall grade is given" where there is none', () => {
    const event = anEvent({ grade: null, headlines: [], gradeState: 'none_by_framework' });
    expect(letterText(alertLetter(alertContent(anAlert({ event }))))).toMatch(/NO OVERALL GRADE IS GIVEN/);
  });
  test('what is not known', () => {
    const event = anEvent({
      inspected: null,
      published: null,
      day: null,
      dayBasis: 'unknown',
      previousGrade: null,
      direction: null,
      framework: null,
    });
    const shown = letterText(alertLetter(alertContent(anAlert({ event }))));
    for (const line of [
      'Inspected: not known',
      'Published: not known',
      'Previous grade: not known',
      'Framework: not stated',
    ])
      expect(shown).toContain(line);
  });
  test('when the grade before was given, as far as that is known', () => {
    const shown = (event: Parameters<typeof anEvent>[0], previous: RegisterJudgement | null = null) =>
      letterText(alertLetter(alertContent(anAlert({ event: anEvent(event), previous }))));
    const inspected = { from: '2021-05-03', until: '2021-05-15' };
    const month = { from: '2021-06-01', until: '2021-07-01' };
    expect(shown({ previousYear: 2021 })).toContain('Previous grade: requires improvement, in 2021');
    expect(
      shown({ previousYear: 2021 }, aRow('r', { grade: 'requires_improvement', publishedWithin: month })),
    ).toContain('requires improvement, published June 2021');
    expect(shown({}, aRow('r', { grade: 'requires_improvement', inspected }))).toContain(
      'requires improvement, inspected 3 to 14 May 2021',
    );
    expect(shown({})).toContain('requires improvement, date not known');
  });
  test('a grade before that is not the register’s is said with the register’s', () => {
    const event = anEvent({ previousYear: 2021, register: { ...none, previousGrade: 'good' } });
    expect(letterText(alertLetter(alertContent(anAlert({ event }))))).toContain(
      'Previous grade: requires improvement, in 2021, as reported; the register of published judgements has good',
    );
  });
  test('a grade before that the register has from the press is said to be from there', () => {
    const shown = (readFrom?: 'press' | 'council', grade = 'good') => {
      const previous = aRow('r', { published: '2021-05-14', grade, ...(readFrom ? { readFrom } : {}) });
      const event = anEvent({ previousYear: 2021, register: { ...none, previousGrade: 'good' } });
      return letterText(alertLetter(alertContent(anAlert({ event, previous })))).replaceAll(/\s+/g, ' ');
    };
    const told =
      'Previous grade: requires improvement, in 2021, as reported; the register of published judgements has good';
    expect(shown('press')).toContain(`${told} (read from the press, not from the inspectorate)`);
    expect(shown('council')).toContain(`${told} (read from a council’s page, not from the inspectorate)`);
    expect(shown()).toMatch(new RegExp(`${told} (?!\\()`));
  });
  for (const [told, streak] of [
    // what the text says     what is told of the register's "outstanding, third time in a row"
    [{ direction: 'up', previousGrade: 'good' }, null],
    [{ direction: 'same', previousGrade: 'outstanding' }, 3],
    [{ direction: null, previousGrade: null }, 3],
  ] as const)
    test(`a run of the register beside the text's ${told.direction ?? 'silence'}: ${streak ?? 'not told'}`, () => {
      const register = { ...none, direction: 'same', previousGrade: 'outstanding', streak: 3 } as const;
      expect(movement(anEvent({ ...told, streak: null, register })).streak).toBe(streak);
    });
  test('that a person looked at it, where one did', () => {
    const sureness = (person?: 'accepted' | 'changed') =>
      letterText(
        alertLetter(
          alertContent(anAlert({ event: anEvent({ confidence: 0.52, reports: [aReport(person ? { person } : {})] }) })),
        ),
      );
    expect(sureness()).toContain('Confidence: low (52%)');
    expect(sureness('accepted')).toContain('Confidence: checked by a person');
    expect(sureness('changed')).toContain('Confidence: set right by a person');
  });
  test('why a person says otherwise than the article, whose words are marked as its own', () => {
    const setRight = {
      reason: 'the paper took another council’s grade <b>',
      headlines: [{ remit: 'overall', grade: 'inadequate' }],
    };
    const content = alertContent(anAlert({ event: anEvent({ setRight }), sentence: null }));
    const said =
      'Set right by a person: the paper took another council’s grade <b>. The article itself said inadequate.';
    const letter = alertLetter(content);
    expect(letterText(letter)).toContain(said);
    expect(letterText(letter)).toMatch(/”\n {2}What the article said; it was set right/);
    expect(slackBody(letter)).toContain('What the article said; it was set right');
    expect(alertBrief(anAlert({ event: anEvent({ setRight }) }), content).text).toContain(said);
    const same = { ...setRight, headlines: anEvent().headlines };
    expect(alertContent(anAlert({ event: anEvent({ setRight: same }) })).setRight).not.toContain('article itself');
    expect(letterText(alertLetter(alertContent(anAlert())))).not.toContain('et right');
  });
  test('how much of a report’s text was taken from another', () => {
    const other = aReport({ articleId: 'a2', publisher: 'The Bugle', takenFrom: 'a1' });
    const shown = (report: EventReport) =>
      letterText(alertLetter(alertContent(anAlert({ event: anEvent({ reports: [aReport(), report] }) }))));
    expect(shown({ ...other, share: 0.43 })).toContain('43% of its text taken from the report of Northshire Council');
    expect(shown({ ...other, share: 0.98, copyOf: 'a1' })).toContain(
      'copy of the report of Northshire Council, 98% of its text taken from it',
    );
  });
  test('on which words a date rests', () => {
    const published = (event: Parameters<typeof anEvent>[0]) =>
      alertContent(anAlert({ event: anEvent({ published: null, ...event }) })).facts.find(
        ({ label }) => label === 'Published',
      )?.value;
    const within = (basis: 'stated' | 'inferred') => ({ from: '2026-11-01', until: '2026-12-01', basis });
    const rests = [
      [{ dayBasis: 'article' }, 'first reported 18 November 2026'],
      [{ dayBasis: 'article', publishedWithin: within('inferred') }, 'first reported 18 November 2026'],
      [{ dayBasis: 'article', publishedWithin: within('stated') }, 'on a day of November 2026 (as stated)'],
      [
        { day: null, dayBasis: 'unknown', publishedWithin: within('inferred') },
        'on a day of November 2026 (inferred from the text)',
      ],
      [{ day: null, dayBasis: 'unknown' }, 'not known'],
      [{ dayBasis: 'register' }, '18 November 2026'],
    ] as const;
    for (const [event, words] of rests) {
      expect(published(event)).toBe(words);
      // A weekly digest says the same of the same event.
      const told = { event: anEvent({ published: null, ...event }), learntAt: new Date('2026-11-18T09:06:00Z') };
      const week = weekDigest(aWeek({ events: [told] }), names);
      expect(letterText(digestLetter(week, names, weekLinks))).toContain(`Published: ${words}`);
    }
  });
  test('that it is a sample', () => {
    const sample = alertLetter(alertContent(anAlert({ sample: true })));
    for (const shown of [letterText(sample), letterHtml(sample), letterMarkdown(sample)])
      expect(shown).toContain('invented councils in a demonstration');
  });
  test('what a correction replaces', () => {
    const notice = {
      notice: 'correction-1',
      was: SOUTHSHIRE_GOOD,
    };
    expect(alertContent(anAlert({ notice })).correction).toBe(
      "Correction: this replaces “Southshire: good (Ofsted, children's services)”.",
    );
    expect(alertContent(anAlert({ notice, event: anEvent({ status: 'retracted' }) })).correction).toMatch(
      /we were wrong/,
    );
  });
  test('that it is a correction once, where its title and its first words stand together', () => {
    const input = anAlert({ notice: { notice: 'correction-1', was: SOUTHSHIRE_GOOD } });
    const to = { key: 'k', address: 'a@paper.example', secret: null };
    const day = letterText(summaryMessage([input], to, { day: '2026-11-18' }).letter);
    expect(day).toMatch(/- Correction: Northshire: .*\n.*\n {2}This replaces “Southshire: good/);
    const { title, text } = JSON.parse(pushBody(alertMessage(input, to))) as Record<'title' | 'text', string>;
    expect([title, text]).toEqual([
      expect.stringMatching(/^Correction: Northshire: /),
      expect.stringMatching(/^This replaces “Southshire: good/),
    ]);
  });
  for (const [status, said] of [
    ['retracted', 'we told you to disregard “Northshire: outstanding (Ofsted'],
    ['withdrawn', 'we told you that the report behind “Northshire: outstanding (Ofsted'],
  ] as const)
    test(`that what was told as ${status} stands again`, () => {
      const notice = { notice: 'correction-2', was: wasTold(anEvent({ status })) };
      const { correction } = alertContent(anAlert({ notice, event: anEvent({ status: 'corrected' }) }));
      expect(correction).toContain(said);
      expect(correction).not.toContain('replaces');
    });
  test('all that its reader was told and that is not so, each once', () => {
    const back = wasTold(anEvent({ key: 'first', status: 'retracted' }));
    const was = asOne([wasTold(anEvent({ key: 'second' }), 'own'), back, back]);
    const said = (event: JudgementEvent) =>
      alertContent(anAlert({ notice: { notice: 'correction-2', was }, event })).correction;
    expect(said(anEvent({ status: 'corrected' }))).toMatch(
      /^Correction: we told you “Northshire: [^”]+”, published .*, as a judgement of its own\. It is none: it is part of the one told here.* We told you to disregard “Northshire: [^”]+”\. That was our mistake: what is told here was judged\.$/,
    );
    expect(said(anEvent({ status: 'retracted' }))).toMatch(/Please disregard what we told you: “[^”]+” and “[^”]+”\.$/);
    expect(asOne([])).toBeNull();
  });
  test('which area grades a correction replaces, where there is no overall one', () => {
    const told = anEvent({
      ...{ headlines: [], grade: null, gradeState: 'none_by_framework' as const },
      judgements: [
        { area: 'leaders', grade: 'good', evidence: [] },
        { area: 'care_leavers', grade: 'outstanding', evidence: [] },
      ],
    });
    const event = {
      ...told,
      judgements: [{ area: 'leaders', grade: 'inadequate', evidence: [] }, told.judgements[1]!],
    };
    const said = (of: JudgementEvent) =>
      alertContent(anAlert({ notice: { notice: 'correction-1', was: wasTold(told) }, event: of })).correction;
    expect(said(event)).toContain('this replaces “Northshire: leaders good, no overall grade (');
    expect(said({ ...told, status: 'retracted' })).toContain(
      'leaders good, care leavers outstanding, no overall grade',
    );
  });
  for (const confidence of [0.996, 1])
    test(`a confidence of ${confidence} is never shown as certain`, () =>
      expect(alertContent(anAlert({ event: anEvent({ confidence }) })).facts.at(-1)?.value).toBe('very high (99%)'));
});

for (const [status, mark, label] of [
  ['retracted', 'Retracted: ', 'We had said: outstanding'],
  ['withdrawn', 'Withdrawn by the inspectorate: ', 'The report had said: outstanding'],
] as const)
  describe(`a judgement that was ${status}`, () => {
    const event = anEvent({ status, takenBackReason: 'the paper mixed up two councils.' });
    const input = anAlert({ event, notice: { notice: 'correction-1', was: wasTold(anEvent()) } });
    const letter = alertLetter(alertContent(input));
    const text = letterText(letter);
    test('begins with that in subject, title, chat and the line for programs', () => {
      for (const said of [letter.subject, letter.title, JSON.parse(slackBody(letter)).blocks[0].text.text])
        expect(said.startsWith(mark)).toBe(true);
      expect(JSON.parse(teamsBody(letter)).attachments[0].content.body[0].text.startsWith(mark)).toBe(true);
      expect(JSON.parse(webhookBody(input)).line.startsWith(mark)).toBe(true);
    });
    test('tells its grade as what had been said, and why it is no more', () => {
      expect(text).toContain(label);
      expect(text).toContain('The reason: the paper mixed up two councils.\n');
      expect(text).toContain('https://news.northshire.example/praised');
    });
    test('reads like no news: no verdict, quote, area, movement or confidence', () => {
      expect(text).not.toMatch(/overall grade|OUTSTANDING|Inspectors judged|By area|Change:|Previous grade|Confidence/);
      expect(alertBrief(input, alertContent(input)).text).not.toContain('Inspectors judged');
    });
  });

describe('titles from strangers are shown, never obeyed', () => {
  for (const title of HOSTILE) {
    const event = anEvent({
      reports: [aReport({ title, publisher: title, url: 'javascript:alert(1)' })],
      evidence: [{ rule: 'r', field: 'text', start: 0, end: 1, quote: title }],
    });
    const letter = alertLetter(alertContent(anAlert({ event, subscription: { ...asked, note: title } })));
    test(JSON.stringify(title), () => {
      const html = letterHtml(letter);
      expect(html).not.toMatch(/<script|<img|<svg|javascript:[^<]*"|onerror=[^<]*>[^<]*"/i);
      expect((html.match(/<title>/g) ?? []).length).toBe(1);
      const text = letterText(letter);
      expect(text).not.toMatch(/^Bcc:/m);
      for (const shown of [html, text, letterMarkdown(letter)]) expect(shown).not.toMatch(/[\u202A-\u202E\u200B]/);
      const markdown = letterMarkdown(letter);
      expect(markdown).not.toMatch(/(?<!\\)\]\(javascript|<script|<img|<!channel|^\| a \| b \|$/m);
    });
  }
});

test('the same alert has the same Message-ID, another one another, and none breaks a header', () => {
  const id = messageId('s1.northshire/ofsted (x).first.mail', 'gradewatch.example');
  expect(id).toBe(messageId('s1.northshire/ofsted (x).first.mail', 'gradewatch.example'));
  expect(id).toMatch(/^<[A-Za-z0-9.!~*'%_-]+@gradewatch\.example>$/);
  expect(messageId('a b', 'x')).not.toBe(messageId('a_b', 'x'));
  expect(messageId('a', 'x>\r\nBcc: e')).toBe('<a@xBcce>');
});

test('a webhook carries the event in its public shape with the kind of news', () => {
  const body = JSON.parse(webhookBody(anAlert({ notice: { notice: 'correction-1', was: null } })));
  expect(body).toMatchObject({
    ...JSON.parse(JSON.stringify(anEvent())),
    type: 'judgement.correction',
    notice: 'correction-1',
    subscription: 's1',
    line: "Northshire: outstanding (Ofsted, children's services), up from requires improvement",
    page: anAlert().links.event,
    authorityName: 'Northshire County Council',
    authorityCodes: { gss: expect.any(String), la: expect.any(String) },
  });
});

test('a mail loads nothing and tracks nobody: no image, script, style or font from outside', () => {
  const html = letterHtml(alertLetter(alertContent(full)));
  expect(html).not.toMatch(/<img|<script|<link|src=|url\(|@import/i);
  expect(html).toContain('href="https://news.northshire.example/praised"');
});

test('long names of areas have the room of a table, not their short grades; short labels of details do not', () => {
  const facts = (label: string, value: string) => ({ kind: 'facts' as const, rows: [{ label, value }] });
  const table = (block: ReturnType<typeof facts>) =>
    /<table class="([^"]*)"/.exec(letterHtml({ subject: 's', title: 't', blocks: [block], footer: [] }))?.[1];
  expect(table(facts('The experiences and progress of care leavers', 'requires improvement'))).toBe('facts named');
  expect(table(facts('Authority', 'Northshire County Council'))).toBe('facts');
});

test('what reports say sets a judgement apart stands among its details, each claim with whoever makes it', () => {
  const distinctions = [
    { ...aDistinction(), findings: ['f1'] },
    {
      ...aDistinction({
        rank: 'one_of',
        number: 3,
        place: null,
        inARow: null,
        everyArea: true,
        grade: 'requires_improvement',
      }),
      findings: [],
    },
  ];
  const { facts } = alertContent(anAlert({ event: anEvent({ distinctions }) }));
  expect(facts.find(({ label }) => label === 'Said to be')?.value).toBe(
    'second in the country to be rated outstanding twice in a row (Northshire Council); one of 3 to be rated requires improvement in every area',
  );
  expect(alertContent(anAlert({})).facts.map(({ label }) => label)).not.toContain('Said to be');
});

test('a grade before that areas alone cannot be compared with is given, and that it cannot', () => {
  const event = anEvent({
    ...{ headlines: [], grade: null, gradeState: 'none_by_framework', direction: null, previousGrade: 'good' },
  });
  const { facts } = alertContent(anAlert({ event }));
  const of = (name: string) => facts.find(({ label }) => label === name)?.value;
  expect(of('Previous grade')).toBe('good, date not known');
  expect(of('Change')).toBe('cannot be compared, as no overall grade is given');
  const unknown = alertContent(anAlert({ event: { ...event, previousGrade: null } })).facts;
  expect(unknown.find(({ label }) => label === 'Change')?.value).toBe('not known');
});

test('of a source that is neither press nor council no kind is said', () => {
  const notes = (tier: EventReport['tier']) =>
    alertContent(anAlert({ event: anEvent({ reports: [aReport({ tier })] }) })).sources[0]?.note;
  expect(notes('other')).toBe('Northshire Council, 18 November 2026');
  expect(notes('local')).toBe('Northshire Council, local press, 18 November 2026');
});

test('a source without headline is named as one', () =>
  expect(alertContent(anAlert({ event: anEvent({ reports: [aReport({ title: '' })] }) })).sources[0]?.text).toBe(
    'An article without headline',
  ));

test('of a register’s row from the press its readers are told that it is no official record', () => {
  const register = { ...none, match: 'confirmed', judgement: 'r1', readFrom: 'press' } as const;
  const words = (event: Partial<JudgementEvent>) =>
    alertContent(anAlert({ event: anEvent(event) })).facts.find(({ label }) => label === 'Register')?.value;
  expect(words({ register })).toBe('no official record; matches a row read from the press, not from the inspectorate');
  expect(words({ register: { ...register, readFrom: undefined } as never })).toBeUndefined();
});
