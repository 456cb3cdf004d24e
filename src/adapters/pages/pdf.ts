/** An inspectorate's report that is a PDF, read as a page is: title, paragraphs, the rows of its judgement table. */
import { getDocumentProxy } from 'unpdf';
import type { ExtractedPage } from '../../core/types.ts';
import { giveUp } from '../../errors.ts';
import { linesOf, type Piece, reportText, titleOf } from './report-lines.ts';

/** The judgements and their summary stand on the first pages; what follows is about practice, page after page. */
const MOST_PAGES = 6;
const MOST_PIECES = 30_000;
const MAX_TEXT = 100_000;

/** @throws GiveUp `parse` for a document that is broken, locked or holds pictures of text only */
export async function readPdf(bytes: Uint8Array, url: string | null): Promise<ExtractedPage> {
  const where = url ?? 'the report';
  const document = await open(bytes, where);
  const pages: ReturnType<typeof linesOf>[] = [];
  let pieces = 0;
  try {
    for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES) && pieces < MOST_PIECES; number += 1) {
      const page = await document.getPage(number);
      const found = piecesOf((await page.getTextContent()).items).slice(0, MOST_PIECES - pieces);
      page.cleanup();
      pieces += found.length;
      pages.push(linesOf(found));
    }
  } catch (cause) {
    throw giveUp(`${where}: a PDF that is broken at page ${pages.length + 1}`, { cause, errorClass: 'parse' });
  } finally {
    await document.loadingTask.destroy();
  }
  const text = reportText(pages).slice(0, MAX_TEXT);
  if (text === '')
    throw giveUp(`${where}: a PDF without text, perhaps scanned; read it by eye`, { errorClass: 'parse' });
  const title = titleOf(pages[0] ?? []) || text.slice(0, 120);
  return {
    url,
    title,
    text: text.startsWith(`${title}\n\n`) ? text.slice(title.length + 2) : text,
    byline: null,
    publisher: null,
    published: null,
    modified: null,
    lang: null,
    canonical: null,
    engine: 'pdf',
    confidence: 0.9,
  };
}

async function open(bytes: Uint8Array, where: string) {
  try {
    // Nothing a document carries is run, and nothing is fetched for it. The reader keeps the bytes it is given.
    return await getDocumentProxy(Uint8Array.from(bytes), {
      isEvalSupported: false,
      disableFontFace: true,
      verbosity: 0,
    });
  } catch (cause) {
    const locked = cause instanceof Error && cause.name === 'PasswordException';
    throw giveUp(`${where}: ${locked ? 'a PDF locked with a password' : 'a PDF that cannot be read'}`, {
      cause,
      errorClass: 'parse',
    });
  }
}

/** Marks of structure carry no text; text turned on its side is no sentence. */
function piecesOf(items: readonly unknown[]): Piece[] {
  return (items as { str?: string; transform?: number[]; width?: number }[]).flatMap(({ str, transform, width }) => {
    if (str === undefined || !transform || Math.abs(transform[1] ?? 0) > 0.01) return [];
    const [, , , scale = 0, x = 0, y = 0] = transform;
    return [{ text: str, x, y, width: width ?? 0, height: Math.abs(scale) || 10 }];
  });
}
