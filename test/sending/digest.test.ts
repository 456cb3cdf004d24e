import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import {
  DIGEST_FORMATS,
  type DigestFile,
  exportDigest,
  exportEvents,
  manifest,
} from '../../src/adapters/exports/index.ts';
import { sha256 } from '../../src/core/keys.ts';
import { EVENT_COLUMNS } from '../../src/core/sending/columns.ts';
import { type DigestInput, isClosed, weekDigest } from '../../src/core/sending/digest.ts';
import { digestLetter } from '../../src/core/sending/digest-letter.ts';
import { atomFeed, jsonFeed, newestUpdate } from '../../src/core/sending/feeds.ts';
import { letterText } from '../../src/core/sending/letter.ts';
import { oneLine } from '../../src/core/sending/safe.ts';
import { endOfWeek, toldSince } from '../../src/core/sending/told-since.ts';
import { wasTold } from '../../src/core/sending/was-told.ts';
import type { JudgementEvent } from '../../src/core/types.ts';
import { aClaim, aDistinction } from '../support/claims.ts';
import {
  anActivity,
  anAuthority,
  anEvent,
  aReport,
  asks,
  aWeek,
  HOSTILE,
  names,
  SOUTHSHIRE_GOOD,
  weekLinks,
} from './build.ts';
import { fullWeek as full } from './full-week.ts';

const at = (iso: string) => new Date(iso);
const digest = (input: Partial<DigestInput> = {}) => weekDigest(aWeek(input), names);
const shown = (input: Partial<DigestInput> = {}) => letterText(digestLetter(digest(input), names, weekLinks));
const ofDay = (day: string | null, learnt: string, more = {}) => ({
  event: anEvent({ key: `k-${day}-${learnt}`, day, ...more }),
  learntAt: at(learnt),
});
const text = async (input: Partial<DigestInput>, format: DigestFile) =>
  Buffer.from((await exportDigest(digest(input), format, names, weekLinks)).bytes).toString();
const sheetsText = async (input: Partial<DigestInput>) =>
  Object.values(unzipSync((await exportDigest(digest(input), 'xlsx', names, weekLinks)).bytes))
    .map((bytes) => Buffer.from(bytes).toString())
    .join('\n');
const records = (csv: string) => parse(csv, { columns: true }) as Record<string, string>[];

