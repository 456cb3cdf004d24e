import { describe } from 'vitest';
import { dated, goodReport, says } from './support.ts';

/** The grade is of before and the news is something else. */
describe('something else is the news', () => {
  says([
    [
      'a farewell on the anniversary of a verdict',
      dated(
        'Director who took Northshire’s children’s services to “outstanding” says goodbye',
        'He retires in the month that sees the first anniversary of Ofsted’s verdict that its children’s services are outstanding.',
      ),
      { events: [], history: ['northshire outstanding'] },
    ],
    [
      'a cabinet that is to discuss a plan',
      dated(
        'Cabinet to consider plan for Northshire children',
        'It was written after the Ofsted inspection in January which rated children’s services as inadequate. The judgement was published in March.',
      ),
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'a direction that is lifted',
      dated(
        'Government relaxes its grip on Northshire children’s services',
        'The minister noted that the department was found to require improvement in its Ofsted inspection of last autumn.',
      ),
      { events: [], history: ['northshire requires_improvement'] },
    ],
    [
      'a trust that is brought back in house',
      dated(
        'Northshire to bring children’s services back in house',
        'Papers speak of a decline and a recent Ofsted report in which services were judged to require improvement.',
      ),
      { events: [] },
    ],
    [
      'members who demand answers over it',
      dated(
        'Councillors demand answers over ‘inadequate’ Northshire children’s services',
        'The committee discussed an Ofsted report, made public in March, in which children’s services were rated inadequate.',
      ),
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'a columnist’s own experience',
      dated(
        'Inspection: what I learned',
        'It is now six months since we got good from the CQC for adult social care at Northshire.',
      ),
      { events: [] },
    ],
    [
      'an advertisement that tells what the successful one will bring',
      dated(
        'Executive Director, Adult Social Care',
        'Northshire County Council. Our first assessment by the CQC is behind us. The rating, requires improvement, was one that we expected. You’ll bring experience of change. For a confidential conversation ring our consultants.',
      ),
      { events: [] },
    ],
    [
      'what a visit looked at',
      dated(
        'Ofsted: children in Northshire still wait too long',
        'The council makes some progress, Ofsted says. The pace must pick up. Staff were thanked. The department was deemed inadequate in August and a commissioner came. On their first monitoring visit inspectors looked at the front door.',
      ),
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'called for the second time since',
      dated(
        'Ofsted sees steady progress at Northshire children’s services',
        'Inspectors have been back. It was the second time that Ofsted has called since May 2022, when the council was given an inadequate rating.',
      ),
      { events: [], history: ['northshire inadequate 2022'] },
    ],
    [
      'a writer’s own inspections',
      dated(
        'Four inspections',
        'I have been through four Ofsted inspections of children’s services. After one at Northshire we were inadequate, after another there was cake.',
      ),
      { events: [] },
    ],
    [
      'a review into a death',
      dated(
        'Chances were missed: review into boy’s death published',
        'Northshire Council had taken him into care. Children’s services were found good by Ofsted in January, the director said.',
      ),
      { events: [], history: ['northshire good'] },
    ],
    [
      'not one of them',
      dated(
        'Ofsted’s tough start',
        'Not one of the first 30 councils inspected has been found outstanding by Ofsted for children’s services. Northshire’s leader called it harsh.',
      ),
      { events: [] },
    ],
    [
      'official statistics of a year',
      dated(
        'Where councils stood at the end of the year',
        'Our official statistics cover children’s services. Northshire is among those that moved furthest: Northshire from inadequate to good at its Ofsted inspection.',
      ),
      { events: [] },
    ],
    [
      'what both services have, and when one of them got it',
      dated(
        'Outstanding: verdict on our adult social care',
        'Northshire is now the only council to have an outstanding rating for both its children’s services and its adult social care. In a report published today the CQC rates adult social care outstanding. In January Ofsted found that children’s services were outstanding.',
      ),
      { events: ['northshire outstanding'], history: ['northshire outstanding'] },
    ],
  ]);
});

