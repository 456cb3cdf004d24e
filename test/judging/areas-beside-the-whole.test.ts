/** Areas told beside the whole: compared with it, listed after it, parted from it by a mark, or what won it its grade. */
import { describe } from 'vitest';
import { aReport, dated, goodReport, says } from './support.ts';

describe('an area compared with the whole in passing', () => {
  const poor = (text: string) =>
    aReport(`Ofsted says that children's services at Northshire Council require improvement. ${text}`);
  const leaders = { events: ['northshire requires_improvement'], areas: ['leaders requires_improvement'] };
  says([
    [
      'like the service',
      poor('Leadership was held back by poor data and, like the service as a whole, requires improvement.'),
      leaders,
    ],
    ['like the service, at once', poor('Leadership, like the service as a whole, requires improvement.'), leaders],
    ['in common with it', poor('Leadership, in common with the council overall, requires improvement.'), leaders],
    [
      'as with it',
      goodReport('Adoption, as with the service overall, is good.'),
      { events: ['northshire good'], areas: ['adoption good'] },
    ],
    [
      'unlike it',
      goodReport('Unlike the service as a whole, adoption was inadequate.'),
      { events: ['northshire good'], areas: ['adoption inadequate'] },
    ],
  ]);
});

describe('a list of all areas after the grade of the whole', () => {
  const all = ['leaders good', 'help_and_protection good', 'care_leavers good'];
  says([
    [
      'in all respects',
      aReport(
        "Ofsted rated Northshire's services for children good in all respects after an inspection at the start of the year: leadership, help and protection, care leavers, and overall.",
      ),
      { events: ['northshire good'], areas: all },
    ],
    [
      'in every category',
      aReport(
        "Ofsted rated Northshire's services for children good in every category after a fortnight in the county in May: leadership, help and protection and care leavers.",
      ),
      { events: ['northshire good'], areas: all },
    ],
    [
      'across the board',
      aReport(
        "Ofsted rated Northshire's services for children good across the board after it called in May: for leadership, for help and protection and for care leavers.",
      ),
      { events: ['northshire good'], areas: all },
    ],
    [
      'where no grade of the whole is given there is none',
      dated(
        'Ofsted reports',
        "Ofsted no longer gives an overall grade. It rated Northshire's services for children good in all areas: leadership, help and protection and care leavers.",
      ),
      { events: ['northshire null'], areas: all },
    ],
    [
      'a list of something else',
      goodReport(
        'It is good in all areas. There was praise for three groups: foster carers, leaders and care leavers.',
      ),
      { events: ['northshire good'], areas: [] },
    ],
  ]);
});

describe('a mark that parts what one grade is of from the next', () => {
  const report = (text: string) => aReport(`Ofsted's report on children's services in Northshire is out. ${text}`);
  says([
    [
      'it goes higher',
      report(
        'It gives good as the judgement for overall effectiveness and for help and protection; for the impact of leaders it goes higher, to outstanding.',
      ),
      { events: ['northshire good'], areas: ['help_and_protection good', 'leaders outstanding'] },
    ],
    [
      'it goes lower',
      report(
        "It gives good as the verdict on children's services overall and on adoption; for leadership it goes lower, to requires improvement.",
      ),
      { events: ['northshire good'], areas: ['adoption good', 'leaders requires_improvement'] },
    ],
    [
      'they sink',
      report('They are good overall and for care leavers; in adoption they sink to inadequate.'),
      { events: ['northshire good'], areas: ['care_leavers good', 'adoption inadequate'] },
    ],
    [
      'marks that part the items of a list',
      report('They are good for leadership; adoption; and care leavers, and outstanding for fostering.'),
      { areas: ['leaders good', 'adoption good', 'care_leavers good', 'fostering outstanding'] },
    ],
  ]);
});

