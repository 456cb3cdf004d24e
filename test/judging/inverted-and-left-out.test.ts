/** Grades that come before the name, names whose services are left out, and whom a neighbour's clause is of. */
import { describe } from 'vitest';
import { dated, NO_HISTORY, says } from './support.ts';

const two = (text: string) =>
  dated('Two reports from Ofsted', `Ofsted has inspected children's services in Northshire and Reading. ${text}`);
const round = (text: string) =>
  dated(
    'CQC publishes two more council assessments',
    `Two councils have been rated by the Care Quality Commission (CQC) for adult social care. ${text}`,
  );

describe('the grade first, then whose it is', () => {
  says([
    [
      'also good is',
      round('Northshire Council was rated good with a score of 70. Also good is Kelbury Council (score: 74).'),
      { events: ['northshire good', 'kelbury good'] },
    ],
    [
      'likewise outstanding is',
      round('Northshire Council was rated outstanding. Likewise outstanding is Kelbury, where leaders were praised.'),
      { events: ['northshire outstanding', 'kelbury outstanding'] },
    ],
    [
      'news of something else',
      round('Northshire Council was rated outstanding. Also good is the news that Kelbury is to open a home.'),
      { events: ['northshire outstanding'], ...NO_HISTORY },
    ],
  ]);
});

describe('what is left out', () => {
  says([
    [
      'the services, of a name that is a word',
      two("Northshire's services have been found outstanding. Reading's are good."),
      { events: ['northshire outstanding', 'reading good'] },
    ],
    [
      'no council, but a word',
      two("Northshire's services have been found outstanding. Reading's good for you."),
      { events: ['northshire outstanding'] },
    ],
    [
      'the grade: so it was in another',
      dated(
        'Ofsted publishes its reports',
        "Ofsted has published reports on councils' services for children. In Northshire the service was inadequate, and so it was in Southshire.",
      ),
      { events: ['northshire inadequate', 'southshire inadequate'] },
    ],
  ]);
});

describe('a council with another word for council behind its whole name', () => {
  says([
    [
      'in a clause of a neighbour',
      dated(
        'Ofsted verdicts for two councils',
        "Northshire CC has been upgraded to good for its children's services, while nearby Stockton-on-Tees BC has received a rating of requires improvement.",
      ),
      { events: ['northshire good', 'stockton-on-tees requires_improvement'] },
    ],
  ]);
});

describe('whose services those who came speak of', () => {
  says([
    [
      'where inspectors came to, and not those compared with it',
      dated(
        'A decade of cuts',
        'Last year Ofsted came to Northshire and said that our services for children require improvement. Why is it the same in Kelbury, in Southshire?',
      ),
      { events: [], history: ['northshire requires_improvement'] },
    ],
    [
      'not where a director came to',
      dated(
        'Ofsted inspects Northshire',
        "Ofsted has judged children's services good. Their director came to Northshire from Kelbury.",
      ),
      { events: ['northshire good'], ...NO_HISTORY },
    ],
  ]);
});

describe('what those who run the services were told', () => {
  const failings = (quote: string) =>
    dated(
      'Northshire apologises after report',
      `Ofsted has exposed failings in children's services in Northshire, in a report published today. ${quote}`,
    );
  says([
    [
      'being told it hurts',
      failings('“Being told that you are inadequate is painful,” said the leader.'),
      { events: ['northshire inadequate'] },
    ],
    [
      'to be told it is hard',
      failings('“To be told that we require improvement is hard to take,” said the leader.'),
      { events: ['northshire requires_improvement'] },
    ],
    [
      'of any council',
      dated(
        'Northshire gets ready',
        "Ofsted will be back at children's services in Northshire in May. “Being told you are inadequate is painful for any council,” said the leader.",
      ),
      { events: [], ...NO_HISTORY },
    ],
    [
      'dreaded',
      dated(
        'Northshire gets ready',
        "Ofsted will be back at children's services in Northshire in May. “Being told you are inadequate is what directors dread,” said the leader.",
      ),
      { events: [], ...NO_HISTORY },
    ],
  ]);
});
