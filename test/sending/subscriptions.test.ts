import { beforeAll, describe, expect, test } from 'vitest';
import { makeChannels } from '../../src/adapters/channels/index.ts';
import type { StoredSubscription } from '../../src/adapters/store/store.ts';
import { subscriptionsCsv, subscriptionsRead } from '../../src/cli/subscriptions-file.ts';
import { dayPeriod } from '../../src/core/sending/cadence.ts';
import { confirmationLetter } from '../../src/core/sending/confirmation.ts';
import { displayNames } from '../../src/core/sending/display-names.ts';
import { dryRun } from '../../src/core/sending/dry-run.ts';
import { eventLine } from '../../src/core/sending/event-words.ts';
import { letterMarkdown, letterText } from '../../src/core/sending/letter.ts';
import { letterHtml } from '../../src/core/sending/letter-html.tsx';
import { notSentBlocks } from '../../src/core/sending/not-sent.ts';
import { newAddressLetter } from '../../src/core/sending/notes-to-readers.ts';
import { ANY } from '../../src/core/sending/route.ts';
import { runningKey } from '../../src/core/sending/sameness.ts';
import { slackBody } from '../../src/core/sending/slack.ts';
import { summaryMessage } from '../../src/core/sending/summary.ts';
import { teamsBody } from '../../src/core/sending/teams.ts';
import type { JudgementEvent } from '../../src/core/types.ts';
import { WrongUse } from '../../src/errors.ts';
import { loadKnowledge } from '../../src/knowledge.ts';
import { packageRoot } from '../../src/package-root.ts';
import type { Knowledge } from '../../src/steps/deps.ts';
import { anAlert, anEvent, asks, names } from './build.ts';

const HEADER = 'channel,address,authority,region,inspectorate,service,grade,direction,every,note';
const LATER = 'status,or,except,quiet,criteria';
const refuse = () => Promise.reject(new Error('nothing is sent here'));
const channels = makeChannels({
  mailer: { send: refuse, close: async () => {} },
  webhooks: { call: refuse },
  pushes: { call: refuse },
  ...{ post: refuse, domain: 'gradewatch.example', refusal: () => null },
});

const NOW = new Date('2026-11-24T10:00:00Z');

