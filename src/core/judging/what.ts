/** Which service a grade is of, and who judged it. */
import type { Inspectorate, Service } from '../types.ts';
import type { Matter } from './matter.ts';
import { plansFor } from './plans.ts';
import { isInSaying, isOwnHome, opensWithProvider } from './provider.ts';
import { areasWhere, type Rulebook } from './rules/rulebook.ts';
import { mentionsIn, type Reading } from './text/reading.ts';
import type { Sentence } from './text/sentences.ts';
import type { Mention } from './text/trie.ts';

export function matterOf(reading: Reading, rulebook: Rulebook): Matter {
  const titleEnd = reading.sentences.find((s) => s.field === 'text')?.from ?? reading.tokens.length;
  const opening = reading.sentences.findLast((s) => s.depth === 0)?.to ?? titleEnd;
  const rank = (cls: string) => {
    const weights = new Map<string, number>();
    for (const m of mentionsIn(reading, cls, 0, reading.tokens.length))
      weights.set(m.id, (weights.get(m.id) ?? 0) + (m.from < titleEnd ? 4 : m.from < opening ? 3 : 1));
    return [...weights].sort((a, b) => b[1] - a[1]).map(([id]) => id);
  };
  const inTitle = (cls: string, to = titleEnd) =>
    mentionsIn(reading, cls, 0, to).some(
      (m) => cls !== 'provider' || (!isOwnHome(reading, m) && !isInSaying(reading, m, titleEnd)),
    );
  // "Northshire good, its safeguarding board inadequate": the provider comes after what the title is about.
  const firstGrade = mentionsIn(reading, 'grade', 0, titleEnd)[0];
  const council = firstGrade && inTitle('authority', firstGrade.from) ? firstGrade.from : titleEnd;
  const inspectorates = [...rank('inspectorate'), ...byFramework(reading, rulebook)];
  const named = inspectorates.filter((id) => id !== 'unnamed');
  const services = rank('service').filter((id) => id !== 'other' || !isOtherByTheWay(reading, titleEnd));
  const judged = new Set(named).size === 1 ? SERVICE_OF[named[0] as string] : undefined;
  const opened = mentionsIn(reading, 'service', 0, opening).length > 0;
  return {
    // "CQC publishes verdicts on three councils. … Moves from children's services could be better": of what those judge who alone are named.
    services: judged === undefined || opened || services.length === 0 ? services : [...new Set([judged, ...services])],
    inspectorates: named,
    ofChildren:
      inTitle('childrens_matter', reading.tokens.length) ||
      OF_CHILDREN.test(reading.article.publisher ?? '') ||
      // "Safeguarding is inadequate. … Care for those it looks after is adequate": areas say whose they are.
      mentionsIn(reading, 'area', 0, reading.tokens.length).some(({ id }) => id !== 'overall'),
    inspected: inspectorates.length > 0 || gradesItsAreas(reading),
    providerTitle:
      (inTitle('provider', council) && !inTitle('service')) ||
      (!['authority', 'service', 'council_word', 'councils'].some((cls) => inTitle(cls)) &&
        (inTitle('registered_word', reading.tokens.length) || opensWithProvider(reading))),
    providerPlanned: firstGrade === undefined && plansFor(reading, titleEnd),
    providers: inTitle('provider', reading.tokens.length),
    providerAreas: areasWhere(rulebook, ({ providersToo }) => providersToo),
  };
}

/** "The team gave these grades. Leaders: good. Help and protection: good. Overall: good": nobody else grades these. */
const gradesItsAreas = (reading: Reading): boolean =>
  mentionsIn(reading, 'grade', 0, reading.tokens.length).length >= AREAS_OF_A_REPORT &&
  new Set(mentionsIn(reading, 'area', 0, reading.tokens.length).map(({ id }) => id)).size >= AREAS_OF_A_REPORT;
const AREAS_OF_A_REPORT = 3;

/** "Ofsted's judgements on safeguarding … Copies are in the House Libraries": another service named once, in a text on areas of the one watched. */
function isOtherByTheWay(reading: Reading, titleEnd: number): boolean {
  const all = mentionsIn(reading, 'service', 0, reading.tokens.length).filter(({ id }) => id === 'other');
  const areas = mentionsIn(reading, 'area', 0, reading.tokens.length).filter(({ id }) => id !== 'overall');
  return all.length === 1 && areas.length > 1 && all.every(({ from }) => from >= titleEnd);
}

/** A magazine or a body that speaks of children only: "Children & Young People Now", "CYP Now". */
const OF_CHILDREN = /\b(child|children|cyp)\b/i;

/** "The latest ILACS results": the framework names who judges. */
function byFramework(reading: Reading, { inspectorates }: Rulebook): string[] {
  const named = mentionsIn(reading, 'framework', 0, reading.tokens.length).map((m) => m.id);
  return inspectorates.filter((i) => i.frameworks.some((f) => named.includes(f.family))).map((i) => i.id);
}

