/** Grades in news of councils that are of something else: a home, a team, a job, a share of many, the scale, a helper. */
import { describe } from 'vitest';
import { dated, says } from './support.ts';

describe('a home', () =>
  says([
    [
      'in a town for children with disabilities',
      dated(
        'Concern',
        'A home in the west of Kelbury for children with disabilities has been rated inadequate by Ofsted.',
      ),
      { events: [] },
    ],
    [
      'that the council runs',
      dated(
        'Hat-trick',
        'A council-run home in Northshire for teenagers with autism has been judged outstanding by Ofsted for the third time.',
      ),
      { events: [] },
    ],
    [
      'that every child deserves is none',
      dated(
        'Northshire news',
        'Every child deserves a home in Northshire for life. Ofsted has rated Northshire Council’s services for children good.',
      ),
      { events: ['northshire good'] },
    ],
    [
      'and a team of the council’s are judged alone',
      dated(
        'Council’s home care team keeps ‘good’ rating',
        'A Northshire Council service that helps disabled adults to live on their own has again been rated good by the Care Quality Commission.\n\nIt has nine staff. It was good in all five categories: safe, effective, caring, responsive and well-led.',
      ),
      { events: [] },
    ],
  ]));

describe('a page that offers work', () =>
  says([
    [
      'is called by the job',
      dated(
        'Team Manager – Looked After Children',
        'Northshire Council\n\nOfsted has rated us as good and we want to get better. Caseloads are low.',
      ),
      { events: [] },
    ],
    [
      'or by the work and the place',
      dated(
        'Social work in Northshire',
        'Ofsted has rated our children’s services outstanding. You will hold a small caseload.',
      ),
      { events: [] },
    ],
    [
      'is none where the title goes on to a verdict',
      dated(
        'Social workers praised as Northshire is rated good by Ofsted',
        'Ofsted has rated Northshire Council’s children’s services good.',
      ),
      { events: ['northshire good'] },
    ],
    [
      'tells of parts with the whole, as they were then',
      dated(
        'Northshire needs you',
        'Join our teams.\n\nAn Ofsted inspection in 2022 concluded that we require improvement to be good, and that our services for care leavers are good already. Northshire Council',
      ),
      { events: [] },
    ],
    [
      'is not every page that asks readers to join in',
      dated(
        'Watchdog on Northshire',
        'CQC has awarded a rating of good to Northshire Council for its adult social care.\n\nEvents\n\nJoin us in November for our conference.',
      ),
      { events: ['northshire good'] },
    ],
  ]));

describe('many', () =>
  says([
    [
      'told in words by the hundred',
      dated(
        'Care figures',
        'Seventy-nine per cent of adult social care services in Northshire are good, the CQC says.',
      ),
      { events: [] },
    ],
    [
      'of those inspected since',
      dated(
        'One in four',
        'A quarter of the local authorities in England that have been inspected since 2019 are inadequate, Ofsted says. Northshire is not among them.',
      ),
      { events: [] },
    ],
    [
      'that are put on a scale',
      dated(
        'How safe are our children?',
        'Ofsted ranks each council from inadequate to outstanding. Northshire waits for its turn with its children’s services.',
      ),
      { events: [] },
    ],
    [
      'with one of four ratings',
      dated(
        'Guide to the CQC',
        'The CQC gives each council one of four ratings from outstanding to inadequate. Northshire’s adult social care has not been assessed yet.',
      ),
      { events: [] },
    ],
    [
      'of which all have it',
      dated(
        'Ofsted inspectors confirm good rating for Northshire',
        'Five judgements were made of the council’s children’s services and all are good.',
      ),
      { events: ['northshire good'] },
    ],
  ]));

describe('others', () =>
  says([
    [
      'whose own services are told of in the next sentence',
      dated(
        'Trust to run Northshire’s children’s services',
        'Ministers are to set up a trust in Northshire.\n\nSouthshire, the commissioner says, could help until then. Its own children’s services were rated outstanding this year by Ofsted.',
      ),
      { events: [], history: ['southshire outstanding'] },
    ],
    [
      'who send a team',
      dated(
        'Trust to run Northshire’s children’s services',
        'Ministers are to set up a trust in Northshire after Ofsted found its services inadequate in May 2022.\n\nA team from Southshire Council will help. Its children’s services were judged good in 2021.',
      ),
      { events: [], history: ['northshire inadequate 2022', 'southshire good 2021'] },
    ],
    [
      'called by the county that they lie in',
      dated(
        'Kent unitary is inadequate, says Ofsted',
        'Medway has been found inadequate by Ofsted for its children’s services.',
      ),
      { events: ['medway inadequate'] },
    ],
    [
      'that lie in a county',
      dated(
        'Ofsted reports',
        'Kelbury council in Northshire fell from good to inadequate, Ofsted said of its children’s services today.',
      ),
      { events: ['kelbury inadequate'], history: ['kelbury good'] },
    ],
    [
      'that a minister steps in at',
      dated(
        'Minister steps in over children’s services in Northshire',
        'A commissioner will lead them for a year. In March Ofsted judged the services to be inadequate.',
      ),
      { events: [] },
    ],
    [
      'that are visited a sixth time',
      dated(
        'Services slowly improving, says watchdog',
        'A sixth visit by Ofsted to Northshire Council has found that things are getting better. The council was rated inadequate in August 2022.',
      ),
      { events: [] },
    ],
    [
      'that are visited each quarter',
      dated(
        'Services still fragile',
        'It was the second quarterly visit since January, when Northshire Council got the most damning verdict that Ofsted has given it: inadequate.',
      ),
      { events: [] },
    ],
    [
      'that play football under half a name',
      dated(
        'Win for Notts County',
        'Notts County were good for their win, and children got in free. Ofsted was not there.',
      ),
      { events: [] },
    ],
    [
      'that go by half a name',
      dated(
        'Bucks stays at the bottom',
        'Bucks has again been rated inadequate by Ofsted for its children’s services.',
      ),
      { events: ['buckinghamshire inadequate'] },
    ],
  ]));