describe('a newsroom’s list', () => {
  let knowledge: Pick<Knowledge, 'rulebook'>;
  beforeAll(async () => {
    knowledge = await loadKnowledge(
      { configDir: null, reviewBelow: null },
      { folder: `${packageRoot}/config/demo`, proposals: [] },
    );
  });
  const nowhereKept = async (places: readonly unknown[]) => places.map(() => null);
  const read = (...lines: string[]) =>
    subscriptionsRead(
      [HEADER, ...lines].join('\n'),
      'desk.csv',
      { ...knowledge, names: displayNames(knowledge.rulebook), channels, now: () => NOW },
      'the desk asked',
      nowhereKept,
    );

  test('is read with several values in a cell, empty cells meaning any', async () => {
    expect(
      await read(
        'mail,Desk@Newsroom.Example,northshire | Southshire,,ofsted,,Requires improvement|none,up,event,"Monday, desk"',
      ),
    ).toEqual([
      {
        ...{
          channel: 'mail',
          address: 'Desk@newsroom.example',
          every: 'event',
          note: 'Monday, desk',
          confirmed: 'the desk asked',
          quiet: null,
        },
        criteria: asks({
          authorities: ['northshire', 'southshire'],
          inspectorates: ['ofsted'],
          grades: ['requires_improvement', 'none'],
          directions: ['up'],
        }),
      },
    ]);
  });

  test('with faults is refused whole, each fault with its line', async () => {
    const reading = () =>
      read(
        'mail,desk@newsroom.example,Northshir,,,,,,event,',
        'fax,1,,,,,,,event,',
        'mail,"a@x.example, b@x.example",,,,,splendid,,event,',
        'mail,a@x.example,,,,,,,hourly,',
        'fax,nobody,Northshir,,,,splendid,,hourly,',
      );
    const refused: unknown = await reading().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(WrongUse);
    const { faults } = refused as WrongUse;
    expect(faults.map((fault) => fault.slice(0, 15)).sort()).toEqual([
      'desk.csv line 2',
      'desk.csv line 3',
      'desk.csv line 4',
      'desk.csv line 4',
      'desk.csv line 5',
      // Each of its four.
      ...Array(4).fill('desk.csv line 6'),
      'desk.csv: nothi',
    ]);
    expect(faults.join('\n')).toContain('did you mean northshire?');
  });

  test('that holds nothing is refused', () => expect(read()).rejects.toThrow('desk.csv: no subscription stands in it'));

  test('goes out in the columns it came in, notes safe from formulas, and comes back the same', async () => {
    const stored = (more: Partial<StoredSubscription>) =>
      ({
        id: 's',
        channel: 'mail',
        address: 'a@x.example',
        every: 'week',
        state: 'active',
        note: '=1+1',
        criteria: asks({ authorities: ['northshire'], grades: ['none'] }),
        ...more,
      }) as StoredSubscription;
    const csv = Buffer.from(
      subscriptionsCsv([stored({}), stored({ state: 'ended' }), stored({ address: null })]),
    ).toString();
    expect(csv.trim().split('\r\n')).toEqual([
      `${HEADER},${LATER}`
        .split(',')
        .map((column) => `"${column}"`)
        .join(','),
      '"mail","a@x.example","northshire","","","","none","","week","\'=1+1","","","","",""',
    ]);
    expect(
      await subscriptionsRead(
        csv,
        'again.csv',
        { ...knowledge, names: displayNames(knowledge.rulebook), channels, now: () => NOW },
        null,
        nowhereKept,
      ),
    ).toMatchObject([
      { note: '=1+1', every: 'week', criteria: asks({ authorities: ['northshire'], grades: ['none'] }) },
    ]);
  });

  const combinations = [
    asks({ statuses: ['confirmed'], except: [asks({ authorities: ['northshire', 'southshire'] })] }),
    asks({ anyOf: [asks({ authorities: ['northshire'] }), asks({ grades: ['good', 'none'], directions: ['up'] })] }),
    asks({ anyOf: [asks({ statuses: ['disputed'] }), asks({ regions: ['London'] }), asks({ grades: ['good'] })] }),
    asks({ regions: ['London'], anyOf: [asks({ directions: ['up'] }), asks({ grades: ['inadequate'] })] }),
    asks({ anyOf: [asks({ anyOf: [asks({ directions: ['up'] }), asks({ grades: ['good'] })] })] }),
  ];
  test.each(combinations)('carries the combination %j out and in', async (criteria) => {
    const quiet = { from: '22:00', until: '07:00' };
    const one = { id: 's', channel: 'mail', address: 'a@x.example', every: 'week', state: 'active', note: null, quiet };
    const csv = Buffer.from(subscriptionsCsv([{ ...one, criteria } as StoredSubscription])).toString();
    const [again] = await subscriptionsRead(
      csv,
      'again.csv',
      { ...knowledge, names: displayNames(knowledge.rulebook), channels, now: () => NOW },
      null,
      nowhereKept,
    );
    expect(again?.quiet).toEqual(quiet);
    expect(runningKey({ ...one, channel: 'mail', every: 'week', criteria: again?.criteria ?? ANY })).toBe(
      runningKey({ ...one, channel: 'mail', every: 'week', criteria }),
    );
  });

  test('names faults inside combinations with their line', async () => {
    const wrong = () =>
      subscriptionsRead(
        `${HEADER},or,quiet\nmail,a@x.example,,,,,,,event,,regon=London || grade=splendid,22-7`,
        'desk.csv',
        { ...knowledge, names: displayNames(knowledge.rulebook), channels, now: () => NOW },
        null,
        nowhereKept,
      );
    await expect(wrong()).rejects.toThrow(
      [
        'desk.csv line 2: or "regon=London" is not of the form word=value; did you mean region=…?',
        'desk.csv line 2: "splendid" is no grade',
      ].join('\n'),
    );
    await expect(wrong()).rejects.toThrow('desk.csv line 2: quiet "22-7" is not two times of day');
  });
});