describe('the week an event is listed in', () => {
  const cases = [
    // published     learnt                   then         now          why
    ['2026-11-16', '2026-11-16T00:00:00Z', 'judgement', 'judgement', 'the first moment of Monday'],
    ['2026-11-22', '2026-11-22T23:59:59Z', 'judgement', 'judgement', 'the last moment of Sunday'],
    ['2026-11-22', '2026-11-23T00:00:00Z', null, 'judgement', 'learnt when the week had closed'],
    ['2026-11-15', '2026-11-16T09:00:00Z', 'late', 'late', 'published the Sunday before, learnt on Monday'],
    ['2012-08-31', '2026-11-18T09:00:00Z', 'late', 'late', 'learnt years later'],
    ['2026-11-15', '2026-11-15T09:00:00Z', null, null, 'the week before'],
    ['2026-11-23', '2026-11-18T09:00:00Z', null, null, 'dated after the week'],
    [null, '2026-11-18T09:00:00Z', 'judgement', 'judgement', 'without a date: the week it was learnt'],
    [null, '2026-11-23T00:00:00Z', null, null, 'without a date, learnt later'],
  ] as const;
  for (const [day, learnt, then, now, why] of cases)
    for (const [asKnown, section] of [
      ['then', then],
      ['now', now],
    ] as const)
      test(`${why}: ${section ?? 'not listed'} (as known ${asKnown})`, () => {
        const { rows, late } = digest({ asKnown, events: [ofDay(day, learnt)] });
        expect([rows.length, late.length]).toEqual([section === 'judgement' ? 1 : 0, section === 'late' ? 1 : 0]);
      });

  test('visits without a grade stand in a table of their own, beside the one of judgements', async () => {
    expect(records(await text(full, 'visits.csv'))).toEqual([
      {
        ...{ authority: 'southshire', kind: 'focused_visit', outcome: '', day: '2026-11-17', title: 'Visit letter' },
        ...{ publisher: 'Southshire Bugle', url: 'https://x.example/v', section: 'activity', was: '' },
      },
    ]);
    expect(await text({}, 'visits.csv')).toBe(
      '"authority","kind","outcome","day","title","publisher","url","section","was"\r\n',
    );
    expect(await text(full, 'csv')).not.toContain('Visit letter');
  });

  test('old news stands among what is late, in the week it was learnt, whatever its date', () => {
    const old = [ofDay(null, '2026-11-18T09:00:00Z'), ofDay('2026-11-17', '2026-11-18T10:00:00Z')];
    const listed = digest({ events: old.map((one) => ({ ...one, isOld: true })) });
    expect([listed.rows.length, listed.late.length]).toEqual([0, 2]);
    expect(shown({ events: [{ ...ofDay(null, '2026-11-18T09:00:00Z'), isOld: true }] })).toMatch(
      /published before this week or on a day not known, learnt in it \(1\).*Published: not known/s,
    );
    expect(digest({ week: '2026-W48', events: old.map((one) => ({ ...one, isOld: true })) }).late).toEqual([]);
  });

  const summerTime = [
    // week        learnt                    listed   why
    ['2026-W43', '2026-10-25T23:59:59Z', true, 'the Sunday of 25 hours ends at midnight GMT'],
    ['2026-W43', '2026-10-18T22:59:59Z', false, 'its Monday begins at 23:00 UTC'],
    ['2026-W43', '2026-10-18T23:00:00Z', true, 'its Monday begins at 23:00 UTC'],
    ['2027-W12', '2027-03-28T22:59:59Z', true, 'the Sunday of 23 hours ends at 23:00 UTC'],
    ['2027-W12', '2027-03-28T23:00:00Z', false, 'the Sunday of 23 hours ends at 23:00 UTC'],
    ['2026-W53', '2027-01-03T23:59:59Z', true, 'week 53 ends in the next year'],
    ['2026-W53', '2027-01-04T00:00:00Z', false, 'week 53 ends in the next year'],
  ] as const;
  for (const [week, learnt, listed, why] of summerTime)
    test(`${week}, learnt ${learnt}: ${listed ? '' : 'not '}listed, because ${why}`, () =>
      expect(digest({ week, events: [ofDay(null, learnt)] }).rows).toHaveLength(listed ? 1 : 0));

  test('a week is closed from the Monday after on', () => {
    expect(isClosed('2026-W43', at('2026-10-25T23:59:59Z'))).toBe(false);
    expect(isClosed('2026-W43', at('2026-10-26T00:00:00Z'))).toBe(true);
  });
  test('a correction is told of what an earlier week told, not of what was put right within the week or is held', () => {
    const corrected = (key: string, learnt: string, held = false) => ({
      ...{ event: anEvent({ key, held }), before: null, notice: { notice: 'correction-1', was: null } },
      ...{ learntAt: at(learnt), at: at('2026-11-19T09:00:00Z') },
    });
    const corrections = [
      corrected('before', '2026-11-15T23:59:59Z'),
      corrected('within', '2026-11-16T00:00:00Z'),
      corrected('held', '2026-11-10T09:00:00Z', true),
    ];
    expect(digest({ corrections }).corrections.map(({ event }) => event.key)).toEqual(['before']);
  });
  test('nor is it among firsts, streaks, movers or totals', () => {
    const of = (more: Partial<JudgementEvent>) => ({ event: anEvent(more), learntAt: at('2026-11-18T09:00:00Z') });
    const out = ([{ held: true }, { status: 'retracted' }, { status: 'withdrawn' }] as const).flatMap((more) => [
      of({ ...more, direction: 'first' }),
      of({ ...more, direction: 'same', streak: 2 }),
      of({ ...more, direction: 'up' }),
    ]);
    const { firsts, streaks, up, totals } = digest({ events: out });
    expect([firsts, streaks, up, totals]).toEqual([[], [], [], []]);
    const told = digest({ events: [of({ direction: 'first' }), of({ direction: 'same', streak: 2 })] });
    expect([told.firsts.length, told.streaks.length]).toEqual([1, 1]);
  });
  // Weeks close on Mondays at midnight: 16 and 23 November 2026 are Mondays.
  const holds = [
    // revisions, h for held                                         told since
    [['2026-11-17'], '2026-11-17', 'never held'],
    [['2026-11-17h', '2026-11-25'], '2026-11-25', 'held from the first, released later'],
    [['2026-11-17', '2026-11-18h', '2026-11-25'], '2026-11-25', 'held when its week closed'],
    [['2026-11-17', '2026-11-18h', '2026-11-19', '2026-11-20'], '2026-11-19', 'held and released within the week'],
    [['2026-11-17', '2026-11-24h', '2026-11-25'], '2026-11-17', 'held after its digest'],
    [['2026-11-17h'], null, 'held to this day'],
  ] as const;
  for (const [revisions, since, what] of holds)
    test(`an event ${what} is told as of ${since}`, () =>
      expect(
        toldSince(
          revisions.map((one) => ({ at: at(`${one.slice(0, 10)}T12:00:00Z`), held: one.endsWith('h') })),
          endOfWeek,
        ),
      ).toEqual(since === null ? null : at(`${since}T12:00:00Z`)));
  test('a correction is for whom it was told as what they asked for, though it is so no longer', () => {
    const correction = (key: string, now: string, before: string | null) => ({
      event: anEvent({ key, headlines: [{ remit: 'overall', grade: now }] }),
      before: before === null ? null : anEvent({ key, headlines: [{ remit: 'overall', grade: before }] }),
      ...{ notice: { notice: 'correction-1', was: null }, learntAt: at('2026-11-10T09:00:00Z') },
      at: at('2026-11-18T09:00:00Z'),
    });
    const corrections = [
      correction('was', 'inadequate', 'good'),
      correction('is', 'good', 'inadequate'),
      correction('neither', 'inadequate', 'outstanding'),
      correction('unknown', 'inadequate', null),
    ];
    const told = digest({ corrections, criteria: asks({ grades: ['good'] }) }).corrections;
    expect(told.map(({ event }) => event.key)).toEqual(['is', 'was']);
  });
  test('a merge is a correction for whom it puts a part right, not for whoever was told of the part that goes on as it was', () => {
    const graded = (grade: string) => anEvent({ headlines: [{ remit: 'overall', grade }] });
    const merged = (now: string, gone: string, others: [grade: string, isWrong: boolean][]) => ({
      ...{ event: graded(now), before: graded(gone), learntAt: at('2026-11-10T09:00:00Z') },
      others: others.map(([grade, isWrong]) => ({ event: graded(grade), isWrong })),
      ...{ notice: { notice: 'correction-1', was: null }, at: at('2026-11-18T09:00:00Z') },
    });
    const told = (grade: string, one: ReturnType<typeof merged>) =>
      digest({ corrections: [one], criteria: asks({ grades: [grade] }) }).corrections.length;
    expect(told('good', merged('good', 'inadequate', [['good', false]]))).toBe(0);
    expect(told('inadequate', merged('good', 'inadequate', [['good', false]]))).toBe(1);
    expect(
      told(
        'good',
        merged('good', 'inadequate', [
          ['good', false],
          ['good', true],
        ]),
      ),
    ).toBe(1);
    expect(told('good', merged('good', 'inadequate', [['outstanding', true]]))).toBe(1);
  });
  test('what was told and put right within the week stands apart, for whom it was what they asked for', () => {
    const graded = (key: string, grade: string, more: Partial<JudgementEvent> = {}) =>
      anEvent({ key, grade, headlines: [{ remit: 'overall', grade }], ...more });
    const made = (event: JudgementEvent, first: JudgementEvent, learnt = '2026-11-17T09:00:00Z') => ({
      ...{ event, before: null, first, learntAt: at(learnt) },
      ...{ notice: { notice: 'correction-1', was: wasTold(first) }, at: at('2026-11-18T09:00:00Z') },
    });
    const corrections = [
      made(graded('back', 'good', { status: 'retracted' }), graded('back', 'good')),
      made(graded('other', 'inadequate', { status: 'corrected' }), graded('other', 'good')),
      made(graded('never', 'inadequate', { status: 'retracted' }), graded('never', 'inadequate')),
      made(graded('held', 'good', { status: 'retracted', held: true }), graded('held', 'good')),
      made(graded('unseen', 'good', { status: 'retracted' }), graded('unseen', 'good', { held: true })),
      made(graded('elsewhere', 'good', { status: 'retracted' }), graded('elsewhere', 'good', { day: '2026-12-01' })),
    ];
    const events = corrections.map(({ event, learntAt: since }) => ({ event, learntAt: since }));
    const seen = digest({ corrections, events, criteria: asks({ grades: ['good'] }) });
    expect([seen.rows, seen.corrections]).toEqual([[], []]);
    expect(seen.putRight.map(({ event }) => event.key)).toEqual(['back', 'other']);
    expect(digestLetter(seen, names, weekLinks).subject).toBe('Week 2026-W47: no judgements, 2 put right');
    const all = digest({ corrections, events });
    expect(all.rows.map(({ event, was }) => [event.key, was?.headlines[0]?.grade])).toEqual([['other', 'good']]);
    expect(all.putRight.map(({ event }) => event.key)).toEqual(['back', 'never']);
  });
  test('what is held, retracted or withdrawn is in no table', () => {
    const out = [anEvent({ held: true }), anEvent({ status: 'retracted' }), anEvent({ status: 'withdrawn' })];
    expect(digest({ events: out.map((event) => ({ event, learntAt: at('2026-11-18T09:00:00Z') })) }).rows).toEqual([]);
  });
});

