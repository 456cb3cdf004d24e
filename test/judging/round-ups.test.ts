/** Round-ups known by what they tell, however they tell it: several councils, each given a grade now; and articles that only look like one. */
import { describe } from 'vitest';
import { dated, says } from './support.ts';

describe('told together, in a column or a sidebar', () =>
  says([
    [
      'a paragraph a council, the second taken up as "the council"',
      dated(
        'Inspectors call',
        'It has been a busy month for Ofsted’s inspectors of children’s services.\n\nNorthshire has been told that it requires improvement. Staff are stretched.\n\nSouthshire did better. The council was found to be good, and its leaders outstanding.\n\nAt Kelbury the verdict was inadequate. Ministers are considering a commissioner.',
      ),
      { events: ['northshire requires_improvement', 'southshire good', 'kelbury inadequate'] },
    ],
    [
      'the service named once, at the top',
      dated(
        'Adult social care: three east coast councils get their grades',
        'The Care Quality Commission has published its first ratings of adult social care for three councils on the coast.\n\nNorthshire came out as good.\n\nSouthshire was also good.\n\nKelbury must improve: it was rated inadequate.',
      ),
      { events: ['northshire good', 'southshire good', 'kelbury inadequate'] },
    ],
    [
      'lines below the news of the one that the title names',
      dated(
        'Northshire children’s services rated inadequate',
        'Ofsted has rated Northshire’s children’s services inadequate, in a report published today.\n\nThe leader said sorry.\n\nALSO THIS WEEK\n\n■ Southshire has been found to be good, up from requires improvement.\n\n■ Kelbury requires improvement, which is no change.',
      ),
      { events: ['northshire inadequate', 'southshire good', 'kelbury requires_improvement'] },
    ],
    [
      'headings that are names, with a line for the grade',
      dated(
        'Children’s services: the latest from Ofsted',
        'Reports published since our last issue.\n\nNorthshire County Council\n\nOverall effectiveness: Good\n\nChildren are safe, the report says.\n\nSouthshire County Council\n\nOverall effectiveness: Inadequate\n\nLast inspected in 2019, when the result was good.',
      ),
      { events: ['northshire good', 'southshire inadequate'], history: ['southshire good 2019'] },
    ],
    [
      'half of a double name at the head of its line',
      dated(
        'Ofsted’s verdicts',
        'Ofsted has reported on children’s services in Northshire and Stoke-on-Trent.\n\nNorthshire: good.\n\nStoke: inadequate.',
      ),
      { events: ['northshire good', 'stoke-on-trent inadequate'] },
    ],
    [
      'bare grades below headings, beside homes that are mentioned',
      dated(
        'What the watchdog said about your council',
        'The Care Quality Commission has rated how two councils look after adults who need help. The results came out on Friday.\n\nNorthshire\n\nGood. The work with sheltered housing schemes drew praise.\n\nSouthshire\n\nRequires improvement. Posts stand empty.',
      ),
      { events: ['northshire good', 'southshire requires_improvement'] },
    ],
  ]));

describe('told together, in running text', () =>
  says([
    [
      'both good, and one that fell',
      dated(
        'Mixed week for children’s services',
        'Ofsted has reported on three councils. Northshire and Southshire were both good; Kelbury fell to inadequate, having been good in 2019.',
      ),
      { events: ['northshire good', 'southshire good', 'kelbury inadequate'], history: ['kelbury good 2019'] },
    ],
    [
      'neither of two moved',
      dated(
        'No change at two councils',
        'Ofsted has published reports on children’s services in Northshire and Southshire. Neither Northshire nor Southshire moved: both remain good.',
      ),
      { events: ['northshire good', 'southshire good'] },
    ],
    [
      'neither of two is good',
      dated(
        'Two councils wait',
        'Ofsted has published reports on children’s services in Northshire and Southshire. Neither Northshire nor Southshire is good.',
      ),
      { events: [] },
    ],
    [
      'the third grade went to',
      dated(
        'Top marks shared out',
        'Ofsted has handed out three top grades for children’s services this week. Northshire and Southshire were judged outstanding. The third went to Kelbury, where inspectors praised the director.',
      ),
      { events: ['northshire outstanding', 'southshire outstanding', 'kelbury outstanding'] },
    ],
    [
      'so have those of the next, and not those of the one after it',
      dated(
        'Ofsted in the shires',
        'Northshire’s children’s services have been rated good by Ofsted. So have Southshire’s. Kelbury’s have not.',
      ),
      { events: ['northshire good', 'southshire good'] },
    ],
    [
      'the same goes for one of which more is told',
      dated(
        'Three councils, three reports',
        'Ofsted has inspected children’s services at three councils. Northshire is good. Southshire requires improvement. The same goes for Kelbury, but its adoption team was good.',
      ),
      {
        events: ['northshire good', 'southshire requires_improvement', 'kelbury requires_improvement'],
      },
    ],
    [
      'they are the two that the sentence before names, whatever is told of one besides',
      dated(
        'Three more councils get grades for adult social care',
        'The Care Quality Commission has assessed adult social care at three councils. The news is happy for Northshire and Southshire. They were found to be good, with Southshire’s work for carers held up to others. Kelbury requires improvement.',
      ),
      { events: ['northshire good', 'southshire good', 'kelbury requires_improvement'] },
    ],
    [
      'it has made it to good',
      dated(
        'Northshire inadequate as Southshire recovers',
        'Ofsted has downgraded Northshire’s children’s services to inadequate. Southshire Council is another matter. A failure in 2016, when it was inadequate, it has now made it to good.',
      ),
      { events: ['northshire inadequate', 'southshire good'], history: ['southshire inadequate 2016'] },
    ],
    [
      'another than the title names, on the same day and there',
      dated(
        'Why can’t we be like Southshire?',
        'Shame on Northshire Council. This week Ofsted rated its children’s services inadequate. For Southshire a report was published on the same morning, and the verdict there was good.',
      ),
      { events: ['northshire inadequate', 'southshire good'] },
    ],
    [
      'another, further down, whose report is out on the same day',
      dated(
        'Northshire families are well served, say inspectors',
        'Families in Northshire get good help. Ofsted’s report grades the council’s children’s services as good. Staff stay. Leaders listen. Southshire’s report was published on the same day, and its children’s services have been told they require improvement.',
      ),
      { events: ['northshire good', 'southshire requires_improvement'] },
    ],
    [
      'one decision on two, of which the title names one first',
      dated(
        'Adult care in Northshire: rivals pull ahead',
        'Two counties have been waiting for their marks. The Care Quality Commission has decided that Southshire’s adult social care is good, while Northshire’s requires improvement.',
      ),
      { events: ['northshire requires_improvement', 'southshire good'] },
    ],
  ]));

