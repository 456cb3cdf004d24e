/**
 * Keys of events: readable, made from content alone, so the same reports give the same keys in any order.
 *
 * `northshire.ofsted.childrens_services.ilacs.2019-07`: authority, inspectorate, service, framework family and the month
 * of the best known time. A better known time or family gives a new key; the old one stays as an alias.
 */
import type { JudgementEvent, RegisterJudgement } from '../types.ts';

type Keyed = Omit<JudgementEvent, 'v' | 'key' | 'held' | 'register'>;

const monthOf = (day: string) => day.slice(0, 7);
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Month of publication as the register has it, else as reported, else the first article's, else the visit's. */
function anchorOf(event: Keyed, judgements: RegisterJudgement[]): string | null {
  const official = judgements.flatMap((row) => row.published ?? row.publishedWithin?.from ?? row.inspected?.from ?? []);
  const within = event.publishedWithin?.basis === 'stated' ? event.publishedWithin.from : null;
  const day = official.sort()[0] ?? event.published ?? within ?? event.day ?? event.inspected?.from;
  return day ? monthOf(day) : null;
}

/**
 * Keys for the events of one group, in the order given. Events that would share a key are told apart by grade, and
 * where that is equal too by their place among each other in order of content. `family` and `judgements` may come from
 * the register, the content is the texts'.
 */
export function eventKeys(
  events: { content: Keyed; family: string | null; judgements: RegisterJudgement[] }[],
): string[] {
  const grades = ({ headlines }: Keyed) => headlines.map(({ grade }) => grade).join('-') || 'ungraded';
  const plain = events.map(({ content, family, judgements }) => {
    const { authority, inspectorate, service } = content;
    const anchor = anchorOf(content, judgements);
    const base = [authority, inspectorate, service, family ?? 'any', anchor ?? 'undated'].join('.');
    return anchor ? base : `${base}.${grades(content)}`;
  });
  const graded = plain.map((key, i) => (countOf(key, plain) > 1 ? `${key}.${grades(events[i]!.content)}` : key));
  const order = events
    .map((_, i) => i)
    .sort((a, b) => byText(contentId(events[a]!.content), contentId(events[b]!.content)));
  return graded.map((key, i) => {
    const alike = order.filter((j) => graded[j] === key);
    const place = alike.indexOf(i);
    return place === 0 ? key : `${key}.${place + 1}`;
  });
}

const countOf = (key: string, keys: string[]) => keys.filter((other) => other === key).length;
const contentId = ({ reports }: Keyed) => reports.map(({ findingId }) => findingId).sort()[0] ?? '';

/**
 * Where events went whose key is gone: to the event that holds most of their findings.
 *
 * @param previous events as last kept
 * @param now      events of the same group as correlated again
 */
export function aliasesFor(
  previous: readonly { key: string; findingIds: readonly string[] }[],
  now: readonly JudgementEvent[],
): { oldKey: string; newKey: string }[] {
  const live = new Set(now.map(({ key }) => key));
  return previous.flatMap(({ key, findingIds }) => {
    if (live.has(key)) return [];
    const shared = ({ reports }: JudgementEvent) =>
      reports.filter(({ findingId }) => findingIds.includes(findingId)).length;
    const [heir] = [...now].sort((a, b) => shared(b) - shared(a) || byText(a.key, b.key));
    return heir && shared(heir) > 0 ? [{ oldKey: key, newKey: heir.key }] : [];
  });
}
