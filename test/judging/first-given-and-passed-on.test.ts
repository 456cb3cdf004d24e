/** When a grade was first given, earlier grades told in other verbs, and areas taken up by a word for those they serve. */
import { describe } from 'vitest';
import { dated, goodReport, NO_HISTORY, says, visitReport } from './support.ts';

const outstanding = (text: string) =>
  dated(
    'Ofsted full of praise for Northshire',
    `Northshire's services for children are outstanding, Ofsted has found. A team came for a fortnight in June. Carers were kind. ${text}`,
  );
const otherNews = (text: string) =>
  dated('Councillors ask about cuts', `Children's services in Northshire are overspent. ${text}`);

describe('given before, and when', () => {
  says([
    [
      'the same rating, past the buttons of a page',
      dated(
        "Northshire still has to improve its children's services, says Ofsted",
        "Northshire's children's services continue to require improvement, Ofsted says today.\n\nHide Ad\nHide Ad\n\nInspectors saw green shoots.\n\nHide Ad\n\nFor a borough which was given the same rating in 2018, and in 2014 before it, that was hard.",
      ),
      {
        events: ['northshire requires_improvement'],
        history: ['northshire requires_improvement 2018', 'northshire requires_improvement 2014'],
        direction: 'same',
      },
    ],
    [
      'named again far down, as first won',
      outstanding('It rained. It was harder to keep the top rating than to win it, as the borough first did in 2018.'),
      { history: ['northshire outstanding 2018'], direction: 'same' },
    ],
    [
      'something else won',
      outstanding('It rained. It is harder to keep staff than to win an award, as the borough did in 2018.'),
      { ...NO_HISTORY, direction: null },
    ],
    [
      'first condemned, and the lowest again',
      dated(
        "Northshire children's services still failing",
        "Little has changed at Northshire Council since its children's services were first condemned in 2020. Inspectors from Ofsted have again awarded their lowest grade, inadequate.",
      ),
      { events: ['northshire inadequate'], history: ['northshire inadequate 2020'], direction: 'same' },
    ],
    [
      'a home condemned, and the lowest for once',
      dated(
        'Northshire falls',
        "Ofsted has given Northshire's children's services its lowest mark, inadequate. A home was first condemned in 2020.",
      ),
      { events: ['northshire inadequate'], ...NO_HISTORY },
    ],
    [
      'the same grade given to a part is no second time',
      dated(
        'Report on Northshire',
        "Ofsted has reported on Northshire Council's children's services. They are good. The same grade was given to leadership.",
      ),
      { areas: ['leaders good'], direction: null },
    ],
  ]);
});

describe('earlier grades', () => {
  says([
    [
      'had said',
      dated(
        'Northshire gets better',
        "Ofsted today upgraded Northshire's children's services to requires improvement. At the beginning of the year it had said that they were inadequate.",
      ),
      { events: ['northshire requires_improvement'], history: ['northshire inadequate'], direction: 'up' },
    ],
    [
      'announced that it had said',
      dated(
        'Northshire Council',
        "The leader announced on Monday that Ofsted had said that Northshire's children's services were good.",
      ),
      { events: ['northshire good'], ...NO_HISTORY },
    ],
    [
      'put at risk',
      otherNews('Would savings put at risk the good rating from Ofsted that the council got in 2021?'),
      { events: [], history: ['northshire good 2021'] },
    ],
    [
      'endangered',
      otherNews('Cuts could endanger the outstanding grade which Ofsted gave them in 2021.'),
      { events: [], history: ['northshire outstanding 2021'] },
    ],
    [
      'hoped for, and put at risk',
      otherNews('Savings would put at risk the good rating from Ofsted that the council hopes to get.'),
      { events: [], ...NO_HISTORY },
    ],
    [
      'inadequate for a part, and another grade overall',
      dated(
        'Ministers lift notice on Northshire',
        "The notice on children's services at Northshire Council is to end. Ofsted had found it inadequate for care leavers and requiring improvement overall in 2022.",
      ),
      { events: [], history: ['northshire requires_improvement 2022'] },
    ],
    [
      'years later in one sentence',
      dated(
        'Fifty years of care',
        "Northshire Council's children's services are fifty years old. In 2012 Ofsted rated them inadequate; five years later they were good.",
      ),
      { events: [], history: ['northshire inadequate 2012', 'northshire good 2017'] },
    ],
    [
      'nobody would call it that',
      visitReport('“I wouldn’t call it good,” said the leader.'),
      { events: [], ...NO_HISTORY },
    ],
  ]);
});

describe('areas taken up', () => {
  says([
    [
      'for this group',
      goodReport('Care leavers want help with money, and for this group the work requires improvement.'),
      { areas: ['care_leavers requires_improvement'] },
    ],
    [
      'for these young people, in the next sentence',
      goodReport('Support for care leavers is patchy. For these young people services are inadequate.'),
      { areas: ['care_leavers inadequate'] },
    ],
    [
      'a group of other things',
      goodReport('Care leavers want flats, and for this group of homes the roof requires improvement.'),
      { areas: [] },
    ],
    [
      'that requires improvement',
      goodReport("There was disappointment over leadership. That 'requires improvement', inspectors believe."),
      { areas: ['leaders requires_improvement'] },
    ],
    [
      'that grade also applies to',
      goodReport(
        'That grade also applies to the help and protection that children get and to the impact of our leaders.',
      ),
      { areas: ['help_and_protection good', 'leaders good'] },
    ],
  ]);
});
