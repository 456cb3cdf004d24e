/** What the words around a grade make known of it: who are counted, what it is the same as, who judged, and whose paper tells it. */
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/core/judging/assess.ts';
import { anArticle, dated, rulebook, says } from './support.ts';

describe('councils that a sentence counts and the next ones name', () =>
  says([
    [
      'have each the move and the grade before',
      dated(
        'Ofsted lifts two',
        'Two authorities that had been inadequate have moved up to requires improvement, Ofsted said today. They are Kelbury and Eastborough, whose children’s services were seen in May.',
      ),
      { events: ['kelbury requires_improvement', 'eastborough requires_improvement'], direction: 'up' },
    ],
    [
      'also of before the pandemic',
      dated(
        'Two more leave the bottom',
        'Two boroughs whose departments for children had been judged inadequate before lockdown have both moved up to requires improvement, says Ofsted. Kelbury was seen in January, Eastborough in May.',
      ),
      { events: ['kelbury requires_improvement', 'eastborough requires_improvement'], direction: 'up' },
    ],
    [
      'as a pair',
      dated(
        'Double success',
        'A pair of county councils have had children’s services rated good by Ofsted this week. Northshire was praised for its staff. In Southshire inspectors liked the work with care leavers.',
      ),
      { events: ['northshire good', 'southshire good'] },
    ],
    [
      'behind the service',
      dated(
        'Three go up',
        'Children’s services in three local authorities have gone up to good, Ofsted announced on Friday. Averfordshire had been at requires improvement since 2018. Wading was inadequate until now. The third is Kelbury.',
      ),
      { events: ['averfordshire good', 'wading good', 'kelbury good'] },
    ],
    [
      'not where they have gone elsewhere with it',
      dated(
        'Two councils lose a case',
        'Two councils that were rated inadequate in 2019 have lost a court case over the fees of Ofsted. Averfordshire and Wading wanted their money back.',
      ),
      { events: [] },
    ],
  ]));

describe('what a grade is said to be the same as', () =>
  says([
    [
      'has the year',
      dated(
        'Northshire told again to do better',
        'Ofsted has handed the county council’s children’s services the same verdict as it had in 2018: they require improvement.',
      ),
      {
        events: ['northshire requires_improvement'],
        history: ['northshire requires_improvement 2018'],
        direction: 'same',
      },
    ],
    [
      'also in a sentence of its own',
      dated(
        'Wading: as you were',
        'Ofsted has told Wading Council that its children’s services require improvement. That was the watchdog’s view in 2018, too.',
      ),
      { events: ['wading requires_improvement'], history: ['wading requires_improvement 2018'], direction: 'same' },
    ],
    [
      'and not a grade that was given then',
      dated(
        'Northshire gets a trust',
        'Children’s services in Northshire go to a trust. Ofsted gave them this rating in 2018: inadequate.',
      ),
      { events: [], history: ['northshire inadequate 2018'] },
    ],
    [
      'where the council has moved, whatever is praised beside it',
      dated(
        'Top grade for Northshire',
        'After years of work with children in care, Ofsted has lifted Northshire from good to outstanding.',
      ),
      { events: ['northshire outstanding'], history: ['northshire good'], areas: [], direction: 'up' },
    ],
  ]));

describe('who judged, and what', () =>
  says([
    [
      'an inspector of other things',
      dated(
        'Drains under Kelbury estate inadequate, inspector rules',
        'The planning inspectorate has dismissed an appeal. Kelbury Council was right to refuse. The builder had offered £90,000 for children’s services.',
      ),
      { events: [] },
    ],
    [
      'a letter without a rating',
      {
        title: 'Inspectors see progress in Northshire',
        text: 'Two of Ofsted’s people spent a day in Northshire. In June 2019 they had told the county council that its children’s services were inadequate. Their letter, out on Monday, comes with no grade. It tells of shorter waits.',
      },
      { events: [], history: ['northshire inadequate 2019'] },
    ],
    [
      'a paper that asked the ministry',
      dated(
        'Kelbury slammed',
        'Ofsted has rated Kelbury’s children’s services inadequate. The Advertiser asked the Department for Education if a commissioner would be sent.',
      ),
      { events: ['kelbury inadequate'] },
    ],
    [
      'an award',
      dated(
        'Kelbury keeps its grade',
        'Kelbury Council’s children’s services have kept their good rating from Ofsted. Staff of the council’s parks are up for an award for outstanding',
      ),
      { events: ['kelbury good'] },
    ],
    [
      'the two grades that it leads with',
      {
        title: 'Kelbury: safeguarding inadequate, care adequate',
        text: 'Ofsted has judged safeguarding in Kelbury inadequate, and services for looked after children adequate.',
        published: '2011-08-04',
      },
      { events: ['kelbury null'], areas: ['safeguarding inadequate', 'looked_after_children adequate'] },
    ],
  ]));

test('a paper that bears a name which is also a word means the council', () => {
  const article = {
    title: 'Halton finds out where it stands',
    text: 'Halton learned its fate from Ofsted yesterday. Its children’s services have been rated good.',
    published: '2024-06-14',
  };
  const from = (publisher: string | null) =>
    assess(anArticle({ ...article, publisher }), rulebook).events.map(({ authority }) => authority);
  expect(from('The Halton Herald')).toEqual(['halton']);
  expect(from('The Herald')).toEqual([]);
});
