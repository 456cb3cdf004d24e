import type { StoredAlert } from '../adapters/store/ledger.ts';
import { editBetween } from '../core/edits.ts';
import type { Deps } from './deps.ts';

/**
 * Everything that led to an event, from the bytes received to what was sent: by an alert's id, an event's key, or any key
 * the event ever had.
 *
 * @returns null when nothing is known by that name
 */
export async function trace({ store }: Pick<Deps, 'store'>, name: string) {
  const alert = await store.alert(name);
  const stored = await store.event(alert?.eventKey ?? name);
  if (!stored) return null;
  const { event } = stored;
  const aliases = await store.aliasesOf(event.key);
  const keys = [event.key, ...aliases];
  const findingIds = event.reports.map(({ findingId }) => findingId);
  const [findings, decisions, revisions, notices, alerts] = await Promise.all([
    store.findings(findingIds),
    store.decisions(findingIds),
    store.revisionsUnder(keys),
    store.noticesOf(event.key),
    store.alertsOf(keys),
  ]);
  const reports = [];
  for (const report of event.reports) {
    const finding = findings.find(({ id }) => id === report.findingId) ?? null;
    const texts = await store.revisionsOf(report.articleId);
    reports.push({
      article: { id: report.articleId, url: report.url, publisher: report.publisher, published: report.articleDay },
      items: await store.itemsBehind(report.articleId),
      revisions: texts.map(({ text, ...revision }, n) => {
        const before = texts[n - 1];
        return { ...revision, characters: text.length, edit: before ? editBetween(before, texts[n]!) : null };
      }),
      pages: await store.responses(texts.flatMap(({ rawHash }) => rawHash ?? [])),
      // The text the evidence points into.
      text: texts.find(({ number }) => number === finding?.revision)?.text ?? null,
      finding,
    });
  }
  const subjects = [...keys, ...findingIds, ...reports.flatMap(({ items }) => items.map(({ sourceId }) => sourceId))];
  const journal = (await store.history([...new Set(subjects)])).map(({ id: _id, ...entry }) => entry);
  return {
    alert: alert && ledgerRow(alert),
    event: { ...event, aliases, learntAt: stored.learntAt },
    reports,
    decisions,
    revisions,
    notices,
    alerts: alerts.map(ledgerRow),
    journal,
  };
}

export type Traced = NonNullable<Awaited<ReturnType<typeof trace>>>;

const ledgerRow = ({ body: _body, ...row }: StoredAlert) => row;
