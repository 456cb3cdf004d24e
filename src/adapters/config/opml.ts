/** OPML 2.0 outlines, with the line each stands on. What they mean for us is `source-list.ts`'s to say. */
import { html } from 'hono/html';
import { Parser } from 'htmlparser2';
import { oneLine, plain } from '../../core/sending/safe.ts';

export interface Outline {
  /** 1-based line its tag begins on. */
  line: number;
  /** As written, but for character references. */
  attributes: Record<string, string>;
}

/**
 * The outlines of a document, flat, in order. Only character references are resolved: no document type is read.
 *
 * @param faults gets a sentence when the text is no OPML or ends before its end
 */
export function readOutlines(xml: string, file: string, faults: string[]): Outline[] {
  const found: Outline[] = [];
  const names: string[] = [];
  let root: string | null = null;
  let unclosed: string | null = null;
  let line = 1;
  let at = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        for (; at < parser.startIndex; at += 1) if (xml.charCodeAt(at) === 10) line += 1;
        root ??= name;
        names.push(name);
        if (name === 'outline') found.push({ line, attributes });
      },
      onclosetag(name, implied) {
        names.pop();
        if (implied && !xml.slice(parser.startIndex, parser.endIndex + 1).endsWith('/>')) unclosed ??= name;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  if (root !== 'opml')
    faults.push(`${file}: ${root === null ? 'holds no XML' : `its root is <${root}>`}; OPML was expected`);
  else if (unclosed !== null) faults.push(`${file}: <${unclosed}> is never closed; the file may be cut short`);
  return found;
}

export interface OutlineGroup {
  text: string;
  outlines: Record<string, string | null>[];
}

/** @param namespaces prefix → address, declared on the root. @param groups attributes in the order given; null ones are left out */
export function writeOutlines(
  title: string,
  created: Date,
  namespaces: Record<string, string>,
  groups: readonly OutlineGroup[],
): string {
  const attributes = (all: Record<string, string | null>) =>
    Object.entries(all).map(([name, value]) => (value === null ? '' : html` ${name}="${oneLine(value)}"`));
  const declared = Object.fromEntries(Object.entries(namespaces).map(([prefix, uri]) => [`xmlns:${prefix}`, uri]));
  const opml = html`<opml version="2.0"${attributes(declared)}>
  <head>
    <title>${title}</title>
    <dateCreated>${created.toUTCString()}</dateCreated>
  </head>
  <body>${groups.map(
    ({ text, outlines }) => html`
    <outline text="${text}">${outlines.map(
      (outline) => html`
      <outline${attributes(outline)}/>`,
    )}
    </outline>`,
  )}
  </body>
</opml>
`;
  return `<?xml version="1.0" encoding="utf-8"?>\n${plain(String(opml))}`;
}
