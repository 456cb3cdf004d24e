/** What a person splits: the judgement goes on with what stays in it, and what was split off is another. */
import { describe, expect, test } from 'vitest';
import { decide, type GroupDecision, type GroupMaterial } from '../../src/core/events/decide.ts';
import type { PersonDecision } from '../../src/core/events/decisions.ts';
import type { FormerKey } from '../../src/core/events/former-keys.ts';
import { makeRegister } from '../../src/core/register.ts';
import type { Report } from '../../src/core/types.ts';
import { aReport, families } from './builders.ts';

const KEY = 'northshire.ofsted.childrens_services.any.2026-03';

let decisions = 0;
type Asked =
  | { kind: 'split'; findingIds: string[]; from: string[] }
  | { kind: 'merge' | 'reject'; findingIds: string[] };
const decided = (asked: Asked, reason = 'a test'): PersonDecision => ({
  ...{ id: `d${++decisions}`, at: new Date(decisions), by: 'operator', reason },
  ...asked,
});
const undone = ({ id }: PersonDecision, reason = 'undone'): PersonDecision => ({
  ...{ id: `d${++decisions}`, at: new Date(decisions), by: 'operator', reason },
  ...{ kind: 'undo', decisionId: id },
});
const splitOff = (off: string, rest: string, reason?: string) =>
  decided({ kind: 'split', findingIds: off.split(' '), from: rest.split(' ') }, reason);

/** What is kept from one look at the reports to the next, every event of it told. */
class Kept {
  previous: GroupMaterial['previous'] = [];
  former: FormerKey[] = [];
  told: string[] = [];

  look(reports: readonly Report[], made: PersonDecision[] = []): GroupDecision {
    const decision = decide(
      {
        ...{ previous: this.previous, former: this.former, decisions: made, toldUnder: this.told },
        reports: reports.map((report) => ({ ...report, text: report.findingId })),
      },
      makeRegister(),
      families,
    );
    const before = new Map(this.previous.map((entry) => [entry.event.key, entry]));
    this.previous = decision.events.map((event) => {
      const forebears = [event.key, ...decision.aliases.flatMap((one) => (one.newKey === event.key ? one.oldKey : []))];
      const earlier = forebears.flatMap((key) => before.get(key) ?? []);
      const due = decision.notices.filter(({ eventKey }) => eventKey === event.key);
      return {
        ...{ event, told: true },
        notices: [...earlier.flatMap(({ notices }) => notices), ...due.map(({ notice }) => notice)],
        changes: [...earlier.flatMap(({ changes }) => changes ?? []), ...due.flatMap(({ changes }) => changes)],
      };
    });
    this.former = decision.former;
    this.told = [...new Set([...this.told, ...decision.notices.map(({ eventKey }) => eventKey)])];
    return decision;
  }
}

const ids = (event: GroupDecision['events'][number] | undefined) => event?.reports.map(({ findingId }) => findingId);
/** The event that a key leads to. */
const under = ({ events, former }: GroupDecision, key: string) =>
  events.find((event) => event.key === (former.find((one) => one.key === key)?.leadsTo ?? key));

const seen = (id: string, minutes: number, report: Partial<Report> = {}) =>
  aReport(id, { articleDay: '2026-03-17', firstSeen: new Date(Date.UTC(2026, 2, 17, 9, minutes)), ...report });
const first = seen('first', 0, { tier: 'council' });
const all = [first, seen('second', 1), seen('third', 2)];

