import { describe, expect, test } from 'vitest';
import { itemKeys } from '../../src/core/polling/identity.ts';
import { isWithdrawn, unlisted } from '../../src/core/polling/withdrawn.ts';

const at = (day: number) => new Date(Date.UTC(2026, 2, day));
const anItem = (day: number, dated = true) => ({
  key: `item-${day}`,
  published: dated ? at(day) : null,
  firstSeen: at(day),
});
/** A reading that lists the items of these days. */
const lists = (days: number[], dated = true) => ({
  current: new Set(days.map((day) => `item-${day}`)),
  reading: itemKeys(
    days.map((day) => ({
      id: `${day}`,
      title: `Story ${day}`,
      link: null,
      summary: null,
      content: null,
      published: dated ? at(day).toISOString() : null,
      publishedFrom: null,
      authors: [],
    })),
    { id: 'paper' },
  ),
});
const judge = (listed: number[], now: number[], dated = true) => {
  const { current, reading } = lists(now, dated);
  return unlisted(
    listed.map((day) => anItem(day, dated)),
    current,
    reading,
  );
};

describe('an item that is not listed any more', () => {
  for (const dated of [true, false]) {
    const how = dated ? 'with dates' : 'without dates';
    test(`older than the rest has scrolled out, ${how}`, () =>
      expect(judge([1, 2, 3, 4], [3, 4, 5], dated)).toEqual({ scrolledOut: ['item-1', 'item-2'], missing: [] }));
    test(`with older ones still there is missing, ${how}`, () =>
      expect(judge([1, 2, 3, 4], [1, 2, 4, 5], dated)).toEqual({ scrolledOut: [], missing: ['item-3'] }));
    test(`with half the list is no withdrawal but a broken list, ${how}`, () =>
      expect(judge([1, 2, 3, 4, 5, 6], [1, 2], dated).missing).toEqual([]));
  }
  test('says nothing when the list is empty', () =>
    expect(judge([1, 2], [])).toEqual({ scrolledOut: [], missing: [] }));
  test('scrolled out when everything listed is new', () => expect(judge([1, 2], [7, 8]).missing).toEqual([]));
});

describe('its address tells', () => {
  const page = 'https://northshire.example/news/judgement';
  const table = [
    [404, page, true],
    [410, page, true],
    [200, page, false],
    [200, 'https://northshire.example/', true],
    [200, 'https://northshire.example/index.html', true],
    [200, 'https://northshire.example/news/judgement-2', false],
    [403, page, false],
    [503, page, false],
  ] as const;
  for (const [status, answered, withdrawn] of table)
    test(`${status} from ${answered}: ${withdrawn ? 'withdrawn' : 'not withdrawn'}`, () =>
      expect(isWithdrawn({ status, asked: page, answered })).toBe(withdrawn));
});
