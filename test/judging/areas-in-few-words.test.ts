/** Areas told in few words: "and adoption the same", "that service", "from leadership to adoption", "the same mark as the whole". */
import { describe } from 'vitest';
import { aReport, badReport, goodReport, riReport, says } from './support.ts';

describe('areas that have the grade told before them, in few words', () => {
  const both = { areas: ['leaders outstanding', 'adoption outstanding'] };
  const alone = { areas: ['leaders outstanding'] };
  says([
    ['as well', goodReport('They marked leadership as outstanding, and adoption as well.'), both],
    ['the same', goodReport('Leadership was found to be outstanding and adoption the same.'), both],
    ['rated the same', goodReport('They rated leadership outstanding, and rated adoption the same.'), both],
    [
      'what was given the same',
      badReport('Leadership was rated inadequate, and help for care leavers was given the same.'),
      { areas: ['leaders inadequate', 'care_leavers inadequate'] },
    ],
    [
      'no better',
      badReport('Leadership was rated inadequate, and adoption fared no better.'),
      { areas: ['leaders inadequate', 'adoption inadequate'] },
    ],
    ['of that standard', goodReport('Leadership was judged outstanding. Adoption was of the same standard.'), both],
    [
      'several of that standard, and then one more',
      goodReport('Leadership and adoption were all of that standard. So were care leavers.'),
      { areas: ['leaders good', 'adoption good', 'care_leavers good'] },
    ],
    [
      'one sentence after the other',
      goodReport('Leadership was judged outstanding. So was adoption. So were care leavers.'),
      { areas: ['leaders outstanding', 'adoption outstanding', 'care_leavers outstanding'] },
    ],
    [
      'beside the whole',
      aReport("Northshire's children's services were rated inadequate by Ofsted today, and so was leadership."),
      { events: ['northshire inadequate'], areas: ['leaders inadequate'] },
    ],
    [
      'too, beside the whole',
      aReport("Northshire's children's services were rated inadequate by Ofsted today, and leadership too."),
      { events: ['northshire inadequate'], areas: ['leaders inadequate'] },
    ],
    [
      'not of that standard',
      goodReport('Leadership was judged outstanding. Adoption was not of that standard.'),
      alone,
    ],
    [
      'what leads to the next grade',
      goodReport('Leadership is outstanding, and adoption as well as help for care leavers requires improvement.'),
      { areas: ['leaders outstanding', 'adoption requires_improvement', 'care_leavers requires_improvement'] },
    ],
    [
      'only praised as well',
      goodReport('Leadership was judged outstanding, and they praised adoption as well.'),
      alone,
    ],
    [
      'of that standard in another year',
      goodReport('Leadership was judged outstanding. Adoption was at that level in 2019.'),
      alone,
    ],
  ]);
});

describe('areas told of by what stands before them', () => {
  says([
    [
      'that service',
      badReport('There is better news for adopted children. That service requires improvement.'),
      { areas: ['adoption requires_improvement'] },
    ],
    [
      'that team',
      badReport('There is better news on adoption. That team was rated good.'),
      { areas: ['adoption good'] },
    ],
    [
      'it, of a part that was praised',
      riReport('Inspectors called the adoption team "stable and shrewd". It was marked good.'),
      { areas: ['adoption good'] },
    ],
    [
      'that service, where the whole is spoken of as well',
      badReport("The leaflet is about its children's services and adoption. That service is good."),
      { areas: [] },
    ],
    [
      'it, of another year',
      riReport('Inspectors called the adoption team "stable". It was rated good in 2018.'),
      { areas: [], history: ['northshire good 2018'] },
    ],
    [
      'what a report says for several',
      aReport(
        "Ofsted has reported on children's services. For overall effectiveness and for the impact of leaders it says outstanding, and for help and protection good.",
      ),
      { events: ['northshire outstanding'], areas: ['leaders outstanding', 'help_and_protection good'] },
    ],
    [
      'what a verdict reads',
      goodReport('For adoption the verdict reads outstanding.'),
      { areas: ['adoption outstanding'] },
    ],
    [
      'the overall grade of a part',
      goodReport('For leadership, the overall grade was outstanding.'),
      { events: ['northshire good'], areas: ['leaders outstanding'] },
    ],
    [
      'a part and the overall grade',
      aReport("Ofsted has reported on children's services. For leadership and the overall grade it got a good."),
      { events: ['northshire good'], areas: ['leaders good'] },
    ],
    ['only said', goodReport('Staff say good things about adoption.'), { areas: [] }],
  ]);
});

describe('areas from one to another', () => {
  says([
    [
      'after all areas',
      goodReport('The report grades all areas good, from leadership through to care leavers.'),
      { areas: ['leaders good', 'care_leavers good'] },
    ],
    [
      'before the grade',
      goodReport('Everything from adoption to leadership was outstanding.'),
      { areas: ['adoption outstanding', 'leaders outstanding'] },
    ],
    [
      'between commas',
      goodReport('Every area, from leadership right down to help for care leavers, was outstanding.'),
      { areas: ['leaders outstanding', 'care_leavers outstanding'] },
    ],
    [
      'beside the whole',
      aReport("Ofsted rated Northshire's children's services good today, from leadership through to care leavers."),
      { events: ['northshire good'], areas: ['leaders good', 'care_leavers good'] },
    ],
    [
      'money that goes from one to another',
      goodReport('Money goes from child protection to care leavers. Leadership is outstanding.'),
      { areas: ['leaders outstanding'] },
    ],
  ]);
});

describe('areas with the grade of the whole', () => {
  const whole = { events: ['northshire inadequate'], history: [], direction: null };
  says([
    [
      'all of them, and one more',
      badReport('All three main areas get the same mark as the whole. So does adoption.'),
      { ...whole, areas: ['adoption inadequate'] },
    ],
    [
      'two of them',
      badReport('Leadership and adoption received the same rating as the service overall.'),
      { ...whole, areas: ['leaders inadequate', 'adoption inadequate'] },
    ],
    ['that they had', badReport('All three areas had the same rating as the whole service.'), { ...whole, areas: [] }],
    [
      'as last time',
      badReport('Leadership got the same rating as in 2018.'),
      { history: ['northshire inadequate 2018'], direction: 'same' },
    ],
  ]);
});

describe('areas that had moved since', () => {
  says([
    ['up', goodReport('Leadership had moved up to outstanding.'), { areas: ['leaders outstanding'], history: [] }],
    ['down', goodReport('Adoption had slipped to inadequate.'), { areas: ['adoption inadequate'], history: [] }],
    [
      'in another year',
      goodReport('In 2019 leadership had slipped to inadequate.'),
      { areas: [], history: ['northshire inadequate 2019'] },
    ],
    ['the whole', goodReport('The council had fallen to inadequate.'), { history: ['northshire inadequate'] }],
  ]);
});
