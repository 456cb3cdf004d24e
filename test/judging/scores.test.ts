import { describe } from 'vitest';
import { anArticle, dated, says } from './support.ts';

/** Scores of a hundred beside the grade that they make. */
describe('a score out of a hundred', () => {
  says(
    (
      [
        [
          'means',
          'A score of 71 out of 100 means Northshire’s adult social care is rated good by the Care Quality Commission.',
        ],
        [
          'scored, which makes',
          'Northshire’s adult social care scored 71 per cent, which makes it good, the Care Quality Commission says.',
        ],
        [
          'at so many per cent',
          'At 71% Northshire is rated good for adult social care by the Care Quality Commission.',
        ],
        [
          'with so many points',
          'With 71 points out of 100 Northshire’s adult social care is good, the Care Quality Commission says.',
        ],
        [
          'earned it',
          'Its 71 out of 100 earns Northshire a good for adult social care from the Care Quality Commission.',
        ],
        ['so', 'The Care Quality Commission gave Northshire’s adult social care a score of 71, so it is rated good.'],
      ] as const
    ).map(([what, text]) => [what, dated('CQC verdict', text), { events: ['northshire good'] }] as const),
  );
  says([
    [
      'a share of councils',
      dated(
        'CQC verdict',
        'The Care Quality Commission says that 71 per cent of councils are good. Northshire awaits its adult social care report.',
      ),
      { events: [], history: [] },
    ],
  ]);
});

describe('word that came', () => {
  says([
    [
      'of what had been reached',
      anArticle({
        title: 'Ofsted verdict in',
        text: 'There were hugs at County Hall as word came through that Northshire’s services for children had gone from special measures to good in four years.',
      }),
      { events: ['northshire good'] },
    ],
    [
      'of what had been given',
      anArticle({
        title: 'Ofsted verdict in',
        text: 'Staff cheered when news came that Ofsted had rated Northshire’s children’s services good.',
      }),
      { events: ['northshire good'] },
    ],
  ]);
});
