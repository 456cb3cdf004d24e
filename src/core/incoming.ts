/** Articles as people hand them in: one JSON object a line, or a file. */
import { z } from 'zod';
import { isDay } from './dates.ts';

/** An ISO day or date-time that exists. */
export const isIsoTime = (value: string): boolean =>
  isDay(value) || (/^\d{4}-\d{2}-\d{2}T/.test(value) && !Number.isNaN(Date.parse(value)));

const text = z.string().max(5_000_000);
const iso = z.string().refine(isIsoTime, {
  error: 'must be an ISO date or date-time such as 2026-11-21 or 2026-11-21T09:00:00Z',
});

/** What `classify --jsonl` and `ingest --jsonl` read; further keys are ignored, so that labelled corpora can be fed in. */
const Line = z.object({
  id: z.string().min(1).max(300),
  url: text.nullish(),
  publisher: text.nullish(),
  published: iso.nullish(),
  title: text.nullish(),
  text: text.nullish(),
  html: text.nullish(),
});

export interface IncomingArticle {
  id: string;
  url: string | null;
  publisher: string | null;
  published: string | null;
  title: string;
  text: string | null;
  html: string | null;
}

export type ReadLine = { ok: true; article: IncomingArticle } | { ok: false; id: string | null; error: string };

/** All lines of a file or of standard input that hold something; a fault is told with its line, and its id when there was one. */
export function readLines(input: string): ReadLine[] {
  return input.split('\n').flatMap((line, index): ReadLine[] => {
    if (line.trim() === '') return [];
    const read = readLine(line);
    return [read.ok ? read : { ...read, error: `line ${index + 1}: ${read.error}` }];
  });
}

function readLine(line: string): ReadLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return { ok: false, id: null, error: `not JSON: ${(error as Error).message}` };
  }
  const id =
    typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? value.id : null;
  const read = Line.safeParse(value);
  if (!read.success)
    return {
      ok: false,
      id,
      error: read.error.issues.map((issue) => `${issue.path.join('.') || 'the line'}: ${issue.message}`).join('; '),
    };
  const { title, text: body, html, url, publisher, published } = read.data;
  if (body == null && html == null && !title)
    return { ok: false, id, error: 'has none of title, text and html: nothing to judge' };
  return {
    ok: true,
    article: {
      id: read.data.id,
      url: url ?? null,
      publisher: publisher ?? null,
      published: published ?? null,
      title: title ?? '',
      text: body ?? null,
      html: html ?? null,
    },
  };
}

/** Articles as JSON, an object or a list of them, on one line or several: their keys would be judged as words. */
export const looksLikeRecords = (content: string): boolean =>
  /^\s*\[?\s*\{\s*"(?:id|url|title|text|html|publisher|published)"\s*:/.test(content.slice(0, 2_000));

/** Whether bytes are a page rather than plain text: told by how they begin. */
export const looksLikeHtml = (content: string): boolean =>
  /^\s*(?:<!doctype html|<html|<\?xml|<head|<body|<article|<div|<p[ >])/i.test(content.slice(0, 2_000));