const learntAt = at('2026-11-18T09:06:00Z');
const NOTHING = { sources: 3, polled: 0, untried: 3, failing: [], silent: [], resting: [], heard: [] };
describe('a digest says', () => {
  const said = shown(full);
  const must = [
    [
      'the week and its bounds',
      'published from Monday 16 November 2026 up to and including Sunday 22 November 2026, London time',
    ],
    ['who moved up', 'Movers up'],
    ['who moved down', 'Southshire (inadequate, down from good;'],
    ['first judgements', 'Judged for the first time'],
    ['streaks', 'second time in a row'],
    ['no overall grade where none is given', 'Grade: no overall grade is given'],
    ['late items with their date', 'Published: 2 November 2026'],
    ['corrections', 'was good; retracted: we were wrong'],
    ['visits apart', 'Southshire: focused visit (Visit letter, Southshire Bugle, 17 November 2026)'],
    ['what waits for a person', 'perhaps Eastborough, good; confidence low (55%)'],
    ['councils without news', 'Quietshire.'],
    ['totals by framework', "Ofsted, children's services\n  Framework: ILACS\n  Grade: inadequate\n  Judgements: 1"],
    [
      'what the coverage was',
      '9 of 12 sources answered in this week, 1 was asked in vain, 2 were not asked in it (at its end 1 failing, 1 silent, 1 resting)',
    ],
    ['which sources fail', 'Southshire Bugle (since 12 November 2026: its certificate has expired)'],
    ['its edition and version', `Edition ${digest(full).edition}, 0.1.0, rules 1, as known when the week closed`],
  ] as const;
  for (const [what, words] of must) test(what, () => expect(said).toContain(words));
  test('of what is late as much as of what is not: its areas, region and source too', async () => {
    const late = shown({ events: [LATE] });
    for (const words of ['Areas: ', 'Region: North East', 'Source: Northshire Council\n'])
      expect(late).toContain(words);
    for (const format of ['md', 'html'] as const)
      expect(await text({ events: [LATE] }, format)).toMatch(
        /Region[\s\S]*Source[\s\S]*North East[\s\S]*Northshire Council/,
      );
  });
  test('why a finding waits that is sure of two things, or sure of what cannot be placed, as lists of them do', async () => {
    const [waits] = full.review ?? [];
    const odds = aClaim({ authority: 'eastborough', atOdds: { title: 'good', text: 'inadequate' } });
    const kinds = [
      [{ ...waits!, claim: odds, confidence: 0.98 }, 'its title says good, its text inadequate'],
      [{ ...waits!, isUnplaced: true, confidence: 0.98 }, 'it is not clear which judgement it tells'],
    ] as const;
    for (const [one, words] of kinds) {
      expect(shown({ review: [one] })).toContain(`perhaps Eastborough, good; ${words}; confidence very high (98%)`);
      expect(JSON.parse(await text({ review: [one] }, 'json')).review).toMatchObject([{ reason: words }]);
      expect(await sheetsText({ review: [one] })).toContain(words);
    }
    expect(JSON.parse(await text({ review: [waits!] }, 'json')).review).toMatchObject([{ reason: null }]);
  });
  test('the table before everything else', () =>
    expect(said.indexOf('Judgements (4)')).toBeLessThan(said.indexOf('Movers up')));
  test('the grade before where no overall grade is given to compare with it, or no movement is told', () => {
    const areas: Partial<JudgementEvent> = {
      ...{ headlines: [], grade: null, gradeState: 'none_by_framework', direction: null },
    };
    const of = (event: Partial<JudgementEvent>) => shown({ events: [{ event: anEvent(event), learntAt }] });
    expect(of({ ...areas, previousGrade: 'good' })).toContain(
      'Change: was good; cannot be compared, as no overall grade is given\n',
    );
    expect(of({ direction: null, previousGrade: 'good' })).toContain('Change: was good\n');
  });
  test('that nothing was published, when sources answered', () =>
    expect(shown({ events: [] })).toContain(
      'No judgement was published in this week, as far as the sources below tell.',
    ));
  test('that nothing is known, when no source answered', () =>
    expect(shown({ events: [], coverage: NOTHING })).toContain(
      'No source answered in this week, so nothing can be said about it.',
    ));
  test('why something was put right, in the words of whoever decided it', () => {
    const corrected = (event: Partial<JudgementEvent>) => ({
      ...{ event: anEvent(event), before: null, notice: { notice: 'correction-1', was: SOUTHSHIRE_GOOD } },
      ...{ learntAt: at('2026-11-10T09:00:00Z'), at: learntAt },
    });
    const corrections = [
      corrected({ key: 'e1', status: 'retracted', takenBackReason: 'it was a care agency.' }),
      corrected({ key: 'e2', status: 'corrected', setRight: { reason: 'a typing error', headlines: [] } }),
    ];
    const said = shown({ events: [], corrections });
    expect(said).toContain('retracted: we were wrong; the reason: it was a care agency; Ofsted');
    expect(said).toContain('now outstanding; the reason: a typing error; Ofsted');
  });
  const LATE = { event: anEvent({ key: 'late', day: '2026-11-02' }), learntAt };
  const { corrections = [] } = full;
  const subjects = [
    // events  corrections  coverage  subject
    [[], corrections, NOTHING, 'Week 2026-W47: no data, no source answered, 1 correction'],
    [[LATE], corrections, undefined, 'Week 2026-W47: no judgements, 1 late, 1 correction'],
    [[LATE], [], undefined, 'Week 2026-W47: no judgements, 1 late'],
  ] as const;
  for (const [events, corrections, coverage, subject] of subjects)
    test(`in its subject what its reader must not miss: ${subject}`, () => {
      const input = digest({ events, corrections, ...(coverage && { coverage }) });
      expect(digestLetter(input, names, weekLinks).subject).toBe(subject);
    });
  const kinds = [
    'send_outcome',
    'monitoring_visit',
    'send_outcome',
    'jtai',
    'focused_visit',
    'withdrawn_report',
  ] as const;
  const activities = kinds.map((kind, i) => anActivity({ id: `v${i}`, kind }));
  const outcomes = activities.filter(({ kind }) => kind === 'send_outcome');
  const send = asks({ services: ['send'] });
  const ungraded = [
    // criteria                      events                 activities                 subject
    [send, [], activities.slice(0, 1), 'Week 2026-W47: 1 outcome'],
    [send, [], outcomes, 'Week 2026-W47: 2 outcomes'],
    [send, [], [], 'Week 2026-W47: no outcomes'],
    [asks({ anyOf: [send] }), [], activities.slice(0, 1), 'Week 2026-W47: 1 outcome'],
    [null, [], activities, 'Week 2026-W47: no judgements, 3 outcomes, 2 visits, 1 report withdrawn'],
    [asks({ services: ['send', 'childrens_services'] }), [], [], 'Week 2026-W47: no judgements'],
    [
      null,
      [{ event: anEvent(), learntAt }],
      activities.slice(0, 2),
      'Week 2026-W47: 1 judgement, 1 up, 1 outcome, 1 visit',
    ],
  ] as const;
  for (const [criteria, events, told, subject] of ungraded)
    test(`in its subject what has no grade: ${subject}, where ${criteria === null ? 'all' : JSON.stringify(criteria.services)} is asked for`, () => {
      expect(digestLetter(digest({ events, criteria, activities: told }), names, weekLinks).subject).toBe(subject);
    });
  test('no council quiet of which no source of its own answered', () => {
    const half = digest({ ...full, events: [] });
    expect([half.quiet, half.unheard]).toEqual([
      ['quietshire'],
      ['eastborough', 'northshire', 'southshire', 'westhampton'],
    ]);
    const said = shown({ ...full, events: [] });
    expect(said).toContain('No judgement this week (1)');
    expect(said).toContain('No data (4)\n-----------\n\nNo source of their own answered');
    // What stands late above is known of one of them.
    const late = { ...full, events: [LATE], coverage: NOTHING };
    expect(shown(late)).toMatch(
      /- Northshire\n[\s\S]*No data \(5\)\n-+\n\nNo source answered, so only what was learnt otherwise of them could stand above: Eastborough, Northshire, Quietshire, Southshire and Westhampton\./,
    );
    expect(shown({ ...late, criteria: asks({ authorities: ['northshire'] }) })).toMatch(
      /No data \(1\)\n-+\n\nNo source answered, so only what was learnt otherwise of them could stand above: Northshire\./,
    );
  });

  test('nobody answered, yet something stands below: the banner says so, whatever it is', () => {
    const { activities = [], corrections = [] } = full;
    const banner = (more: Partial<DigestInput>) =>
      shown({ events: [], coverage: NOTHING, ...more }).match(/No data: no.*/)?.[0];
    expect(banner({})).toContain('Nothing can be said about it');
    expect(banner({ events: [LATE] })).toContain('What stands below was learnt otherwise; more may be missing.');
    expect(banner({ activities })).toContain('What stands below was learnt otherwise');
    expect(banner({ corrections })).toContain('What stands below was learnt otherwise');
  });

  test('a judgement learnt though no source answered is counted, and beside it nobody says that there is no data', () => {
    const said = (sources: number) => {
      const letter = digestLetter(digest({ coverage: { ...NOTHING, sources, polled: 0 } }), names, weekLinks);
      return [letter.subject, letter.blocks.find(({ kind }) => kind === 'banner')];
    };
    const below = 'in this week. What stands below was learnt otherwise; more may be missing.';
    expect(said(0)).toEqual([
      'Week 2026-W47: 1 judgement, 1 up, no source was watched',
      { kind: 'banner', text: `No source was watched ${below}` },
    ]);
    expect(said(12)).toEqual([
      'Week 2026-W47: 1 judgement, 1 up, no source answered',
      { kind: 'banner', text: `None of 12 sources answered ${below}` },
    ]);
    const empty = digestLetter(
      digest({ events: [], coverage: { ...NOTHING, sources: 0, polled: 0 } }),
      names,
      weekLinks,
    );
    expect(empty.subject).toBe('Week 2026-W47: no data, no source was watched');
  });

  const coverages = [
    // polled  state   subject                                            banner
    [0, 'none', 'Week 2026-W47: no data, no source answered', 'No data: none of 12 sources answered in this week'],
    [5, 'poor', 'Week 2026-W47: no judgements, poor coverage', 'Poor coverage: only 5 of 12 sources answered'],
    [6, 'good', 'Week 2026-W47: no judgements', null],
  ] as const;
  for (const [polled, state, subject, banner] of coverages)
    test(`in every format that ${polled} of 12 sources answered: ${state}`, async () => {
      const input = { events: [], coverage: { ...NOTHING, sources: 12, polled } };
      const letter = digestLetter(digest(input), names, weekLinks);
      expect(letter.subject).toBe(subject);
      expect(letter.blocks.find(({ kind }) => kind === 'banner')?.kind).toBe(banner ? 'banner' : undefined);
      if (banner) for (const format of ['md', 'html'] as const) expect(await text(input, format)).toContain(banner);
      expect(JSON.parse(await text(input, 'json'))).toMatchObject({
        coverage: { state },
        quiet: [],
        unheard: { length: 3 },
      });
      for (const format of ['atom', 'ics'] as const)
        expect(await text(input, format)).toContain(`${polled} of 12 sources`);
      const [week, ...councils] = records(await text(input, 'coverage.csv'));
      expect(week).toMatchObject({ kind: 'week', name: '2026-W47', state });
      expect(new Set(councils.map((row) => row.state))).toEqual(new Set(['no_data']));
      const book = unzipSync((await exportDigest(digest(input), 'xlsx', names, weekLinks)).bytes);
      const sheets = Object.values(book).map((bytes) => Buffer.from(bytes).toString());
      expect(sheets.some((sheet) => sheet.includes(`${polled} of 12 sources answered`))).toBe(true);
      expect(JSON.parse(manifest(digest(input), []))).toMatchObject({ coverage: { state, sources: 12, polled } });
    });

  test('how well founded each judgement is, and on what its reports differ', async () => {
    const conflicts = ['headlines.overall', 'judgements.care_leavers', 'published'].map((field) => ({
      field,
      values: [],
    }));
    const learntAt = new Date('2026-11-18T09:06:00Z');
    const input = { events: [{ event: anEvent({ status: 'disputed', conflicts }), learntAt }] };
    for (const format of ['md', 'html'] as const)
      expect(await text(input, format)).toMatch(
        /official record\); reports differ on the overall grade, the grade for care leavers and the day of publication/,
      );
    expect(records(await text(input, 'csv'))[0]).toMatchObject({
      status: 'disputed',
      conflicts: expect.stringContaining('judgements.care_leavers'),
    });
    const claims = [
      aDistinction(),
      aDistinction({ rank: 'only', number: 1, place: 'london', since: 2019, from: 'good' }),
    ];
    const told = { events: [{ event: anEvent({ distinctions: claims }), learntAt }] };
    expect(records(await text(told, 'csv'))[0]?.distinctions).toBe(
      'second in the country to be rated outstanding twice in a row|the only one in the london to be rated outstanding twice in a row from good, since 2019',
    );
    const late = { events: [{ event: anEvent({ day: '2026-10-01', status: 'confirmed' }), learntAt }] };
    expect(shown(late)).toMatch(/Late: .*Status: confirmed by the official record/s);
  });
  test('that a day is only the first article’s', () =>
    expect(shown({ events: [{ event: anEvent({ day: '2026-11-18', dayBasis: 'article' }), learntAt }] })).toContain(
      'Published: first reported 18 November 2026',
    ));
  test('which area grades were told before, where there is no overall one', () => {
    const areas = (grade: string) => [
      { area: 'leaders', grade, evidence: [] },
      { area: 'care_leavers', grade: 'good', evidence: [] },
    ];
    const told = anEvent({ headlines: [], grade: null, gradeState: 'none_by_framework', judgements: areas('good') });
    const notice = { notice: 'correction-1', was: wasTold(told) };
    const event = { ...told, judgements: areas('inadequate') };
    const correction = { event, before: null, learntAt: at('2026-11-10T09:00:00Z'), notice, at: learntAt };
    expect(shown({ corrections: [correction] })).toContain(
      'was leaders good, no overall grade; now leaders inadequate;',
    );
  });
  test('that what was taken back stands again', () => {
    const notice = { notice: 'correction-2', was: wasTold(anEvent({ status: 'retracted' })) };
    const correction = { event: anEvent(), before: null, learntAt: at('2026-11-10T09:00:00Z'), notice, at: learntAt };
    expect(shown({ corrections: [correction] })).toContain('was outstanding, retracted; now outstanding;');
  });
  test('that the week is not over, and as of when it is known', () => {
    expect(shown({ closed: false })).toContain('This week is not over');
    expect(shown({ closed: false })).toContain('as known now');
  });
  test('that it is a sample', async () => {
    for (const format of ['md', 'html', 'atom'] as const)
      expect(await text({ sample: true }, format)).toMatch(/Sample: invented councils/);
    expect(records(await text({ sample: true }, 'csv'))[0]).toMatchObject({ sample: 'yes' });
    expect(JSON.parse(await text({ sample: true }, 'json'))).toMatchObject({ sample: true });
    expect(await text({ sample: true }, 'ics')).toContain('X-WR-CALNAME:[Sample]');
  });
  test('only what was asked for', () => {
    const { rows, quiet, activities, review } = digest({ ...full, criteria: asks({ authorities: ['southshire'] }) });
    expect(rows.map(({ event }) => event.key)).toEqual(['e2']);
    expect([quiet, activities.length, review.length]).toEqual([[], 1, 0]);
    const waiting = (service: string) => digest({ ...full, criteria: asks({ services: [service] }) }).review;
    expect([waiting('childrens_services').length, waiting('adult_social_care').length]).toEqual([1, 0]);
  });
  test('only authorities that existed in the week as without news', () => {
    const authorities = [
      anAuthority('oldshire', { validTo: '2026-11-15' }),
      anAuthority('newshire', { validFrom: '2026-11-23' }),
      anAuthority('lastshire', { validTo: '2026-11-16' }),
    ];
    expect(digest({ authorities }).quiet).toEqual(['lastshire']);
  });
  test('a flood is cut in letters and whole in the CSV', async () => {
    const events = Array.from({ length: 300 }, (_, n) => ({
      event: anEvent({ key: `e${n}`, direction: null }),
      learntAt,
    }));
    expect(shown({ events })).toContain('240 more');
    expect(records(await text({ events }, 'csv'))).toHaveLength(300);
  });
});

