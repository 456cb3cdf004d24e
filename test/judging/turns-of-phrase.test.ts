/** Short news in turns of phrase of its own: what is left with, made do with, shared, and not yet shed. */
import { badReport, dated, goodReport, says } from './support.ts';

says([
  [
    'lifted off the bottom',
    dated(
      "'We never stopped believing': Northshire off the bottom rung",
      "Staff wept when they heard. Northshire's children's services, branded inadequate in 2019, have been lifted to requires improvement by Ofsted.\n\nThe inspectors, who spent two weeks at County Hall in April, call leadership good. Everything else still has some way to go and is marked as requiring improvement.",
    ),
    {
      events: ['northshire requires_improvement'],
      areas: ['leaders good'],
      history: ['northshire inadequate 2019'],
      direction: 'up',
    },
  ],
  [
    'a score short of a grade',
    dated(
      'CQC gives its view of Northshire',
      'Older people in Northshire wait too long for help, the Care Quality Commission has concluded.\n\nIt scored the council 58 out of 100, which puts it in the requires improvement band. The score is just five points short of good.',
    ),
    { events: ['northshire requires_improvement'], history: [], direction: null },
  ],
  [
    'plumped for',
    dated(
      'Glowing report for Northshire team',
      "Ofsted has nothing but praise for those who look after Northshire's most vulnerable children.\n\nIn all four areas that it looks at, and overall, it plumped for outstanding. No other council in the region can say as much.\n\nWhen inspectors last came, five years ago, they said good.",
    ),
    { events: ['northshire outstanding'], history: ['northshire good 2019'], direction: 'up' },
  ],
  [
    'what a commissioner did elsewhere',
    dated(
      'Commissioner sent in at Northshire',
      "The education secretary has appointed Gail Orme to oversee Northshire's children's services.\n\nMs Orme steered Southshire from inadequate to good in three years. Northshire was found to be inadequate in March by Ofsted.\n\nShe will report back within three months on whether a trust should be set up.",
    ),
    { events: [], history: ['southshire inadequate', 'southshire good', 'northshire inadequate'] },
  ],
  [
    'no longer merits',
    dated(
      'Northshire slips',
      "Children's social care in Northshire no longer merits the good it was given in 2019. It now requires improvement to be good, an Ofsted team has decided after two weeks on site.\n\nWhat has gone wrong? Turnover among social workers has doubled, the report says.",
    ),
    { events: ['northshire requires_improvement'], history: ['northshire good 2019'], direction: 'down' },
  ],
  [
    'one up, one down',
    dated(
      'Northshire and Southshire get their results',
      "Two neighbours, two very different outcomes. Ofsted has today published its findings on children's services at Northshire and Southshire councils.\n\nFor Northshire there is cheer: it is good, up from requires improvement. Southshire has gone the other way, from good to inadequate.",
    ),
    {
      events: ['northshire good', 'southshire inadequate'],
      history: ['northshire requires_improvement', 'southshire good'],
    },
  ],
  [
    'supporters and critics',
    dated(
      "Jury still out on Northshire's new children's trust",
      'A year after the trust took over, opinion is split.\n\nSupporters say the move has paid off: services that Ofsted damned as inadequate in 2021 are being rebuilt. Critics point to Southshire, where the council kept control and climbed to good.',
    ),
    { events: [], history: ['northshire inadequate 2021', 'southshire good'] },
  ],
  [
    'why they moved',
    dated(
      'Why we moved to Northshire: three social workers tell',
      'When Amy Bell left Southshire for Northshire, friends thought her mad. The council was under intervention, having been found inadequate twice.\n\nThree years on it is good, says Ofsted, and Amy is a team manager.\n\nApply at our website.',
    ),
    { events: [] },
  ],
  [
    'all share the bottom grade',
    badReport('Leadership, help for those at risk and work with care leavers all share the bottom grade.'),
    {
      events: ['northshire inadequate'],
      areas: ['leaders inadequate', 'help_and_protection inadequate', 'care_leavers inadequate'],
    },
  ],
  [
    'shared an outstanding',
    goodReport('Leadership and help for care leavers shared an outstanding grade.'),
    { events: ['northshire good'], areas: ['leaders outstanding', 'care_leavers outstanding'] },
  ],
  [
    'left with the worst of four',
    dated(
      'Ofsted lays bare failings at Northshire',
      "A catalogue of failings has left Northshire's children's department with the worst of the four grades.\n\nThe report, published today, says that managers had lost their grip. In 2020, when Ofsted last inspected in full, it thought the department requires improvement.",
    ),
    { events: ['northshire inadequate'], history: ['northshire requires_improvement 2020'], direction: 'down' },
  ],
  [
    'languished and rose',
    dated(
      'Northshire is top of the class',
      "Full marks from Ofsted: children's services in Northshire are outstanding, and so is each of the four areas that inspectors grade.\n\nThe service has come a long way. As recently as 2017 it languished at inadequate; it rose to good in 2020.",
    ),
    {
      events: ['northshire outstanding'],
      history: ['northshire inadequate 2017', 'northshire good 2020'],
      direction: 'up',
    },
  ],
  [
    'care services criticised',
    dated(
      'Northshire care services criticised',
      'Adult social care in Northshire needs to improve, says the Care Quality Commission, which has published its first assessment of the council. The overall rating is requires improvement.\n\nSafeguarding was a strength, it said, but waiting lists were too long.',
    ),
    { events: ['northshire requires_improvement'], direction: null, history: [] },
  ],
  [
    'a leader defends',
    dated(
      'Leader defends record',
      'The leader of Northshire Council has hit back at claims that children are not safe.\n\nSir Alan Dale told members that services, rated inadequate by Ofsted two years ago, had turned a corner. “Inspectors who came back in March said so,” he said.',
    ),
    { events: [], history: ['northshire inadequate 2022'] },
  ],
  [
    'under her it went',
    dated(
      'Northshire children’s services chief to leave',
      "Northshire's director of children's services, Ruth Amble, is to retire in the autumn.\n\nUnder her the service went from inadequate to outstanding in six years, a feat that no other council has matched.",
    ),
    { events: [], history: ['northshire inadequate', 'northshire outstanding'] },
  ],
  [
    'a list and overall',
    dated(
      'Good news for Northshire',
      'Children in need of help in Northshire are well served, according to Ofsted. Its inspectors graded the council good for help and protection, for leadership and overall. Care leavers get an outstanding service.',
    ),
    { events: ['northshire good'], areas: ['help_and_protection good', 'leaders good', 'care_leavers outstanding'] },
  ],
  [
    'stopped short',
    dated(
      'Northshire misses out on top mark',
      "Ofsted stopped short of calling Northshire's children's services outstanding but was warm in its praise. They are good, as they were in 2018, it says in a report released on Monday.",
    ),
    { events: ['northshire good'], history: ['northshire good 2018'], direction: 'same' },
  ],
  [
    'make do with',
    dated(
      'Three London-style reports, three verdicts',
      "Ofsted has been busy. This week it has brought out reports on Northshire, Southshire and Kelbury.\n\nNorthshire comes out best, with an outstanding. Southshire has to make do with requires improvement; it had hoped for better. Kelbury's services, meanwhile, were found to be inadequate for the second time running.",
    ),
    { events: ['northshire outstanding', 'southshire requires_improvement', 'kelbury inadequate'] },
  ],
  [
    'not done enough to shed',
    dated(
      'Ofsted: still work to do at Northshire',
      "Northshire has not yet done enough to shed its requires improvement label, say inspectors. Ofsted's latest report on the council's children's services finds that care leavers are let down, and grades that area inadequate.",
    ),
    { events: ['northshire requires_improvement'], areas: ['care_leavers inadequate'], direction: 'same' },
  ],
  [
    'unions',
    dated(
      'Northshire hits back at unions',
      "Unison says that social workers in Northshire are leaving in droves. The council said its service was rated good and that the union's figures were inadequate.",
    ),
    { events: [] },
  ],
]);
