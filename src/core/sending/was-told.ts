/** An event as readers were told of it, for the corrections that replace it. */
import type { ToldAs } from '../events/told.ts';
import { canonicalJson } from '../keys.ts';
import type { AreaJudgement, Headline, JudgementEvent, OtherJudgement } from '../types.ts';
import { disputedOther, gradesInDispute } from './disputed-words.ts';
import { areasInOrder } from './in-order.ts';
import { type AreasOf, headlineWords, type Names, readableId } from './names.ts';

type Dated = Pick<JudgementEvent, 'day' | 'dayUntil' | 'dayBasis'>;

export interface WasTold {
  /** Of the event as it was told; absent where several tellings are summed up. */
  key?: string;
  authority: string;
  inspectorate: string;
  service: string;
  scale: string | null;
  headlines: Headline[];
  /** Where these were told as in dispute: see `OtherJudgement`. */
  disputed?: NonNullable<OtherJudgement['disputed']>;
  /** Where there was no headline grade: the area grades that were told. */
  judgements?: Pick<AreaJudgement, 'area' | 'grade'>[];
  /** Where it was told as a mistake of ours or of the inspectorate. */
  takenBack?: 'retracted' | 'withdrawn';
  /** Where it was told as a judgement of its own, or as part of another, and is not: which, and the day it was told with. */
  as?: ToldAs;
  dated?: Dated;
  /** What the same reader was told besides and is no more so than this, the newest first. */
  also?: WasTold[];
}

/** An event as it stood; of its reports no more than is at hand. */
type Quotable = Omit<JudgementEvent, 'reports'>;

/** What a correction quotes of an event. @param as what is wrong about what it was told as, null where nothing is */
export function wasTold(event: Quotable, as: ToldAs | null = null): WasTold {
  const { key, authority, inspectorate, service, scale, headlines, judgements, status, day, dayUntil, dayBasis } =
    event;
  const disputed = gradesInDispute(event);
  const areas = judgements.map(({ area, grade }) => ({ area, grade }));
  return {
    ...{ key, authority, inspectorate, service, scale, headlines },
    ...(disputed ? { disputed } : {}),
    ...(headlines.length === 0 && areas.length > 0 ? { judgements: areas } : {}),
    ...(status === 'retracted' || status === 'withdrawn' ? { takenBack: status } : {}),
    ...(as ? { as, ...(day === null ? {} : { dated: { day, dayUntil, dayBasis } }) } : {}),
  };
}

/** All that one reader believes of an event and that is not so, each once, the first before the rest; null where that is nothing. */
export function asOne(beliefs: readonly WasTold[]): WasTold | null {
  const [first, ...also] = new Map(beliefs.map((was) => [canonicalJson(was), was])).values();
  return first ? { ...first, ...(also.length > 0 ? { also } : {}) } : null;
}

type Now = Pick<JudgementEvent, 'judgements'> & AreasOf;

/**
 * The grade that was told; where there was no headline, the area grades told otherwise than they are now, or all of them
 * where the areas are not what changed: `help and protection good, no overall grade`.
 */
export function toldWords(was: WasTold, now: Now, names: Names): string {
  const words = disputedOther(was.disputed, was.scale, names) || headlineWords({ ...was, grade: null }, names);
  if (words !== null) return words;
  const told = was.judgements ?? [];
  const changed = changedAreas(was, now);
  const areas = areasInOrder(changed.length > 0 ? changed : told, now, names).map((area) =>
    areaWords(area, was.scale, names),
  );
  return [...areas, 'no overall grade'].join(', ');
}

/** The same of whom it was told, where that was another authority, as taken back, or as a judgement of its own or part of another, where it was. */
export function saidBefore(was: WasTold, now: Now & Pick<JudgementEvent, 'authority'>, names: Names): string {
  const told = [
    ...(was.authority === now.authority ? [] : [names.authority(was.authority).shortName]),
    toldWords(was, now, names),
    ...(was.takenBack ? [was.takenBack] : []),
    ...(was.as === 'own' ? ['as a judgement of its own'] : was.as === 'part' ? ['as part of another judgement'] : []),
  ];
  return told.join(', ');
}

/** What it is now, said as `toldWords` says what was told; null where more than areas changed. */
export function insteadWords(was: WasTold, now: JudgementEvent, names: Names): string | null {
  if (was.headlines.length > 0 || headlineWords(now, names) !== null) return null;
  const changed = changedAreas(was, now);
  if (changed.length === 0) return null;
  return areasInOrder(changed, now, names)
    .map(({ area }) => {
      const grade = now.judgements.find((judgement) => judgement.area === area)?.grade;
      return grade === undefined ? `${readableId(area)} not known` : areaWords({ area, grade }, now.scale, names);
    })
    .join(', ');
}

const areaWords = ({ area, grade }: Pick<AreaJudgement, 'area' | 'grade'>, scale: string | null, names: Names) =>
  `${readableId(area)} ${names.grade(grade, scale)}`;

const changedAreas = (was: WasTold, { judgements }: Pick<JudgementEvent, 'judgements'>) =>
  (was.judgements ?? []).filter(
    ({ area, grade }) => judgements.find((judgement) => judgement.area === area)?.grade !== grade,
  );
