import { describe } from 'vitest';
import { aReport, badReport, goodReport, NO_HISTORY, PUBLISHED, riReport, says, visitReport } from './support.ts';

const other = (text: string) => ({
  title: 'Northshire plans new offices for social workers',
  text,
  published: PUBLISHED,
});

describe('whose the grade is that is not the news', () => {
  says([
    [
      'neighbour: rated',
      visitReport("The council was rated inadequate in 2023. Adjacent Southshire's department is judged good."),
      { history: ['northshire inadequate 2023', 'southshire good'] },
    ],
    [
      'neighbour: same',
      riReport('Others fared likewise: nearby Kelbury received the same grade in spring.'),
      { history: ['kelbury requires_improvement'], direction: null },
    ],
    [
      'neighbour: next door',
      visitReport('Northshire was judged inadequate in 2023. Next door, Southshire was judged good.'),
      { history: ['northshire inadequate 2023', 'southshire good'] },
    ],
    [
      'neighbour: found',
      goodReport("Children's services at nearby Southshire were found to be inadequate last year."),
      { history: ['southshire inadequate'], direction: null },
    ],
    [
      'neighbour: adjoining received',
      goodReport('Adjoining Southshire received an inadequate rating in 2022.'),
      { history: ['southshire inadequate 2022'], direction: null },
    ],
    [
      'area: notice',
      other(
        "In May 2022 Ofsted rated Northshire's children's services inadequate. Leaders' impact was inadequate as well, while help and protection required improvement.",
      ),
      { history: ['northshire inadequate 2022'] },
    ],
    [
      'area: last time',
      aReport(
        "Northshire's children's services have gone from good to inadequate, Ofsted said today. Its leadership had been outstanding in 2016.",
      ),
      { events: ['northshire inadequate'], history: ['northshire good'], direction: 'down' },
    ],
    [
      'area: opinion',
      {
        title: 'The trouble with targets',
        text: "Northshire was inadequate in 2014, and Ofsted said so. Voters have yet to learn that outstanding leadership of children's services wins no headlines.",
      },
      { history: ['northshire inadequate'] },
    ],
    [
      'audit: managers',
      visitReport(
        'Northshire was rated inadequate in 2023. The council’s managers look at files themselves each month; in their audits most help for families is rated good.',
      ),
      { history: ['northshire inadequate'] },
    ],
    [
      'audit: files',
      visitReport(
        "Northshire was rated inadequate in 2023. In the council's own file checks most cases were rated good.",
      ),
      { history: ['northshire inadequate'] },
    ],
    [
      'place: where run',
      goodReport(
        'Across Southshire, where staff of Kelbury Council took over in 2015, work that had been inadequate in 2018 is requires improvement.',
      ),
      { history: ['southshire inadequate 2018', 'southshire requires_improvement'] },
    ],
    [
      'list: joined by',
      {
        title: 'Where services for children stand',
        text: 'Ofsted’s reports show Northshire and Southshire to have been outstanding since 2016, joined by Kelbury a little later.',
      },
      { history: ['northshire outstanding', 'southshire outstanding', 'kelbury outstanding'] },
    ],
    [
      'list: among them',
      {
        title: 'Where services for children stand',
        text: "Analysis of Ofsted reports shows big gaps. Nine of the councils required improvement, Northshire, Eastborough's neighbour Southshire and Kelbury among them.",
      },
      {
        history: ['northshire requires_improvement', 'southshire requires_improvement', 'kelbury requires_improvement'],
      },
    ],
    [
      'count: since',
      {
        title: 'Gaps in care across England',
        text: 'A fifth of the departments visited since 2019 have been graded inadequate by Ofsted. Northshire Council says that money is short.',
      },
      NO_HISTORY,
    ],
    [
      'as were',
      {
        title: 'CQC reports on three counties',
        text: 'The CQC has published reports on adult social care today. Top of the heap is Northshire. It was judged good, as were Southshire and Kelbury.',
      },
      { events: ['northshire good', 'southshire good', 'kelbury good'] },
    ],
    [
      'one, X, is',
      {
        title: 'CQC on adult social care',
        text: 'Seven reports on adult social care came out: five are good, and one, Southshire, is outstanding.',
      },
      { events: ['southshire outstanding'] },
    ],
    [
      'home',
      badReport(
        'Nobody asked children whether they felt safe at home. The inspections of 2014 and 2020 had both led to a ‘requires improvement’ mark.',
      ),
      { history: ['northshire requires_improvement 2014', 'northshire requires_improvement 2020'], direction: 'down' },
    ],
    [
      'debts',
      {
        title: 'Decision: write-off of debts',
        text: 'Northshire Council cabinet. Auditors asked why the sum set aside for late payers was inadequate in 2022/23. Adult social care charges make up half of it.',
        published: PUBLISHED,
      },
      NO_HISTORY,
    ],
    [
      'debts 2',
      {
        title: 'Decision: flood spending',
        text: 'Northshire Council cabinet. The drains were inadequate in 2019 and adult social care contributions are due.',
        published: PUBLISHED,
      },
      NO_HISTORY,
    ],
    ['good to hear', goodReport('“It is good to see managers out on visits,” he said.'), NO_HISTORY],
    [
      'with X grade',
      {
        title: 'Further verdicts',
        text: "Northshire has been rated good by Ofsted for children's services in a report out today. Last month two others learnt their fate, with Wading 'inadequate' and Kelbury on its way up.",
      },
      { events: ['northshire good'], history: ['wading inadequate'] },
    ],
    [
      'end of scale',
      aReport(
        "Ofsted rated children's services in Northshire outstanding today. The bad news of the day is for Wading. The worst of the reports is Wading. Its children's services are inadequate; in 2020 they had required improvement.",
      ),
      { history: ['wading inadequate', 'wading requires_improvement 2020'] },
    ],
  ]);
});
