import { describe, expect, test } from 'vitest';
import { alertContent, alertLetter } from '../../src/core/sending/alert.ts';
import { alertBrief } from '../../src/core/sending/brief.ts';
import { EVENT_COLUMNS } from '../../src/core/sending/columns.ts';
import { weekDigest } from '../../src/core/sending/digest.ts';
import { digestLetter } from '../../src/core/sending/digest-letter.ts';
import { letterText } from '../../src/core/sending/letter.ts';
import { letterHtml } from '../../src/core/sending/letter-html.tsx';
import { reasonsGiven } from '../../src/core/sending/put-right.ts';
import { summaryMessage } from '../../src/core/sending/summary.ts';
import { wasTold } from '../../src/core/sending/was-told.ts';
import { webhookBody } from '../../src/core/sending/webhook-body.ts';
import type { JudgementEvent } from '../../src/core/types.ts';
import { anAlert, anEvent, aReport, aWeek, names, weekLinks } from './build.ts';

const overall = (grade: string) => ({ grade, headlines: [{ remit: 'overall', grade }] });
const council = aReport({ findingId: 'f1', title: 'Northshire good' });
const paper = aReport({
  ...{ findingId: 'f2', articleId: 'a2', title: 'Northshire outstanding', publisher: 'The Bugle', tier: 'local' },
  url: 'https://bugle.example/1',
});
const evidence = [{ ...anEvent().evidence[0]!, finding: 'f2' }];
const was = wasTold(anEvent(overall('good')));
const setRight = { reason: 'the council mixed up <two> reports.', headlines: [{ remit: 'overall', grade: 'good' }] };

const CASES: [string, Partial<JudgementEvent>, string][] = [
  ['a report was set right, and another is quoted', { reports: [{ ...council, setRight }, paper] }, setRight.reason],
  ['a report was rejected', { reports: [paper], correctedReason: 'it was a <school>' }, 'it was a <school>.'],
];
for (const [when, more, reason] of CASES)
  describe(`a correction tells its reason where ${when}`, () => {
    const event = anEvent({ status: 'corrected', evidence, ...more });
    const input = anAlert({ event, notice: { notice: 'correction-1', was } });
    const escaped = reason.replaceAll('<', '&lt;').replaceAll('>', '&gt;');

    test('in a mail, as text and HTML, above the words quoted', () => {
      const letter = alertLetter(alertContent(input));
      const text = letterText(letter);
      expect(text).toContain(`\nThe reason: ${reason}\n`);
      expect(text.indexOf('The reason')).toBeLessThan(text.indexOf('“Inspectors judged'));
      expect(letterHtml(letter)).toContain(`The reason: ${escaped}`);
    });
    test('in a call, in a summary, in a notification and in the week', () => {
      expect(JSON.parse(webhookBody(input)).reason).toBe(reason.replace(/\.$/, ''));
      const to = { key: 'k', address: 'a@x.example', secret: null };
      const { letter, json } = summaryMessage([input], to, { day: '2026-11-18' });
      expect(letterText(letter)).toContain(`The reason: ${reason}`);
      expect(JSON.parse(json).alerts[0].reason).toBe(reason.replace(/\.$/, ''));
      expect(alertBrief(input, alertContent(input)).text).toContain(`The reason: ${reason}`);
      const corrections = [
        {
          ...{ event, before: null, notice: input.notice, learntAt: new Date('2026-11-10T09:00:00Z') },
          at: new Date('2026-11-18T09:06:00Z'),
        },
      ];
      const digest = weekDigest(aWeek({ events: [], corrections }), names);
      expect(letterText(digestLetter(digest, names, weekLinks))).toContain(
        `now outstanding; the reason: ${reason.replace(/\.$/, '')}; Ofsted`,
      );
      const column = EVENT_COLUMNS.find(({ id }) => id === 'corrected_reason');
      expect(column?.value(digest.corrections[0]!.row, names)).toBe(reason.replace(/\.$/, ''));
    });
    test('and is no part of first news', () => {
      const first = anAlert({ event });
      expect(letterText(alertLetter(alertContent(first)))).not.toContain('The reason');
      expect(JSON.parse(webhookBody(first)).reason).toBeNull();
    });
  });

test('a report that a person set right is no reason where readers had been told something else', () => {
  const event = anEvent({ status: 'corrected', evidence, reports: [{ ...council, setRight }, paper] });
  const told = wasTold(anEvent(overall('inadequate')));
  const content = alertContent(anAlert({ event, notice: { notice: 'correction-2', was: told } }));
  expect(content.reason).toBeNull();
});

test('whoever was told a part hears why it is put together, others why the whole was put right, and no more', () => {
  const event = anEvent({ status: 'corrected', correctedReason: 'a slip of the paper', joinedReason: 'one report' });
  expect(reasonsGiven(event, was)).toEqual(['a slip of the paper']);
  expect(reasonsGiven(event, null)).toEqual(['a slip of the paper']);
  expect(reasonsGiven(event, { ...was, as: 'own' })).toEqual(['one report']);
  expect(reasonsGiven(event, { ...was, as: 'part' })).toEqual(['one report']);
});

test('the reason of what is quoted and was set right is told once', () => {
  const event = anEvent({ status: 'corrected', setRight, reports: [{ ...council, setRight }] });
  const input = anAlert({ event, notice: { notice: 'correction-1', was } });
  const text = letterText(alertLetter(alertContent(input)));
  expect(text.split('mixed up').length).toBe(2);
  expect(JSON.parse(webhookBody(input)).reason).toBe('the council mixed up <two> reports');
});

describe('sources stand in order of trust, behind them what says otherwise than what stands', () => {
  const sources = (more: Partial<JudgementEvent>) => {
    const content = alertContent(anAlert({ event: anEvent({ evidence, ...more }) }));
    return [content.sourcesTitle, ...content.sources.map(({ text, note }) => `${text}: ${note}`)];
  };
  const mixed = 'Sources, most trusted first; last what says otherwise';
  test('as a person set it right', () =>
    expect(sources({ reports: [{ ...council, setRight }, paper] })).toEqual([
      mixed,
      'Northshire outstanding: The Bugle, local press, 18 November 2026',
      'Northshire good: Northshire Council, a council, 18 November 2026, said good, set right by a person',
    ]));
  test('as others outweigh it', () => {
    const values = [
      { value: 'outstanding', findings: ['f2'] },
      { value: 'good', findings: ['f1'] },
    ];
    const conflicts = [{ field: 'headlines.overall', values }];
    expect(sources({ reports: [council, paper], conflicts })[2]).toMatch(/^Northshire good: .*, says good$/);
  });
  test('as it tells an area otherwise, where there are areas alone', () => {
    const values = [
      { value: 'good', findings: ['f2'] },
      { value: 'inadequate', findings: ['f1'] },
    ];
    const conflicts = [{ field: 'judgements.care_leavers', values }];
    const alone = { grade: null, headlines: [], gradeState: 'none_by_framework' as const };
    expect(sources({ reports: [council, paper], conflicts, ...alone })[2]).toMatch(
      /, says inadequate for care leavers$/,
    );
    // Beside an overall grade an area alone puts no report last.
    expect(sources({ reports: [council, paper], conflicts })[0]).toBe('Sources, most trusted first');
  });
});
