import { expect, test } from 'vitest';
import { letterText } from '../../src/core/sending/letter.ts';
import { successionLetter } from '../../src/core/sending/notes-to-readers.ts';
import { asks, names } from './build.ts';

const told = (successors: string[], criteria: Parameters<typeof asks>[0]) =>
  letterText(
    successionLetter({
      ...{ authority: 'northshire', lastDay: '2027-03-31', successors, footer: [], sample: false, names },
      criteria: asks(criteria),
    }),
  );
const ASKED = { authorities: ['northshire'] };
const LEFT_OUT = { except: [asks(ASKED)] };

const letters = [
  // successors                   asked     what the letter says
  [['southshire'], ASKED, 'now covers its successor as well:'],
  [['southshire', 'eastborough'], ASKED, 'now covers its successors as well:'],
  [['southshire'], LEFT_OUT, 'now leaves out its successor as well:'],
  [['southshire', 'eastborough'], LEFT_OUT, 'now leaves out its successors as well:'],
] as const;
for (const [successors, criteria, words] of letters)
  test(`of ${successors.length} that took over, a letter says: ${words}`, () =>
    expect(told([...successors], criteria).replaceAll('\n', ' ')).toContain(words));
