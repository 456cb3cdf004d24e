/** Names with their initials, phrases for a grade beside the grade, clauses behind a semicolon, and what else a title or a visit says. */
import { describe } from 'vitest';
import { dated, type Row, says } from './support.ts';

const undated = (title: string, text: string) => ({ title, text, published: null });

describe('a name and its initials in brackets', () => {
  const cqc = 'The CQC has published its assessments of adult social care.';
  says([
    ['one', dated('CQC verdicts', `${cqc} Northshire (NCC) is inadequate.`), { events: ['northshire inadequate'] }],
    [
      'the last of two',
      dated('CQC verdicts', `${cqc} Southshire and Northshire (NCC) both require improvement.`),
      { events: ['southshire requires_improvement', 'northshire requires_improvement'] },
    ],
    [
      'a word in brackets that is none',
      dated('CQC verdicts', `${cqc} Northshire (once inadequate) is good.`),
      { events: ['northshire good'] },
    ],
  ] satisfies Row[]);
});

describe('a clause of its own behind a semicolon', () => {
  const two = "Ofsted published two reports on children's services on Monday.";
  says([
    [
      'by contrast',
      dated(
        'Two in a day',
        `${two} Northshire is good, the inspectors say, a grade up on 2019; Southshire, by contrast, is inadequate.`,
      ),
      { events: ['northshire good', 'southshire inadequate'] },
    ],
    [
      'what is said in passing within it',
      dated(
        'Ofsted on Northshire',
        "Northshire, which took over from Oldmere, has been rated good by Ofsted for its children's services; staff were praised.",
      ),
      { events: ['northshire good'] },
    ],
  ] satisfies Row[]);
});

describe('a phrase for the grade, and the grade', () => {
  says([
    [
      'its highest grade, outstanding',
      dated(
        'Ofsted report on Northshire',
        "Ofsted has awarded Northshire its highest grade for children's services, outstanding.",
      ),
      { events: ['northshire outstanding'] },
    ],
    [
      'nothing short of',
      dated(
        'Ofsted on Northshire',
        "Nothing short of outstanding: that is what Ofsted has called Northshire's children's services.",
      ),
      { events: ['northshire outstanding'] },
    ],
    [
      'short of',
      dated(
        'Ofsted on Northshire',
        "Northshire's children's services are good, Ofsted says, and two points short of outstanding.",
      ),
      { events: ['northshire good'] },
    ],
    [
      'top marks for one of two headline grades',
      undated(
        "Top marks for Northshire's care of children",
        'Ofsted has published its report. Safeguarding in the county is good, and services for looked after children are outstanding, it says.',
      ),
      { events: ['northshire null'], areas: ['safeguarding good', 'looked_after_children outstanding'] },
    ],
    [
      'top marks for the whole',
      undated(
        "Top marks for Northshire's children's services",
        'Ofsted has published its report. Help for care leavers is good, it says.',
      ),
      { events: ['northshire outstanding'], areas: ['care_leavers good'] },
    ],
  ] satisfies Row[]);
});

describe('who has judged, told of besides', () => {
  says([
    [
      'inspectors who came in June have graded',
      dated(
        'Report in',
        "Ofsted inspectors who came to Northshire in May have graded it good for children's services, the county council announced.",
      ),
      { events: ['northshire good'] },
    ],
    [
      'inspectors who had graded',
      dated(
        'Northshire names director',
        "Ofsted inspectors who had graded Northshire's children's services good came to meet the new director.",
      ),
      { events: [], history: ['northshire good'] },
    ],
    [
      'put right by those who judge no more',
      dated(
        '“We will put this right”',
        "“We will put this right,” said the leader of Northshire County Council after a report by Ofsted in which children's services were judged inadequate.",
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'another council, called by its grade beside the news',
      dated(
        'Council told to act',
        "Ofsted has rated Northshire's children's services inadequate. The leader promised action and help from Southshire, itself rated outstanding.",
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'how services compare',
      dated(
        "How failing children's services compare",
        "One in seven departments is inadequate, says an analysis of Ofsted's reports. Northshire was rated good in its most recent inspection.",
      ),
      { events: [], history: ['northshire good'] },
    ],
  ] satisfies Row[]);
});
