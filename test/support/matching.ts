/** Many invented subscriptions in a database, and how it finds those an event is for. */
import type pg from 'pg';
import { makeStore } from '../../src/adapters/store/store.ts';
import { criteriaKeys, eventKeys, matches } from '../../src/core/sending/route.ts';
import type { Criteria } from '../../src/core/types.ts';
import { anEvent, asks, names } from '../sending/build.ts';

const COUNCILS = 153;
const REGIONS = ['North East', 'South East', 'London', 'South West', 'East', 'North West', 'Yorkshire', 'West', 'Mid'];
const SINCE = new Date('2026-01-05T09:00:00Z');
const EVENT = anEvent({ authority: 'council-7' });
const BATCH = 5_000;

/** In a hundred readers: 82 ask for a council, 10 for a region, 5 for a movement, 2 for an inspectorate, one for everything. */
function asked(n: number): Criteria {
  const share = n % 100;
  if (share < 82) return asks({ authorities: [`council-${n % COUNCILS}`], grades: share < 40 ? ['inadequate'] : [] });
  if (share < 92) return asks({ regions: [REGIONS[n % REGIONS.length] ?? ''] });
  if (share < 97) return asks({ directions: ['down'], services: ['childrens_services'] });
  return share < 99 ? asks({ inspectorates: ['cqc'] }) : asks({});
}

export async function fillSubscriptions(pool: pg.Pool, count: number): Promise<void> {
  for (let from = 0; from < count; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, count - from) }, (_, index) => {
      const criteria = asked(from + index);
      return { id: `reader-${from + index}`, criteria, terms: criteriaKeys(criteria) };
    });
    await pool.query(
      `INSERT INTO "Subscription" ("id", "channel", "address", "criteria", "terms", "every", "state", "since", "basis")
       SELECT r.id, 'mail', r.id || '@paper.example', r.criteria, ARRAY(SELECT jsonb_array_elements_text(r.terms)),
              'event', 'active', $2, 'a test'
       FROM jsonb_to_recordset($1::jsonb) AS r(id text, criteria jsonb, terms jsonb)`,
      [JSON.stringify(rows), SINCE],
    );
  }
  await pool.query('ANALYZE "Subscription"');
}

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: PlanNode[];
}

export interface Explained {
  /** The statement the store sent. */
  sql: string;
  /** As PostgreSQL prints it, run for real. */
  text: string;
  /** Every node of the plan. */
  nodes: PlanNode[];
  candidates: number;
  matched: number;
  /** The store's verb, rows and all. */
  ms: number;
}

/** Asks the store for the readers of one event, and PostgreSQL how it finds them: the very statement with its values. */
export async function explainMatching(pool: pg.Pool): Promise<Explained> {
  const seen: { text: string; values: unknown[] }[] = [];
  const watched = new Proxy(pool, {
    get(target, key) {
      const member = Reflect.get(target, key) as unknown;
      if (typeof member !== 'function') return member;
      if (key !== 'query') return (member as () => unknown).bind(target);
      return (query: { text: string; values?: unknown[] }, values?: unknown[]) => {
        seen.push({ text: query.text, values: values ?? query.values ?? [] });
        return (member as (...given: unknown[]) => unknown).call(target, query, values);
      };
    },
  });
  const store = makeStore(watched);
  const terms = eventKeys(EVENT, names);
  await store.subscriptionsByTerms(terms, 'event');
  const begun = performance.now();
  const candidates = await store.subscriptionsByTerms(terms, 'event');
  const ms = performance.now() - begun;
  await store.close();
  const { text: sql, values } = seen.at(-1)!;
  const plan = await pool.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(`EXPLAIN (FORMAT JSON) ${sql}`, values);
  const text = await pool.query<{ 'QUERY PLAN': string }>(`EXPLAIN (ANALYZE, BUFFERS) ${sql}`, values);
  const all = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(all)];
  return {
    ...{ sql, ms },
    text: text.rows.map((row) => row['QUERY PLAN']).join('\n'),
    nodes: all(plan.rows[0]!['QUERY PLAN'][0]!.Plan),
    candidates: candidates.length,
    matched: candidates.filter(({ criteria }) => matches(criteria, EVENT, names)).length,
  };
}
