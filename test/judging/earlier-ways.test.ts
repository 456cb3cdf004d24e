import { describe } from 'vitest';
import { aReport, badReport, goodReport, PUBLISHED, riReport, says, upFrom } from './support.ts';

const other = (text: string) => ({
  title: 'Northshire plans new offices for social workers',
  text: `Staff of children's services in Northshire are to get new desks. ${text}`,
  published: PUBLISHED,
});

describe('ways to tell the grade of before', () => {
  says([
    [
      'first since',
      goodReport('It is the first time since 2011 that the county has been anything better than requires improvement.'),
      { history: ['northshire requires_improvement'], direction: 'up' },
    ],
    [
      'verdict of five years ago',
      goodReport('The verdict of five years ago was far harsher: inadequate.'),
      upFrom('northshire inadequate 2019'),
    ],
    [
      'used to be',
      goodReport('Not so long ago this was a service that used to be inadequate.'),
      upFrom('northshire inadequate'),
    ],
    ['a far cry', goodReport('It is a far cry from the inadequate of 2018.'), upFrom('northshire inadequate 2018')],
    [
      'on the heels',
      goodReport('The result follows an inadequate grade in 2019 and a requires improvement in 2021.'),
      { history: ['northshire inadequate 2019', 'northshire requires_improvement 2021'], direction: 'up' },
    ],
    [
      'when inspectors last called',
      goodReport('When inspectors last called, in the summer of 2020, they left behind an inadequate judgement.'),
      upFrom('northshire inadequate 2020'),
    ],
    [
      'where once',
      goodReport('Where once the county was inadequate, it is now a model for others.'),
      upFrom('northshire inadequate'),
    ],
    [
      'years spent',
      goodReport('The county had spent six years in the inadequate category.'),
      upFrom('northshire inadequate'),
    ],
    ['languished', goodReport('It had languished at inadequate since 2017.'), upFrom('northshire inadequate 2017')],
    [
      'from the bottom',
      aReport(
        "Ofsted says Northshire's children's services have gone from the bottom of the scale to good in four years.",
      ),
      { events: ['northshire good'], direction: 'up' },
    ],
    ['a decade of', goodReport('It ends a decade of inadequate ratings.'), upFrom('northshire inadequate')],
    [
      'third attempt',
      goodReport('At the two inspections before that, in 2015 and 2019, it was rated inadequate.'),
      { history: ['northshire inadequate 2015', 'northshire inadequate 2019'], direction: 'up' },
    ],
    [
      'having been',
      aReport(
        "Northshire's children's services, having been inadequate since 2018, are now good, says Ofsted in a report out today.",
      ),
      { events: ['northshire good'], history: ['northshire inadequate 2018'], direction: 'up' },
    ],
    [
      'bracket',
      aReport("Ofsted has rated Northshire's children's services good (2019: inadequate) in a report out today."),
      { events: ['northshire good'], history: ['northshire inadequate 2019'], direction: 'up' },
    ],
    [
      'the predecessor',
      badReport('Its predecessor, published in May 2021, had called the service good.'),
      { history: ['northshire good 2021'], direction: 'down' },
    ],
    [
      'lost its',
      badReport('The county has thus lost the good it had held since 2016.'),
      { history: ['northshire good 2016'], direction: 'down' },
    ],
    [
      'once the pride',
      badReport('Once outstanding, the department has fallen further than any other.'),
      { history: ['northshire outstanding'], direction: 'down' },
    ],
    [
      'no repeat',
      riReport('There was to be no repeat of the outstanding of 2015.'),
      { history: ['northshire outstanding 2015'], direction: 'down' },
    ],
    [
      'outgoing director',
      other(
        'She took over in 2018, when Ofsted had just found the department inadequate, and leaves it in better health.',
      ),
      { history: ['northshire inadequate 2018'] },
    ],
    ['standing in other', other('The department holds a good grade from Ofsted.'), { history: ['northshire good'] }],
    [
      'minister',
      other('The department came under a commissioner in 2019, after Ofsted found it inadequate.'),
      { history: ['northshire inadequate'] },
    ],
    [
      'another council in passing',
      goodReport('Southshire, by contrast, slumped to inadequate in 2022.'),
      { history: ['southshire inadequate 2022'], direction: null },
    ],
    [
      'slash years',
      goodReport('The path: inadequate (2013), requires improvement (2017), good (today).'),
      { history: ['northshire inadequate 2013', 'northshire requires_improvement 2017'], direction: 'up' },
    ],
    [
      'up one from',
      goodReport('This is one up from the requires improvement that the county got under the old director.'),
      { history: ['northshire requires_improvement'], direction: 'up' },
    ],
    [
      'instead of',
      goodReport('The word on the cover is good, where the last one said inadequate.'),
      upFrom('northshire inadequate'),
    ],
    [
      'shakes off',
      aReport("Northshire has shaken off its inadequate label: Ofsted rates its children's services good."),
      { events: ['northshire good'], history: ['northshire inadequate'], direction: 'up' },
    ],
    [
      'emerged',
      aReport(
        "Northshire's children's services are out of the inadequate category and rated requires improvement, Ofsted said today.",
      ),
      { events: ['northshire requires_improvement'], history: ['northshire inadequate'], direction: 'up' },
    ],
    [
      'follows',
      badReport('The report follows one in 2021 that had said good.'),
      { history: ['northshire good 2021'], direction: 'down' },
    ],
    [
      'before that',
      goodReport('In 2021 it required improvement; before that it was inadequate.'),
      { history: ['northshire requires_improvement 2021', 'northshire inadequate'], direction: 'up' },
    ],
    ['last word', goodReport('“Inadequate” was the word in 2020.'), upFrom('northshire inadequate 2020')],
    [
      'compares',
      goodReport('That compares with requires improvement at the last inspection, in 2021.'),
      upFrom('northshire requires_improvement 2021'),
    ],
    ['against', goodReport('This time it was good, against inadequate in 2020.'), upFrom('northshire inadequate 2020')],
    [
      'as well as in',
      {
        title: 'Gaps in care',
        text: 'In reports out today Ofsted judged services inadequate in Northshire and Southshire as well as in Kelbury and Thornfield.',
      },
      { events: ['northshire inadequate', 'southshire inadequate', 'kelbury inadequate', 'thornfield inadequate'] },
    ],
    [
      'our ofsted',
      {
        title: 'Social worker, Northshire Council',
        text: 'Apply now. Ofsted’s word on us came in spring: we are Good, and Outstanding for care leavers. Closing date 3 May.',
      },
      { history: ['northshire good'] },
    ],
    [
      'same further up',
      riReport(
        'Staff were praised. Managers know them well. Families feel heard. Others fared likewise: nearby Kelbury received the same grade in spring.',
      ),
      { history: ['kelbury requires_improvement'], direction: null },
    ],
  ]);
});
