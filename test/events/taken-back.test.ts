/** What comes in after a person took something back: another grade is news, the same grade is for a person, the same text the same mistake. */
import { describe, expect, test } from 'vitest';
import { decide, type GroupDecision, type GroupMaterial } from '../../src/core/events/decide.ts';
import type { PersonDecision } from '../../src/core/events/decisions.ts';
import { makeRegister } from '../../src/core/register.ts';
import type { Report } from '../../src/core/types.ts';
import { aReport, families } from './builders.ts';

const empty = makeRegister();
const KEY = 'northshire.ofsted.childrens_services.any.2026-11';
const seen = (hours: number) => new Date(Date.UTC(2026, 10, 20, 9 + hours));

const wrong = aReport('a', { articleDay: '2026-11-18', firstSeen: seen(0), claim: { grade: 'inadequate' } });
const late = (id: string, grade: string, report: Partial<Report> = {}) =>
  aReport(id, { articleDay: '2026-11-24', firstSeen: seen(5), claim: { grade }, ...report });
const ruled = (kind: 'retract' | 'withdraw' | 'reject' | 'accept', findingIds: string[], hours: number) =>
  ({ id: `${kind} ${hours}`, kind, findingIds, by: 'an editor', reason: 'a test', at: seen(hours) }) as PersonDecision;

/** Told of what is `wrong`, a person decides, then more comes in; each step on what the one before left. */
function story(steps: { reports: (Report & { text?: string })[]; decisions?: PersonDecision[] }[]): GroupDecision[] {
  let previous: GroupMaterial['previous'] = [];
  let former: GroupDecision['former'] = [];
  return steps.map(({ reports, decisions = [] }) => {
    const material = reports.map((report) => ({ text: `Of ${report.findingId} alone.`, ...report }));
    const decision = decide({ reports: material, previous, former, decisions }, empty, families);
    const before = previous;
    previous = decision.events.map((event) => ({
      event,
      told: true,
      notices: [
        ...before.flatMap((old) => (old.event.key === event.key ? old.notices : [])),
        ...decision.notices.flatMap(({ eventKey, notice }) => (eventKey === event.key ? [notice] : [])),
      ],
    }));
    former = decision.former;
    return decision;
  });
}
/** The wrong report, what was decided of it, and its text again in another paper. */
const withCopy = (decisions: PersonDecision[]) => {
  const text = 'One text that two papers print, word for word, about the same council and its children.';
  const first = [{ ...wrong, text }];
  return story([
    { reports: first },
    { reports: first, decisions },
    { reports: [...first, { ...late('b', 'inadequate'), text }], decisions },
  ]);
};
const tells = ({ notices }: GroupDecision) => notices.map(({ eventKey, notice }) => `${notice} ${eventKey}`);
const standing = ({ events }: GroupDecision) =>
  events
    .map(({ key, status, grade, reports }) => [key, status, grade, reports.map(({ findingId }) => findingId).join()])
    .sort();

