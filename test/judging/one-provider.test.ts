/** Articles on one provider whose title names none, and grades that people who are no inspectors hand out. */
import { describe } from 'vitest';
import { dated, goodReport, NO_HISTORY, says, visitReport } from './support.ts';

describe('a provider opens the sentence, and the council stands in what tells more of it', () => {
  says([
    [
      'where she worked before',
      dated(
        'Kelbury nanny over the moon with Ofsted visit',
        "A childminder who used to work for the council's children's services has been judged outstanding by Ofsted. She left Northshire Council in 2016.",
      ),
      { events: [], ...NO_HISTORY },
    ],
    [
      'who set it up',
      dated(
        'Praise for a small team',
        "A nursery set up by a former head of children's services at Northshire Council has been rated outstanding by Ofsted.",
      ),
      { events: [], ...NO_HISTORY },
    ],
    [
      'the services that they work with are another subject',
      dated(
        'Report out today',
        "Schools that work with Northshire's children's services were pleased: those services have been rated good by Ofsted.",
      ),
      { events: ['northshire good'] },
    ],
    [
      'services that a council runs are its own',
      dated(
        'Regulator on care for adults',
        'Adult care services run by Northshire Council are good, the CQC has ruled.',
      ),
      { events: ['northshire good'] },
    ],
  ]);
});

describe('others who are no council', () => {
  says([
    [
      'a person who once worked with one',
      dated(
        'Pride in Marle',
        "A foster carer who once sat on Northshire Council's children's services panel has been called outstanding by Ofsted's chief inspector.",
      ),
      { events: [], ...NO_HISTORY },
    ],
    [
      'a unit run by one',
      dated(
        'Good news for Oak Lodge',
        "Oak Lodge, a respite unit for disabled children run by Northshire Council's children's services, has been given an outstanding rating by Ofsted.",
      ),
      { events: [], ...NO_HISTORY },
    ],
    [
      'a scheme that is part of a service',
      dated(
        'Shared Lives gets top marks',
        "Northshire Council's Shared Lives scheme, part of its adult social care, has been rated outstanding by the CQC.",
      ),
      { events: [], ...NO_HISTORY },
    ],
    [
      'a council that is part of a larger one',
      dated(
        'Ofsted on Northshire',
        "Northshire Council, part of a group of six, has had its children's services rated good by Ofsted.",
      ),
      { events: ['northshire good'] },
    ],
  ]);
});

describe('the text, and not the title, shows that it is about one provider', () => {
  says([
    [
      'run by the council',
      dated(
        'Good result for Larch Court',
        'A council-run centre for people leaving hospital has been rated good by the CQC. It belongs to Northshire Council. Inspectors rated it outstanding for kindness. Last time it was requires improvement.',
      ),
      { events: [], ...NO_HISTORY },
    ],
    [
      'a manager who is registered',
      dated(
        'Outstanding for the Willows',
        "The Willows, which belongs to Northshire Council's adult social care, has been rated outstanding by the CQC. It has 30 beds. Registered manager Jo Hart was thrilled.",
      ),
      { events: [], ...NO_HISTORY },
    ],
    [
      'the questions that are asked of homes alone',
      dated(
        'Good result for the Elms',
        'A place run by Northshire Council where people recover after an operation has been rated good by the Care Quality Commission. The watchdog rated it outstanding for being caring and good for being safe, effective and responsive.',
      ),
      { events: [], ...NO_HISTORY },
    ],
    [
      'a council whose staff are caring',
      dated(
        'CQC report is out',
        "The Care Quality Commission has rated Northshire Council's adult social care good. Inspectors found staff caring and services safe.",
      ),
      { events: ['northshire good'] },
    ],
  ]);
});

describe('the word of those who are no inspectors', () => {
  says([
    [
      'told to an inspector',
      dated(
        'Northshire told to write plan for special needs',
        'Ofsted and the CQC found widespread failings in services for children with special educational needs in Northshire. Help for deaf children was "outstanding", a father from Marle told the inspectors.',
      ),
      { events: [], ...NO_HISTORY },
    ],
    [
      'before what they say',
      visitReport("One grandmother told inspectors that the children's services were inadequate."),
      { events: [], ...NO_HISTORY },
    ],
    [
      'what inspectors tell the council',
      dated(
        'Ofsted on Northshire',
        'Children\'s services in Northshire are "outstanding", the inspectors told the council. A mother from Kelbury said that she was pleased.',
      ),
      { events: ['northshire outstanding'] },
    ],
    [
      'a poll of parents',
      dated(
        'Parents have their say',
        "Parents have rated Northshire's children's services inadequate in a poll by a charity, a week before Ofsted is due.",
      ),
      { events: [], ...NO_HISTORY },
    ],
    [
      'told to voters',
      goodReport('"For years the council was telling residents that everything was outstanding," said an opponent.'),
      { events: ['northshire good'], ...NO_HISTORY },
    ],
  ]);
});