describe('one council’s news beside others that have had their grade', () =>
  says([
    [
      'how its neighbours stand',
      dated(
        'Northshire inadequate, says Ofsted',
        'Ofsted has rated Northshire’s children’s services inadequate. Of its neighbours, Southshire is good and Kelbury outstanding.',
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'a helper that has been rated outstanding',
      dated(
        'Northshire inadequate, says Ofsted',
        'Ofsted has rated Northshire’s children’s services inadequate. Southshire, which has been rated outstanding, will help.',
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'one that has been rated so since 2019',
      dated(
        'Northshire inadequate, says Ofsted',
        'Ofsted has rated Northshire’s children’s services inadequate. Southshire has been rated good since 2019.',
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'others inspected before it',
      dated(
        'Northshire requires improvement, says Ofsted',
        'Ofsted has rated Northshire’s children’s services as requiring improvement. Two others have been inspected since January. Southshire and Thornfield were both told that they require improvement too.',
      ),
      { events: ['northshire requires_improvement'] },
    ],
    [
      'one whose report came out in spring',
      dated(
        'Northshire inadequate, says Ofsted',
        'Ofsted has rated Northshire’s children’s services inadequate. Southshire, whose report was published in spring, has been told that its services require improvement.',
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'a box on how others stand',
      dated(
        'Northshire inadequate, says Ofsted',
        'Ofsted has rated Northshire’s children’s services inadequate.\n\nHOW OTHERS STAND\n\nSouthshire: good\n\nKelbury: requires improvement',
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'others judged in recent months',
      dated(
        'Northshire inadequate, says Ofsted',
        'Ofsted has rated Northshire’s children’s services inadequate. In recent months Southshire and Kelbury have been judged inadequate too.',
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'one that has climbed, and one that is now where it wants to be',
      dated(
        'Northshire inadequate, says Ofsted',
        'Ofsted has rated Northshire’s children’s services inadequate. Southshire has climbed from inadequate to good under the same director. Kelbury, now outstanding, is where it wants to be.',
      ),
      { events: ['northshire inadequate'] },
    ],
  ]));

describe('several councils, and no news of grades', () =>
  says([
    [
      'a director shared by two',
      dated(
        'Northshire and Southshire share a director',
        'Northshire and Southshire councils are to share a director of children’s services. Ofsted has rated Northshire good and Southshire outstanding.',
      ),
      { events: [] },
    ],
    [
      'homes in the areas of two',
      dated(
        'Care homes in Northshire and Southshire',
        'The CQC has rated five care homes. Rose Lodge in Northshire was rated good. Elm House in Southshire is inadequate.',
      ),
      { events: [] },
    ],
    [
      'what each hopes for',
      dated(
        'Northshire and Southshire inspected',
        'Ofsted has inspected children’s services in Northshire and Southshire. Northshire hopes to be good. Southshire expects to be told it requires improvement.',
      ),
      { events: [] },
    ],
    [
      'where councils stand',
      dated(
        'Where children’s services stand',
        'We looked up where councils stand with Ofsted. Northshire is good. Southshire is inadequate. Kelbury is outstanding.',
      ),
      { events: [] },
    ],
    [
      'places to work',
      dated(
        'Jobs: social workers',
        'Join us. Northshire is rated good by Ofsted. Southshire is rated outstanding. Apply now.',
      ),
      { events: [] },
    ],
    [
      'a number that remain in the lowest group',
      dated(
        'Fewer councils at the bottom, figures show',
        'Fewer departments for children are rated inadequate, according to Ofsted’s yearly figures. Seventeen remained in the bottom bracket. Northshire and Southshire were judged inadequate in 2018.',
      ),
      { events: [] },
    ],
  ]));
