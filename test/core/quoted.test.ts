/** Evidence shown in the sentence it stands in. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { passages } from '../../src/core/quoted.ts';
import type { Evidence } from '../../src/core/types.ts';

const ARTICLE = {
  title: 'Northshire praised',
  text: 'Rain fell. Ofsted judged Northshire to be outstanding this week. “Leaders are good.” It costs £1.5m. The end',
};
const evidence = (quote: string, field: Evidence['field'] = 'text'): Evidence => {
  const start = ARTICLE[field].indexOf(quote);
  return { rule: 'a.rule', field, start, end: start + quote.length, quote };
};
const shown = (...given: Evidence[]) =>
  passages(ARTICLE, given).map(({ pieces }) =>
    pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join(''),
  );

describe('passages', () => {
  const cases: [what: string, given: Evidence[], expected: string[]][] = [
    [
      'a part is shown in its whole sentence',
      [evidence('judged Northshire')],
      ['Ofsted [judged Northshire] to be outstanding this week.'],
    ],
    ['the title is shown whole', [evidence('praised', 'title')], ['Northshire [praised]']],
    [
      'the title comes first',
      [evidence('outstanding'), evidence('praised', 'title')],
      ['Northshire [praised]', 'Ofsted judged Northshire to be [outstanding] this week.'],
    ],
    [
      'two parts of one sentence stand in one passage',
      [evidence('outstanding'), evidence('Ofsted')],
      ['[Ofsted] judged Northshire to be [outstanding] this week.'],
    ],
    [
      'overlapping parts are marked once',
      [evidence('Northshire to be'), evidence('to be outstanding')],
      ['Ofsted judged [Northshire to be outstanding] this week.'],
    ],
    ['a sentence that ends in a quotation mark ends there', [evidence('Leaders')], ['“[Leaders] are good.”']],
    ['a point within a number ends nothing', [evidence('costs')], ['It [costs] £1.5m.']],
    ['the last sentence needs no full stop', [evidence('end')], ['The [end]']],
    ['a quote that is not where it says is left out', [{ ...evidence('Ofsted'), start: 3 }], []],
  ];
  test.each(cases)('%s', (_what, given, expected) => expect(shown(...given)).toEqual(expected));

  test('whatever the text and the places: pieces are a stretch of it and hold all that is marked', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 900 }),
        fc.array(fc.tuple(fc.nat(900), fc.nat(60)), { maxLength: 6 }),
        (text, places) => {
          const given = places
            .filter(([start]) => start < text.length)
            .map(([start, length]): Evidence => {
              const end = Math.min(text.length, start + length + 1);
              return { rule: 'r', field: 'text', start, end, quote: text.slice(start, end) };
            });
          const found = passages({ title: '', text }, given).map(({ pieces }) =>
            pieces.map((piece) => piece.text).join(''),
          );
          for (const passage of found) expect(text).toContain(passage);
          for (const { quote } of given) expect(found.some((passage) => passage.includes(quote))).toBe(true);
        },
      ),
    );
  });

  test('a page without one full stop is not quoted whole', () => {
    const text = `${'word '.repeat(20_000)}judged${' word'.repeat(20_000)}`;
    const start = text.indexOf('judged');
    const [passage] = passages({ title: '', text }, [
      { rule: 'r', field: 'text', start, end: start + 6, quote: 'judged' },
    ]);
    expect(passage?.pieces.map((piece) => piece.text).join('').length).toBeLessThan(500);
  });
});
