/** A judgement of which the text says that none of the kind came before it. */
import { describe } from 'vitest';
import { badReport, goodReport, type Row, says } from './support.ts';

const told = (direction: string | null, of: typeof goodReport, texts: string[]): Row[] =>
  texts.map((text) => [text, of(text), { direction }]);

describe('judged for the first time', () => {
  says([
    ...told('first', goodReport, [
      'It is the council’s first ever rating.',
      'This was the council’s first full inspection.',
      'In its first assessment the council did well.',
      'The council was given its first ever rating.',
      'The county has been inspected for the first time, and found good.',
      'The verdict came after the authority’s first ever inspection.',
      'Its first inspection was a success, the leader said.',
    ]),
    ...told('first', badReport, [
      'In its first ever assessment the council fell short.',
      'It is the council’s first ever judgement.',
      'Following its first formal inspection the council has drawn up a plan.',
    ]),
  ]);
});

describe('a first of something else', () => {
  says(
    told(null, goodReport, [
      'It was the first inspection under the new director.',
      'It was the council’s first inspection since 2018.',
      'It was its first full inspection in five years.',
      'It was the first inspection of 2026 in the region.',
      'The council’s day nursery awaits its first inspection.',
      'Its new children’s home will soon have its first inspection.',
      'The council was not rated in the first assessment.',
      'Parents are offered a first assessment within a week.',
      'Ofsted’s first report on the trust is due in June.',
    ]),
  );
});
