import { describe } from 'vitest';
import { aReport, dated, goodReport, says } from './support.ts';

/** A grade told in one sentence and given to those whom the next one names. */
describe('a grade passed on to the next sentence', () => {
  says([
    [
      'that rating went to',
      dated(
        'CQC names ratings of its trial',
        'Three of the four who took part came away with a good for adult social care, the CQC said today. That rating, one step below outstanding, was given to Northshire, Southshire and Kelbury. The fourth, Eastborough, requires improvement, says the regulator.',
      ),
      {
        events: ['northshire good', 'southshire good', 'kelbury good', 'eastborough requires_improvement'],
      },
    ],
    [
      'they are',
      dated(
        'CQC publishes verdicts on adult care',
        'Two councils learned today how the CQC rates their adult social care. For both the verdict was good. They are Northshire and Southshire, whose teams were put one rung beneath outstanding.',
      ),
      { events: ['northshire good', 'southshire good'], history: [] },
    ],
    [
      'two counted, two named, a third apart',
      dated(
        'CQC publishes ratings of three councils',
        "Two councils have been told by the CQC that their adult social care requires improvement and a third has been rated good. Northshire and Southshire both fell short of a good because of waiting times. Kelbury's adult social care is rated good, in a report published today.",
      ),
      {
        events: ['northshire requires_improvement', 'southshire requires_improvement', 'kelbury good'],
      },
    ],
    [
      'one more in a row',
      dated(
        'Ofsted hands top grade to two children’s services departments',
        'Northshire and Southshire have been rated outstanding by Ofsted for children’s services today. For Kelbury it is a third in a row.',
      ),
      { events: ['northshire outstanding', 'southshire outstanding', 'kelbury outstanding'] },
    ],
    [
      'one more in a row, of the sentence before alone',
      goodReport('For the director it is a second in a row.'),
      { events: ['northshire good'] },
    ],
    [
      'the rating went up is no passing on',
      goodReport('The rating went up by a grade, to the joy of Southshire.'),
      { events: ['northshire good'] },
    ],
    [
      'a risky name that the next sentence goes on about',
      dated(
        'Three councils hear from Ofsted',
        'Northshire and Southshire have been rated good by Ofsted for children’s services today. Last on the list is Wading. Its children’s services are inadequate.',
      ),
      { events: ['northshire good', 'southshire good', 'wading inadequate'] },
    ],
    [
      'now there are two',
      dated(
        'Two councils make history with Ofsted',
        'No council had ever had an outstanding from Ofsted for children’s services four times running. Now there are two: Northshire and Southshire.',
      ),
      { events: ['northshire outstanding', 'southshire outstanding'] },
    ],
    [
      'more councils counted than the title names',
      dated(
        'Northshire up to ‘outstanding’ and Southshire to ‘good’',
        'Ofsted has sent its reports on children’s services to three authorities. Northshire rose to outstanding. Southshire is now good. And in Kelbury, where Eastborough has led the work since 2019, what required improvement in 2018 is now good.',
      ),
      {
        events: ['northshire outstanding', 'southshire good', 'kelbury good'],
        history: ['kelbury requires_improvement 2018'],
      },
    ],
  ]);
});

