/**
 * Keys of events: readable, made from content alone, so the same reports give the same keys in any order.
 *
 * `northshire.ofsted.childrens_services.ilacs.2019-07`: authority, inspectorate, service, framework family and the month
 * of the best known time. A better known time or family gives a new key; the old one leads on to its event for ever, and
 * never becomes the key of another.
 *
 * Both cannot be had of month names alone: what was called by an article's month may turn out to be of the month before,
 * and another inspection be of that one. So a name counts as taken by every event that could have had it while less was
 * known; where two events lay claim to one, the grade is added, then a mark made of a report's id. As long as reports
 * only add up, keys are therefore the same in any order of arrival, and none ever changes hands. Where a report moves from
 * one event to another no function of today's set can do both; then what was given away rules (`known`), and the event
 * that comes later takes the next name.
 */
import { digestId } from '../keys.ts';
import type { JudgementEvent, RegisterJudgement, Report } from '../types.ts';
import { headlinesOf } from './facts.ts';

type Keyed = Omit<JudgementEvent, 'v' | 'key' | 'held' | 'register'>;

/** An event that has no key yet. `family` and `judgements` may come from the register, `content` is the texts'. */
export interface Nameless {
  content: Keyed;
  family: string | null;
  judgements: readonly RegisterJudgement[];
  /** Its reports, each as judged and as people changed it, with the family each tells. */
  told: readonly { report: Report; family: string | null }[];
}

/** A key that was given, and the findings it was given for, most trusted first. */
export interface KnownKey {
  key: string;
  findingIds: readonly string[];
  /** Grades of a judgement that was none, told under it: only what it rested on, or what gives them too, may stand under it again. */
  spent?: readonly string[] | undefined;
}

const UNDATED = 'undated';
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const monthOf = (day: string) => day.slice(0, 7);
const familyName = (family: string | null) => family ?? 'any';
const findingsOf = ({ reports }: Pick<Keyed, 'reports'>) => reports.map(({ findingId }) => findingId);
/** Six letters and digits that only this report has. */
const markOf = (findingId: string) => digestId('key', findingId).slice(-6);

const daysOfRow = (row: RegisterJudgement) => [row.published, row.publishedWithin?.from, row.inspected?.from];
const known = (days: (string | null | undefined)[]) => days.flatMap((day) => (day ? [monthOf(day)] : []));

/** Month of publication as the register has it, else as reported, else the first article's, else the visit's. */
function anchorOf(event: Keyed, judgements: readonly RegisterJudgement[]): string {
  const official = judgements.flatMap((row) => row.published ?? row.publishedWithin?.from ?? row.inspected?.from ?? []);
  const within = event.publishedWithin?.basis === 'stated' ? event.publishedWithin.from : null;
  const day = official.sort()[0] ?? event.published ?? within ?? event.day ?? event.inspected?.from;
  return day ? monthOf(day) : UNDATED;
}

/** The months that a report alone would be called by. */
function monthsOf({ claim, articleDay }: Report): string[] {
  const within = claim.publishedWithin?.basis === 'stated' ? claim.publishedWithin.from : null;
  const months = known([claim.published, within, articleDay, claim.inspected?.from]);
  return months.length > 0 ? months : [UNDATED];
}

/** Grades a key may be told apart by; `ungraded` where there is none. */
export const gradesOf = (headlines: readonly { grade: string }[]) =>
  headlines.length > 0 ? headlines.map(({ grade }) => grade) : ['ungraded'];

interface Naming {
  /** `ilacs.2019-07`, by what is best known. */
  place: string;
  grades: string[];
  findingIds: string[];
  /** Places and grades it could have been called by while less of it was known. */
  places: Set<string>;
  everyGrade: Set<string>;
}

function namingOf({ content, family, judgements, told }: Nameless): Naming {
  const months = new Set([
    anchorOf(content, judgements),
    ...judgements.flatMap((row) => known(daysOfRow(row))),
    ...told.flatMap(({ report }) => monthsOf(report)),
  ]);
  const families = new Set([family, ...told.map((one) => one.family)].map(familyName));
  return {
    place: `${familyName(family)}.${anchorOf(content, judgements)}`,
    grades: gradesOf(content.headlines),
    findingIds: findingsOf(content).sort(byText),
    places: new Set([...families].flatMap((name) => [...months].map((month) => `${name}.${month}`))),
    everyGrade: new Set([
      ...gradesOf(content.headlines),
      ...told.flatMap(({ report }) => gradesOf(headlinesOf(report.claim))),
    ]),
  };
}

