import { describe } from 'vitest';
import { dated, NO_HISTORY, says } from './support.ts';

describe('when it was given, and to whom', () => {
  says([
    [
      'after an assessment last winter',
      dated(
        'CQC on Northshire',
        'Following interviews with carers last winter, the Care Quality Commission has given Northshire Council’s adult social care its highest rating.',
      ),
      { events: ['northshire outstanding'], ...NO_HISTORY, direction: null },
    ],
    [
      'a grade of last winter',
      dated(
        'Northshire opens a day room',
        'Last winter the Care Quality Commission gave Northshire Council’s adult social care a good rating.',
      ),
      { events: [], history: ['northshire good'] },
    ],
    [
      'other than was expected',
      dated(
        'Ofsted reports on councils’ children’s services',
        'Kelbury was rated good. Southshire, which officials had expected to be outstanding, was inadequate instead.',
      ),
      { events: ['kelbury good', 'southshire inadequate'] },
    ],
    [
      'no council of the region',
      dated(
        'Ofsted reports on councils’ children’s services',
        'Northshire was rated good. No council in the region was inadequate overall.',
      ),
      { events: ['northshire good'] },
    ],
    [
      'anywhere but a council',
      dated(
        'Northshire fails Ofsted inspection',
        'Northshire Council’s children’s services have been condemned as inadequate by Ofsted. It has more children in care than anywhere but Kent. Adoption was rated as requires improvement.',
      ),
      { events: ['northshire inadequate'], areas: ['adoption requires_improvement'] },
    ],
    [
      'the bottom overall rating',
      dated('Northshire', 'Ofsted has given Northshire Council’s children’s department the bottom overall rating.'),
      { events: ['northshire inadequate'] },
    ],
    [
      'a neighbour that was inspected in a year',
      dated(
        'Northshire’s children’s services inadequate, says Ofsted',
        'The report came out today. Neighbouring Southshire, inspected in 2019, is good.',
      ),
      { events: ['northshire inadequate'], history: ['southshire good 2019'] },
    ],
    [
      'a count of two and one',
      dated(
        'CQC: two more councils rated good',
        'Two councils have been rated good and one as requires improvement for adult social care by the Care Quality Commission. Northshire and Southshire were judged good. Kelbury requires improvement.',
      ),
      { events: ['kelbury requires_improvement', 'northshire good', 'southshire good'] },
    ],
    [
      'who is among those of a grade',
      dated(
        'One in four councils failing, figures show',
        'Of 113 children’s services departments that Ofsted inspected, 28 are in the bottom category. Among the inadequate are Northshire and Southshire.',
      ),
      { events: [], history: ['northshire inadequate', 'southshire inadequate'] },
    ],
  ]);
});
