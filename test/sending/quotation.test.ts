import { expect, test } from 'vitest';
import { inMarks, withItsMarks } from '../../src/core/quotation.ts';

const quoted = [
  // text                                                         between marks
  ['Rated good.', '“Rated good.”'],
  ['Town hall’s department climbs to ‘good', '“Town hall’s department climbs to ‘good’”'],
  ["Town hall's department climbs to 'good", "“Town hall's department climbs to 'good'”"],
  ['Care leavers’ experiences are ‘good’', '“Care leavers’ experiences are ‘good’”'],
  ["care leavers' experiences improved", "“care leavers' experiences improved”"],
  ['The service is good,” she said', '““The service is good,” she said”'],
  ['She said: “It is ‘good', '“She said: “It is ‘good’””'],
  ['"Good" is what they call it', '“"Good" is what they call it”'],
  ['called "good', '“called "good"”'],
  ['»Good« in the report', '“«»Good« in the report»”'],
  ['a ‘good’ service that ‘requires…', '“a ‘good’ service that ‘requires…’”'],
] as const;
for (const [text, marked] of quoted) test(`no mark is left alone: ${text}`, () => expect(inMarks(text)).toBe(marked));

const stretches = [
  // text                                        its stretch        with its marks
  ['It climbs to ‘good’', 'climbs to ‘good', 'climbs to ‘good’'],
  ["It climbs to 'good'", "climbs to 'good", "climbs to 'good'"],
  ['He said “care is good.”', 'said “care is good', 'said “care is good.”'],
  ['“Good” care, he said', 'Good” care', '“Good” care'],
  ['“Care is good,” he said', 'Care is good', 'Care is good'],
  ['‘Good care and more’', '‘Good care', '‘Good care'],
  ['the care leavers’ lives', 'care leavers', 'care leavers'],
] as const;
for (const [text, stretch, wider] of stretches)
  test(`evidence keeps both marks of a quotation: ${stretch}`, () => {
    const { start, end } = withItsMarks(text, text.indexOf(stretch), text.indexOf(stretch) + stretch.length);
    expect(text.slice(start, end)).toBe(wider);
  });
