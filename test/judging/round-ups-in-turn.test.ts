/** Round-ups that go from council to council in other words each time, and counts of councils that are nobody's grade. */
import { describe } from 'vitest';
import { dated, riReport, says } from './support.ts';

const NEWS = 'Ofsted has published a batch of reports on children’s services.';
const batch = (text: string) => dated('Ofsted clears its backlog of reports', `${NEWS} ${text}`);

describe('the next of a batch', () =>
  says([
    [
      'so was, with what is told of it behind a comma',
      batch(
        'Northshire was upgraded to good. So was Southshire, inspected for the first time since its boundaries changed.',
      ),
      { events: ['northshire good', 'southshire good'] },
    ],
    [
      'good then, moves up, in one sentence',
      batch(
        'Kelbury is now outstanding. Northshire, good at its 2020 inspection, also moves up to outstanding, while Southshire was found to be good.',
      ),
      {
        events: ['kelbury outstanding', 'northshire outstanding', 'southshire good'],
        history: ['northshire good 2020'],
      },
    ],
    [
      'good again, and the one after it good',
      batch(
        'Kelbury is now outstanding. Northshire, “good” in 2022, is “good” again and Southshire Council, previously found to “require improvement”, is now “good”.',
      ),
      { events: ['kelbury outstanding', 'northshire good', 'southshire good'] },
    ],
    [
      'which requires improvement, just as it did',
      batch('Kelbury is now outstanding. Northshire requires improvement to be good, just as it did in 2019.'),
      { events: ['kelbury outstanding', 'northshire requires_improvement'] },
    ],
    [
      'whose road network requires improvement',
      batch('Kelbury is now outstanding. The road network of Northshire requires improvement.'),
      { events: ['kelbury outstanding'] },
    ],
    [
      'of which it was a different story',
      batch(
        'Kelbury is now outstanding. Northshire is good too. It was a different story in Southshire, where services are inadequate.',
      ),
      { events: ['kelbury outstanding', 'northshire good', 'southshire inadequate'] },
    ],
    [
      'that climbs, though its name is a word',
      batch(
        'Northshire, Southshire and Kelbury are now outstanding. Reading climbs from the requires improvement it was given in 2023 to good.',
      ),
      {
        events: ['northshire outstanding', 'southshire outstanding', 'kelbury outstanding', 'reading good'],
        history: ['reading requires_improvement 2023'],
      },
    ],
    [
      'that the title left out',
      dated(
        'Top marks for Northshire as watchdog fails Southshire',
        'Ofsted rates children’s services in Northshire as outstanding in a report published today. Southshire is inadequate, it says. Ministers have sent in a team. Kelbury was ranked good.',
      ),
      { events: ['northshire outstanding', 'southshire inadequate', 'kelbury good'] },
    ],
    [
      'that the title left out, and of another year',
      dated(
        'Top marks for Northshire as watchdog fails Southshire',
        'Ofsted rates services in Northshire as outstanding. Southshire is inadequate, it says. Ministers have sent in a team. Kelbury was ranked good in 2019.',
      ),
      { events: ['northshire outstanding', 'southshire inadequate'], history: ['kelbury good 2019'] },
    ],
  ]));

describe('nobody’s', () =>
  says([
    [
      'one of the councils of which a line counts',
      batch('Two councils are outstanding but one is inadequate in all areas. Northshire was found to be outstanding.'),
      { events: ['northshire outstanding'] },
    ],
    [
      'that hardly anybody comes out with',
      riReport('Hardly anybody has come out of these with good, its leader said.'),
      { events: ['northshire requires_improvement'] },
    ],
    [
      'that so many have been given',
      riReport('Nationally, 12 have been rated good and none outstanding.'),
      { events: ['northshire requires_improvement'] },
    ],
    [
      'that an area is most often found to be',
      dated(
        'More councils judged good',
        'Over half of councils were good on 31 March, Ofsted statistics show. Leadership was the area most often found to be outstanding. Northshire is yet to be inspected.',
      ),
      { events: [] },
    ],
    [
      'in an analysis of all reports so far',
      dated(
        'Single inspections: what councils got',
        'Our analysis of the first six months of Ofsted’s inspections of children’s services.\n\nGood: Northshire, Southshire.\n\nInadequate: Kelbury.',
      ),
      { events: [] },
    ],
    [
      'on a page that offers work',
      dated(
        'Social work by the river',
        'Employer zone. What’s it like to work for a council that has gone from inadequate to good in four years? Northshire’s team told us. Ofsted said that leaders had done much.',
      ),
      { events: [] },
    ],
    [
      'that somebody says it will be',
      dated(
        'Still not good',
        'In 2016 Ofsted said that Northshire’s children’s services required improvement. In 2019 it said so again. Each leader says that we’ll be “good” by next year.',
      ),
      { events: [] },
    ],
    [
      'of a secondary in the borough',
      dated('Northshire secondary rated good by Ofsted', 'Good in all areas: that was the verdict this week.'),
      { events: [] },
    ],
    [
      'that came with the whole a year before a visit',
      dated(
        'Ofsted praise for support in Northshire',
        'Children in care in Northshire feel safe, Ofsted says after a focused visit. It comes a year after a full inspection which rated the council’s services good, with outstanding leadership.',
      ),
      { events: [] },
    ],
  ]));

describe('the whole', () =>
  says([
    [
      'which improves on what it had',
      dated(
        'Northshire sheds “requires improvement” tag',
        'Northshire has secured a good judgement, Ofsted inspectors have ruled. The overall judgement improves on the “requires improvement” rating that it got when it was last inspected.',
      ),
      { events: ['northshire good'], history: ['northshire requires_improvement'] },
    ],
    [
      'below a line that leads to the page',
      {
        ...dated(
          'Council responds',
          'Home > Press > Children\n\nOfsted inspectors praised the city’s social workers in a report which grades services as “requires improvement”.',
        ),
        publisher: 'Northshire County Council',
      },
      { events: ['northshire requires_improvement'] },
    ],
    [
      'and not of a home that a line is about',
      dated('Home in Northshire', 'Home for boys in Northshire judged inadequate by Ofsted, which came in May.'),
      { events: [] },
    ],
    [
      'not told where two more parts came to the same conclusion',
      riReport(
        'In 2022 all was well. Leadership was good, inspectors said, and reached the same verdict about adoption.',
      ),
      { areas: ['leaders good', 'adoption good'] },
    ],
  ]));
