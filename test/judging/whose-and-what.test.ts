/** Grades of helpers, of strangers, of things that are no service of a council's, and of what nobody has judged yet. */
import { describe } from 'vitest';
import { dated, says } from './support.ts';

const news = (text: string) => dated('News', text);
const none = { events: [] };

describe('a council that helps', () => {
  says([
    [
      'does not take the grade',
      news(
        'Northshire Council, helped by outstanding-rated Southshire, has been rated good for children’s services by Ofsted.',
      ),
      { events: ['northshire good'], history: [] },
    ],
    [
      'does not lend its own',
      news(
        'With help from outstanding Southshire, Northshire Council has gone from inadequate to good for children’s services, Ofsted said.',
      ),
      { events: ['northshire good'], history: ['northshire inadequate'], direction: 'up' },
    ],
  ]);
});

describe('what another council did', () => {
  says([
    [
      'is no move of the one before',
      news(
        'Ofsted judged Northshire good for children’s services. Elsewhere, another council went up from inadequate to good.',
      ),
      { events: ['northshire good'], history: [], direction: null },
    ],
    [
      'where it did it itself, it is',
      news('Ofsted judged Northshire good for children’s services. It went up from inadequate.'),
      { events: ['northshire good'], history: ['northshire inadequate'], direction: 'up' },
    ],
  ]);
});

describe('several councils in one sentence', () => {
  says([
    [
      'each with its grade behind it',
      news('Ofsted rated Northshire Council good and Southshire Council inadequate for children’s services.'),
      { events: ['northshire good', 'southshire inadequate'] },
    ],
    [
      'three of them',
      news(
        'Ofsted rated Northshire good, Southshire requires improvement and Kelbury inadequate for children’s services.',
      ),
      { events: ['kelbury inadequate', 'northshire good', 'southshire requires_improvement'] },
    ],
    [
      'before and now',
      news('Ofsted judged Northshire good for children’s services. Southshire was inadequate before and is now good.'),
      { events: ['northshire good', 'southshire good'], history: ['southshire inadequate'] },
    ],
  ]);
});

describe('no grade of a council’s service is', () => {
  says([
    [
      'a grade given as an example of one',
      news(
        'Speaking in Northshire, Ofsted’s chief said grades such as good and inadequate for children’s services would go.',
      ),
      none,
    ],
    [
      'one that is defended',
      news(
        'Ofsted’s chief inspector, visiting Northshire, defended its ratings of outstanding and inadequate for children’s services.',
      ),
      none,
    ],
    ['its own word', news('Northshire Council has scored its own children’s services good before Ofsted comes.'), none],
    ['what it expects', news('Northshire Council believes that Ofsted will rate its children’s services good.'), none],
    [
      'that of the probation service',
      news('Probation services in Northshire have been rated inadequate by HM Inspectorate of Probation.'),
      none,
    ],
    ['that of a ward', news('A mental health ward in Northshire has been rated inadequate by the CQC.'), none],
    [
      'that of a dentist',
      news(
        'The CQC has rated a dentist in Northshire good. Northshire Council’s adult social care team has rooms above.',
      ),
      none,
    ],
    [
      'though that of youth justice is',
      news('Youth justice services in Northshire have been rated inadequate by HM Inspectorate of Probation.'),
      { events: ['northshire inadequate'] },
    ],
  ]);
});

describe('judges of a prize', () => {
  says([
    [
      'give no grade, and what Ofsted gave stands',
      news(
        'A social worker of Northshire Council’s children’s services has won a prize. Judges called her visits outstanding. Ofsted rated the department good in 2019.',
      ),
      { events: [], history: ['northshire good 2019'] },
    ],
  ]);
});

describe('inspectors who are back', () => {
  says([
    [
      'give no grade anew',
      {
        title: 'Inspectors back in Northshire',
        text: 'Ofsted inspectors have called on Northshire for the second time since they rated its children’s services inadequate. The pace has picked up, they write.\n\nThe ‘inadequate’ rating was given in March 2015, after which an adviser came.',
      },
      { events: [], history: ['northshire inadequate 2015'] },
    ],
  ]);
});
