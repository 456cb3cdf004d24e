import { expect, test } from 'vitest';
import { editBetween } from '../../src/core/edits.ts';

const of = (title: string, ...paragraphs: string[]) => ({ title, text: paragraphs.join('\n\n') });
const edits = [
  // before                      after                             headline was, removed, added
  [of('A', 'One', 'Two'), of('A', 'One', 'Two'), [null, [], []]],
  [of('A', 'One', 'Two'), of('B', 'Two', 'One'), ['A', [], []]],
  [of('A', 'One', 'Two'), of('A', 'One', 'Two, it says'), [null, ['Two'], ['Two, it says']]],
  [of('A', 'One', 'One'), of('A', 'One'), [null, ['One'], []]],
  [of('A'), of('A', 'One'), [null, [], ['One']]],
] as const;
for (const [before, after, [titleWas, removed, added]] of edits)
  test(`"${before.text}" to "${after.text}"`, () =>
    expect(editBetween(before, after)).toEqual({ titleWas, removed, added }));