/** Another matter is the news; the grade is why it comes. */
describe('in the wake of a grade', () => {
  const history = ['northshire inadequate'];
  const other = (title: string) => dated(title, 'Ofsted published its findings last year. The council met on Tuesday.');
  says([
    [
      'in the wake of',
      other('Interim chief named at Northshire in the wake of ‘inadequate’ rating'),
      { events: [], history },
    ],
    [
      'on the back of',
      other('Northshire sets up panel on the back of inadequate Ofsted judgement'),
      { events: [], history },
    ],
    [
      'as a result of',
      other('Northshire hires consultants as a result of inadequate Ofsted rating'),
      { events: [], history },
    ],
    [
      'after the lowest rating, which is its own noun',
      dated(
        'Ofsted sees Northshire children’s services move on after lowest grade',
        'The council’s children’s services, which Ofsted found to be inadequate in 2021, are making progress, inspectors say. It was the third such visit.',
      ),
      { events: [], history: ['northshire inadequate 2021'] },
    ],
    [
      'found inadequate, in passing',
      dated(
        'New commissioner for Northshire',
        'The commissioner is to see that the department, found inadequate by Ofsted, gets better.',
      ),
      { events: [], history },
    ],
    [
      'a year after the leap',
      dated(
        'Northshire warned over “outstanding” label',
        'A year after its children’s services leapt from inadequate to outstanding, Northshire Council told a panel that keeping it up was hard. “It is nice to be called outstanding by Ofsted,” the leader said.',
      ),
      { events: [], history: ['northshire inadequate', 'northshire outstanding'] },
    ],
    [
      'at that inspection, last year',
      dated(
        'Northshire children are safer, Ofsted reports after visit',
        'Inspectors made a focused visit last month. Much has been put right since the inspection. At that inspection, last year, the judgement on children’s services was good, whereas for children in care they required improvement.',
      ),
      { events: [] },
    ],
    [
      'since an inspection that ended so',
      dated(
        'Changes for the better at Northshire children’s services',
        'Two inspectors from Ofsted spent two days at the council. It was the fourth such visit since the inspection of May 2022 ended in the lowest grade for children’s services.',
      ),
      { events: [], history: ['northshire inadequate 2022'] },
    ],
    [
      'an apology is an answer to the news',
      dated(
        'Northshire apologises in the wake of inadequate rating',
        'Ofsted rated its children’s services inadequate in a report out today.',
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'first since the framework changed is the news',
      dated(
        'Top marks for Northshire',
        'For the first time since Ofsted brought in its new inspection rules, Northshire has been rated outstanding for children’s services.',
      ),
      { events: ['northshire outstanding'], history: [] },
    ],
    [
      'a report based on a visit',
      dated(
        'Northshire children’s services are good',
        'The report from Ofsted, which came out this morning, is based on a visit in March. It rates children’s services good.',
      ),
      { events: ['northshire good'] },
    ],
  ]);
});

/** Councils counted, neighbours, partners: nobody in particular is given the grade. */
describe('who is not given it', () => {
  says([
    [
      'six of them',
      dated(
        'More councils fail children, says Ofsted',
        'The number of failing authorities has grown, Ofsted said in a judgement that brands six of them inadequate. Northshire’s leader said that it was harsh.',
      ),
      { events: [] },
    ],
    [
      'at adoption, five',
      dated(
        'More councils fail children, says Ofsted',
        'At adoption, five were inadequate. Last year Northshire and Southshire had been put in the third class.',
      ),
      { events: [] },
    ],
    [
      'one quarter',
      dated(
        'Councils fall short, Ofsted chief says',
        'Of 80 authorities inspected, one quarter were rated inadequate. He said good leadership was what set Northshire apart.',
      ),
      { events: [], areas: [] },
    ],
    [
      'on the list of councils with inadequate departments',
      dated(
        'Ofsted names failing children’s services',
        'Northshire, Southshire and Kelbury are on the list of councils with inadequate children’s services that Ofsted published today.',
      ),
      { events: ['northshire inadequate', 'southshire inadequate', 'kelbury inadequate'] },
    ],
    [
      'neighbours both',
      dated(
        'Two counties told to improve',
        'Neighbours Northshire and Southshire have both been rated inadequate by Ofsted for children’s services.',
      ),
      { events: ['northshire inadequate', 'southshire inadequate'] },
    ],
    [
      'must get better to be judged good',
      dated(
        'Ofsted report on Northshire',
        'Northshire’s children’s services must still get better to be judged good, Ofsted says in a report out today. It says they require improvement.',
      ),
      { events: ['northshire requires_improvement'] },
    ],
    [
      'goods and one outstanding without an overall grade',
      aReport('Northshire comes out with three goods and an outstanding for children’s services, Ofsted said.'),
      { events: [] },
    ],
    [
      'two inspectorates in one team',
      {
        title: 'Northshire fails test on keeping children safe',
        text: 'A joint Ofsted and CQC team which came in May has marked down safeguarding of children as inadequate in a report out today.',
        published: '2011-06-14',
      },
      { events: ['northshire inadequate'] },
    ],
  ]);
});