/** Names for an event, the plainest first; only those that none of the others could have had. */
function* namesFor({ place, grades, findingIds }: Naming, others: readonly Naming[]): Generator<string> {
  const rivals = others.filter(({ places }) => places.has(place));
  const alike = rivals.filter(({ everyGrade }) => grades.some((grade) => everyGrade.has(grade)));
  const graded = `${place}.${grades.join('-')}`;
  // A grade tells more than that there is no date.
  if (rivals.length === 0 && !place.endsWith(UNDATED)) yield place;
  if (alike.length === 0) yield graded;
  for (const findingId of findingIds) yield `${graded}.${markOf(findingId)}`;
  yield `${graded}.${markOf(findingIds.join())}`;
}

/** Further names without end, for an event whose every name was given for what is another event now. */
function* spareNames({ place, grades, findingIds }: Naming): Generator<string> {
  for (let n = 2; ; n++) yield [place, grades.join('-'), markOf(`${findingIds.join()} ${n}`)].join('.');
}

/** Whose key it is while its reports wait for a person, or once it was told of what was no judgement. */
const NOBODY = -1;

/**
 * Keys for the events of one group, in the order given.
 *
 * @param given   keys that are or were those of events of the group
 * @param waiting findings of which a person is to say where they belong
 */
export function eventKeys(
  events: readonly Nameless[],
  given: readonly KnownKey[] = [],
  waiting: ReadonlySet<string> = new Set(),
): string[] {
  const namings = events.map(namingOf);
  const ofGroup = (i: number, name: string): string => {
    const { authority, inspectorate, service } = events[i]!.content;
    return [authority, inspectorate, service, name].join('.');
  };
  const wanted = namings.map((naming, i) => {
    const names = namesFor(
      naming,
      namings.filter((other) => other !== naming),
    );
    return [...names].map((name) => ofGroup(i, name));
  });
  const heirs = new Map(
    given.map(({ key, findingIds, spent }) => {
      const heir = heirOf(findingIds, namings, (i) => wanted[i]!.includes(key));
      return [key, heir ?? (spent || findingIds.some((id) => waiting.has(id)) ? NOBODY : null)];
    }),
  );
  const spent = new Map(given.flatMap((one) => (one.spent ? [[one.key, one.spent.join()] as const] : [])));
  const standsAgain = (i: number, key: string) =>
    heirs.get(key) === NOBODY && spent.get(key) === namings[i]!.grades.join();
  const mayHave = (i: number, key: string) => (heirs.get(key) ?? i) === i || standsAgain(i, key);
  return wanted.map((names, i) => names.find((key) => mayHave(i, key)) ?? spare(i));

  function spare(i: number): string {
    for (const name of spareNames(namings[i]!)) if (mayHave(i, ofGroup(i, name))) return ofGroup(i, name);
    throw new Error('names without end came to one');
  }
}

/**
 * Which event holds most of these findings; null where none holds any. Of events that hold as many, one that would be
 * called so anyway (`isCalled`), else the one with the most trusted report: what readers were shown came from there.
 */
function heirOf(
  findingIds: readonly string[],
  events: readonly { findingIds: readonly string[] }[],
  isCalled: (i: number) => boolean = () => false,
): number | null {
  const holders = events
    .map((event, i) => {
      const held = findingIds.flatMap((id, place) => (event.findingIds.includes(id) ? [place] : []));
      return { i, shared: held.length, first: held[0] ?? 0 };
    })
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared || Number(isCalled(b.i)) - Number(isCalled(a.i)) || a.first - b.first);
  return holders[0]?.i ?? null;
}

/**
 * Where keys lead that are no event's any more: to the event that holds most of the findings each was given for. Keys of
 * which no finding is left lead nowhere.
 */
export function leadsOf(given: readonly KnownKey[], now: readonly JudgementEvent[]): Map<string, string> {
  const live = new Set(now.map(({ key }) => key));
  const events = now.map((event) => ({ findingIds: findingsOf(event) }));
  return new Map(
    given.flatMap(({ key, findingIds }): [string, string][] => {
      const heir = live.has(key) ? null : heirOf(findingIds, events);
      return heir === null ? [] : [[key, now[heir]!.key]];
    }),
  );
}