const SERVICE_OF: Record<string, Service> = {
  ofsted: 'childrens_services',
  cqc: 'adult_social_care',
  hmi_probation: 'youth_justice',
  rsh: 'housing',
};
const INSPECTORATE_OF: Record<string, Inspectorate> = {
  childrens_services: 'ofsted',
  adult_social_care: 'cqc',
  youth_justice: 'hmi_probation',
  housing: 'rsh',
  send: 'ofsted_cqc',
  other: 'other',
};

/** Who judges a service as a rule. */
export const usualInspectorate = (service: string): Inspectorate | null => INSPECTORATE_OF[service] ?? null;

/** @returns what the grade at `at` is of; `inspectorate` null where nobody is said to have judged. */
export function matterAt(
  at: Mention,
  sentence: Sentence,
  reading: Reading,
  matter: Matter,
): { service: Service; inspectorate: Inspectorate | null } {
  const services = mentionsIn(reading, 'service', sentence.from, sentence.to);
  const all = mentionsIn(reading, 'inspectorate', sentence.from, sentence.to).filter((m) => m.id !== 'unnamed');
  const judges = all.filter((m) => !isCompanion(reading, m));
  const named = judges.length > 0 ? judges : all;
  const nearest = (list: Mention[]) => [...list].sort((a, b) => gap(a, at) - gap(b, at))[0]?.id;
  const fromInspectorate = SERVICE_OF[nearest(named) ?? ''];
  // "Ofsted and the Care Quality Commission came together": a joint inspection is of what the article is about.
  const together = new Set(named.map((m) => m.id)).size > 1;
  const usual = usualService(matter);
  const service = (nearest(services) ??
    (named.length === 0 ? itsService(sentence, reading) : undefined) ??
    (named.length === 1 &&
    fromInspectorate !== undefined &&
    !matter.services.slice(0, 1).includes(fromInspectorate) &&
    matter.services[0] === 'send'
      ? 'send'
      : undefined) ??
    (named.length > 0 && !together ? fromInspectorate : undefined) ??
    (mentionsIn(reading, 'area', sentence.from, sentence.to).some((a) => a.id !== 'overall') && !isOfAdults(matter)
      ? 'childrens_services'
      : undefined) ??
    usual ??
    // "Foster carers will be paid more. The council's services went from inadequate to good in 2021."
    (matter.ofChildren ? 'childrens_services' : 'other')) as Service;
  const own = judgeOf(service, matter);
  if (!matter.inspected) return { service, inspectorate: null };
  const said = nearest(named) as Inspectorate | undefined;
  if (said !== undefined && (service === 'other' || (own !== said && service === 'send')))
    return { service, inspectorate: service === 'send' ? 'ofsted_cqc' : said };
  return { service, inspectorate: own };
}

/** "Children's social care isn't covered. It was rated good in 2021": of what the sentence before opens with. */
function itsService({ from, index, newParagraph }: Sentence, reading: Reading): string | undefined {
  const before = reading.sentences[index - 1];
  if (newParagraph || before?.field !== 'text' || !['it', 'they'].includes(reading.tokens[from]?.w ?? ''))
    return undefined;
  const [service, other] = mentionsIn(reading, 'service', before.from, before.to);
  return service && !other && service.from - before.from <= 1 ? service.id : undefined;
}

/**
 * What the article speaks of most; not "youth justice", named once, where those who judge are Ofsted and nobody judges that.
 */
function usualService({ services, inspectorates }: Matter): string | undefined {
  const [first] = services;
  const ofThem = SERVICE_OF[inspectorates[0] ?? ''];
  const judge = first === undefined ? null : usualInspectorate(first);
  const isUnjudged = judge === 'hmi_probation' || judge === 'rsh';
  return isUnjudged && ofThem !== undefined && !inspectorates.includes(judge) ? ofThem : (first ?? ofThem);
}

/** Who judges it as a rule; of an article on police or fire services, and on nobody else's work, those who judge these. */
function judgeOf(service: string, { inspectorates }: Matter): Inspectorate | null {
  const own = INSPECTORATE_OF[service] ?? null;
  const [first] = inspectorates;
  const ofOthers = first !== undefined && !(first in SERVICE_OF) && first !== INSPECTORATE_OF.send;
  return ofOthers && !inspectorates.includes(own ?? '') ? (first as Inspectorate) : own;
}

/** "It rated leadership good": of an article that speaks of adult social care and of no children's services. */
const isOfAdults = ({ services, inspectorates }: Matter): boolean =>
  services[0] === 'adult_social_care' && !services.includes('childrens_services') && !inspectorates.includes('ofsted');

/** "Ofsted, which came with the Care Quality Commission, found": who came along gives no grade of its own. */
function isCompanion(reading: Reading, { from }: Mention): boolean {
  const at = reading.tokens[from - 1]?.w === 'the' ? from - 2 : from - 1;
  return ['with', 'alongside'].includes(reading.tokens[at]?.w ?? '');
}

const gap = (a: Mention, b: Mention) => (a.from >= b.to ? a.from - b.to : b.from - a.to + 0.5);
