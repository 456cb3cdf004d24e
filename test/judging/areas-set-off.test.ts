/** Areas that are told apart from the whole, or with it, in few words. */
import { describe } from 'vitest';
import { badReport, dated, goodReport, riReport, says } from './support.ts';

describe('areas set off', () => {
  says([
    [
      'singled out, then called good',
      badReport('Fostering was the exception. Inspectors called it good.'),
      { areas: ['fostering good'] },
    ],
    [
      'singled out, and somebody else described',
      badReport('Adoption was the only bright spot. Ofsted described the director as good company.'),
      { areas: [] },
    ],
    [
      'was, too',
      goodReport('Leadership was outstanding. Adoption was, too.'),
      { areas: ['leaders outstanding', 'adoption outstanding'] },
    ],
    [
      'was slow, too',
      goodReport('Leadership was outstanding. Adoption was slow, too.'),
      { areas: ['leaders outstanding'] },
    ],
    [
      'no higher than the whole',
      dated(
        'Ofsted on Northshire',
        'Northshire\'s children\'s services still require improvement, Ofsted says. Care leavers were its best card, with a "good" to themselves, while leadership and help and protection were no higher than the overall rating.',
      ),
      {
        areas: ['care_leavers good', 'leaders requires_improvement', 'help_and_protection requires_improvement'],
      },
    ],
    [
      'are given help that is called so',
      goodReport('Care leavers get "outstanding" support, while help and protection was found to be good.'),
      { areas: ['care_leavers outstanding', 'help_and_protection good'] },
    ],
    [
      'theirs is a judgement of its own',
      riReport(
        "There is now a judgement of its own for care leavers. They got a 'good', whereas leadership was inadequate.",
      ),
      { areas: ['care_leavers good', 'leaders inadequate'] },
    ],
    [
      'theirs is the news of others',
      riReport(
        'There is now a judgement of its own for care leavers. They were told by Northshire that its homes were good.',
      ),
      { areas: [] },
    ],
    [
      'handed out overall, and to areas',
      dated(
        'Ofsted savages Northshire',
        "Ofsted's report on Northshire's children's services is grim. The lowest grade of inadequate was handed out overall, to help and protection, and to leadership.",
      ),
      { events: ['northshire inadequate'], areas: ['help_and_protection inadequate', 'leaders inadequate'] },
    ],
    [
      'here the county, as it does with others',
      badReport(
        'Children in care do slightly better, the inspectors say: here the county "requires improvement", as it does with care leavers.',
      ),
      { areas: ['children_in_care requires_improvement', 'care_leavers requires_improvement'] },
    ],
    [
      'are given help, and nobody grades it',
      goodReport('Children in care receive outstanding support from their carers, who meet weekly.'),
      { areas: [] },
    ],
  ]);
});
