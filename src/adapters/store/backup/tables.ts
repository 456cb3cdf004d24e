/** The product's tables as the database itself describes them: a new one is in the next backup without a list to keep. */
import type { PoolClient } from 'pg';

export interface Column {
  name: string;
  /** As SQL spells it. */
  type: string;
}

export interface Table {
  name: string;
  /** Primary key, in order: what rows are sorted by. */
  key: string[];
  columns: Column[];
  /** The column a sequence numbers. */
  serial: string | null;
}

/** Facts that name this installation, not what it knows: its queue, and that it was restored and sends nothing. */
export const INSTALLATION = 'installation';
export const RESTORED = 'restored';

const TABLES = `
  SELECT c.relname AS name,
    (SELECT array_agg(a.attname::text ORDER BY k.at) FROM pg_index i, unnest(i.indkey) WITH ORDINALITY AS k(num, at), pg_attribute a
      WHERE i.indrelid = c.oid AND i.indisprimary AND a.attrelid = c.oid AND a.attnum = k.num) AS key,
    (SELECT json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) ORDER BY a.attnum) FROM pg_attribute a
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
    (SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0
      AND pg_get_serial_sequence(format('%I.%I', 'public', c.relname), a.attname) IS NOT NULL LIMIT 1) AS serial,
    COALESCE((SELECT array_agg(DISTINCT t.relname::text) FROM pg_constraint f JOIN pg_class t ON t.oid = f.confrelid
      WHERE f.conrelid = c.oid AND f.contype = 'f' AND t.oid <> c.oid), '{}') AS needs
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relname NOT LIKE '\\_%'
  ORDER BY c.relname`;

/** @returns every table after those its rows refer to */
export async function tablesInOrder(client: PoolClient): Promise<Table[]> {
  const { rows } = await client.query<Table & { needs: string[] }>(TABLES);
  const ordered: Table[] = [];
  let left = rows;
  while (left.length > 0) {
    const done = new Set(ordered.map(({ name }) => name));
    const ready = left.filter(({ needs }) => needs.every((name) => done.has(name)));
    if (ready.length === 0) throw new Error(`tables refer to each other in a circle: ${left.map(({ name }) => name)}`);
    ordered.push(...ready.map(({ needs: _, ...table }) => table));
    left = left.filter((table) => !ready.includes(table));
  }
  return ordered;
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The newest migration that was applied: which shape the rows have. */
export async function shapeOf(client: PoolClient): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY migration_name DESC LIMIT 1',
  );
  return rows[0]?.name ?? '';
}

/** JSON travels as text: inside other JSON its null could not be told from a missing value. */
export const isJson = ({ type }: Column): boolean => type === 'json' || type === 'jsonb';
