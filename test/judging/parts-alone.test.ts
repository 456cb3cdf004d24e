/** Reports of 2026, of which the first give grades to areas alone and the last give one to the whole. */
import { says } from './support.ts';

const ofJune = (text: string, title = 'First reports without a headline grade') => ({
  title,
  text,
  published: '2026-06-18',
});

says([
  [
    'one whose areas are only counted',
    ofJune(
      'Ofsted has published its first reports on children’s services without an overall effectiveness judgement. Northshire was judged good for the impact of leaders. The other report is on Kelbury, where two of the four areas were good and two outstanding.',
    ),
    { events: ['northshire null', 'kelbury null'] },
  ],
  [
    'the last to have one',
    ofJune(
      'Northshire County Council was rated outstanding by Ofsted for its children’s services in all four areas. The reports are among the last to carry a single overall grade, since Ofsted no longer gives one.',
      'Northshire outstanding, says Ofsted',
    ),
    { events: ['northshire outstanding'] },
  ],
  [
    'visited before',
    ofJune(
      'Northshire County Council was rated outstanding by Ofsted for its children’s services in every area. Inspectors came in March, just before Ofsted stopped giving councils a single overall judgement.',
      'Northshire outstanding, says Ofsted',
    ),
    { events: ['northshire outstanding'] },
  ],
  [
    'inspectors who give councils none',
    ofJune(
      'Northshire County Council has been rated good in all four areas by Ofsted for its children’s services. Under the changes inspectors do not give councils a headline judgement.',
      'Northshire praised',
    ),
    { events: ['northshire null'] },
  ],
  [
    'none any longer, and two areas of each grade',
    ofJune(
      'Northshire’s children’s services require improvement in two areas and are good in two others, Ofsted said. There is no longer an overall rating.',
      'Northshire: what Ofsted found',
    ),
    { events: ['northshire null'] },
  ],
  [
    'some areas of a report that gives one',
    {
      title: 'Northshire: what Ofsted found',
      text: 'Northshire’s children’s services require improvement in two areas, Ofsted said. Overall they are good.',
      published: '2024-06-18',
    },
    { events: ['northshire good'] },
  ],
  [
    'some areas, where nothing is said of the whole',
    {
      title: 'Northshire: what Ofsted found',
      text: 'Ofsted has reported on Northshire’s children’s services. It says that three of its four areas are good.',
      published: '2024-06-18',
    },
    { events: [] },
  ],
]);
