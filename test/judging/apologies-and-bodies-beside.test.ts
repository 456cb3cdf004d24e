/** Apologies and bodies told of beside a verdict, councils in news that counts none, and what a relative clause dates. */
import { describe } from 'vitest';
import { dated, type Row, says } from './support.ts';

const undated = (title: string, text: string) => ({ title, text, published: null });

describe('what is news, and what opens on something else', () => {
  says([
    [
      'an apology for the verdict',
      undated(
        'Northshire families at risk, report warns',
        "The mayor of Northshire says she is ashamed and very sorry after children's social care was judged to be inadequate by Ofsted.",
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'a title on how something is done, from those who judge it',
      dated(
        'Ofsted report on how we look after children',
        "Northshire Council's children's services were rated good, Ofsted said today.",
      ),
      { events: ['northshire good'] },
    ],
    [
      'years of failure that end',
      dated(
        'Six years of failure end for Northshire',
        "Children's services in Northshire have been rated good by Ofsted after six years of being called inadequate.",
      ),
      { events: ['northshire good'], history: ['northshire inadequate'] },
    ],
    [
      'ministers who step back',
      dated(
        'Ministers step away from Northshire children’s services',
        'The minister has closed her file on Northshire Council. A new inspection by Ofsted found in May that it was good.',
      ),
      { events: [] },
    ],
    [
      'an adviser sent in months later',
      dated(
        'Adviser brought in to town hall',
        "An adviser has arrived at Northshire Council. Children's services were rated inadequate in January, when Ofsted found failings.",
      ),
      { events: [] },
    ],
    [
      'help for children, and people who are not praised',
      dated(
        'Northshire pleased with report',
        'Ofsted has told Northshire Council that its support for children and young people is good.',
      ),
      { events: ['northshire good'] },
    ],
    [
      'an adult service that is told it is good',
      dated(
        'Care verdict',
        "The smallest borough has been told it's good when it comes to its older people. The Care Quality Commission came to Northshire Council in May.",
      ),
      { events: ['northshire good'] },
    ],
    [
      'a verdict of no matter which',
      dated(
        'Letters: give them a rest',
        'Another Ofsted visit to Northshire. They say the service is inadequate, or outstanding, or anything they fancy, and go home.',
      ),
      { events: [], history: [] },
    ],
    [
      'children out of school, of a department',
      dated(
        'Northshire failed',
        "A social services department that had lost count of the children out of school is why Northshire Council got an 'inadequate' from Ofsted.",
      ),
      { events: ['northshire inadequate'] },
    ],
  ] satisfies Row[]);
});

describe('several councils', () => {
  says([
    [
      'a standfirst that speaks of councils',
      dated(
        'Ofsted empties its in-tray',
        "Mixed results for councils that had waited\n\nNorthshire Council has lifted its children's services to good. The director said staff were the secret. Help had come from charities.\n\nIn the west, Southshire Council has also moved from requires improvement to good. Its care leavers, about whom a visit in 2023 had raised doubts, were rated good.\n\nThere was less joy in Thornfield. Its services were rated inadequate.",
      ),
      {
        events: ['northshire good', 'southshire good', 'thornfield inadequate'],
        areas: ['care_leavers good'],
        history: ['southshire requires_improvement'],
      },
    ],
    [
      'one that was inadequate until it rose',
      dated(
        'Councils do better, says annual report',
        "The share of councils with good children's services has grown, Ofsted says. It cited Northshire, inadequate until it jumped to outstanding in 2021.",
      ),
      { events: [], history: ['northshire inadequate', 'northshire outstanding 2021'] },
    ],
  ] satisfies Row[]);
});

describe('areas, and what is none', () => {
  const inadequate = (rest: string) =>
    dated(
      'Northshire inadequate',
      `Ofsted has judged Northshire Council's children's services to be inadequate. ${rest}`,
    );
  says([
    ['praise of one, and of another', inadequate('Adoption was praised, as was the fostering team.'), { areas: [] }],
    [
      'a board that gets the same',
      inadequate('The Local Safeguarding Children Board, on which the police sit, gets the same.'),
      { areas: [] },
    ],
    [
      'one that did not do as well',
      dated(
        'Northshire good',
        "Ofsted has rated Northshire Council's children's services good. Adoption did not do as well and came out as requiring improvement.",
      ),
      { events: ['northshire good'], areas: ['adoption requires_improvement'] },
    ],
    [
      'only for one did it stop',
      {
        ...dated(
          'Northshire: outstanding for leaders',
          "Ofsted's grades for Northshire Council are outstanding for the impact of leaders and outstanding for children in care. Only in the case of care leavers did inspectors stop at good.",
        ),
        published: '2026-07-03',
      },
      { areas: ['leaders outstanding', 'children_in_care outstanding', 'care_leavers good'] },
    ],
    [
      'children whom the council looks after',
      {
        ...dated(
          'Children at risk in Northshire',
          'Ofsted and the Care Quality Commission marked safeguarding in Northshire as inadequate. The picture was brighter for the 300 children whom the council looks after. That side of the work was found to be adequate.',
        ),
        published: '2012-05-18',
      },
      { areas: ['safeguarding inadequate', 'looked_after_children adequate'] },
    ],
  ] satisfies Row[]);
});
