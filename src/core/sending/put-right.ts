/** Why what readers had been told was put right, and which of the reports say otherwise than what stands. */
import { canonicalJson } from '../keys.ts';
import type { JudgementEvent, SetRight } from '../types.ts';
import { headlineWords, type Names, readableId, remitName } from './names.ts';
import { oneLine } from './safe.ts';
import { takenBackWords } from './taken-back.ts';
import type { WasTold } from './was-told.ts';

type PutRight = Pick<
  JudgementEvent,
  'status' | 'takenBackReason' | 'setRight' | 'correctedReason' | 'joinedReason' | 'toldApart' | 'reports'
>;

/** What readers had been told; null where that is not known. */
type Before = (Pick<WasTold, 'headlines' | 'as'> & { also?: readonly Pick<WasTold, 'headlines' | 'as'>[] }) | null;

/**
 * The reasons of those who put it right or took it back, each once, in their words without the full stop; none where only
 * reports did. What an event that stands is set right by comes first; of other reports set right count those that had told
 * what readers were told. Whoever was told a part as a judgement of its own, or the other way round, hears why it is put together
 * or apart, and nothing of what else was put right of the whole.
 */
export function reasonsGiven(event: PutRight, was: Before): string[] {
  const beliefs = was ? [was, ...(was.also ?? [])] : [];
  const hadTold = ({ headlines }: SetRight) =>
    was === null || beliefs.some((one) => canonicalJson(headlines) === canonicalJson(one.headlines));
  const others = event.reports.map(({ setRight }) => (setRight && hadTold(setRight) ? setRight.reason : null));
  const reasons = takenBackWords(event)
    ? [event.takenBackReason]
    : [
        event.setRight?.reason,
        (was === null || beliefs.some(({ as }) => !as)) && event.correctedReason,
        beliefs.some(({ as }) => as) && event.joinedReason,
        beliefs.some(({ as }) => as === 'part') && event.toldApart?.reason,
        ...others,
      ];
  return [...new Set(reasons.map((reason) => withoutStop(reason || '')))].filter(Boolean);
}

/** The same of a row, with why its day is another than was told; that alone where nothing else is. */
export function reasonsTold({ event, was = null, told, isMoved = false }: RowTold): string[] {
  const given = isMoved ? [] : reasonsGiven(event, was);
  const moved = told?.reason && !takenBackWords(event) ? [withoutStop(told.reason)] : [];
  return [...new Set([...given, ...moved])].filter(Boolean);
}
interface RowTold {
  event: PutRight;
  was?: Before | undefined;
  told?: { reason: string | null } | undefined;
  isMoved?: boolean;
}

const withoutStop = (reason: string): string => oneLine(reason).replace(/[.\s]+$/, '');

/** The same as a sentence, but for what is said anyway of the article quoted; null where nothing is left. */
export function reasonSentence(event: PutRight, was: Before): string | null {
  const said = reasonsGiven(event, was).slice(event.setRight && !takenBackWords(event) ? 1 : 0);
  return said.length === 0 ? null : `The reason: ${said.join('; ')}.`;
}

type Told = Pick<JudgementEvent, 'headlines' | 'grade' | 'scale' | 'conflicts' | 'reports'>;

/**
 * By finding, in what a report says otherwise than what stands: `said good, set right by a person`, `says good`. Where no
 * headline grade stands, the areas are held against each other.
 */
export function otherwiseSaid(event: Told, names: Names): Map<string, string> {
  const { headlines, scale, conflicts, reports } = event;
  const kind = headlines.length > 0 ? 'headlines' : 'judgements';
  const stands = headlineWords(event, names);
  const outweighed = conflicts.flatMap(({ field, values }) => {
    const [of, what = ''] = field.split('.');
    if (of !== kind) return [];
    const about = what === 'overall' ? '' : ` for ${kind === 'headlines' ? remitName(what) : readableId(what)}`;
    // The first is what stands.
    return values
      .slice(1)
      .flatMap(({ value, findings }) =>
        findings.map((finding) => [finding, `says ${names.grade(value, scale)}${about}`] as const),
      );
  });
  const setRight = reports.flatMap(({ findingId, setRight: by }) => {
    if (!by) return [];
    const told = headlineWords({ headlines: by.headlines, grade: null, scale }, names);
    return [
      [
        findingId,
        told === null || told === stands ? 'set right by a person' : `said ${told}, set right by a person`,
      ] as const,
    ];
  });
  return new Map([...outweighed.reverse(), ...setRight]);
}
