import { describe } from 'vitest';
import { says } from './support.ts';

/** A paper that sets its own report right tells no earlier grade: what it had said nobody was given. */
describe('what a report had wrongly said', () => {
  const told = (erratum: string) => ({
    title: 'CQC tells Northshire Council to improve',
    text: `Adult social care at Northshire Council was found to require improvement by the Care Quality Commission in its first assessment of it. ${erratum}`,
  });
  const onlyNow = { events: ['northshire requires_improvement'], history: [], direction: null };
  says(
    [
      'An earlier version of this article said the council had been rated inadequate.',
      'This article originally said the service was inadequate. It has been amended.',
      'We previously reported that Northshire was inadequate.',
      'An earlier version said inadequate, which was wrong.',
      'An earlier headline on this story said the council had been rated inadequate.',
      'The original version of our report wrongly gave the grade as inadequate.',
      'Our story first put the rating at inadequate; we are happy to set that right.',
      'We incorrectly stated that the council had been judged inadequate.',
      'This article was amended today: the grade is requires improvement, not inadequate as an earlier version stated.',
    ].map((erratum) => [erratum, told(erratum), onlyNow]),
  );
  const before = { events: ['northshire requires_improvement'], history: ['northshire inadequate'] };
  says([
    ['an earlier inspection is none', told('An earlier inspection had found it inadequate.'), before],
    ['nor is an earlier report of inspectors', told('In an earlier report it had been rated inadequate.'), before],
    [
      'nor what was rightly reported then',
      told('As we reported in 2023, it was rated inadequate then.'),
      { events: ['northshire requires_improvement'], history: ['northshire inadequate 2023'] },
    ],
  ]);
});
