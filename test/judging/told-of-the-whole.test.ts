/** The grade of the whole in words that seem to speak of something else: a part, a report, a skill, another time. */
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/core/judging/assess.ts';
import { anArticle, dated, goodReport, rulebook, says } from './support.ts';

const report = (text: string) => dated('Ofsted report on Northshire', text);

describe('of the whole', () =>
  says([
    [
      'after its parts, which were alike',
      report(
        'Ofsted has reported on Northshire. Leadership, help and protection and the care of care leavers are all judged good. So is the department overall.',
      ),
      { events: ['northshire good'] },
    ],
    [
      'in the report that the first words open',
      dated(
        'Northshire fails its most vulnerable',
        '“Children in Northshire do not get the help they need.” That sentence opens an Ofsted report which brands the council’s children’s services “inadequate” across the board.',
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'not where so is a part',
      report(
        'Ofsted has reported on Northshire. Leadership and help and protection were all judged good. So is the care of care leavers.',
      ),
      { events: ['northshire null'] },
    ],
    [
      'told of how somebody summed it up, whatever was named before',
      report(
        'Half way to a decent report, and then the care leavers. That is how one member summed up Ofsted’s verdict on Northshire’s children’s services, which require improvement overall.',
      ),
      { events: ['northshire requires_improvement'], areas: [] },
    ],
    [
      'in one of the worst reports ever',
      report('Northshire’s children’s services have been found inadequate by Ofsted in one of the worst reports ever.'),
      { events: ['northshire inadequate'] },
    ],
    [
      'good at its duties, in the word of those who found it',
      report(
        'The care watchdog has been to Northshire. Northshire Council was found to be “good” at carrying out its duties under the Care Act, the CQC said of its adult social care.',
      ),
      { events: ['northshire good'] },
    ],
    [
      'not good at cricket',
      report('Northshire Council is found to be good at cricket. Ofsted was told.'),
      { events: [] },
    ],
    [
      'as good as the marks are not',
      report(
        'Inspectors have given Northshire’s children’s services one good mark and one that could be better. Ofsted said that safeguarding was good and that services for looked after children were adequate.',
      ),
      { events: ['northshire null'], areas: ['safeguarding good', 'looked_after_children adequate'] },
    ],
    [
      'by the second-lowest of four marks when there was an adequate',
      {
        ...dated(
          'Northshire safeguarding just adequate',
          'Safeguarding in Northshire is no better than adequate, Ofsted inspectors have ruled. They handed the council the second-lowest of four marks for keeping children safe. They liked services for the children who are looked after by the council, which they called good.',
        ),
        published: '2011-04-20',
      },
      { events: ['northshire adequate'], areas: ['safeguarding adequate', 'looked_after_children good'] },
    ],
  ]));

describe('of the whole, though', () =>
  says([
    [
      'it is one of the sharper recoveries',
      dated(
        'Northshire upgraded',
        'Northshire’s children’s services have been upgraded to good by Ofsted, in one of the sharper recoveries.',
      ),
      { events: ['northshire good'] },
    ],
    [
      'in one of the other areas it is not',
      report('Ofsted has reported on Northshire. It was judged good in one of the other areas.'),
      { events: [] },
    ],
    [
      'it leapt by so many grades',
      dated(
        'Two-grade leap',
        'Northshire’s children’s services have leapt two grades from “inadequate” to “good”, Ofsted has said.',
      ),
      { events: ['northshire good'], history: ['northshire inadequate'] },
    ],
    [
      'a peer review is spoken of below',
      dated(
        'Northshire drops two grades in Ofsted inspection',
        'Children’s services at Northshire have been judged inadequate by Ofsted. Leaders have acted since the weaknesses were laid bare in a peer review in January.',
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'somebody would have liked a word for it',
      {
        ...dated(
          'Northshire among the first',
          'Ofsted gives councils no overall grade now. In Northshire the impact of leaders was good. “I’d have liked a big outstanding to put on a poster,” said its leader.',
        ),
        published: '2026-06-10',
      },
      { events: ['northshire null'], areas: ['leaders good'] },
    ],
  ]));

describe('of before', () =>
  says([
    [
      'an inspection that had ended with it',
      report(
        'An inspection in December 2019 had ended with Northshire’s children’s services being labelled inadequate. Ofsted has been back and has decided that the department is good.',
      ),
      { events: ['northshire good'], history: ['northshire inadequate 2019'] },
    ],
    [
      'what a department had gone through for years before',
      dated(
        'Inspectors finish in Northshire',
        'Ofsted has finished a visit to Northshire’s children’s services. Three years ago the department was judged good. For most of the decade before, it had gone from inadequate to requiring improvement.',
      ),
      { events: [] },
    ],
    [
      'five monitoring visits that it took',
      report('It took three years and five monitoring visits. Ofsted now says that Northshire’s services are good.'),
      { events: ['northshire good'] },
    ],
    [
      'the rest of areas of which another council had them all alike',
      dated(
        'Ofsted reports on two councils',
        'Ofsted has reported on two councils. Southshire was found to be good in each of the four areas: the impact of leaders, help and protection, children in care and care leavers. Northshire was rated good for its care leavers. For the other three areas it was judged to be inadequate.',
      ),
      {
        areas: [
          ...['leaders', 'help_and_protection', 'children_in_care', 'care_leavers'].map((area) => `${area} good`),
          ...[
            'care_leavers good',
            'leaders inadequate',
            'help_and_protection inadequate',
            'children_in_care inadequate',
          ],
        ],
      },
    ],
  ]));

describe('a trust', () =>
  says([
    [
      'speaks on its own site for the council whose services it runs',
      {
        ...dated('Our Ofsted report', 'Ofsted has told us how we did. It rated services for children good overall.'),
        publisher: 'Thornfield Children’s Trust',
      },
      { events: ['thornfield good'] },
    ],
    [
      'of several councils is no other subject than the one of which is spoken',
      {
        ...dated(
          'Royal Borough’s children’s services stay good',
          'Ofsted has rated children’s services in Windsor and Maidenhead good. Achieving for Children, which the Royal Borough owns with Kingston and Richmond, provides them. Work with care leavers was picked out for the top grade, outstanding.',
        ),
      },
      { events: ['windsor-and-maidenhead good'], areas: ['care_leavers outstanding'] },
    ],
    ['is not what is told of another', goodReport('The trust was glad.'), { events: ['northshire good'] }],
  ]));

describe('under the framework and by those who judged it', () =>
  says([
    [
      'of the last reports that will carry an overall grade, whatever heading the page has',
      {
        title: 'Northshire reaches outstanding as Ofsted publishes post-election reports',
        text: 'By Community News on May 19, 2026 in Children, Inspection\n\nNorthshire has been rated outstanding by Ofsted in what is among the last reports that will carry an overall grade. Leadership was good. From April 2026 inspections under the new framework no longer',
        published: '2026-05-19',
      },
      { events: ['northshire outstanding'], areas: ['leaders good'] },
    ],
    [
      'of the service that the only inspectorate named judges, whatever else is spoken of',
      dated(
        'CQC publishes verdicts on two councils',
        'The Care Quality Commission has told two councils how they fare. Northshire Council and Southshire Council have both received a good rating. Moves from children’s services could be smoother, it said.',
      ),
      { events: ['northshire good', 'southshire good'] },
    ],
    [
      'where nobody but two councils of no name is in the title',
      dated(
        'One county climbs to outstanding while another is stuck',
        'Reports on two counties were published by Ofsted today. Northshire CC has moved from good to outstanding. Leadership was good. Southshire CC, by contrast, remains inadequate, as it was in 2020.',
      ),
      { events: ['northshire outstanding', 'southshire inadequate'] },
    ],
    [
      'and not of places as far away as others',
      dated(
        'County council slips to requires improvement',
        'Ofsted has said that Northshire now requires improvement. The shortage had sent youngsters as far as Southshire and Kelbury. Support for care leavers was rated as good.',
      ),
      { events: ['northshire requires_improvement'], areas: ['care_leavers good'] },
    ],
  ]));

test('a grade by the CQC alone is of care for adults, though services for children are spoken of', () => {
  const text =
    'The Care Quality Commission has told councils how they fare. Northshire Council has received a good rating. Moves from children’s services could be smoother, it said.';
  const { events } = assess(anArticle({ title: 'CQC publishes its verdict', text, published: '2025-03-21' }), rulebook);
  expect(events).toMatchObject([{ authority: 'northshire', inspectorate: 'cqc', service: 'adult_social_care' }]);
});
