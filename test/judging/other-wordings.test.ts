import { describe } from 'vitest';
import { says } from './support.ts';

const PUBLISHED = '2024-06-14';
const good = (text: string) => ({
  title: 'Ofsted report on Northshire',
  text: `Ofsted has rated Northshire's children's services good, in a report published today. ${text}`,
  published: PUBLISHED,
});
const report = (text: string) => ({ title: 'Ofsted report on Northshire', text, published: PUBLISHED });

/** Years that stand near a grade and are not its own. */
describe('a year of another inspection', () => {
  says([
    [
      'the last inspection, compared with after a dash',
      report(
        "Northshire's children's services have been rated inadequate by Ofsted – a drop of two grades on the inspection of 2020, when they were good.",
      ),
      { events: ['northshire inadequate'], history: ['northshire good 2020'], direction: 'down' },
    ],
    [
      'the grade before, explained between commas',
      report(
        "The Ofsted report takes Northshire's children's services from inadequate, the verdict reached in March 2020, to good.",
      ),
      { events: ['northshire good'], history: ['northshire inadequate 2020'], direction: 'up' },
    ],
    [
      'a sentence that comes to the present',
      report(
        "Children's services in Northshire, which in 2020 were judged inadequate by Ofsted, are today rated good. The report is out.",
      ),
      { events: ['northshire good'], history: ['northshire inadequate 2020'], direction: 'up' },
    ],
    [
      'as it did some years ago',
      report(
        "Ofsted has told Northshire Council that its children's services require improvement – as it did four years ago.",
      ),
      {
        events: ['northshire requires_improvement'],
        history: ['northshire requires_improvement 2020'],
        direction: 'same',
      },
    ],
    [
      'the same, said in a sentence of its own',
      report(
        "Ofsted has told Northshire Council that its children's services require improvement. In 2020 it reached the very same conclusion.",
      ),
      {
        events: ['northshire requires_improvement'],
        history: ['northshire requires_improvement 2020'],
        direction: 'same',
      },
    ],
  ]);
});

describe('areas in other words', () => {
  says([
    [
      'counted, then listed after a colon',
      good(
        'Inspectors gave outstanding to the county in three of the areas they examined: leadership, children in care and care leavers.',
      ),
      {
        events: ['northshire good'],
        areas: ['leaders outstanding', 'children_in_care outstanding', 'care_leavers outstanding'],
      },
    ],
    [
      'listed between dashes before their grade',
      good('Two areas – adoption and care leavers – were rated outstanding.'),
      { events: ['northshire good'], areas: ['adoption outstanding', 'care_leavers outstanding'] },
    ],
    [
      'named in the sentence before',
      good('The report looks at leadership, help and protection and children in care. All three were good.'),
      { areas: ['leaders good', 'help_and_protection good', 'children_in_care good'] },
    ],
    [
      'named in the sentence before, and counted otherwise',
      good('The report looks at leadership and children in care. All four homes were outstanding.'),
      { areas: [] },
    ],
    [
      'graded in a bracket after a remark',
      good('Leaders had made a clear difference (good) and care leavers were kept in touch with (outstanding).'),
      { areas: ['leaders good', 'care_leavers outstanding'] },
    ],
    [
      'two grades in one bracket',
      good('One area rose: support for care leavers (was good, now outstanding).'),
      { areas: ['care_leavers outstanding'] },
    ],
    [
      'the same for the whole and for an area',
      report(
        "Ofsted says that Northshire's children's services now require improvement overall, with the same grade for help and protection.",
      ),
      { events: ['northshire requires_improvement'], areas: ['help_and_protection requires_improvement'] },
    ],
    [
      'the grade first, then what it was given for',
      report(
        "Ofsted has published its report on Northshire's children's services. Inadequate was the verdict on leaders, on help and protection and on the service overall.",
      ),
      { events: ['northshire inadequate'], areas: ['leaders inadequate', 'help_and_protection inadequate'] },
    ],
    [
      'moves of several areas in one sentence',
      good(
        'Leadership moved from inadequate to good, and care leavers from requires improvement to outstanding. In 2020 the council was inadequate.',
      ),
      { areas: ['leaders good', 'care_leavers outstanding'], history: ['northshire inadequate 2020'] },
    ],
    [
      'an area as the subject of its own verb after another grade',
      report(
        'In Northshire, also good, the experiences of care leavers require improvement, Ofsted says of children’s services.',
      ),
      { areas: ['care_leavers requires_improvement'] },
    ],
    [
      'children who cannot live at home are no provider',
      good('The care of children in care who live away from home, or at home with friends, is good.'),
      { events: ['northshire good'] },
    ],
  ]);
});

describe('several councils in other words', () => {
  says([
    [
      'a title that sets grades beside names',
      {
        title: 'Northshire and Southshire good, Eastborough inadequate',
        text: "Ofsted has published reports on children's services at three councils today.",
        published: PUBLISHED,
      },
      { events: ['northshire good', 'southshire good', 'eastborough inadequate'] },
    ],
    [
      'the sentence after the name',
      {
        title: 'Northshire celebrates while Eastborough is told to improve',
        text: "Northshire's children's services have been rated outstanding by Ofsted in a report published today. It was a long wait for staff there. There was less to cheer in Eastborough. Its services dropped from good to requires improvement.",
        published: PUBLISHED,
      },
      { events: ['northshire outstanding', 'eastborough requires_improvement'], history: ['eastborough good'] },
    ],
  ]);
});

describe('direction in other words', () => {
  says([
    [
      'for the first time',
      report("Ofsted has rated Northshire's children's services good for the first time. The report came out today."),
      { events: ['northshire good'], direction: 'up' },
    ],
    [
      'deserving better tells of no rise',
      {
        title: 'Children of Northshire deserve better than this',
        text: "Northshire Council's children's services require improvement, Ofsted says in a report published today.",
        published: PUBLISHED,
      },
      { events: ['northshire requires_improvement'], direction: null },
    ],
  ]);
});