test('late judgements stand newest first, whatever their region', () => {
  const event = (authority: string, day: string) => ({
    event: anEvent({ key: `${authority}.${day}`, authority, day }),
    learntAt: at('2026-11-18T09:00:00Z'),
  });
  const days = ['2018-08-20', '2023-03-24', '2012-08-24', '2024-01-12', '2023-03-24'];
  const events = days.map((day, index) => event(index % 2 === 0 ? 'northshire' : 'southshire', day));
  expect(digest({ events }).late.map(({ event: { day } }) => day)).toEqual([...days].sort().reverse());
});

describe('the same week gives the same bytes', () => {
  const shuffled = { ...full, events: [...full.events!].reverse() };
  for (const format of DIGEST_FORMATS)
    test(`${format}, asked twice and from rows in another order`, async () => {
      const one = await exportDigest(digest(full), format, names, weekLinks);
      await new Promise((done) => setTimeout(done, format === 'xlsx' ? 2_100 : 0)); // zip times count in steps of two seconds
      const other = await exportDigest(digest(shuffled), format, names, weekLinks);
      expect(other.sha256).toBe(one.sha256);
      expect(Buffer.compare(Buffer.from(one.bytes), Buffer.from(other.bytes))).toBe(0);
    });
  test('xlsx, in other time zones', async () => {
    const script = `import { xlsxBytes } from './src/adapters/exports/xlsx.ts'; import { sha256 } from './src/core/keys.ts';
      console.log(sha256(await xlsxBytes([{ name: 'A', rows: [['a', 1]] }], new Date('2026-10-26T00:00:00Z'))));`;
    const run = async (TZ: string) =>
      (
        await promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
          env: { ...process.env, TZ },
        })
      ).stdout;
    const hashes = await Promise.all(['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Europe/London'].map(run));
    expect(new Set(hashes).size).toBe(1);
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}\n$/);
  });
  test('and a manifest with the hash of each file', async () => {
    const files = await Promise.all(
      DIGEST_FORMATS.map((format) => exportDigest(digest(full), format, names, weekLinks)),
    );
    const listed = JSON.parse(manifest(digest(full), files)) as {
      edition: string;
      files: { name: string; sha256: string }[];
    };
    expect(listed.files.map(({ name }) => name)).toContain('gradewatch-2026-W47-then.xlsx');
    for (const [index, { sha256: hash }] of listed.files.entries()) expect(hash).toBe(sha256(files[index]!.bytes));
  });
  test('another version is another edition', () =>
    expect(digest({ version: '0.2.0' }).edition).not.toBe(digest().edition));
});

