/** Areas named by whom they are for and by who does the work, in words that no report uses. */
import { describe } from 'vitest';
import { badReport, dated, goodReport, says } from './support.ts';

/** Of the years in which children in care and care leavers had one grade. */
const of2019 = (text: string) => ({
  ...dated(
    'Ofsted report on Northshire',
    `Ofsted has rated Northshire's children's services good, in a report published today. ${text}`,
  ),
  published: '2019-06-14',
});
const pair = (grade: string) => [`children_in_care_and_care_leavers ${grade}`];

describe('children in care and those who have left it', () =>
  says([
    [
      'who is meant by the second',
      of2019('Work with children in care and young people who have left it was judged outstanding.'),
      { areas: pair('outstanding') },
    ],
    [
      'in our care',
      of2019('“Support for those in our care or who have left it was rated outstanding,” the council says.'),
      { areas: pair('outstanding') },
    ],
    [
      'who are in our care',
      of2019('For children who are in our care or have left it we were found to be outstanding.'),
      { areas: pair('outstanding') },
    ],
    [
      'and beyond',
      of2019('How it looks after youngsters in care and beyond was judged outstanding.'),
      { areas: pair('outstanding') },
    ],
    [
      'by the older name',
      of2019('The care of looked-after children and care leavers was outstanding, they said.'),
      { areas: pair('outstanding') },
    ],
    [
      'how they get on',
      of2019('They graded how children in care and care leavers fare as outstanding.'),
      { areas: pair('outstanding') },
    ],
    [
      'not where only their number is told',
      of2019('There are 600 children in our care or who have left it, an outstanding bunch, said the leader.'),
      { areas: [] },
    ],
  ]));

describe('who is helped, and by whom', () =>
  says([
    [
      'who need to be protected',
      badReport('Help for youngsters who need to be kept safe was rated good.'),
      { areas: ['help_and_protection good'] },
    ],
    [
      'teams that do it',
      goodReport('Teams that help and protect families are inadequate, it states.'),
      { areas: ['help_and_protection inadequate'] },
    ],
    [
      'still in care',
      badReport('Support for young people still in care was judged good.'),
      { areas: ['children_in_care good'] },
    ],
    [
      'how they are looked after',
      badReport('How youngsters in care are looked after was judged good.'),
      { areas: ['children_in_care good'] },
    ],
    [
      'how it treats them',
      badReport('The way it supports its care leavers was rated good.'),
      { areas: ['care_leavers good'] },
    ],
    [
      'the looked-after service, by the name of its years',
      badReport('The looked-after team was rated good.'),
      { areas: ['looked_after_children good'] },
    ],
    [
      'not those who only say so',
      goodReport('Two young people still in care told inspectors that school was inadequate.'),
      { areas: [] },
    ],
  ]));

describe('who leads', () =>
  says([
    [
      'it was run',
      goodReport('The way the department was run was rated inadequate.'),
      { areas: ['leaders inadequate'] },
    ],
    [
      'the county is led',
      goodReport('How the county is led and adoption were each judged outstanding.'),
      { areas: ['leaders outstanding', 'adoption outstanding'] },
    ],
    [
      'people in charge',
      goodReport('It was given outstanding for adoption and for the people in charge.'),
      { areas: ['adoption outstanding', 'leaders outstanding'] },
    ],
    [
      'not what people in charge say',
      goodReport('The people in charge said that the buses were inadequate.'),
      { areas: [] },
    ],
  ]));
