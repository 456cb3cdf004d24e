/** Areas told by whom the work is for, in words of the text's own. */
import { describe } from 'vitest';
import { badReport, dated, goodReport, riReport, says } from './support.ts';

describe('children in care are those', () =>
  says([
    [
      'who cannot live with their parents',
      goodReport('The care of children who cannot live with their parents was judged to be outstanding.'),
      { areas: ['children_in_care outstanding'] },
    ],
    [
      'who live away from home, in a list',
      badReport('Leadership is inadequate, and so are adoption and the care of youngsters who live away from home.'),
      { areas: ['leaders inadequate', 'adoption inadequate', 'children_in_care inadequate'] },
    ],
    [
      'who are with foster families',
      riReport('Support for those living with foster carers was rated good.'),
      { areas: ['children_in_care good'] },
    ],
    [
      'to whom support is given',
      goodReport('The support given to children in care was judged outstanding.'),
      { areas: ['children_in_care outstanding'] },
    ],
    [
      'whose lives were looked into',
      goodReport('Two areas were outstanding: leadership and the lives of children in care.'),
      { areas: ['leaders outstanding', 'children_in_care outstanding'] },
    ],
    [
      'and not those of a home of which a school speaks',
      goodReport('Pupils who live away from home said that their boarding school was outstanding.'),
      { areas: [] },
    ],
  ]));

describe('those who have left are named with them', () =>
  says([
    [
      'by how the council looks after both',
      {
        title: 'Northshire good, says Ofsted',
        text: "Ofsted has rated Northshire's children's services good. How it looks after children in care and care leavers was marked outstanding.",
      },
      { areas: ['children_in_care_and_care_leavers outstanding'] },
    ],
    [
      'by the way it cares for children and for those who have left its care',
      goodReport('It was outstanding for the way it cares for children, and those who have left its care.'),
      { areas: ['children_in_care outstanding', 'care_leavers outstanding'] },
    ],
    [
      'in two phrases that have one noun',
      dated(
        'Northshire inadequate',
        "Ofsted has rated Northshire's children's services inadequate. The experiences of those in care and of care leavers require improvement.",
      ),
      { areas: ['children_in_care requires_improvement', 'care_leavers requires_improvement'] },
    ],
    [
      'in two phrases that have one noun, in years that gave both one grade',
      {
        title: 'Northshire inadequate',
        text: "Ofsted has rated Northshire's children's services inadequate. The experiences of those in care and of care leavers require improvement.",
        published: '2021-03-10',
      },
      { areas: ['children_in_care_and_care_leavers requires_improvement'] },
    ],
    [
      'in those years, not where each has its verb',
      {
        title: 'Northshire inadequate',
        text: "Ofsted has rated Northshire's children's services inadequate. Support for children in care was good. Support for care leavers was good too.",
        published: '2021-03-10',
      },
      { areas: ['children_in_care good', 'care_leavers good'] },
    ],
  ]));

describe('help and protection is for those', () =>
  says([
    [
      'who needed it',
      badReport('Help for children who needed protecting was marked as requiring improvement.'),
      { areas: ['help_and_protection requires_improvement'] },
    ],
    [
      'in a list, by its last word',
      badReport('There were three judgements, on protection, on adoption and on leadership. Each was inadequate.'),
      { areas: ['help_and_protection inadequate', 'adoption inadequate', 'leaders inadequate'] },
    ],
    [
      'and no other protection',
      goodReport('Its protection was good for wildlife, and the fire service was rated outstanding for protection.'),
      { areas: [] },
    ],
    [
      'by work that is to protect them',
      riReport("Its work to protect vulnerable children was rated good, and leadership 'outstanding'."),
      { areas: ['help_and_protection good', 'leaders outstanding'] },
    ],
  ]));

describe('a council has its name between', () =>
  says([
    [
      "keeping and children's safe",
      {
        title: 'Mixed report on Kelbury',
        text: "Inspectors from Ofsted have rated arrangements for keeping Kelbury's children safe adequate and services for looked after children good.",
        published: '2010-06-01',
      },
      { areas: ['safeguarding adequate', 'looked_after_children good'] },
    ],
    [
      'protecting and children',
      badReport("Protecting Northshire's children was called inadequate, and leadership requires improvement."),
      { areas: ['help_and_protection inadequate', 'leaders requires_improvement'] },
    ],
    [
      'and so has a borough',
      badReport("Keeping the borough's youngsters safe is inadequate, the report finds."),
      { areas: ['help_and_protection inadequate'] },
    ],
    [
      'but another body keeps what is its own',
      badReport("Keeping Northshire's parks safe was rated good by residents."),
      { areas: [] },
    ],
  ]));
