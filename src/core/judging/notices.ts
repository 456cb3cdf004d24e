/** Inspection activity that gives no grade: visits, SEND outcomes, joint inspections, withdrawn reports. */
import type { UngradedActivity } from '../types.ts';
import type { Rulebook } from './rules/rulebook.ts';
import { fireCue } from './rules/signals.ts';
import { evidenceAt } from './text/evidence.ts';
import { mentionsIn, type Reading } from './text/reading.ts';
import type { Subjects } from './who/subjects.ts';

const LEAD_SENTENCES = 5;

/** One notice per authority and kind, from the title or the opening. */
export function noticesOf(reading: Reading, rulebook: Rulebook, subjects: Subjects): UngradedActivity[] {
  const found: UngradedActivity[] = [];
  const rules = rulebook.rules.filter((r) => r.effect.does === 'notice');
  for (const sentence of reading.sentences) {
    if (sentence.depth >= LEAD_SENTENCES) break;
    for (const rule of rules) {
      if (rule.effect.does !== 'notice') continue;
      const anchor = fireCue(rule, reading, sentence);
      if (!anchor) continue;
      const named = [
        ...new Set(
          mentionsIn(reading, 'authority', sentence.from, sentence.to)
            .filter((m) => !subjects.bystanders.has(m))
            .map((m) => m.id),
        ),
      ];
      for (const authority of named.length > 0 ? named : subjects.ranked.slice(0, 1)) {
        const { kind, outcome } = rule.effect;
        const had = found.find((n) => n.authority === authority && n.kind === kind);
        if (had) had.outcome ??= outcome;
        else
          found.push({
            authority,
            kind,
            outcome,
            evidence: [evidenceAt(reading, rule.id, sentence.from, sentence.to)],
          });
      }
    }
  }
  return found;
}