describe('tables', () => {
  test('have stable, documented columns', () => {
    expect(EVENT_COLUMNS.map(({ id }) => id)).toEqual(
      (
        'week section key status authority authority_name region type gss_code la_code joint_with inspectorate service framework ' +
        'framework_version scale grade grade_state headlines leaders help_and_protection children_in_care care_leavers ' +
        'children_in_care_and_care_leavers adoption other_areas previous_grade direction streak inspected_from inspected_until ' +
        'published published_basis confidence quote reports source_title source_publisher source_url official_url first_seen learnt sample ' +
        'conflicts set_right distinctions register register_read_from taken_back_reason was person corrected_reason told_in told_published moved_to overall_told disputed'
      ).split(' '),
    );
    for (const { about } of EVENT_COLUMNS) expect(about).toMatch(/\.$/);
  });
  test('say of what a person took up that one did, and of what was taken back or set aside no direction', async () => {
    const [report] = anEvent().reports;
    const row = async (event: Parameters<typeof anEvent>[0]) =>
      records(await text({ events: [{ event: anEvent(event), learntAt }] }, 'csv'))[0];
    expect(await row({ reports: [{ ...report!, person: 'accepted' }] })).toMatchObject({
      person: 'accepted',
      direction: 'up',
    });
    const listed = { week: '', section: 'judgement', learntAt, official: null, sample: false } as const;
    const gone = [
      { ...listed, event: anEvent({ status: 'retracted' }) },
      { ...listed, event: anEvent(), section: 'set_aside' as const },
    ];
    const told = records(Buffer.from(await exportEvents(gone, 'csv', names, learntAt)).toString());
    for (const one of told) expect(one).toMatchObject({ person: '', direction: '', previous_grade: '', streak: '' });
    expect(told).toHaveLength(2);
  });
  test('hold an event in one row', async () => {
    const [row] = records(await text({}, 'csv'));
    expect(row).toMatchObject({
      week: '2026-W47',
      section: 'judgement',
      authority: 'northshire',
      grade: 'outstanding',
      care_leavers: 'good',
      inspected_until: '2026-10-17',
      published: '2026-11-18',
      first_seen: '2026-11-18T09:05:00+00:00',
      confidence: '0.97',
    });
  });
  const hostile = [...HOSTILE, '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', '|x', ' =1+1'];
  for (const title of hostile)
    test(`the title ${JSON.stringify(title)} starts no formula in CSV or XLSX`, async () => {
      const event = anEvent({
        reports: [aReport({ title, publisher: title, url: title })],
        evidence: [{ rule: 'r', field: 'text', start: 0, end: 1, quote: title }],
      });
      const csv = records(
        Buffer.from(
          await exportEvents(
            [{ event, learntAt, week: '', section: 'judgement', official: null, sample: false }],
            'csv',
            names,
            learntAt,
          ),
        ).toString(),
      );
      expect(csv).toHaveLength(1);
      for (const value of Object.values(csv[0]!)) expect(value).not.toMatch(/^[\s\u200B]*[=+\-@|＝＋－＠]/);
      const book = unzipSync(
        await exportEvents(
          [{ event, learntAt, week: '', section: 'judgement', official: null, sample: false }],
          'xlsx',
          names,
          learntAt,
        ),
      );
      const xml = Object.entries(book)
        .map(([name, bytes]) => (name.endsWith('.xml') ? Buffer.from(bytes).toString() : ''))
        .join('');
      expect(xml).not.toMatch(/<f>|<script/);
      // A typed string is shown as it is: what guards CSV would be read as part of it.
      const sheet = Buffer.from(book['xl/worksheets/sheet1.xml'] ?? []).toString();
      for (const [, kind = '', value = ''] of sheet.matchAll(/<c r="[A-Z]+\d+"([^>]*)><v>([^<]*)<\/v>/g))
        expect([value, /t="s"/.test(kind) || /^[\d.]+$/.test(value)]).toEqual([value, true]);
      const texts = [...xml.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text = '']) =>
        text
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll(/&apos;|&#39;/g, "'")
          .replaceAll('&quot;', '"')
          .replaceAll('&amp;', '&'),
      );
      expect(texts).toContain(oneLine(title));
    });
});