describe('a similarly low grade is the same again', () => {
  const low = (text: string) => aReport(text);
  says([
    [
      'awarded',
      low(
        "Ofsted judged Northshire's children's services inadequate, with a similarly low rating awarded for leadership and for adoption.",
      ),
      { events: ['northshire inadequate'], areas: ['leaders inadequate', 'adoption inadequate'] },
    ],
    [
      'equally poor',
      low("Ofsted judged Northshire's children's services inadequate, with an equally poor grade for leadership."),
      { events: ['northshire inadequate'], areas: ['leaders inadequate'] },
    ],
    [
      'similarly high',
      low("Ofsted judged Northshire's children's services outstanding, with a similarly high mark for leadership."),
      { events: ['northshire outstanding'], areas: ['leaders outstanding'] },
    ],
    [
      'in the next sentence',
      low(
        "Ofsted judged Northshire's children's services inadequate. A similarly low rating was handed to leadership.",
      ),
      { events: ['northshire inadequate'], areas: ['leaders inadequate'] },
    ],
    [
      'of another matter',
      goodReport('Staff gave the canteen a similarly high score.'),
      { events: ['northshire good'], areas: [] },
    ],
  ]);
});

describe('what won the council its grade', () => {
  says([
    [
      'a report',
      aReport('A calm leadership has earned Northshire Council a good report from Ofsted for its work with children.'),
      { events: ['northshire good'], areas: [] },
    ],
    [
      'a rating',
      aReport("Strong leadership has won Northshire Council a good rating from Ofsted for its children's services."),
      { events: ['northshire good'], areas: [] },
    ],
    [
      'a low one',
      aReport("Poor leadership earned Northshire's children's services an inadequate rating from Ofsted."),
      { events: ['northshire inadequate'], areas: [] },
    ],
    [
      'no word of praise before it: the grade is of the area',
      goodReport('Leadership earned the council an outstanding judgement.'),
      { events: ['northshire good'], areas: ['leaders outstanding'] },
    ],
    [
      'its full name: the grade is of the area',
      goodReport('The impact of leaders has won the council an outstanding judgement.'),
      { events: ['northshire good'], areas: ['leaders outstanding'] },
    ],
    [
      'no council is given it',
      goodReport('Its strong leadership was rated outstanding.'),
      { events: ['northshire good'], areas: ['leaders outstanding'] },
    ],
  ]);
});

describe('child protection as a whole, and its parts', () => {
  says([
    [
      'a part of another grade',
      {
        title: 'Child protection in Northshire',
        text: 'Child protection arrangements in Northshire have been judged adequate by Ofsted. The verdict breaks down as adequate for the quality of practice and good for the effectiveness of help and protection.',
        published: '2013-02-08',
      },
      { events: ['northshire adequate'], areas: ['quality_of_practice adequate', 'help_and_protection good'] },
    ],
  ]);
});

describe('areas marked up and down', () => {
  const stays = (text: string) => dated('A step forward and one back for Northshire', text);
  says([
    [
      'up to',
      stays(
        "Ofsted has marked Northshire's help for care leavers up to good. Its overall verdict on the council stays at requires improvement.",
      ),
      { events: ['northshire requires_improvement'], areas: ['care_leavers good'] },
    ],
    [
      'down to',
      goodReport('It has moved leadership down to requires improvement.'),
      { events: ['northshire good'], areas: ['leaders requires_improvement'] },
    ],
    [
      'inspectors who are back move the whole',
      dated(
        'Northshire edges out',
        "Ofsted's inspectors, back after three years, have moved Northshire's children's services from inadequate to requires improvement.",
      ),
      { events: ['northshire requires_improvement'], history: ['northshire inadequate'] },
    ],
  ]);
});

describe('the whole told after its parts', () => {
  const parts = { events: ['northshire good'], areas: ['leaders good', 'adoption good'] };
  const told = (text: string) =>
    aReport(`Leadership and adoption in Northshire have been judged good by Ofsted, ${text}`);
  says([
    ['as has the council', told('as has the council overall.'), parts],
    ['and so has it', told('and so has the council as a whole.'), parts],
    ['and with them', told('and with them the council overall.'), parts],
    [
      'an overall view of something else',
      told('and with them came an overall plan.'),
      { ...parts, events: ['northshire null'] },
    ],
    [
      'a year that is of the grade before it',
      dated(
        'Ofsted results',
        "Northshire's children's services are good, Ofsted said today. It was good in 2018. Southshire, last seen in 2017 and inadequate then, has climbed to requires improvement.",
      ),
      {
        events: ['northshire good', 'southshire requires_improvement'],
        history: ['northshire good 2018', 'southshire inadequate 2017'],
      },
    ],
  ]);
});
