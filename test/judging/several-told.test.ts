/** Whom the news is of where reports on several councils come out together, and the shorter names they then go by. */
import { describe } from 'vitest';
import { dated, says } from './support.ts';

describe('a neighbour', () =>
  says([
    [
      'is news where the title counts it',
      dated(
        'Northshire ‘good’ as Ofsted reports on three councils',
        'Children’s services at Northshire County Council have been rated good by Ofsted. Families spoke well of their workers. Reports on two further authorities came out too. Neighbouring Southshire requires improvement to be good. In Kelbury the service was found to be outstanding.',
      ),
      { events: ['northshire good', 'southshire requires_improvement', 'kelbury outstanding'] },
    ],
    [
      'is news where the text counts it',
      dated(
        'Northshire and Kelbury ‘outstanding’ in new Ofsted reports',
        'Two councils have been judged outstanding by Ofsted. Meanwhile nearby Southshire keeps its good rating. All three were inspected in April.',
      ),
      { events: ['northshire outstanding', 'kelbury outstanding', 'southshire good'] },
    ],
    [
      'is none where nothing counts it',
      dated(
        'Northshire ‘good’, says Ofsted',
        'Children’s services at Northshire County Council have been rated good by Ofsted in a report published today. Neighbouring Southshire requires improvement to be good.',
      ),
      { events: ['northshire good'] },
    ],
    [
      'is none where the count is of other things',
      dated(
        'Northshire ‘good’ as ministers back three councils',
        'Children’s services at Northshire County Council have been rated good by Ofsted in a report published today. Neighbouring Southshire requires improvement to be good.',
      ),
      { events: ['northshire good'] },
    ],
  ]));

describe('one more beside those of the title', () =>
  says([
    [
      'their partner',
      dated(
        'Northshire and Kelbury are outstanding, says Ofsted',
        'Northshire County Council and Kelbury Council both got the top grade for their children’s services, and Southshire, with which they share a director, was found to be good. The reports were published today.',
      ),
      { events: ['northshire outstanding', 'kelbury outstanding', 'southshire good'] },
    ],
    [
      'one that was so years ago',
      dated(
        'Northshire and Kelbury are outstanding, says Ofsted',
        'Northshire County Council and Kelbury Council both got the top grade for their children’s services, which Southshire was given in 2019. The reports were published today.',
      ),
      { events: ['northshire outstanding', 'kelbury outstanding'] },
    ],
  ]));

describe('names after a count', () =>
  says([
    [
      'one by one',
      dated(
        'Three councils ‘inadequate’, says Ofsted',
        'Three councils have been rated inadequate for their children’s services. Northshire, where a toddler was killed last spring, is one. The others are Kelbury and Southshire.',
      ),
      { events: ['northshire inadequate', 'kelbury inadequate', 'southshire inadequate'] },
    ],
    [
      'one that is not among them',
      dated(
        'Three councils ‘inadequate’, says Ofsted',
        'Three councils have been rated inadequate for their children’s services by Ofsted. Northshire, where a toddler was killed last spring, is waiting for its report. The others are Kelbury and Southshire.',
      ),
      { events: [] },
    ],
  ]));

describe('one who joins a few', () =>
  says([
    [
      'whose services are so',
      dated(
        'Northshire among the best',
        'Northshire County Council has joined a small but growing band of authorities whose children’s services are rated ‘outstanding’ by Ofsted. The report was published today.',
      ),
      { events: ['northshire outstanding'] },
    ],
    [
      'that are so',
      dated(
        'Northshire among the best',
        'Northshire joins the list of councils rated outstanding by Ofsted for children’s services. The report was published today.',
      ),
      { events: ['northshire outstanding'] },
    ],
    [
      'who met with them',
      dated(
        'Northshire at conference',
        'Northshire County Council met a group of authorities whose children’s services are rated ‘outstanding’ by Ofsted.',
      ),
      { events: [] },
    ],
  ]));

describe('half of a double name in a title', () =>
  says([
    [
      'beside another',
      dated(
        'Brighton rated ‘outstanding’ as Kelbury falls to bottom tier',
        'Brighton and Hove City Council was found to be outstanding by Ofsted for its children’s services. Kelbury Council, by contrast, has dropped to inadequate.',
      ),
      { events: ['brighton-and-hove outstanding', 'kelbury inadequate'] },
    ],
    [
      'alone',
      dated(
        'Barking’s children’s services are good',
        'Barking and Dagenham Council was rated good by Ofsted today. Havering was rated inadequate in 2023.',
      ),
      { events: ['barking-and-dagenham good'] },
    ],
    [
      'of something else',
      dated(
        'Brighton University hails inspection',
        'Ofsted has rated Kelbury Council’s children’s services good in a report published today. The team there trained in Brighton and Hove.',
      ),
      { events: ['kelbury good'] },
    ],
  ]));

describe('a risky name', () =>
  says([
    [
      'told of before as a council',
      dated(
        'Reading and Kelbury inspected by Ofsted',
        'Kelbury was judged good for its children’s services. In Reading things are worse: inadequate.',
      ),
      { events: ['kelbury good', 'reading inadequate'] },
    ],
    [
      'beside an inspection of it',
      dated(
        'Two councils hail ‘good’ Ofsted verdicts',
        'Kelbury Council was judged good for its children’s services. Across the county in Reading, meanwhile, a short inspection ended in good as well.',
      ),
      { events: ['kelbury good', 'reading good'] },
    ],
    [
      'that opens a sentence as a word',
      dated(
        'Reading and Kelbury inspected by Ofsted',
        'Kelbury and Reading were judged good for their children’s services. Reading out the verdict took inadequate minutes.',
      ),
      { events: ['kelbury good', 'reading good'] },
    ],
  ]));

describe('short of words', () =>
  says([
    [
      'the verb of the one before',
      dated(
        'Northshire among four councils with new grades',
        'Northshire is one of four authorities whose children’s services were inspected in spring. Ofsted found that it requires improvement. Southshire is outstanding again, Kelbury is good and Brackenshire inadequate.',
      ),
      {
        events: [
          'northshire requires_improvement',
          'southshire outstanding',
          'kelbury good',
          'brackenshire inadequate',
        ],
      },
    ],
    [
      'half of a name with a river',
      dated(
        'Stoke climbs out of bottom band as Kelbury tumbles',
        'Stoke-on-Trent City Council now requires improvement, having been rated inadequate in 2019. Kelbury, which was good, has fallen to inadequate. Ofsted published both reports on children’s services on Monday.',
      ),
      { events: ['stoke-on-trent requires_improvement', 'kelbury inadequate'] },
    ],
    [
      'a risky name told of before, and its grade',
      dated(
        'CQC rates its first councils',
        'Reading, Kelbury and Northshire councils have been given ratings of their adult social care by the Care Quality Commission. Kelbury and Northshire were rated good. Reading requires improvement.',
      ),
      { events: ['reading requires_improvement', 'kelbury good', 'northshire good'] },
    ],
  ]));