/** It is the news, whatever else its words could mean. */
describe('it is the news', () => {
  says([
    [
      'pleased to tell you that',
      dated(
        'Newsletter',
        'The grass was cut. Thanks to all who came. The hall is open. I’m pleased to tell you that Northshire’s children’s services have been rated good overall by Ofsted, whose inspectors came in May and published their report this week.',
      ),
      { events: ['northshire good'] },
    ],
    [
      'today they’re outstanding',
      dated(
        'Northshire children’s services win over Ofsted',
        'Three years ago they were told they required improvement. Today they’re outstanding – on every measure there is, in Ofsted’s report.',
      ),
      { events: ['northshire outstanding'] },
    ],
    [
      'inspectors who have again judged',
      dated(
        'Northshire children’s services still failing five years on',
        'Youngsters are not protected, according to inspectors who have again judged children’s services to be inadequate. Ofsted’s report came out today.',
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'a fall in so many years',
      dated(
        'Ofsted finds children at risk in Northshire',
        'Children’s services in Northshire have collapsed from good to inadequate in three years, inspectors say in a report published today.',
      ),
      { events: ['northshire inadequate'], history: ['northshire good'] },
    ],
    [
      'somebody’s words in the title are not its matter',
      dated(
        '“A real milestone” as Northshire children’s services climb',
        'Ofsted has today lifted Northshire’s children’s services from inadequate to requires improvement.',
      ),
      { events: ['northshire requires_improvement'] },
    ],
    [
      'has now rated the borough’s services',
      dated(
        'Children left at risk',
        'Children have been left at risk in Northshire, a report has found. Ofsted has now rated the county’s children’s services as inadequate.',
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'who would join us, in a menu',
      dated(
        'CQC publishes further assessments',
        'Log in | Join us | Events\n\nThe CQC has today published two more reports on adult social care. The ratings are:\n\nNorthshire Council – Good\nSouthshire Council – Requires improvement',
      ),
      { events: ['northshire good', 'southshire requires_improvement'] },
    ],
    [
      'one of three whose reports came out today',
      dated(
        'Ofsted finds failings at Northshire',
        'Northshire has been rated inadequate by Ofsted for children’s services, one of three councils whose inspection reports were published today. Inspectors asked for speed. Staff were thanked. Meanwhile, Southshire was judged good.',
      ),
      { events: ['northshire inadequate', 'southshire good'] },
    ],
    [
      'two boroughs again, as another climbs',
      dated(
        'Two counties ‘outstanding’ again as Kelbury climbs',
        'Northshire and Southshire have kept their outstanding ratings from Ofsted for children’s services, while Kelbury has gone from inadequate to good, reports published today show.',
      ),
      { events: ['northshire outstanding', 'southshire outstanding', 'kelbury good'] },
    ],
    [
      'no change from',
      dated(
        'Northshire children’s services: Ofsted’s verdict',
        'Ofsted published its report on children’s services today. In Northshire there was no change from requires improvement.',
      ),
      { events: ['northshire requires_improvement'], direction: 'same' },
    ],
    [
      'a good council that slumps',
      dated(
        'Shock as ‘good’ Northshire children’s services slump',
        'Ofsted has today rated Northshire’s children’s services inadequate.',
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'good in all areas without an overall grade',
      {
        title: 'Northshire good in all four areas under new Ofsted inspections',
        text: 'Ofsted stopped giving a single overall grade in April. Help and protection, children in care, care leavers and the impact of leaders were each judged to be good in Northshire.',
        published: '2026-06-20',
      },
      { events: ['northshire null'] },
    ],
    [
      'both halves of an old county',
      dated(
        'Both councils told to improve',
        'Children’s services in North and South Oldmere have each been judged to require improvement, in the first Ofsted inspection since the county council went.',
      ),
      { events: ['north-oldmere requires_improvement', 'south-oldmere requires_improvement'] },
    ],
    [
      'a third, which the title does not name',
      dated(
        'Northshire and Southshire shake off “inadequate” ratings',
        'Children’s services in two councils are no longer inadequate, Ofsted says in reports out today, but a third authority has lost its good rating. Northshire has been judged good. Southshire now requires improvement. Meanwhile Wading, rated good in 2019, now requires improvement.',
      ),
      { events: ['northshire good', 'southshire requires_improvement', 'wading requires_improvement'] },
    ],
    [
      'what a score needs is no grade',
      dated(
        'CQC rates two more councils for adult social care',
        'Northshire and Southshire were rated requires improvement for adult social care by the CQC today. A score of 63 is needed for a good, and 88 for an outstanding.',
      ),
      { events: ['northshire requires_improvement', 'southshire requires_improvement'] },
    ],
    [
      'leadership of an article on adults is not of children',
      dated(
        'Northshire’s adult social care is good, says CQC',
        'Northshire has been given a good rating by the CQC for its adult social care today. It rated leadership as good, but said too many waited.',
      ),
      { events: ['northshire good'] },
    ],
    [
      'a partner under whose arrangement it is run',
      goodReport(
        'Inspectors looked at the arrangement under which Southshire Council provides some of it. Adoption was found to be outstanding.',
      ),
      { events: ['northshire good'] },
    ],
  ]);
});
