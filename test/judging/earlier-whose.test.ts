import { describe } from 'vitest';
import { aReport, goodReport, PUBLISHED, says } from './support.ts';

const riReport = (text: string) =>
  aReport(
    `Ofsted has told Northshire Council that its children's services require improvement, in a report published today. ${text}`,
  );
const badReport = (text: string) =>
  aReport(`Ofsted has rated Northshire's children's services inadequate, in a report published today. ${text}`);
const other = (text: string) => ({
  title: 'Northshire plans new offices for social workers',
  text,
  published: PUBLISHED,
});
const visit = (text: string) => ({
  title: 'Inspectors go back to Northshire',
  text: `Ofsted has published a letter on its monitoring visit to children's services in Northshire. ${text}`,
  published: PUBLISHED,
});
const none = { history: [] };

describe('whose the grade is that is not the news', () => {
  says([
    [
      'neighbour: rated',
      visit("The council was rated inadequate in 2023. Neighbouring Southshire's services are rated good."),
      { history: ['northshire inadequate 2023', 'southshire good'] },
    ],
    [
      'neighbour: same',
      riReport('The county is not alone: nearby Kelbury got the same rating in April.'),
      { history: ['kelbury requires_improvement'], direction: null },
    ],
    [
      'neighbour: next door',
      visit('Northshire was judged inadequate in 2023. Next door, Southshire was judged good.'),
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
        "The notice follows Ofsted's report of May 2022, which rated Northshire's children's services inadequate. The report found that the impact of leaders was inadequate and that help and protection required improvement.",
      ),
      { history: ['northshire inadequate 2022'] },
    ],
    [
      'area: last time',
      aReport(
        "Northshire's children's services have gone from good to inadequate, Ofsted said today. When inspectors last came, in 2016, its leadership had been outstanding.",
      ),
      { events: ['northshire inadequate'], history: ['northshire good'], direction: 'down' },
    ],
    [
      'area: opinion',
      {
        title: 'The trouble with targets',
        text: "Northshire was inadequate in 2014, and Ofsted said so. Politicians must accept that outstanding leadership of children's services looks dull.",
      },
      { history: ['northshire inadequate'] },
    ],
    [
      'audit: managers',
      visit(
        'Northshire was rated inadequate in 2023. Audits by managers were generous, with work graded as good that was not.',
      ),
      { history: ['northshire inadequate'] },
    ],
    [
      'audit: files',
      visit("Northshire was rated inadequate in 2023. In the council's own file checks most cases were rated good."),
      { history: ['northshire inadequate'] },
    ],
    [
      'place: where run',
      goodReport(
        'In Southshire, where Kelbury Council has run services since 2015, what had been inadequate in 2018 is requires improvement.',
      ),
      { history: ['southshire inadequate 2018', 'southshire requires_improvement'] },
    ],
    [
      'list: joined by',
      {
        title: 'Where services for children stand',
        text: 'Analysis of Ofsted reports shows that two, Northshire and Southshire, had been outstanding since 2016, joined by Kelbury last summer.',
      },
      { history: ['northshire outstanding', 'southshire outstanding', 'kelbury outstanding'] },
    ],
    [
      'list: among them',
      {
        title: 'Where services for children stand',
        text: "Analysis of Ofsted reports shows big gaps. There were 11 boroughs where services required improvement, Northshire, Eastborough's neighbour Southshire and Kelbury among them.",
      },
      {
        history: ['northshire requires_improvement', 'southshire requires_improvement', 'kelbury requires_improvement'],
      },
    ],
    [
      'count: since',
      {
        title: 'Gaps in care across England',
        text: 'A third of the departments inspected since 2019 have been judged inadequate by Ofsted. Northshire Council says that money is short.',
      },
      none,
    ],
    [
      'as were',
      {
        title: 'CQC reports on three counties',
        text: 'The CQC has published reports on adult social care today. The best county has been Northshire, one of the first to be assessed. It was rated good, as were Southshire and Kelbury.',
      },
      { events: ['northshire good', 'southshire good', 'kelbury good'] },
    ],
    [
      'one, X, is',
      {
        title: 'CQC on adult social care',
        text: 'Of 33 councils with a rating for adult social care, 18 are good, 14 require improvement and one, Southshire, is outstanding.',
      },
      { events: ['southshire outstanding'] },
    ],
    [
      'home',
      badReport(
        'Inspectors were told what life was like at home. Earlier inspections in 2014 and 2020 had resulted in a ‘requires improvement’ grading.',
      ),
      { history: ['northshire requires_improvement 2014', 'northshire requires_improvement 2020'], direction: 'down' },
    ],
    [
      'debts',
      {
        title: 'Decision: write-off of debts',
        text: 'Northshire Council cabinet. Report on why the provision for bad debts was inadequate in 2022/23. Adult social care contributions of £88,000 be written off.',
        published: PUBLISHED,
      },
      none,
    ],
    [
      'debts 2',
      {
        title: 'Decision: flood spending',
        text: 'Northshire Council cabinet. The drains were inadequate in 2019 and adult social care contributions are due.',
        published: PUBLISHED,
      },
      none,
    ],
    ['good to hear', goodReport('“It was good to hear how well managers know their staff,” he said.'), none],
    [
      'with X grade',
      {
        title: 'Further verdicts',
        text: "Northshire has been rated good by Ofsted for children's services in a report out today. Last month the first two reports were published, with Wading 'inadequate' and Kelbury told to improve.",
      },
      { events: ['northshire good'], history: ['wading inadequate'] },
    ],
    [
      'end of scale',
      aReport(
        "Ofsted rated children's services in Northshire outstanding today. At the other end of the scale is Wading. Its children's services are inadequate and had been told they required improvement in 2020.",
      ),
      { history: ['wading inadequate', 'wading requires_improvement 2020'] },
    ],
  ]);
});