describe('what two subscriptions have in common', () => {
  const one = {
    channel: 'mail',
    address: 'Desk@x.example',
    every: 'event',
    criteria: asks({ grades: ['a', 'b'] }),
  } as const;
  test.each([
    [{ address: 'desk@x.example' }, true],
    [{ criteria: asks({ grades: ['b', 'a', 'b'], statuses: [] }) }, true],
    [{ every: 'week' }, false],
    [{ channel: 'slack' }, false],
    [{ criteria: asks({ grades: ['a'] }) }, false],
  ] as const)('changed by %j they are the same: %s', (change, same) =>
    expect(runningKey({ ...one, ...(change as object) }) === runningKey(one)).toBe(same),
  );
});

describe('a dry run', () => {
  const at = (day: string) => new Date(`${day}T12:00:00Z`);
  /** As it stood from when it was learnt, and then was. */
  const known = (event: JudgementEvent, learntAt: Date, ...later: [Date, Partial<JudgementEvent>][]) => ({
    key: event.key,
    event: { ...event, ...later.at(-1)?.[1] },
    stood: [[learntAt, {}] as const, ...later].map(([since, was]) => ({
      ...{ at: since, event: { ...event, ...was }, tells: true },
    })),
  });
  const changes = [{ field: 'status', from: 'reported', to: 'corrected' }];
  const putRight = (times: readonly Date[]) => times.map((time) => ({ key: 'e1', made: time, at: time, changes }));
  const range = { from: '2026-08-24', until: '2026-11-22' };
  const events = [
    '2026-08-23',
    '2026-08-24',
    '2026-11-18',
    '2026-11-18',
    '2026-11-18',
    '2026-11-21',
    '2026-11-22',
    null,
  ].map((day, n) => known(anEvent({ key: `e${n}`, day }), at(day ?? '2026-11-21')));
  const past = { strands: events, corrections: [] };
  const cases = [
    // every   storm  matched messages
    ['event', 5, 6, 6],
    ['event', 2, 6, 4],
    ['day', 5, 6, 3],
    ['week', 5, 6, 13],
  ] as const;
  for (const [every, storm, matched, messages] of cases)
    test(`every ${every}, at most ${storm} an hour: ${matched} judgements in ${messages} messages`, () =>
      expect(dryRun({ criteria: asks({ grades: ['outstanding'] }), every }, past, range, storm, names)).toMatchObject({
        matched,
        messages,
      }));
  const graded = (grade: string) => ({ grade, headlines: [{ remit: 'overall', grade }] });
  const corrections = [
    // every   asked          said first     put right on                   corrections, messages, why
    ['event', 'outstanding', 'outstanding', ['2026-11-19'], 1, 3, 'an alert and its correction'],
    ['event', 'outstanding', 'outstanding', ['2026-11-18', '2026-11-20'], 2, 4, 'each is told, on the first day too'],
    ['event', 'outstanding', 'good', ['2026-11-19'], 0, 2, 'what became what was asked for is news'],
    ['event', 'outstanding', 'good', ['2026-11-19', '2026-11-20'], 1, 3, 'what came after is its correction'],
    ['event', 'good', 'good', ['2026-11-19'], 1, 2, 'told as what was asked for, though it is so no longer'],
    ['event', 'outstanding', 'outstanding', ['2026-11-23'], 0, 2, 'after the days looked at'],
    ['day', 'outstanding', 'outstanding', ['2026-11-18'], 0, 2, 'put right on its own day it is told once, right'],
    ['day', 'outstanding', 'outstanding', ['2026-11-19'], 1, 3, 'a later day has a message of its own'],
    ['day', 'outstanding', 'outstanding', ['2026-11-21'], 1, 2, 'it comes with what that day has to tell'],
    ['day', 'outstanding', 'good', ['2026-11-19'], 0, 2, 'what became what was asked for is news of that day'],
    ['day', 'good', 'good', ['2026-11-18'], 0, 0, 'put right on its own day it is not what was asked for'],
    ['week', 'outstanding', 'outstanding', ['2026-11-19'], 0, 13, 'put right in its own week it is told once, right'],
    ['week', 'outstanding', 'outstanding', ['2026-11-21'], 0, 13, 'a Saturday is of the same week'],
  ] as const;
  for (const [every, grade, first, days, count, messages, why] of corrections)
    test(`every ${every}, ${grade} asked for, ${first} put right on ${days}: ${messages} messages, as ${why}`, () => {
      const learnt = (day: string) => new Date(`${day}T09:00:00Z`);
      const told = [
        known(
          anEvent({ key: 'e1', ...graded(first) }),
          learnt('2026-11-18'),
          ...days.map((day, n): [Date, object] => [
            at(day),
            { ...graded('outstanding'), status: 'corrected', service: `service ${n}` },
          ]),
        ),
        known(anEvent({ key: 'e2', day: '2026-11-21' }), learnt('2026-11-21')),
      ];
      const corrections = putRight(days.map(at));
      const asked = { criteria: asks({ grades: [grade] }), every };
      expect(dryRun(asked, { strands: told, corrections }, range, 5, names)).toMatchObject({
        corrections: count,
        messages,
      });
    });
  for (const [status, every, matched, corrections, messages] of [
    ['corrected', 'event', 1, 0, 1],
    ['corrected', 'day', 1, 0, 1],
    ['corrected', 'week', 0, 1, 13],
    ['reported', 'week', 1, 1, 13],
    ['retracted', 'event', 0, 0, 0],
    ['retracted', 'day', 0, 0, 0],
    ['retracted', 'week', 0, 1, 13],
  ] as const)
    test(`every ${every}, ${status} asked for: of one put right a week later ${matched} judgement and ${corrections} correction`, () => {
      const became = status === 'reported' ? 'corrected' : status;
      const found = known(anEvent({ key: 'e1' }), at('2026-11-11'), [at('2026-11-16'), { status: became }]);
      const past = { strands: [found], corrections: putRight([at('2026-11-16')]) };
      const asked = { criteria: asks({ statuses: [status] }), every };
      expect(dryRun(asked, past, range, 5, names)).toMatchObject({ matched, corrections, messages });
    });
  const late = anEvent({ key: 'late', day: '2026-11-03' });
  const old = anEvent({ key: 'old', day: '2024-02-01' });
  const undated = anEvent({ key: 'undated', day: null });
  const learnt = [known(late, at('2026-11-18')), known(old, at('2026-11-18')), known(undated, at('2026-11-19'))];
  for (const [every, days, messages] of [
    ['day', { undated: '2026-11-19', late: '2026-11-18', old: '2026-11-18' }, 2],
    ['week', { undated: '2026-11-19', late: '2026-11-18', old: '2026-11-18' }, 13],
    ['event', { undated: '2026-11-19', late: '2026-11-18', old: '2026-11-18' }, 3],
  ] as const)
    test(`every ${every}: what counts for which day is what that day would have sent`, () => {
      const ran = dryRun({ criteria: asks({}), every }, { strands: learnt, corrections: [] }, range, 5, names);
      expect([Object.fromEntries(ran.events.map(({ key, day }) => [key, day])), ran.messages]).toEqual([
        days,
        messages,
      ]);
    });
  for (const [every, times, matched, corrections] of [
    ['day', ['2026-11-11T15:00:00Z'], 0, 0],
    ['day', ['2026-11-12T07:00:00Z'], 0, 0],
    ['day', ['2026-11-12T08:00:00Z'], 1, 1],
    ['week', ['2026-11-15T12:00:00Z'], 0, 0],
    ['week', ['2026-11-16T12:00:00Z'], 1, 1],
  ] as const)
    test(`every ${every}: learnt on Wednesday 11 November and taken back at ${times}, it is told ${matched} times`, () => {
      const moments = times.map((time) => new Date(time));
      const retracted = known(
        anEvent({ key: 'e1' }),
        at('2026-11-11'),
        ...moments.map((moment): [Date, object] => [moment, { status: 'retracted' }]),
      );
      const putBack = putRight(moments);
      expect(
        dryRun({ criteria: asks({}), every }, { strands: [retracted], corrections: putBack }, range, 5, names),
      ).toMatchObject({
        matched,
        corrections,
      });
    });
  test('lists what it found, newest first', () =>
    expect(dryRun({ criteria: asks({}), every: 'event' }, past, range, 5, names).events.map(({ key }) => key)).toEqual([
      'e5',
      'e7',
      'e2',
      'e3',
      'e4',
      'e1',
    ]));
  test('leaves aside what was not asked for', () =>
    expect(
      dryRun({ criteria: asks({ authorities: ['southshire'] }), every: 'event' }, past, range, 5, names).matched,
    ).toBe(0));
});