describe('the key of a judgement stays with what stays in it, and what was split off is news', () => {
  const splits = [
    // split off                     stays
    ['third', 'first second'],
    ['second third', 'first'],
    ['first', 'second third'],
    ['first second', 'third'],
  ] as const;
  for (const [off, rest] of splits)
    test(`${off} from ${rest}`, () => {
      const kept = new Kept();
      kept.look([first]);
      expect(kept.look(all).events.map(({ key }) => key)).toEqual([KEY]);
      const split = splitOff(off, rest, 'another report');
      const parted = kept.look(all, [split]);
      const stays = under(parted, KEY);
      expect(ids(stays)?.sort()).toEqual(rest.split(' '));
      expect(stays).not.toHaveProperty('toldApart');
      const [other] = parted.events.filter((event) => event !== stays);
      expect(other?.toldApart).toMatchObject({ reason: 'another report', of: { key: stays?.key } });
      expect(parted.notices).toEqual([{ eventKey: other?.key, notice: 'first', changes: [] }]);
      // Looked at again all is as it was.
      const again = kept.look(all, [split]);
      expect(again).toMatchObject({ events: parted.events, notices: [], former: parted.former });
    });

  test('and so do keys from before more was known, though given for the very report that is split off', () => {
    const kept = new Kept();
    const early = seen('first', 0, { articleDay: '2026-04-02' });
    const dated = [early, seen('second', 1, { claim: { ...early.claim, published: '2026-03-20' } })];
    const [before] = kept.look([early]).events;
    kept.look(dated);
    expect(kept.former.map(({ key }) => key)).toEqual([before?.key]);
    const parted = kept.look(dated, [splitOff('first', 'second')]);
    expect(ids(under(parted, before?.key ?? ''))).toEqual(['second']);
    expect(parted.notices.map(({ notice }) => notice)).toEqual(['first']);
    expect(ids(under(kept.look(dated, [splitOff('first', 'second')]), before?.key ?? ''))).toEqual(['second']);
  });

  test('and so do keys of what had been merged into it, of which a part is split off', () => {
    const kept = new Kept();
    const later = ['b1', 'b2'].map((id, i) =>
      seen(id, 10 + i, { claim: { ...first.claim, published: '2026-07-01' }, articleDay: '2026-07-01' }),
    );
    const two = kept.look([first, ...later]).events.map(({ key }) => key);
    const other = two.find((key) => key.includes('2026-07')) ?? '';
    const merge = decided({ kind: 'merge', findingIds: ['first', 'b1', 'b2'] });
    kept.look([first, ...later], [merge]);
    const parted = kept.look([first, ...later], [merge, splitOff('b1', 'first b2')]);
    expect(ids(under(parted, other))?.sort()).toEqual(['b2', 'first']);
    expect(parted.notices.map(({ notice }) => notice)).toEqual(['first']);
  });
});

test('split, made one again and split again, each keeps its key, whoever was told hears of it once', () => {
  const kept = new Kept();
  kept.look(all);
  const split = splitOff('first', 'second third');
  const apart = kept.look(all, [split]);
  const other = apart.events.find(({ toldApart }) => toldApart)?.key;
  const undo = undone(split);
  const one = kept.look(all, [split, undo]);
  expect(one.notices).toMatchObject([{ eventKey: KEY, notice: 'correction-1', changes: [{ of: other }] }]);
  expect(one.events.map(({ key }) => key)).toEqual([KEY]);
  const again = kept.look(all, [split, undo, splitOff('first', 'second third', 'after all')]);
  // It is news only to whoever was not told of it before.
  expect(again.notices).toMatchObject([
    { eventKey: other, notice: 'first' },
    { eventKey: other, changes: [{ from: KEY, to: other }] },
  ]);
  expect(again.events.find(({ key }) => key === other)?.toldApart?.reason).toBe('after all');
  expect(ids(under(again, KEY))?.sort()).toEqual(['second', 'third']);
});

test('of two that were told each and made one, the one whose key went on is no other judgement once split off', () => {
  const kept = new Kept();
  const made = [first, seen('other', 1, { claim: { ...first.claim, published: '2026-07-01' } })];
  const keys = kept.look(made).events.map(({ key }) => key);
  const merge = decided({ kind: 'merge', findingIds: ['first', 'other'] });
  expect(kept.look(made, [merge]).events.map(({ key }) => key)).toEqual([keys[1]]);
  const parted = kept.look(made, [merge, splitOff('other', 'first')]);
  expect(parted.events.map(({ key }) => key)).toEqual(keys);
  for (const event of parted.events) expect(event).not.toHaveProperty('toldApart');
});

test('only the last of two splits that turn each other round tells a report apart', () => {
  const two = [first, seen('second', 1)];
  const turned = [splitOff('first', 'second'), splitOff('second', 'first', 'rather this one')];
  const { events } = new Kept().look(two, turned);
  expect(events.map((event) => [ids(event), event.toldApart?.reason]).sort()).toEqual([
    [['first'], undefined],
    [['second'], 'rather this one'],
  ]);
});

