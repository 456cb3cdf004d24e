/** Councils counted with a grade and named after it, in lists of whom the last says "as is", and of the one that goes on as it was. */
import { describe } from 'vitest';
import { dated, says } from './support.ts';

const NEWS = 'Ofsted has published several reports on children’s services today.';
const many = (text: string) => dated('Ofsted reports on several councils', `${NEWS} It had held them back. ${text}`);

describe('counted, then named', () =>
  says([
    [
      'in the sentences that follow, each with other words for it',
      many(
        'Two counties and three towns were visited. Two county councils won an “outstanding”. Northshire reached it from good in 2019, while in Southshire inspectors liked the leadership. Kelbury was judged to be inadequate.',
      ),
      { events: ['northshire outstanding', 'southshire outstanding', 'kelbury inadequate'] },
    ],
    [
      'as two others, one in each sentence',
      many(
        'Kelbury has been rated outstanding. Two other councils were told that they are good overall. For Northshire Council that is a step up. Southshire had waited for longer.',
      ),
      { events: ['kelbury outstanding', 'northshire good', 'southshire good'] },
    ],
    [
      'where more are named than counted, nobody',
      many(
        'Kelbury has been rated outstanding. Two councils were told that they are good. Northshire’s turn comes in May. Southshire’s and Brackenshire’s come in June.',
      ),
      { events: ['kelbury outstanding'] },
    ],
    [
      'where one of them has another grade, nobody by that',
      many(
        'Kelbury has been rated outstanding. Two councils were told that they are good. Northshire was rated inadequate. Southshire is to hear soon.',
      ),
      { events: ['kelbury outstanding', 'northshire inadequate'] },
    ],
    [
      'as one of a few that have it, nobody besides',
      dated(
        'Praise for Northshire',
        'Ofsted says that safeguarding in Northshire is good and that services for looked-after children are adequate. Only a handful of councils anywhere have been given “outstanding” in this, its leader said.',
      ),
      { areas: ['safeguarding good', 'looked_after_children adequate'] },
    ],
    [
      'the third of them, which requires improvement',
      many('Northshire and Southshire have been judged good. The third, the borough of Kelbury, requires improvement.'),
      { events: ['northshire good', 'southshire good', 'kelbury requires_improvement'] },
    ],
  ]));

describe('said of one and of the next', () =>
  says([
    [
      'that has it now',
      many('Northshire Council was good in 2022 and is now outstanding, as is Southshire.'),
      { events: ['northshire outstanding', 'southshire outstanding'], history: ['northshire good 2022'] },
    ],
    [
      'that goes on as it was',
      many('Northshire has been rated outstanding. Southshire was good in 2022 and stays so.'),
      { events: ['northshire outstanding', 'southshire good'], history: ['southshire good 2022'] },
    ],
    [
      'that still does',
      many('Northshire has been rated good. Southshire was found to require improvement in 2019 and it still does.'),
      { events: ['northshire good', 'southshire requires_improvement'] },
    ],
    [
      'that stays open',
      many('Northshire has been rated outstanding. Southshire was good in 2022, and its office stays open.'),
      { events: ['northshire outstanding'], history: ['southshire good 2022'] },
    ],
    [
      'whose report came out on the same day',
      dated(
        'Northshire’s children’s services rated inadequate',
        'Ofsted has rated Northshire’s children’s services inadequate. Files were shut too early. Visits were late. It is not alone. Southshire, whose report was released on the same day, has been told that its services require improvement overall.',
      ),
      { events: ['northshire inadequate', 'southshire requires_improvement'] },
    ],
    [
      'whose report came out before',
      dated(
        'Northshire’s children’s services rated inadequate',
        'Ofsted has rated Northshire’s children’s services inadequate. Files were shut too early. Visits were late. It is not alone. Southshire, whose report was released in spring, has been told that its services require improvement overall.',
      ),
      { events: ['northshire inadequate'] },
    ],
  ]));

describe('reached again', () =>
  says([
    [
      'in a return that came to the same conclusion',
      dated(
        'Ofsted: Northshire still failing',
        'Inspectors from Ofsted first said that services were inadequate in 2020. Their new report arrived at the same conclusion.',
      ),
      { events: ['northshire inadequate'], history: ['northshire inadequate 2020'] },
    ],
  ]));
