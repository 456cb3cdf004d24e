/** Inspections of child protection alone: their grade is of the whole, not of the area that other reports grade under it. */
import type { Rulebook } from '../rules/rulebook.ts';
import type { Statement } from '../statement.ts';
import type { Reading } from '../text/reading.ts';
import type { Mention } from '../text/trie.ts';

const FAMILY = 'cp';
const AREA = 'help_and_protection';
/** Graded in reports on both and in none of those. */
const OTHER_HALF = new Set(['looked_after_children', 'children_in_care']);
/** What such an inspection looks at, under the name that the reports on both give it. */
const SAFEGUARDING = 'safeguarding';
/** Graded in those reports and in no other. */
const ONLY_AREA = 'quality_of_practice';

/**
 * "Child protection in Northshire is adequate", of an inspection of nothing else.
 *
 * @param earlier what the text says of the time before
 * @returns whether an area named is the whole
 */
export function wholeOfProtection(
  current: Statement[],
  earlier: Statement[],
  reading: Reading,
  rulebook: Rulebook,
): (area: Mention) => boolean {
  const { article, mentions, tokens } = reading;
  const { years, gradesOfThen } = factsOf(rulebook);
  const tells = () =>
    mentions.some((m) => m.cls === 'framework' && m.id === FAMILY) ||
    current.some((s) => gradesOfThen.has(s.rating.grade) || s.target.areas.some((a) => a.id === ONLY_AREA)) ||
    earlier.some((s) => gradesOfThen.has(s.rating.grade) && isOfLastYear(s, reading));
  // "Child protection is adequate, services for looked after children good": another inspection, of both.
  const ofBoth = current.some((s) => s.target.areas.some((a) => OTHER_HALF.has(a.id)));
  const alone = !ofBoth && (article.published === null ? tells() : years.has(article.published.slice(0, 4)));
  // "Arrangements to keep children safe are inadequate", where they came without notice: the inspections of both were announced.
  const unannounced = () => reading.mentions.some((m) => m.cls === 'unannounced');
  const inThoseYears = article.published === null || years.has(article.published.slice(0, 4));
  const safe = !ofBoth && inThoseYears && current.every(isOfThoseReports) && unannounced();
  return ({ id, from, to }) =>
    (safe && (id === AREA || id === SAFEGUARDING)) ||
    (alone && id === AREA && !tokens.slice(from, to).some(({ w }) => ['help', 'helped', 'helping'].includes(w)));
}

const isOfThoseReports = ({ target: { areas } }: Statement): boolean => areas.every(({ id }) => NAMED_THERE.has(id));
const NAMED_THERE = new Set([AREA, SAFEGUARDING, ONLY_AREA, 'leaders', 'leadership_management_and_governance']);

/**
 * "Outstanding for protecting children", of a service that is outstanding, "a good rating for the services that help and
 * protect children": where no area is graded beside it, words for the whole.
 */
export function wholeByOtherWords(current: Statement[], told: string | null, { tokens }: Reading) {
  const ofWhole = current.some(({ rating, target }) => target.areas.length === 0 && rating.grade === told);
  const alone = ofWhole && current.every(({ target: { areas } }) => areas.every(({ id }) => id === AREA));
  const w = (i: number) => tokens[i]?.w ?? '';
  const does = (i: number) => ['protecting', 'keeping', 'helping', 'protect', 'keep', 'help'].includes(w(i));
  return ({ id, from }: Mention, { depth, rating }: Statement): boolean =>
    alone &&
    id === AREA &&
    rating.grade === told &&
    does(from) &&
    (depth < 0 || (['that', 'which', 'to'].includes(w(from - 1)) && ['services', 'service'].includes(w(from - 2))));
}

/** "Child protection adequate" over "Safeguarding was rated adequate": the title's word for what the text names. */
export const isTitleOnly = (area: Mention, { depth, rating: { grade } }: Statement, current: Statement[]): boolean =>
  depth < 0 &&
  area.id === AREA &&
  current.some((s) => s.depth >= 0 && s.rating.grade === grade && s.target.areas.some(({ id }) => id === SAFEGUARDING));

/**
 * "Arrangements for the protection of children are inadequate", of such an inspection, and nothing else, or beside it "the
 * help that children get is adequate", or by the title of those reports: the grade of the whole.
 */
export function gradeOfProtection(
  current: Statement[],
  earlier: Statement[],
  reading: Reading,
  rulebook: Rulebook,
): string | null {
  const isWhole = wholeOfProtection(current, earlier, reading, rulebook);
  const isAlone = ({ target: { areas } }: Statement) => areas.length === 1 && areas.every(isWhole);
  const [grade, other] = new Set(current.filter(isAlone).map((s) => s.rating.grade));
  if (grade === undefined || other !== undefined) return null;
  const isPart = (s: Statement) =>
    !isAlone(s) && s.target.areas.some(({ id }) => id === AREA) && s.rating.grade !== grade;
  const isNamed = (s: Statement) => isAlone(s) && s.target.areas.some((a) => isOfArrangements(a, reading));
  const ofAreas = current.every(({ target: { areas } }) => areas.length > 0);
  // "Child protection is adequate. All four parts, among them the quality of practice, came out as adequate.": the whole as its parts.
  const asParts = current.some(({ target: { areas } }) => areas.some(({ id }) => id === ONLY_AREA));
  if (ofAreas && asParts && current.every((s) => s.rating.grade === grade)) return grade;
  return current.every(isAlone) || (ofAreas && current.some((s) => isPart(s) || isNamed(s))) ? grade : null;
}

/** "the council's arrangements for protecting children", "work to keep children safe": the title of what those reports give their one grade to. */
const isOfArrangements = ({ from, to }: Mention, { tokens }: Reading): boolean =>
  tokens
    .slice(Math.max(0, from - TITLE_REACH), to + 1)
    .some(({ w }, n, words) => w === 'arrangements' || (w === 'work' && words[n + 1]?.w === 'to'));
const TITLE_REACH = 6;

/** "In 2013 child protection was rated adequate": of the inspections of those years, which looked at nothing else. */
export function isOfProtectionAlone({ year, target: { areas } }: Statement, rulebook: Rulebook): boolean {
  const { years } = factsOf(rulebook);
  return year !== null && years.has(String(year)) && areas.length > 0 && areas.every(({ id }) => id === AREA);
}

/** "Only last year safeguarding had been called adequate": the scale of then was in use a year ago at the most. */
const isOfLastYear = ({ rating: { sentence } }: Statement, { tokens }: Reading): boolean =>
  tokens.slice(sentence.from, sentence.to).some(({ w }, n, words) => w === 'last' && words[n + 1]?.w === 'year');

/** The years of those inspections, and the grades of their scale that no later one of the same service holds. */
function factsOf({ frameworks, scales }: Rulebook): { years: Set<string>; gradesOfThen: Set<string> } {
  const own = frameworks.find(({ family }) => family === FAMILY);
  if (!own?.until) return { years: new Set(), gradesOfThen: new Set() };
  const until = own.until;
  const gradesOf = (scale: string | null) => (scale ? (scales.get(scale)?.grades ?? []) : []).map(({ id }) => id);
  const later = frameworks.filter(({ service, from }) => service === own.service && from >= until);
  const since = new Set(later.flatMap(({ scale }) => gradesOf(scale)));
  return {
    years: new Set([own.from.slice(0, 4), until.slice(0, 4)]),
    gradesOfThen: new Set(gradesOf(own.scale).filter((grade) => !since.has(grade))),
  };
}
