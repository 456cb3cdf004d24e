/** Areas reached through more words than a list has: who left it, here too, three of the strands, that is given to. */
import { describe } from 'vitest';
import { dated, riReport, says } from './support.ts';

describe('areas', () =>
  says([
    [
      'of those who have left it',
      riReport('Children in care, and those who’ve left it, get a service that is inadequate.'),
      { areas: ['children_in_care inadequate', 'care_leavers inadequate'] },
    ],
    [
      'better served, but here too',
      riReport('Care leavers were better served, but here too the council requires improvement.'),
      { areas: ['care_leavers requires_improvement'] },
    ],
    [
      'and not what is found here',
      riReport('Care leavers live well, and inspectors who came here said that leadership requires improvement.'),
      { areas: ['leaders requires_improvement'] },
    ],
    [
      'counted after the whole',
      riReport(
        'In 2019 it was good. Services are inadequate overall, Ofsted says, as are three of the individual strands: care leavers; leadership; and help and protection.',
      ),
      { areas: ['care_leavers inadequate', 'help_and_protection inadequate', 'leaders inadequate'] },
    ],
    [
      'and support that is given to them',
      riReport('Leadership was outstanding, as was the support that’s given to care leavers.'),
      { areas: ['leaders outstanding', 'care_leavers outstanding'] },
    ],
    [
      'of which there was better news',
      riReport('There was better news about adoption, judged to be good.'),
      { areas: ['adoption good'] },
    ],
    [
      'with the top mark of that name',
      riReport('Leadership had the top mark of outstanding, and so did help and protection.'),
      { areas: ['leaders outstanding', 'help_and_protection outstanding'] },
    ],
    [
      'of which just the same was said',
      riReport('Inspectors thought that help and protection was good, and said just the same of children in care.'),
      { areas: ['help_and_protection good', 'children_in_care good'] },
    ],
    [
      'in the half of a report that deals with them',
      {
        ...dated(
          'Northshire: safeguarding outstanding',
          'The way that Northshire safeguards children is outstanding, Ofsted says. The second half of the report deals with youngsters who are looked after. Here the verdict was good.',
        ),
        published: '2012-03-14',
      },
      { areas: ['safeguarding outstanding', 'looked_after_children good'] },
    ],
  ]));
