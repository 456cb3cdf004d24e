/** News of councils at large, lists with words about words beside them, and grades said to be of "its own". */
import { describe } from 'vitest';
import { dated, goodReport, NO_HISTORY, says } from './support.ts';

describe('a share of councils', () => {
  says([
    [
      'in the title: what is told of some is known',
      dated(
        'A third of authorities are letting children down, inspectors warn',
        'Ofsted said on Monday that a third of the 60 departments it has seen since 2014 were inadequate. Only one, Northshire, is outstanding. Southshire is good.',
      ),
      { events: [], history: ['northshire outstanding', 'southshire good'] },
    ],
    [
      'a share of the reports of a day',
      dated(
        "A quarter of the day's reports are bad news",
        "Ofsted has published four reports on children's services today. Northshire was rated inadequate. Southshire, Kelbury and Wading were rated good.",
      ),
      { events: ['northshire inadequate', 'southshire good', 'kelbury good', 'wading good'] },
    ],
    [
      'a count of those seen so far',
      dated(
        "Watchdog: care of children at risk 'patchy'",
        'Of 102 authorities seen since 2013, Ofsted has placed 24 in its lowest category. Northshire and Kelbury are inadequate.',
      ),
      { events: [], history: ['northshire inadequate', 'kelbury inadequate'] },
    ],
    [
      'among those that are',
      dated(
        "Nearly half of England's councils fail vulnerable children",
        "Ofsted's yearly review is out. Northshire is among those that are inadequate, and Southshire is outstanding.",
      ),
      { events: [], history: ['northshire inadequate', 'southshire outstanding'] },
    ],
    [
      'a number of other things',
      dated(
        'Ofsted on Northshire',
        "Northshire's children's services have got better in a number of ways, yet they are inadequate, Ofsted says today.",
      ),
      { events: ['northshire inadequate'] },
    ],
  ]);
});

describe('words about the words of the scale, beside a list', () => {
  says([
    [
      'an old grade done away with, and what people read',
      dated(
        "Ofsted's new grades",
        'Ofsted has published its first three reports under the new framework, which did away with the old "adequate" rating.\n\nNorthshire – Good\nSouthshire – Inadequate\nKelbury – Requires improvement\n\n"Parents see \'inadequate\' and think the worst," said a professor who knows Kelbury.',
      ),
      { events: ['northshire good', 'southshire inadequate', 'kelbury requires_improvement'] },
    ],
    [
      'who comes away with one has it',
      dated(
        'Ofsted on Northshire',
        "Northshire came away with an outstanding rating when Ofsted looked at its children's services, says a report published today.",
      ),
      { events: ['northshire outstanding'] },
    ],
  ]);
});

describe('services of its own', () => {
  says([
    [
      'of the second council',
      dated(
        "Differing fortunes for Northshire's two councils",
        "Northshire Council's children's services are good, Ofsted says. A day later Southshire Council heard that its own are inadequate.",
      ),
      { events: ['northshire good', 'southshire inadequate'] },
    ],
    [
      'told the day before that they are',
      dated(
        'Mixed week for the old county',
        "Northshire Council has gone from requires improvement to good for its children's services, says Ofsted. Southshire Council was told the day before that its services are inadequate.",
      ),
      { events: ['northshire good', 'southshire inadequate'] },
    ],
    [
      'a canteen of its own',
      goodReport('Critics say that its own canteen is inadequate.'),
      { events: ['northshire good'], ...NO_HISTORY },
    ],
    [
      'governance that commissioners speak of',
      dated(
        'Commissioners see hope for Northshire',
        "Ministers' commissioners at Northshire say that its governance is no longer inadequate. Its children's services, which Ofsted found to be good last year, have been a bright spot.",
      ),
      { events: [], history: ['northshire good'] },
    ],
  ]);
});

describe('the first council to have had it', () => {
  says([
    [
      'is of before in an article on something else',
      dated(
        'Joint inspection in Northshire',
        'Ofsted, police and probation inspectors have been to Northshire for a joint targeted area inspection, which gives no rating. Northshire was the only council in the north to win two outstanding ratings from Ofsted in turn.',
      ),
      { events: [], history: ['northshire outstanding'] },
    ],
    [
      'held something else',
      dated('Fair', "Northshire was the first council to hold a good conference on children's services for Ofsted."),
      { events: [], ...NO_HISTORY },
    ],
  ]);
});
