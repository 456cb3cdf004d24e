/** Other ways to say that a grade is given now, and what looks like them. */
import { describe } from 'vitest';
import { type Row, says } from './support.ts';

const undated = (title: string, ...text: string[]) => ({ title, text: text.join('\n\n'), published: null });

describe('told as given now', () => {
  says([
    [
      'on a day of this week',
      undated(
        'Turnaround at County Hall',
        "It has taken six years and four directors. But on Tuesday Ofsted finally pronounced Northshire's children's services good.",
        'The council was in special measures from 2016 to 2020.',
      ),
      { events: ['northshire good'] },
    ],
    [
      'on a day, of a school',
      undated('Northshire sets its budget', 'On Tuesday Ofsted rated Hillside Primary in Northshire good.'),
      { events: [] },
    ],
    [
      'for the first time, from those who judge',
      undated(
        "Northshire: 'we knew we had it in us'",
        'The leader had a spring in his step. For the first time that anyone can remember, children’s services in Northshire have a good from Ofsted to their name.',
      ),
      { events: ['northshire good'], direction: 'up' },
    ],
    [
      'the time since something else',
      undated(
        'Delight as Northshire hears its result',
        "Six weeks after Ofsted packed its bags, they've learnt that the inspectors thought children's services in Northshire good.",
      ),
      { events: ['northshire good'] },
    ],
    [
      'where it had been since a year',
      undated(
        'Out of the woods?',
        "Northshire's children's services are on their way. Ofsted has lifted them out of inadequate, where they had been since 2017, though only as far as requires improvement.",
      ),
      { events: ['northshire requires_improvement'], history: ['northshire inadequate'], direction: 'up' },
    ],
    [
      'the newest year of two',
      undated(
        'Two reports on Northshire',
        'In 2021 Ofsted’s word for Northshire’s children’s services was “requires improvement”. In 2024 it is “good”.',
        'The report was published on Thursday.',
      ),
      { events: ['northshire good'], history: ['northshire requires_improvement 2021'], direction: 'up' },
    ],
    [
      'two years, both of before',
      undated(
        'Northshire opens a hub',
        'In 2018 Ofsted’s word for Northshire’s children’s services was “requires improvement”. In 2021 it was “good”.',
      ),
      { events: [], history: ['northshire requires_improvement 2018', 'northshire good 2021'] },
    ],
    [
      'a report in which it is given',
      undated(
        'Staff thanked',
        "The director of children's services at Northshire has thanked her staff for a report in which Ofsted awards the council a good.",
      ),
      { events: ['northshire good'] },
    ],
    [
      'a report in which a school is praised',
      undated(
        'Staff thanked',
        "The director of children's services at Northshire has thanked her staff for a report in which a charity calls the council's work with fathers outstanding.",
      ),
      { events: [] },
    ],
    [
      'no reason to change it',
      undated(
        'Ofsted unmoved by Northshire',
        'Inspectors who went back to Northshire’s children’s services could find no reason to change the inadequate rating.',
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'still',
      undated(
        'Ofsted confirms Northshire among the best',
        'Ofsted has confirmed Northshire’s place among the best. Its children’s services, outstanding in 2018, are outstanding still.',
      ),
      { events: ['northshire outstanding'], history: ['northshire outstanding 2018'], direction: 'same' },
    ],
    [
      'and now, after two years',
      undated(
        'Third time unlucky for Northshire',
        "Inadequate in 2018. And now, Ofsted says, inadequate again: Northshire's children's services have failed.",
      ),
      { events: ['northshire inadequate'], history: ['northshire inadequate 2018'] },
    ],
  ] satisfies Row[]);
});

describe('the whole and its parts in one breath', () => {
  says([
    [
      'and that goes for its parts',
      undated(
        'Northshire must improve',
        "Ofsted says that Northshire's children's services require improvement, and that goes for leadership and for adoption too.",
      ),
      {
        events: ['northshire requires_improvement'],
        areas: ['leaders requires_improvement', 'adoption requires_improvement'],
      },
    ],
    [
      'good across the board',
      undated(
        'Council chief hails staff',
        "Ofsted has reported on children's services in Northshire. It says they're good across the board: for leaders, for children in care and for care leavers.",
      ),
      { events: ['northshire good'], areas: ['leaders good', 'children_in_care good', 'care_leavers good'] },
    ],
    [
      'a part alone',
      undated(
        'Northshire praised',
        "Ofsted has reported on children's services in Northshire. Its adoption service is good, and that goes for fostering too.",
      ),
      { events: ['northshire null'], areas: ['adoption good', 'fostering good'] },
    ],
  ] satisfies Row[]);
});

describe('whose adult social care "its" is', () => {
  says([
    [
      'set against others',
      undated(
        'CQC: Northshire requires improvement',
        'Northshire is the third council in its region to hear from the CQC. While Southshire and Kelbury both got good ratings last year, its adult social care requires improvement.',
      ),
      { events: ['northshire requires_improvement'], history: ['southshire good', 'kelbury good'] },
    ],
    [
      'set against the next',
      undated(
        'CQC reports on two councils',
        'The CQC has published two reports on adult social care. While Northshire has been rated good, Southshire requires improvement.',
      ),
      { events: ['northshire good', 'southshire requires_improvement'] },
    ],
  ] satisfies Row[]);
});
