/** Visits and outcomes without a grade, each with all that its article ever told of it. */
import { dayOf } from '../../core/dates.ts';
import { canonicalJson, digestId } from '../../core/keys.ts';
import type { ActivityHistory } from '../../core/sending/activity-history.ts';
import type { DayRange, Evidence, UngradedActivity } from '../../core/types.ts';
import type { StoredArticle } from './articles.ts';
import { json, type Prisma, type PrismaClient } from './client.ts';

type Row = Prisma.ActivityGetPayload<Record<string, never>>;

/** What an article tells from now on; what it told before stays as it was told then. Call it under the article's lock. */
export async function keepActivities(
  tx: Prisma.TransactionClient,
  article: StoredArticle,
  told: readonly UngradedActivity[],
  now: Date,
): Promise<void> {
  const newest = await tx.activity.findMany({
    where: { articleId: article.id },
    orderBy: [{ id: 'asc' }, { number: 'desc' }],
    distinct: ['id'],
  });
  const known = new Map(newest.map((row) => [row.id, row]));
  const stands = told.map((activity) => rowOf(article, activity));
  const standing = new Set(stands.map(({ id }) => id));
  const gone = newest.filter(({ id }) => !standing.has(id)).map((row) => ({ ...row, stands: false }));
  await tx.activity.createMany({
    data: [...stands, ...gone].flatMap((row) => {
      const before = known.get(row.id);
      if (before && essence(before) === essence(row)) return [];
      return [
        {
          ...row,
          evidence: json(row.evidence),
          revision: article.revision,
          number: (before?.number ?? 0) + 1,
          at: now,
        },
      ];
    }),
  });
}

function rowOf({ id, revision, publisher, published }: StoredArticle, activity: UngradedActivity) {
  const { authority, kind, outcome, evidence } = activity;
  return {
    id: digestId('activity', id, authority, kind),
    ...{ articleId: id, revision, publisher, authority, kind, outcome, evidence },
    day: dayOf(published),
    stands: true,
  };
}

/** Of what is gone nothing else matters. */
const essence = ({
  stands,
  outcome,
  day,
  publisher,
  revision,
  evidence,
}: Pick<Row, 'stands' | 'outcome' | 'day' | 'publisher' | 'revision'> & { evidence: unknown }): string =>
  canonicalJson(stands ? { outcome, day, publisher, revision, evidence } : null);

export const activityStore = (prisma: PrismaClient) => ({
  /** Those of articles of these days, and those learnt or changed between these moments, with all that was told up to one. */
  async activitiesAsAt(
    days: DayRange,
    { from, until }: { from: Date; until: Date },
    asAt: Date,
  ): Promise<ActivityHistory[]> {
    const touched = await prisma.activity.findMany({
      where: {
        at: { lte: asAt },
        OR: [{ at: { gte: from, lt: until } }, { day: { gte: days.from, lt: days.until } }],
      },
      select: { id: true },
      distinct: ['id'],
      orderBy: { id: 'asc' },
    });
    const rows = await prisma.activity.findMany({
      where: { id: { in: touched.map(({ id }) => id) }, at: { lte: asAt } },
      orderBy: [{ id: 'asc' }, { number: 'asc' }],
      include: { article: { select: ARTICLE } },
    });
    return touched.map(({ id }) =>
      historyOf(
        rows.filter((row) => row.id === id),
        asAt,
      ),
    );
  },
});

const ARTICLE = {
  ...{ url: true, alerting: true, alertAskedAt: true },
  revisions: { select: { number: true, title: true } },
} as const;
type ReadRow = Prisma.ActivityGetPayload<{ include: { article: { select: typeof ARTICLE } } }>;

/** @param rows of one activity, oldest first */
function historyOf(rows: readonly ReadRow[], asAt: Date): ActivityHistory {
  const [{ id, articleId, authority, kind, article }] = rows as [ReadRow];
  const wasAsked = article.alertAskedAt !== null && article.alertAskedAt <= asAt;
  const titles = new Map(article.revisions.map(({ number, title }) => [number, title]));
  return {
    ...{ id, articleId, authority, url: article.url },
    kind: kind as UngradedActivity['kind'],
    isBackCatalogue: article.alerting === 'never' && !wasAsked,
    revisions: rows.map(({ revision, publisher, outcome, day, stands, evidence, at }) => ({
      ...{ title: titles.get(revision) ?? '', publisher, outcome, day, stands, at },
      evidence: evidence as unknown as Evidence[],
    })),
  };
}
