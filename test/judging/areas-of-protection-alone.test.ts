/** Inspections of child protection alone, however what they looked at is named: its grade is the whole's. */
import { describe } from 'vitest';
import { says } from './support.ts';

const undated = (title: string, text: string) => ({ title, text });

describe('an inspection of child protection alone', () =>
  says([
    [
      'has one grade, for the work to protect children, whatever the title calls it',
      undated(
        "Northshire's child protection adequate, says report",
        "Northshire Council's work to protect children from harm has been rated adequate by Ofsted. Leadership was given a good.",
      ),
      { events: ['northshire adequate'], areas: ['leaders good'] },
    ],
    [
      'has one grade, for how children are kept safe, and an area beside it',
      undated(
        'Child protection in Northshire adequate, says watchdog',
        "Ofsted has judged Northshire's work to keep children safe adequate. Inspectors came unannounced in May. Leadership and governance, one of the parts that they looked at, was found to be good.",
      ),
      { events: ['northshire adequate'], areas: ['leaders good'] },
    ],
    [
      'comes unannounced',
      undated(
        'Inspectors condemn Northshire',
        'Arrangements to keep children safe in Northshire are inadequate, according to a report by Ofsted. Inspectors came without notice in March.',
      ),
      { events: ['northshire inadequate'], areas: [] },
    ],
    [
      'is not one of two, announced or not',
      undated(
        'Northshire report out',
        'Ofsted has rated safeguarding in Northshire inadequate and services for looked after children good. Inspectors came unannounced.',
      ),
      { areas: ['safeguarding inadequate', 'looked_after_children good'] },
    ],
    [
      'is not one of the years after it',
      {
        title: 'Northshire inadequate, says Ofsted',
        text: "Ofsted has rated Northshire's children's services inadequate after an unannounced inspection. Help and protection is inadequate. Leadership requires improvement.",
        published: '2016-05-03',
      },
      { areas: ['help_and_protection inadequate', 'leaders requires_improvement'] },
    ],
  ]));

describe('what the title calls child protection is the safeguarding of the text', () =>
  says([
    [
      'where both have one grade',
      undated(
        'Child protection in Northshire now good',
        'Northshire is keeping more children safe, Ofsted says. Safeguarding was rated good and services for looked after children outstanding.',
      ),
      { areas: ['safeguarding good', 'looked_after_children outstanding'] },
    ],
    [
      'and leads, where nothing else is graded',
      undated(
        'Child protection in Northshire is now adequate',
        'Children in Northshire are safer, Ofsted says in a report. Safeguarding was assessed as adequate after a visit in May.',
      ),
      { events: ['northshire adequate'], areas: [] },
    ],
    [
      'top marks of the title are those of both, where both have them',
      {
        title: "Northshire scores top marks for children's services",
        text: "Northshire's work to keep children safe has been rated as outstanding by Ofsted inspectors, who also gave the same score to its care of looked after children.",
        published: '2010-05-18',
      },
      { events: ['northshire outstanding'], areas: ['safeguarding outstanding', 'looked_after_children outstanding'] },
    ],
    [
      'top marks of the title are those of one, where the other is good',
      {
        title: "Northshire scores top marks for children's services",
        text: "Northshire's work to keep children safe has been rated as outstanding by Ofsted inspectors, who called services for looked after children good.",
        published: '2010-05-18',
      },
      { events: ['northshire null'], areas: ['safeguarding outstanding', 'looked_after_children good'] },
    ],
    [
      'but not where the text grades help and protection too',
      undated(
        'Child protection in Northshire now good',
        'Ofsted says that Northshire is good. Safeguarding was rated good. Help and protection was rated good, and leadership outstanding.',
      ),
      { areas: ['help_and_protection good', 'leaders outstanding'] },
    ],
  ]));