describe('what had been merged and stands again says why', () => {
  const other = seen('other', 1, { claim: { ...first.claim, published: '2026-07-01' } });
  const merge = decided({ kind: 'merge', findingIds: ['first', 'other'] }, 'one report');
  const ways = [
    ['either split off', (reason: string) => splitOff('first', 'other', reason)],
    ['the other split off', (reason: string) => splitOff('other', 'first', reason)],
    ['the merge undone', (reason: string) => undone(merge, reason)],
  ] as const;
  for (const [way, made] of ways)
    test(way, () => {
      const kept = new Kept();
      kept.look([first, other]);
      expect(kept.look([first, other], [merge]).events).toMatchObject([{ joinedReason: 'one report' }]);
      const parting = made('two after all');
      const parted = kept.look([first, other], [merge, parting]);
      const again = parted.notices.find(({ changes }) => changes.some(({ field }) => field.startsWith('key.')));
      expect(parted.events.find(({ key }) => key === again?.eventKey)?.joinedReason).toBe('two after all');
      const later = kept.look([first, other], [merge, parting]);
      expect(later).toMatchObject({ events: parted.events, notices: [] });
    });

  test('but not what a person ruled long ago on a report of what it was part of', () => {
    const kept = new Kept();
    const change: PersonDecision[] = [
      {
        ...{ id: 'long-ago', at: new Date(0), by: 'operator', reason: 'a slip of the paper' },
        ...{ kind: 'change', findingIds: ['early', 'late'], claim: { previousGrade: null } },
      },
    ];
    const [early, late, joint] = [
      aReport('early', { articleDay: '2026-02-01', claim: { grade: 'inadequate' } }),
      aReport('late', { articleDay: '2026-03-05', claim: { grade: 'good' } }),
      aReport('joint', { articleDay: '2026-03-06', claim: { grade: 'inadequate', published: '2026-02-04' } }),
    ];
    expect(kept.look([early, late], change).events).toHaveLength(2);
    expect(kept.look([early, late, joint], change).events).toHaveLength(1);
    // Its article was edited.
    const { events, notices } = kept.look([early, late], change);
    expect(notices.flatMap(({ changes }) => changes).some(({ field }) => field.startsWith('key.'))).toBe(true);
    expect(events.map(({ joinedReason }) => joinedReason)).toEqual([undefined, undefined]);
  });
});

describe('a merge is no reason of what had been put right before', () => {
  const BETTER = { grade: 'outstanding', headlines: [{ remit: 'overall', grade: 'outstanding' }] };
  const dated = { ...first.claim, published: '2026-03-16' };
  const better = seen('first', 0, { tier: 'council', claim: { ...dated, ...BETTER } });
  const other = seen('other', 1, { claim: { ...first.claim, published: '2026-07-01' } });
  const official = seen('official', 2, { tier: 'inspectorate', claim: { ...other.claim, ...BETTER } });
  const merge = decided({ kind: 'merge', findingIds: ['first', 'other', 'official'] }, 'one report');
  test('by its reports alone', () => {
    const kept = new Kept();
    kept.look([better, other]);
    const corrected = kept.look([better, other, official]).events.find(({ status }) => status === 'corrected');
    expect(corrected).toMatchObject(BETTER);
    const { events, notices } = kept.look([better, other, official], [merge]);
    const [{ changes = [] } = {}] = notices;
    expect(new Set(changes.map(({ field }) => field.split('.', 1)[0]))).toEqual(new Set(['key']));
    expect(events).toMatchObject([{ key: corrected?.key, status: 'corrected', joinedReason: 'one report' }]);
    expect(events[0]).not.toHaveProperty('correctedReason');
  });
  test('by a person, whose reason stays', () => {
    const kept = new Kept();
    const wrong = seen('wrong', 2, { tier: 'council', claim: { ...other.claim, ...BETTER } });
    kept.look([first, other, wrong]);
    const reject = decided({ kind: 'reject', findingIds: ['wrong'] }, 'a slip of the council');
    const corrected = kept.look([first, other, wrong], [reject]).events.find(({ status }) => status === 'corrected');
    expect(corrected).toMatchObject({ correctedReason: 'a slip of the council' });
    expect(kept.look([first, other, wrong], [reject, merge]).events).toMatchObject([
      { correctedReason: 'a slip of the council', joinedReason: 'one report' },
    ]);
  });
  test('nor any correction where nobody was told what it puts right, but of summaries', () => {
    const kept = new Kept();
    const worse = { ...better, claim: dated };
    kept.look([worse, other, official]);
    kept.previous = kept.previous.map((entry) => ({ ...entry, told: !ids(entry.event)?.includes('first') }));
    const { events, notices } = kept.look([worse, other, official], [merge]);
    expect(notices).toMatchObject([
      { changes: [{ field: 'headlines.overall', from: 'good', to: 'outstanding', untold: true }] },
    ]);
    expect(events).toMatchObject([{ ...BETTER, status: 'confirmed' }]);
    expect(events[0]).not.toHaveProperty('correctedReason');
    // Looked at again all is as it was.
    expect(kept.look([worse, other, official], [merge]).events).toEqual(events);
  });
});