describe('letters to readers', () => {
  test('a confirmation says what was asked for, the last judgements, what an alert looks like, and that nothing comes without it', () => {
    const said = letterText(
      confirmationLetter(
        {
          criteria: asks({ authorities: ['northshire'] }),
          latest: [{ text: eventLine(anEvent(), names), url: null, note: '18 November 2026' }],
          link: 'https://gradewatch.example/confirm/x',
          days: 3,
          note: 'for the newsdesk',
          when: 'a digest each week, nothing from 22:00 to 07:00, London time',
          sample: false,
        },
        names,
      ),
    );
    for (const words of [
      'any service in Northshire',
      'https://gradewatch.example/confirm/x',
      '18 November 2026',
      'What an alert looks like',
      // The sample is a whole alert, of an invented council.
      'An invented council: no inspectorate has said this.',
      "Subject: Northshire: outstanding (Ofsted, children's services), up from requires improvement",
      'Overall grade: OUTSTANDING',
      'Care leavers: good\n\nAuthority: ',
      'Previous grade: requires improvement, published 23 November 2021',
      'Framework: ILACS (2023-01)',
      'Status: confirmed by the official record',
      'Confidence: very high (97%)',
      'do nothing: no alert is sent without it',
    ])
      expect(said).toContain(words);
    expect(said).toMatch(/\n\n--\nYour note: for the newsdesk\n$/);
  });
  test('who is asked to confirm a new address sees what moves there, each with their note of it', () => {
    const wishes = [
      { criteria: asks({ authorities: ['northshire'] }), note: 'for the newsdesk' },
      { criteria: asks({ grades: ['inadequate'] }), note: null },
    ];
    const link = 'https://gradewatch.example/address/x';
    expect(letterText(newAddressLetter({ wishes, link, days: 3, sample: false, names }))).toContain(
      '- any service in Northshire (your note: for the newsdesk)\n- any service in any authority, graded inadequate\n',
    );
  });
  test('a letter with nothing below it has no rule there', () => {
    const letter = { subject: 's', title: 't', blocks: [{ kind: 'paragraph', text: 'p' }] } as const;
    expect(letterHtml({ ...letter, blocks: [...letter.blocks], footer: [] })).not.toContain('<footer>');
    expect(letterHtml({ ...letter, blocks: [...letter.blocks], footer: [{ text: 'why' }] })).toContain('<footer>');
  });
  test('of what is given no grade it shows neither judgements nor an alert, and says where its outcomes stand', () => {
    const said = letterText(
      confirmationLetter(
        {
          ...{ criteria: asks({ services: ['send'] }), latest: [], link: 'https://gradewatch.example/confirm/x' },
          ...{ days: 3, when: 'a digest each week', note: null, sample: false },
        },
        names,
      ),
    );
    expect(said).toContain('Its outcomes stand in the weekly digest');
    expect(said).not.toMatch(/None is known|What an alert looks like/);
  });
  const cautions = [
    // asked for                                                                      told that no overall grade is given
    [{ grades: ['outstanding'] }, true],
    [{ directions: ['down'] }, true],
    [{ grades: ['good'], inspectorates: ['ofsted'], services: ['childrens_services'] }, true],
    [{ anyOf: [asks({ grades: ['good'] }), asks({ directions: ['up'] })] }, true],
    [{}, false],
    [{ grades: ['outstanding', 'none'] }, false],
    [{ grades: ['good'], inspectorates: ['cqc'] }, false],
    [{ grades: ['good'], services: ['adult_social_care'] }, false],
    [{ anyOf: [asks({ regions: ['London'] }), asks({ grades: ['good'] })] }, false],
    [{ anyOf: [asks({ inspectorates: ['cqc'] })], grades: ['good'] }, false],
  ] as const;
  for (const [criteria, isTold] of cautions)
    test(`whoever asks for ${JSON.stringify(criteria)} is ${isTold ? '' : 'not '}told what they would never hear of`, () => {
      const asked = { when: '', latest: [], link: 'https://x.example/confirm', days: 3, note: null, sample: false };
      const said = letterText(
        confirmationLetter({ ...asked, criteria: asks(criteria as Parameters<typeof asks>[0]) }, names),
      );
      expect(said.includes("Ofsted for children's services since April 2026")).toBe(isTold);
    });
  const alerts = ['northshire', 'southshire', 'eastborough', 'westhampton'].map((authority) =>
    anAlert({ event: anEvent({ authority, key: `${authority}.ofsted` }) }),
  );
  const to = { key: 'k', address: 'a@x.example', secret: null };
  const day = { day: '2026-11-29' };
  test('a summary names the places, each judgement and the reason', () => {
    const { letter, json, unsubscribe } = summaryMessage(alerts, to, 'storm');
    expect(letter.subject).toBe('4 judgements: Northshire, Southshire and 2 more councils');
    expect(letterText(letter)).toContain(
      'More came within an hour than is told one by one, so that this is told in one message',
    );
    expect(letterText(letter).match(/^- .*: outstanding/gm)).toHaveLength(4);
    expect(JSON.parse(json)).toMatchObject({
      type: 'judgement.summary',
      alerts: [{ authority: 'northshire' }, {}, {}, {}],
    });
    expect(unsubscribe).toBe('https://gradewatch.example/unsubscribe/t2');
  });
  test('a summary tells of each judgement its sentence, days, grade before and best source, and of areas alone those', () => {
    const areasOnly = anEvent({
      ...{ key: 'k2', authority: 'southshire', headlines: [], grade: null, gradeState: 'none_by_framework' },
      ...{ direction: null, previousGrade: null, published: null, publishedWithin: null },
    });
    const { letter } = summaryMessage([alerts[0]!, anAlert({ event: areasOnly })], to, day);
    expect(letterText(letter)).toContain(
      [
        "- Northshire: outstanding (Ofsted, children's services), up from requires improvement",
        '  https://gradewatch.example/events/e1',
        '  “Inspectors judged Northshire’s children’s services to be outstanding.”',
        '  Published: 18 November 2026; before: requires improvement, date not known',
        '  Status: reported by one source',
        '  Northshire children’s services praised (Northshire Council, a council, 18 November 2026)',
        '  https://news.northshire.example/praised',
        '',
        '- Southshire: ',
      ].join('\n'),
    );
    expect(letterText(letter)).toContain('  Leaders: outstanding; Care leavers: good\n');
    for (const shown of [letterHtml(letter), letterMarkdown(letter), slackBody(letter), teamsBody(letter)])
      for (const words of ['Inspectors judged', 'Leaders: outstanding', 'date not known', 'services praised'])
        expect(shown).toContain(words);
  });
  test('a summary tells what was taken back as that, with the reason and no quote', () => {
    const event = anEvent({ status: 'retracted', takenBackReason: 'two councils were mixed up' });
    const taken = anAlert({ event, notice: { notice: 'correction-1', was: null } });
    const said = letterText(summaryMessage([taken, alerts[1]!], to, day).letter);
    expect(said).toContain('- Retracted: Northshire, where we had said “outstanding”');
    expect(said).toContain('  The reason: two councils were mixed up.\n');
    expect(said.match(/Inspectors judged/g)).toHaveLength(1);
  });
  test('a long summary fits Slack, none of its judgements cut short', () => {
    const many = Array.from({ length: 30 }, (_, index) => anAlert({ event: anEvent({ key: `k${index}` }) }));
    const { blocks } = JSON.parse(slackBody(summaryMessage(many, to, 'storm').letter)) as {
      blocks: object[];
    };
    expect(blocks.length).toBeLessThanOrEqual(50);
    expect(blocks.filter((block) => JSON.stringify(block).includes('services praised')).length).toBe(20);
  });
  test('a summary of several names no one of them as the wrong one', () => {
    const said = (some: typeof alerts) => letterText(summaryMessage(some, to, day).letter);
    expect(said(alerts)).not.toContain('/wrong');
    expect(said(alerts)).toContain('Something wrong? Open the judgement above and tell us on its page.');
    expect(said(alerts.slice(0, 1))).toContain('/wrong');
  });
  test('a storm’s message says that what comes next waits, and of one judgement no more than is so', () => {
    const next = 'What else is judged in the hour after this message is told when that hour is over.';
    const said = (some: typeof alerts) => letterText(summaryMessage(some, to, 'storm').letter).replaceAll(/\s+/g, ' ');
    expect(said(alerts)).toContain(`in one message. Each stands on its page with its evidence and sources. ${next}`);
    expect(said(alerts.slice(0, 1))).toContain(
      `so that this is told briefly: its page has the evidence and sources. ${next}`,
    );
  });
  test('a message of one judgement does not speak of each', () =>
    expect(letterText(summaryMessage(alerts.slice(0, 1), to, day).letter)).toContain('It stands on its page'));
  test('a day’s message names the day, and does not speak of a storm', () =>
    expect(letterText(summaryMessage(alerts, to, day).letter)).toContain('What became known on 29 November 2026, in'));
  test('a day’s message that comes after a longer time says of which days none came', () => {
    const missed = ['2026-11-20', '2026-11-21'].map((one) => dayPeriod(one));
    const before = notSentBlocks('day', missed, 'https://gradewatch.example');
    const said = letterText(summaryMessage(alerts, to, { ...day, before }).letter);
    expect(said).toContain('No message came of 2 days before this (20 to 21 November 2026)');
    expect(said).toContain('https://gradewatch.example/\n');
    expect(notSentBlocks('day', [], 'https://gradewatch.example')).toEqual([]);
  });
  const corrected = alerts.map((alert) => ({ ...alert, notice: { notice: 'correction-1', was: null } }));
  const summaries = [
    [corrected, '4 corrections: Northshire', 'What was put right on 29 November 2026'],
    [
      [...alerts.slice(0, 3), corrected[3]!],
      '3 judgements and 1 correction: ',
      'What became known or was put right on',
    ],
  ] as const;
  for (const [inputs, subject, about] of summaries)
    test(`a summary of “${subject}” does not count corrections among what is new`, () => {
      const { letter } = summaryMessage(inputs, to, day);
      expect(letter.subject).toContain(subject);
      expect(letterText(letter)).toContain(about);
    });
});