describe.each(['retract', 'withdraw'] as const)('after %s', (kind) => {
  const status = kind === 'retract' ? 'retracted' : 'withdrawn';
  const back = ruled(kind, ['a'], 2);
  test('another grade is a judgement of its own, told at once', () => {
    const [, gone, next] = story([
      { reports: [wrong] },
      { reports: [wrong], decisions: [back] },
      { reports: [wrong, late('b', 'good')], decisions: [back] },
    ]);
    expect(tells(gone!)).toEqual([`correction-1 ${KEY}`]);
    expect(tells(next!)).toEqual([`first ${KEY}.good`]);
    // Two of one month are both called by their grades; the older name leads on.
    expect(standing(next!)).toEqual([
      [`${KEY}.good`, 'reported', 'good', 'b'],
      [`${KEY}.inadequate`, status, 'inadequate', 'a'],
    ]);
    expect(next!.aliases).toEqual([{ oldKey: KEY, newKey: `${KEY}.inadequate` }]);
  });
  test('a report told apart from what was taken back stands; one that was told apart before and taken back too does not', () => {
    const reports = [
      wrong,
      aReport('b', { articleDay: '2026-11-18', firstSeen: seen(1), claim: { grade: 'inadequate' } }),
    ];
    const both = ruled(kind, ['a', 'b'], 2);
    const split = { ...ruled('retract', ['b'], 3), kind: 'split', from: ['a'] } as PersonDecision;
    const statusAfter = (decisions: PersonDecision[]) => {
      const last = story([{ reports }, { reports, decisions: [both] }, { reports, decisions }]).at(-1);
      return last!.events
        .flatMap((event) => event.reports.map(({ findingId }) => `${findingId} ${event.status}`))
        .sort();
    };
    expect(statusAfter([both, split])).toEqual([`a ${status}`, 'b reported']);
    expect(statusAfter([{ ...split, at: seen(1) }, both])).toEqual([`a ${status}`, `b ${status}`]);
  });
  test('the same grade waits for a person, who may take it for a judgement of its own', () => {
    const reports = [wrong, late('b', 'inadequate')];
    const [, , doubt, placed] = story([
      { reports: [wrong] },
      { reports: [wrong], decisions: [back] },
      { reports, decisions: [back] },
      { reports, decisions: [back, ruled('accept', ['b'], 6)] },
    ]);
    expect(tells(doubt!)).toEqual([]);
    expect(doubt!.review).toEqual([
      {
        findingIds: ['b'],
        reason: `it came in after ${KEY} had been taken back, and gives the same grade`,
        between: [KEY],
      },
    ]);
    expect(standing(doubt!)).toEqual([[KEY, status, 'inadequate', 'a']]);
    expect(tells(placed!)).toEqual([expect.stringMatching(new RegExp(`^first ${KEY}\\.inadequate`))]);
  });
  test('the same text in another paper is the same mistake', () => {
    const [, , copied] = withCopy([back]);
    expect([tells(copied!), copied!.review]).toEqual([[], []]);
    expect(standing(copied!)).toEqual([[KEY, status, 'inadequate', 'a,b']]);
  });
  test('what had come in before shares its lot', () => {
    const other = late('b', 'inadequate', { firstSeen: seen(1) });
    const [, both] = story([{ reports: [wrong] }, { reports: [wrong, other], decisions: [back] }]);
    expect([standing(both!), both!.review]).toEqual([[[KEY, status, 'inadequate', 'a,b']], []]);
  });
});

test('of a dispute that was taken back no side is news', () => {
  const reports = [wrong, late('b', 'good', { firstSeen: seen(1) })];
  const back = ruled('retract', ['a', 'b'], 2);
  const [, , again] = story([
    { reports },
    { reports, decisions: [back] },
    { reports: [...reports, late('c', 'good')], decisions: [back] },
  ]);
  expect(tells(again!)).toEqual([]);
  expect(again!.review).toMatchObject([{ findingIds: ['c'] }]);
});

describe('after a finding was rejected', () => {
  const back = ruled('reject', ['a'], 2);
  test('another grade reported next is another judgement, under a key of its own', () => {
    const [, gone, next, again] = story([
      { reports: [wrong] },
      { reports: [wrong], decisions: [back] },
      { reports: [wrong, late('b', 'good')], decisions: [back] },
      { reports: [wrong, late('b', 'good')], decisions: [] },
    ]);
    expect(tells(gone!)).toEqual([`correction-1 ${KEY}`]);
    expect(standing(gone!)).toEqual([[KEY, 'retracted', 'inadequate', 'a']]);
    expect(tells(next!)).toEqual([`first ${KEY}.good`]);
    expect(standing(next!)).toEqual([
      [KEY, 'retracted', 'inadequate', 'a'],
      [`${KEY}.good`, 'reported', 'good', 'b'],
    ]);
    // The rejection undone, the first stands again under its key.
    expect(again!.events.map(({ key }) => key)).toContain(KEY);
  });
  test('the same grade reported next brings it back', () => {
    const [, , next] = story([
      { reports: [wrong] },
      { reports: [wrong], decisions: [back] },
      { reports: [wrong, late('b', 'inadequate')], decisions: [back] },
    ]);
    expect(tells(next!)).toEqual([`correction-2 ${KEY}`]);
    expect(standing(next!)).toEqual([[KEY, 'corrected', 'inadequate', 'b']]);
  });
  test('a copy of the text waits, with the report that it copies', () => {
    const [, , copied] = withCopy([back]);
    expect(tells(copied!)).toEqual([]);
    expect(copied!.review).toEqual([
      { findingIds: ['b'], reason: 'its text is that of a report that was rejected: Report a', between: [] },
    ]);
  });
});
