/** Reads files of a config folder and keeps where each value stands, so that a fault names file and line. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { SpellingIndex } from '../../core/judging/text/spelling.ts';
import { WrongUse } from '../../errors.ts';

export class Faults {
  readonly list: string[] = [];
  add(file: string, line: number | null, message: string): void {
    this.list.push(line === null ? `${file}: ${message}` : `${file} line ${line}: ${message}`);
  }
}

/** A YAML file read: its value and the line of any path in it. */
export interface Read<T> {
  value: T;
  file: string;
  lineOf(path: PropertyKey[]): number;
}

/** @returns null when the file cannot be read or does not fit; every fault has been noted. */
export function readYaml<S extends z.ZodType>(
  root: string,
  path: string,
  schema: S,
  faults: Faults,
): Read<z.infer<S>> | null {
  const full = join(root, path);
  if (!existsSync(full)) {
    faults.add(
      path,
      null,
      'is missing from the config folder; copy it from the package or set GRADEWATCH_CONFIG to a complete folder',
    );
    return null;
  }
  const lines = new LineCounter();
  // Not pretty: those messages say the line once more, and show the text around it.
  const options = { lineCounter: lines, uniqueKeys: true, prettyErrors: false };
  const document = parseDocument(readFileSync(full, 'utf8'), options);
  for (const error of document.errors) faults.add(path, lines.linePos(error.pos[0]).line, error.message);
  if (document.errors.length > 0) return null;
  const lineOf = (keys: PropertyKey[]): number => {
    for (let n = keys.length; n >= 0; n--) {
      const node = document.getIn(keys.slice(0, n), true) as { range?: [number, number, number] } | undefined;
      if (node?.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const result = schema.safeParse(document.toJS());
  if (!result.success) {
    for (const issue of result.error.issues) noteIssue(issue, path, lineOf, faults, document.toJS(), schema);
    return null;
  }
  return { value: result.data, file: path, lineOf };
}

/** A YAML file that stands for itself. @throws WrongUse naming every fault by line */
export function loadYaml<S extends z.ZodType>(root: string, path: string, schema: S): z.infer<S> {
  const faults = new Faults();
  const read = readYaml(root, path, schema, faults);
  if (read === null) throw new WrongUse(faults.list);
  return read.value;
}

function noteIssue(
  issue: z.core.$ZodIssue,
  file: string,
  lineOf: (p: PropertyKey[]) => number,
  faults: Faults,
  document: unknown,
  schema: z.ZodType,
): void {
  const where = issue.path.map(String).join('.') || 'the file';
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path);
    for (const key of issue.keys) {
      const meant = nearest(key, known);
      faults.add(
        file,
        lineOf([...issue.path, key]),
        `unknown key "${key}" in ${where}${meant ? `; did you mean "${meant}"?` : `; known are ${known.join(', ')}`}`,
      );
    }
    return;
  }
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String);
    const written = valueAt(document, issue.path);
    const meant = typeof written === 'string' ? nearest(written, allowed) : null;
    const not = typeof written === 'string' ? `, not "${written}"` : '';
    faults.add(
      file,
      lineOf(issue.path),
      `${where} must be one of ${allowed.join(', ')}${not}${meant ? `; did you mean "${meant}"?` : ''}`,
    );
    return;
  }
  faults.add(file, lineOf(issue.path), `${where}: ${issue.message}`);
}

const valueAt = (document: unknown, path: PropertyKey[]): unknown =>
  path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | null | undefined)?.[key], document);

/** Keys a schema knows at a path, to suggest the one that was meant. */
function keysAt(schema: z.ZodType, path: PropertyKey[]): string[] {
  let at: unknown = schema;
  for (const part of path) at = stepInto(unwrap(at), part);
  const shape = (unwrap(at) as { shape?: Record<string, unknown> } | undefined)?.shape;
  return shape ? Object.keys(shape) : [];
}
type Def = {
  def?: { innerType?: unknown; element?: unknown; valueType?: unknown; options?: unknown[]; in?: unknown };
  shape?: Record<string, unknown>;
};
function unwrap(schema: unknown): unknown {
  let at = schema as Def | undefined;
  while (at?.def?.innerType !== undefined || at?.def?.in !== undefined) at = (at.def.innerType ?? at.def.in) as Def;
  const object = at?.def?.options?.find((o) => (o as Def).shape !== undefined);
  return object ?? at;
}
function stepInto(schema: unknown, part: PropertyKey): unknown {
  const at = schema as Def | undefined;
  return at?.shape?.[String(part)] ?? at?.def?.element ?? at?.def?.valueType;
}

/** The one known word within a typing slip, else one that begins alike. */
export function nearest(word: string, known: string[]): string | null {
  return (
    new SpellingIndex(known, []).near(word) ??
    known.find((k) => k.startsWith(word.slice(0, 4)) && word.length > 3) ??
    null
  );
}

export function yamlFiles(root: string, folder: string): string[] {
  const full = join(root, folder);
  if (!existsSync(full)) return [];
  return readdirSync(full)
    .filter((f) => f.endsWith('.yaml'))
    .sort()
    .map((f) => join(folder, f));
}

/** Rows of a CSV file with their lines. Columns must be exactly those named. */
export function readCsv(
  root: string,
  path: string,
  columns: string[],
  faults: Faults,
  required = true,
): { row: Record<string, string>; line: number }[] {
  const full = path.startsWith('/') ? path : join(root, path);
  const name = path.startsWith('/') ? relative(root, path) : path;
  if (!existsSync(full)) {
    if (required) faults.add(name, null, 'is missing from the config folder');
    return [];
  }
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parseCsv(readFileSync(full, 'utf8'), {
      bom: true,
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
    }) as unknown as typeof records;
  } catch (cause) {
    faults.add(name, null, `cannot be read as CSV: ${(cause as Error).message}`);
    return [];
  }
  const header = records[0]?.record ?? [];
  for (const column of header)
    if (!columns.includes(column)) {
      const meant = nearest(column, columns);
      faults.add(name, 1, `unknown column "${column}"${meant ? `; did you mean "${meant}"?` : ''}`);
    }
  for (const column of columns) if (!header.includes(column)) faults.add(name, 1, `column "${column}" is missing`);
  return records.slice(1).flatMap(({ record, info }) => {
    if (record.length !== header.length) {
      faults.add(name, info.lines, `has ${record.length} cells, the header has ${header.length}`);
      return [];
    }
    return [{ row: Object.fromEntries(header.map((h, i) => [h, record[i] ?? ''])), line: info.lines }];
  });
}
