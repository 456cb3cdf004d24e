/** What is noted beside a grade does not date it; the grade of the last occasion, and times when the story was another. */
import { aReport, dated, type Row, type Says, says, visitReport } from './support.ts';

const goodNoting = (t: string, e: Says = { events: ['northshire good'], history: [] }): Row => [
  t,
  aReport(`Ofsted has rated children's services at Northshire Council "good", ${t}. Staff were told on Monday.`),
  e,
];
const underScheme = (t: string): Row => [
  t,
  dated(
    'CQC on Northshire',
    `The Care Quality Commission has given Northshire Council's adult social care an outstanding rating ${t}. Staff were told on Monday.`,
  ),
  { events: ['northshire outstanding'], history: [] },
];
const sameAs = (t: string, y = ' 2019'): Row => [
  t,
  aReport(
    `Children's services in Northshire were judged to require improvement to be good, ${t}. Ofsted's report came out today.`,
  ),
  { events: ['northshire requires_improvement'], history: [`northshire requires_improvement${y}`], direction: 'same' },
];
const storyThen = (t: string, h = 'northshire requires_improvement'): Row => [
  t,
  aReport(`Ofsted's inspectors have upgraded children's services in Northshire to good, in a report out today. ${t}`),
  { events: ['northshire good'], history: [h], direction: 'up' },
];
says([
  goodNoting('noting marked progress since a critical inspection four years ago'),
  goodNoting('citing great strides since its last visit three years ago'),
  goodNoting('praising a director who came two years ago'),
  goodNoting('hailing a turnaround that began four years ago'),
  goodNoting('crediting reforms that were set in train in 2019'),
  goodNoting('observing that much had changed since inspectors last came in 2019'),
  goodNoting('capping a recovery that started five years ago'),
  goodNoting('remarking on how far they had come from a low point in 2018'),
  goodNoting('pointing to a new plan drawn up three years ago'),
  goodNoting('applauding the way in which staff had rallied since 2019'),
  goodNoting('reporting that children were safer than four years ago'),
  goodNoting('ending a long wait that began with a damning report six years ago'),
  goodNoting('praising changes made last year'),
  goodNoting('noting that managers had left last autumn'),
  goodNoting('and thanked a director who left in 2021'),
  goodNoting('a grade it was also given four years ago', {
    events: ['northshire good'],
    history: ['northshire good 2020'],
    direction: 'same',
  }),
  underScheme('under the assessments it began in 2022'),
  underScheme('under a scheme that it launched in 2022'),
  underScheme('in the assessments that it took up again in 2022'),
  underScheme('as part of the checks brought in by law in 2022'),
  underScheme('under powers it was handed in 2022'),
  underScheme('under the regime that came into force in 2022'),
  underScheme('in its programme of council assessments, which got going in 2022'),
  underScheme('with the duty it has had since 2022 to look at councils'),
  sameAs('just as they were on the last occasion, in 2019'),
  sameAs('just as they had been on the last occasion, in 2019'),
  sameAs('as they were the time before, in 2019'),
  sameAs('exactly as they were at the last count, in 2019'),
  sameAs('as they had been at their last full inspection, in 2019'),
  sameAs('as they were last time round, in 2019'),
  sameAs('the same as on the previous occasion, in 2019'),
  sameAs('as was the case on the last occasion, in 2019'),
  sameAs('as happened on the last visit, in 2019'),
  sameAs('the very words used on the last occasion, in 2019'),
  sameAs('just as they were on the last occasion', ''),
  sameAs('just as they were when inspectors last called, in 2019'),
  sameAs('as they were five years ago'),
  sameAs('as in the last report, of 2019'),
  storyThen(
    'Four years ago it was a different story, Ofsted ruling that the service required improvement to be good.',
    'northshire requires_improvement 2020',
  ),
  storyThen(
    'Four years ago the picture was quite different, and Ofsted found that they required improvement.',
    'northshire requires_improvement 2020',
  ),
  storyThen(
    'It was another story four years ago, when they were found to require improvement.',
    'northshire requires_improvement 2020',
  ),
  storyThen('How different it was four years ago, with Ofsted calling them inadequate.', 'northshire inadequate 2020'),
  storyThen('Four years ago things looked bleaker: Ofsted called them inadequate.', 'northshire inadequate 2020'),
  storyThen(
    'Five years back it was a different tale, inspectors deeming them inadequate.',
    'northshire inadequate 2019',
  ),
  storyThen(
    'In 2019 it had been a different matter, Ofsted ruling that the service required improvement.',
    'northshire requires_improvement 2019',
  ),
  storyThen('What a contrast with four years ago, when the verdict was inadequate.', 'northshire inadequate 2020'),
  storyThen('Rewind four years and the verdict was inadequate.', 'northshire inadequate 2020'),
  storyThen('Go back four years and Ofsted was calling them inadequate.', 'northshire inadequate 2020'),
  [
    'undated',
    {
      title: "Northshire's upgraded children's services",
      text: "Inspectors have upgraded Northshire Council's children's services to good. Four years ago it was a different story, Ofsted ruling that the service required improvement to be good.",
    },
    { events: ['northshire good'], history: ['northshire requires_improvement'], direction: 'up' },
  ],
  [
    'counter past with participle',
    visitReport("Its children's services were rated inadequate, citing drift and delay, in 2021."),
    { events: [], history: ['northshire inadequate 2021'] },
  ],
  [
    'counter past since',
    visitReport('They had been inadequate since an inspection three years ago.'),
    { events: [], history: ['northshire inadequate 2021'] },
  ],
  [
    'counter',
    aReport(
      "Four years ago a new director came to Northshire. Ofsted has now ruled that children's services require improvement, in a report out today.",
    ),
    { events: ['northshire requires_improvement'], history: [] },
  ],
]);