describe('the official report, where only the register knows its address', () => {
  const official = 'https://reports.inspectorate.example/44/1';
  const corrected = {
    ...{ event: anEvent({ key: 'k2' }), before: null, learntAt: at('2026-11-10T09:00:00Z'), at: learntAt },
    notice: { notice: 'correction-1', was: null },
  };
  const input = { official: { [anEvent().key]: official, k2: official }, corrections: [corrected] };
  for (const format of ['csv', 'json', 'jsonld', 'atom'] as const)
    test(`is in ${format}, of each judgement`, async () =>
      expect((await text(input, format)).split(official)).toHaveLength(3));
  test('is in the spreadsheet', async () => {
    const { bytes } = await exportDigest(digest(input), 'xlsx', names, weekLinks);
    const shared = Object.entries(unzipSync(bytes)).map(([, one]) => Buffer.from(one).toString());
    expect(shared.some((xml) => xml.includes(official))).toBe(true);
  });
});

describe('feeds and calendars', () => {
  test('an entry is updated when its event changed, in Atom and JSON, and with it the feed', () => {
    const row = { event: anEvent(), learntAt, week: '', section: 'judgement', official: null, sample: false } as const;
    const changedAt = at('2026-11-20T12:00:00Z');
    const meta = { title: 't', id: 'urn:t', self: 'https://x.example/a', home: 'https://x.example/', sample: false };
    const links = { event: (key: string) => `https://x.example/${key}` };
    for (const [rows, updated] of [
      [[row], '2026-11-18T09:06:00.000Z'],
      [[{ ...row, changedAt }], '2026-11-20T12:00:00.000Z'],
    ] as const) {
      const whole = { ...meta, updated: newestUpdate(rows) ?? at('1970-01-01T00:00:00Z') };
      const atom = atomFeed(whole, rows, names, links);
      expect(atom.match(/<updated>[^<]+/g)).toEqual([`<updated>${updated}`, `<updated>${updated}`]);
      expect(JSON.parse(jsonFeed(whole, rows, names, links)).items[0].date_modified).toBe(updated);
    }
  });

  test('words of the text are quoted rather than the headline beside them, in feeds and tables as in alerts', async () => {
    const [inText] = anEvent().evidence;
    const title = { rule: 'r', field: 'title', start: 0, end: 9, quote: 'Northshire' } as const;
    const both = { events: [{ event: anEvent({ evidence: [title, inText!] }), learntAt }] };
    expect(records(await text(both, 'csv'))[0]?.quote).toBe(inText!.quote);
    expect(await text(both, 'atom')).toContain('<summary>“Inspectors judged Northshire’s');
    const headline = { events: [{ event: anEvent({ evidence: [title] }), learntAt }] };
    expect(records(await text(headline, 'csv'))[0]?.quote).toBe('Northshire children’s services praised');
  });

  test('Atom escapes what strangers write and stays well-formed', async () => {
    for (const title of HOSTILE) {
      const atom = await text(
        {
          events: [
            {
              event: anEvent({
                reports: [aReport({ title })],
                evidence: [{ rule: 'r', field: 'text', start: 0, end: 1, quote: title }],
              }),
              learntAt,
            },
          ],
        },
        'atom',
      );
      expect(atom).not.toMatch(/<script|<img|<svg|\u202E/);
      expect((atom.match(/<entry>/g) ?? []).length).toBe((atom.match(/<\/entry>/g) ?? []).length);
      expect(atom).toContain('<updated>2026-11-23T00:00:00.000Z</updated>');
    }
  });
  test('JSON-LD holds each row as a claim, late and corrected ones too, and says what days it covers', async () => {
    const said = JSON.parse(await text(full, 'jsonld'));
    const listed = digest(full);
    expect(said).toMatchObject({
      '@type': 'Dataset',
      '@id': 'https://gradewatch.example/weeks/2026-W47.jsonld',
      temporalCoverage: '2026-11-16/2026-11-22',
    });
    expect(said.hasPart.map(({ identifier }: { identifier: string }) => identifier)).toEqual(
      [...listed.rows, ...listed.late, ...listed.corrections.map(({ row }) => row)].map(({ event }) => event.key),
    );
    expect(said.hasPart[0]).toMatchObject({ '@type': 'Claim', url: weekLinks.event(said.hasPart[0].identifier) });
  });

  test('a calendar holds the known inspection windows as whole days with an exclusive end', async () => {
    const ics = await text(
      { events: [...full.events!, { event: anEvent({ key: 'e9', inspected: null }), learntAt }] },
      'ics',
    );
    expect(ics).toContain('DTSTART;VALUE=DATE:20261005\r\nDTEND;VALUE=DATE:20261017\r\n');
    expect(ics.match(/BEGIN:VEVENT/g)).toHaveLength(4);
    for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(ics).not.toMatch(/[^\r]\n/);
  });

  test('a calendar without a known window has a component all the same, and says so', async () => {
    const ics = (await text({ events: [] }, 'ics')).replaceAll('\r\n ', '');
    expect(ics).not.toContain('BEGIN:VEVENT');
    expect(ics).toMatch(/BEGIN:VTIMEZONE\r\nTZID:Europe\/London\r\n.*END:VTIMEZONE\r\nEND:VCALENDAR\r\n$/s);
    expect(ics).toContain('No inspection window is known.\r\n');
    expect(await text({}, 'ics')).not.toContain('No inspection window');
  });

  test('what is called otherwise as more is known is the same entry, in a calendar and in the week’s feed', async () => {
    const input = { firstKeys: { [anEvent().key]: 'once.called' } };
    expect((await text(input, 'ics')).match(/UID:.*/g)).toEqual(['UID:once.called@gradewatch']);
    expect(await text(input, 'atom')).toContain('<id>urn:gradewatch:event:once.called</id>');
  });
});
