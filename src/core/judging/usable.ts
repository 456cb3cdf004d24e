/** Which statements may become findings or history: of what is watched, of somebody, and not told of others. */
import { isOthers, withoutTheirOwn } from './newness.ts';
import { OURS } from './provider.ts';
import { OFF_SCALE, type Rulebook } from './rules/rulebook.ts';
import type { Statement } from './statement.ts';
import { mentionsIn, type Reading, startsClass } from './text/reading.ts';
import type { Sentence } from './text/sentences.ts';
import { usualInspectorate } from './what.ts';

/** @param statements settled: how each stands is known */
export function usableOf(
  statements: Statement[],
  reading: Reading,
  rulebook: Rulebook,
  { titlePlural, timeline }: { titlePlural: boolean; timeline: ReadonlyMap<Sentence, number> },
): Statement[] {
  return statements
    .flatMap((s) => assumed(s, reading, timeline) ?? [])
    .map((s, _, all) => withoutTheirOwn(s, all))
    .map((s, _, all) => (isOfHeirs(s, all, rulebook) && isToldAsWas(s, reading) ? asPrevious(s) : s))
    .filter(
      (s, _, all) =>
        s.authorities.length > 0 &&
        isWatched(s, rulebook) &&
        !isOldOffScale(s) &&
        !isOthers(s, all, titlePlural) &&
        !isOfHeirs(s, all, rulebook),
    );
}

/** Only what an inspectorate judges under a framework we know; police, fire and SEND have none here. */
const isWatched = ({ service, inspectorate }: Statement, rulebook: Rulebook): boolean =>
  rulebook.inspectorates.some(
    (i) => i.id === inspectorate && i.frameworks.some((f) => f.service === service && f.scale !== null),
  );

/** "Help for older people in Oldshire is good" beside news of the councils that took its place: the name is of the place. */
const isOfHeirs = (s: Statement, all: Statement[], rulebook: Rulebook): boolean =>
  s.standing === 'current' &&
  s.authorities.every((slug) => {
    const heirs = rulebook.index.get(slug)?.successors ?? [];
    return all.some((o) => o !== s && o.standing === 'current' && o.authorities.some((a) => heirs.includes(a)));
  });

/** "Before the merger Oldshire's services were good", and not "help in Oldshire was good": what the council was whose place others took. */
const isToldAsWas = ({ names: [name], rating: { mention, sentence } }: Statement, { tokens }: Reading): boolean =>
  name !== undefined &&
  !PLACES.has(tokens[name.from - 1]?.w ?? '') &&
  (tokens[mention.from]?.w === 'required' || tokens.slice(sentence.from, mention.from).some(({ w }) => WAS.has(w)));
const asPrevious = (s: Statement): Statement => ({ ...s, standing: 'previous' });
const PLACES = new Set(['in', 'across', 'throughout', 'around']);
const WAS = new Set(['was', 'were', 'had', 'got', 'held', 'stood']);

/** That a council once had a rating of no scale says nothing of its history. */
const isOldOffScale = ({ rating, standing }: Statement) => rating.grade === OFF_SCALE && standing !== 'current';

/** An earlier grade may be told without saying who gave it; a new one may not, and is only known. */
function assumed(s: Statement, reading: Reading, timeline: ReadonlyMap<Sentence, number>): Statement | null {
  if (s.inspectorate !== null) return s;
  const { from, to } = s.rating.sentence;
  const says = (words: Set<string>) => reading.tokens.slice(from, to).some(({ w }) => words.has(w));
  const own = says(OURS);
  const speaksOf = (cls: string) => mentionsIn(reading, cls, from, to).length > 0;
  // "Under him the service went from inadequate to good": told as a move of its own.
  const moved = s.rating.rules.includes('licence.moved-to') && ['service', 'thing_judged'].some(speaksOf);
  // "The authority was rated inadequate on children, a councillor said", "Rated outstanding, it has sent officers to help"
  const rated =
    s.rating.rules.includes('licence.judged') &&
    !speaksOf('councils') &&
    (speaksOf('council_word') || startsClass(reading, from, 'judged'));
  if (s.standing === 'current' && s.names.length === 0 && !own && !moved && !rated) return s;
  // "The sum set aside was inadequate in 2022": of no service and no council.
  const byDate = s.rating.rules.every((rule) => !rule.startsWith('licence.') || rule === 'licence.dated');
  if (
    byDate &&
    !timeline.has(s.rating.sentence) &&
    s.names.length === 0 &&
    !own &&
    !says(THEIRS) &&
    !OF_COUNCILS.some(speaksOf)
  )
    return null;
  const standing = s.standing === 'current' ? 'background' : s.standing;
  return { ...s, standing, inspectorate: usualInspectorate(s.service) };
}

const THEIRS = new Set(['it', 'they', 'service', 'services', 'department']);
const OF_COUNCILS = ['service', 'council_word', 'area'];
