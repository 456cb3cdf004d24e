/**
 * What is done to a document before any XML parser sees it: everything that makes parsers fail on whole feeds, or that
 * an attacker would use. All linear in the text.
 */
import { Parser } from 'htmlparser2';
import type { Coded } from '../../core/types.ts';
import { replaceEach } from './replace-each.ts';

/** Characters XML 1.0 forbids (section 2.2), lone surrogates among them. */
const ILLEGAL = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
/** The same without the cost of whole code points: whatever it passes over is legal. */
const SUSPECT = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/;
const REFERENCE = /&(?:#(\d{1,9});|#[xX]([0-9a-fA-F]{1,8});|([A-Za-z][A-Za-z0-9]{0,31});)?/g;
const XML_NAMES = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);
const MAX_ENTITIES = 100;
const MAX_ENTITY_CHARS = 300;
/** More "&" than this that are no references are an attack: the rest are left out. */
const MAX_BARE = 500_000;
/** All that declared entities may add to a document; past it they are left out. */
const MAX_GROWN_CHARS = 1_000_000;

export interface CleanXml {
  xml: string;
  warnings: Coded[];
}

/** Strips junk before the root, the DOCTYPE, forbidden characters; repairs references. @returns text and coded warnings */
export function cleanXml(text: string): CleanXml {
  const warnings: Coded[] = [];
  const warn = (code: string, message: string) => warnings.push({ code, message });
  let xml = text;
  if (SUSPECT.test(xml)) {
    xml = xml.replace(ILLEGAL, '');
    if (xml.length !== text.length) warn('controls_removed', 'characters that XML forbids were removed');
  }
  const prolog = readProlog(xml);
  if (prolog.junk) warn('malformed', 'there is text before the first element; it was ignored');
  if (prolog.doctype !== null)
    warn('doctype_removed', 'a DOCTYPE was removed unread: only its short plain entities are kept');
  const declared = entitiesIn(prolog.doctype ?? '');
  const repaired = repairReferences(xml.slice(prolog.end), declared);
  if (repaired.bare > 0)
    warn('malformed', `${repaired.bare} "&" or character reference(s) were not well formed; they were taken literally`);
  if (repaired.cut)
    warn('entities_cut', `the DOCTYPE's entities add more than ${MAX_GROWN_CHARS} characters; the rest were left out`);
  return { xml: repaired.xml, warnings };
}

/** Walks comments, processing instructions and a DOCTYPE up to the first element. */
function readProlog(xml: string): { end: number; doctype: string | null; junk: boolean } {
  let at = 0;
  let doctype: string | null = null;
  let junk = false;
  while (at < xml.length) {
    const open = xml.indexOf('<', at);
    if (open < 0) return { end: xml.length, doctype, junk: true };
    if (xml.slice(at, open).trim() !== '') junk = true;
    if (at === 0 && open > 0 && xml.startsWith('<?xml', open)) junk = true;
    if (xml.startsWith('<!--', open)) at = after(xml, '-->', open + 4);
    else if (xml.startsWith('<?', open)) at = after(xml, '>', open + 2);
    else if (/^<!doctype/i.test(xml.slice(open, open + 9))) {
      at = doctypeEnd(xml, open);
      doctype = xml.slice(open, at);
    } else if (/^<[A-Za-z_]/.test(xml.slice(open, open + 2))) return { end: open, doctype, junk };
    else {
      junk = true;
      at = open + 1;
    }
  }
  return { end: xml.length, doctype, junk };
}

const after = (xml: string, mark: string, from: number) => {
  const at = xml.indexOf(mark, from);
  return at < 0 ? xml.length : at + mark.length;
};

function doctypeEnd(xml: string, open: number): number {
  let depth = 0;
  let quote = '';
  for (let i = open; i < xml.length; i++) {
    const c = xml[i]!;
    if (quote) {
      if (c === quote) quote = '';
    } else if (depth > 0 && (c === '"' || c === "'")) quote = c;
    else if (c === '[') depth++;
    else if (c === ']') depth--;
    else if (c === '>' && depth <= 0) return i + 1;
  }
  return after(xml, '>', open);
}

/** Internal entities that are short plain text; anything that refers to another entity or a file is left out. */
function entitiesIn(doctype: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const m of doctype.matchAll(/<!ENTITY\s+([A-Za-z][\w.-]{0,31})\s+(?:"([^"]*)"|'([^']*)')\s*>/g)) {
    const value = m[2] ?? m[3] ?? '';
    if (found.size < MAX_ENTITIES && value.length <= MAX_ENTITY_CHARS && !/[&%<]/.test(value)) found.set(m[1]!, value);
  }
  return found;
}

interface Repaired {
  xml: string;
  /** References that were none. */
  bare: number;
  /** Declared entities added more than they may. */
  cut: boolean;
}

function repairReferences(xml: string, declared: Map<string, string>): Repaired {
  let bare = 0;
  let grown = 0;
  const meaning = (name: string): string | null => {
    const value = declared.get(name);
    if (value === undefined) return htmlEntity(name);
    grown += value.length;
    return grown > MAX_GROWN_CHARS ? '' : value;
  };
  const repaired = ([whole, decimal, hex, name]: RegExpExecArray): string => {
    if (decimal !== undefined || hex !== undefined) {
      const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex!, 16);
      if (legal(code)) return whole;
      bare++;
      return code === 0 || code > 0x1f ? '\ufffd' : '';
    }
    if (name !== undefined) {
      if (XML_NAMES.has(name)) return whole;
      const value = meaning(name);
      // A named reference may stand for "&" or "<" itself: those stay escaped.
      if (value !== null) return value.replace(/&/g, '&amp;').replace(/</g, '&lt;');
    }
    bare++;
    return bare > MAX_BARE ? '' : `&amp;${whole.slice(1)}`;
  };
  const outside = (part: string) => (part.includes('&') ? replaceEach(part, REFERENCE, repaired) : part);

  const parts: string[] = [];
  let at = 0;
  for (;;) {
    const open = xml.indexOf('<![CDATA[', at);
    const close = open < 0 ? -1 : xml.indexOf(']]>', open);
    if (open < 0 || close < 0) break;
    parts.push(outside(xml.slice(at, open)), xml.slice(open, close + 3));
    at = close + 3;
  }
  parts.push(outside(xml.slice(at)));
  return { xml: parts.join(''), bare, cut: grown > MAX_GROWN_CHARS };
}

const legal = (code: number) =>
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff);

const known = new Map<string, string | null>();
const MOST_KNOWN = 5_000;
/** What HTML means by `&name;`, null where it is no name of HTML. */
function htmlEntity(name: string): string | null {
  const cached = known.get(name);
  if (cached !== undefined) return cached;
  let value = '';
  const collect = (text: string) => {
    value += text;
  };
  const parser = new Parser({ ontext: collect }, { decodeEntities: true });
  parser.end(`&${name};`);
  const meant = value.startsWith('&') && value.length > 1 ? null : value;
  if (known.size < MOST_KNOWN) known.set(name, meant);
  return meant;
}
