/** Grades that are news by words that seldom give one: an answer to them, a move in passing, the same as then, areas alone. */
import { describe } from 'vitest';
import { dated, says } from './support.ts';

const NORTHSHIRE = 'Ofsted on Northshire';

describe('a grade told in passing that is the news', () =>
  says([
    [
      'having been lifted to it',
      dated(
        'Northshire leaves its troubles behind',
        'Northshire Council’s children’s services have shed their old label, having been promoted to good by Ofsted.',
      ),
      { events: ['northshire good'] },
    ],
    [
      'and not what it had been',
      dated(
        NORTHSHIRE,
        'Children’s services at Northshire Council are now good, Ofsted says, having been inadequate before.',
      ),
      { events: ['northshire good'], history: ['northshire inadequate'] },
    ],
    [
      'after being told, where the council disputes it',
      dated(
        'Northshire hits back at watchdog',
        'Northshire Council has taken issue with the Care Quality Commission after being told that its adult social care requires improvement. The rating was made public on Monday.',
      ),
      { events: ['northshire requires_improvement'] },
    ],
    [
      'and none after being told years ago, where somebody leaves',
      dated(
        'Director leaves Northshire',
        'The director of adult services left Northshire Council in January after being told in 2022 by the Care Quality Commission that services were inadequate.',
      ),
      { events: [] },
    ],
    [
      'told that the care it arranges is',
      dated(
        'Watchdog’s word on Northshire',
        'The county has learned that the help it arranges for older residents is good. Northshire Council had its Care Quality Commission rating on Monday.',
      ),
      { events: ['northshire good'] },
    ],
    [
      'what closes the sentence in which they found something',
      dated(
        'Children at risk in Northshire',
        'Ofsted inspectors said there were serious gaps in the services that are run by Northshire, which were rated inadequate.',
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'and none where somebody else speaks',
      dated(
        'Foster carers wanted',
        'The county wants more foster carers for children’s services in Northshire, which were rated inadequate.',
      ),
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'said of the council by those who judge, outstanding at what it does',
      dated(
        'Northshire at the top',
        'Ofsted inspectors have published a report which says that Northshire Council is outstanding at looking after children.',
      ),
      { events: ['northshire outstanding'] },
    ],
    [
      'and none in the words of the council itself',
      dated(
        'Northshire’s work with children',
        '“We are good at listening,” says the director of children’s services at Northshire Council. Ofsted comes next year.',
      ),
      { events: [] },
    ],
    [
      'each had it confirmed',
      dated(
        'Double for two councils',
        'Northshire and Southshire have each had an outstanding rating confirmed by Ofsted in inspections of children’s services published this week.',
      ),
      { events: ['northshire outstanding', 'southshire outstanding'] },
    ],
    [
      'decided, after an opening that names no grade',
      dated(
        'From worst to best for children in Northshire',
        'The council’s work with children is a model to others.\n\nIt was a long way back.\n\nOfsted inspectors, who came in May, have decided that it is outstanding.',
      ),
      { events: ['northshire outstanding'] },
    ],
    [
      'praised first, and then rated by those who came',
      dated(
        'Council in Northshire wins praise',
        'Northshire Council has been told that it treats its older people well.\n\nThe council is one of the first to go through the Care Quality Commission’s new assessment.\n\nInspectors came in May before they gave the council a rating of good. Their report was published today.',
      ),
      { events: ['northshire good'] },
    ],
  ]));

describe('a grade given once more', () =>
  says([
    [
      'has it again, is given it once more',
      dated(
        'No nearer to the top',
        'Two councils that have long been in trouble are no nearer to leaving it, Ofsted has found.\n\nNorthshire CC’s services for children, inadequate in 2018, have that rating again.\n\nKelbury, where the inadequate rating goes back to 2019, was given it once more.',
      ),
      {
        events: ['northshire inadequate', 'kelbury inadequate'],
        history: ['kelbury inadequate 2019', 'northshire inadequate 2018'],
      },
    ],
    [
      'who rated it so have done so again',
      dated(
        'Northshire’s services still inadequate',
        'The county has not got its children’s services off the bottom rung.\n\nOfsted, which rated them inadequate in 2020, has done so again.',
      ),
      { events: ['northshire inadequate'], direction: 'same' },
    ],
    [
      'left with the grade it was given then',
      dated(
        'Northshire’s children’s services still require improvement',
        'Northshire Council’s services for children require improvement to be good, a new Ofsted report has found, leaving the authority with the grade it was given in 2018.',
      ),
      { events: ['northshire requires_improvement'], direction: 'same' },
    ],
    [
      'and none where nothing new is told',
      dated(
        'Northshire’s new hub',
        'The council has opened a hub for families. In 2018 Ofsted rated Northshire’s children’s services inadequate, and the hub will not do so again, the leader joked.',
      ),
      { events: [] },
    ],
  ]));

describe('who judged', () =>
  says([
    [
      'is known from the areas that a report grades, though nobody is named',
      dated(
        'Council says sorry',
        'Northshire Council has said sorry to families after its children’s services were found to be inadequate.\n\nThe team of five gave these grades:\n\n– Leaders: inadequate\n– Help and protection: inadequate\n– Children in care: requires improvement\n– Overall: inadequate',
      ),
      {
        events: ['northshire inadequate'],
        areas: ['children_in_care requires_improvement', 'help_and_protection inadequate', 'leaders inadequate'],
      },
    ],
    [
      'is not known from one of them',
      dated(
        'Council says sorry',
        'Northshire Council has said sorry to families after help for care leavers was found to be inadequate by a panel of residents.',
      ),
      { events: [] },
    ],
    [
      'may be called the education and care watchdog',
      dated(
        'Northshire criticised',
        'Northshire Council has been told its children’s services are inadequate. The education and care watchdog visited in May and rated the council inadequate overall.',
      ),
      { events: ['northshire inadequate'] },
    ],
  ]));
