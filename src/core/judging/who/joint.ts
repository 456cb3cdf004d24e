/** Councils judged together in one report: a service they share, or one inspection of both. A round-up ties nobody. */
import type { Claim, Evidence } from '../../types.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import { fireCue } from '../rules/signals.ts';
import { EvidenceList, evidenceAt } from '../text/evidence.ts';
import { mentionsIn, type Reading } from '../text/reading.ts';
import type { Subjects } from './subjects.ts';

interface Tie {
  /** Named in the sentence that says so; null where it speaks of "the two councils". */
  authorities: Set<string> | null;
  evidence: Evidence;
}

const LEAD_SENTENCES = 8;

/** @returns the claims, each naming the others of its report in `jointWith`, with the words that say so as evidence */
export function tied(claims: Claim[], reading: Reading, rulebook: Rulebook, subjects: Subjects): Claim[] {
  if (claims.length < 2) return claims;
  const ties = tiesIn(reading, rulebook, subjects);
  return claims.map((claim) => {
    const evidence = new EvidenceList();
    for (const item of claim.evidence) evidence.add(item);
    const others = new Set<string>();
    for (const tie of ties) {
      const together = claims.filter((other) => isSameReport(claim, other) && holds(tie, claim) && holds(tie, other));
      for (const { authority } of together) others.add(authority);
      if (together.length > 0) evidence.add(tie.evidence);
    }
    return others.size === 0 ? claim : { ...claim, jointWith: [...others].sort(), evidence: evidence.items };
  });
}

const holds = ({ authorities }: Tie, { authority }: Claim): boolean =>
  authorities === null || authorities.has(authority);

const isSameReport = (one: Claim, other: Claim): boolean =>
  one.authority !== other.authority &&
  one.inspectorate === other.inspectorate &&
  one.service === other.service &&
  one.grade === other.grade &&
  one.gradeState === other.gradeState;

function tiesIn(reading: Reading, rulebook: Rulebook, subjects: Subjects): Tie[] {
  const rules = rulebook.rules.filter(({ effect }) => effect.does === 'joint');
  const opening = reading.sentences.slice(0, LEAD_SENTENCES);
  // "Both councils' reports came out today", "inspected separately": whatever they share, the reports are two.
  if (opening.some(({ from, to }) => mentionsIn(reading, 'separate_word', from, to).length > 0)) return [];
  return opening.flatMap((sentence) => {
    const named = mentionsIn(reading, 'authority', sentence.from, sentence.to).filter(
      (mention) => !subjects.bystanders.has(mention),
    );
    const slugs = new Set(named.map(({ id }) => id));
    if (slugs.size === 1) return [];
    const fired = rules.filter((rule) => fireCue(rule, reading, sentence) !== null).map(({ id }) => id);
    // A trust that runs services for several of the councils named is judged for all of them.
    const ofTrust = mentionsIn(reading, 'trust_of_several', sentence.from, sentence.to).map(() => 'joint.trust');
    return [...fired, ...ofTrust.slice(0, 1)].map((id) => ({
      authorities: slugs.size > 1 ? slugs : null,
      evidence: evidenceAt(reading, id, sentence.from, sentence.to),
    }));
  });
}
