/** Bytes in, entries out: decode, tell the kind, read. Never loses a readable entry to an exception. */
import { gunzipSync } from 'node:zlib';
import type { Coded, ParsedFeed } from '../../core/types.ts';
import { giveUp } from '../../errors.ts';
import type { ReadHints } from '../../ports.ts';
import { decode } from '../decode.ts';
import { challengeSign } from './challenge.ts';
import { cleanXml } from './clean-xml.ts';
import { finish } from './finish.ts';
import { isPlain } from './is-plain.ts';
import { readJson } from './json-feed.ts';
import { absolute } from './links.ts';
import { type ListRules, readListPage } from './list-page.ts';
import { withoutScript } from './loose-json.ts';
import { readMail } from './mail.ts';
import { readPlainly } from './plain.ts';
import type { RawFeed } from './raw.ts';
import { readTolerantly } from './tolerant.ts';

/** A gzipped sitemap may not unfold past this. */
const MAX_UNZIPPED_BYTES = 20 * 1024 * 1024;
const FEED_ROOT = /<(?:[\w-]+:)?(rss|rdf|feed|urlset|sitemapindex|channel|entry|item)[\s>/]/i;

/** @throws GiveUp `not_a_feed`, `challenge`, `parse`, `too_large` */
export async function readFeed(bytes: Uint8Array, hints: ReadHints, lists: ListRules): Promise<ParsedFeed> {
  if (hints.expect === 'mail') return readMail(bytes, hints.now);
  const { text, warnings } = decode(unzipped(bytes), hints.headers['content-type']);
  const located = hints.headers['content-location'];
  const base = (located && absolute(located, hints.base)) || hints.base;
  const parsed = await readText(text, { ...hints, base }, lists);
  return { ...parsed, warnings: [...warnings, ...parsed.warnings] };
}

async function readText(text: string, hints: ReadHints, lists: ListRules): Promise<ParsedFeed> {
  const where = hints.base ?? 'the document';
  if (text.trim() === '')
    throw giveUp(`${where}: the body is empty; a feed, list page or sitemap was expected`, { errorClass: 'parse' });
  const handed = withoutScript(text);
  if (handed !== null) return scripted(await readText(handed, hints, lists));
  const head = text.slice(0, 4_000).trimStart();
  if (/^[[{]/.test(head)) {
    const json = readJson(text);
    if (json) return finish(json, hints);
    throw giveUp(`${where}: JSON, but no JSON Feed and no list of entries with titles or links`, {
      errorClass: 'not_a_feed',
    });
  }
  if (isHtml(head)) {
    const sign = challengeSign(text, hints.headers);
    if (sign)
      throw giveUp(
        `${where}: a challenge page stands in the way (${sign}); open it in a browser, or ask the site to let the reader in`,
        { errorClass: 'challenge' },
      );
    // A feed's address that answers with a page has moved or gone: its headlines are not the feed's entries.
    if (hints.expect === 'feed')
      throw giveUp(`${where}: an HTML page where a feed was expected; look for the feed's new address`, {
        errorClass: 'not_a_feed',
      });
    const page = readListPage(text, hints, lists);
    if (page.entries.length === 0)
      throw giveUp(
        `${where}: an HTML page without a list of linked headlines; give the address of the news list or of a feed`,
        { errorClass: 'not_a_feed' },
      );
    return page;
  }
  const xml = cleanXml(text);
  if (!FEED_ROOT.test(xml.xml.slice(0, 20_000)))
    throw giveUp(
      `${where}: neither feed, list page nor sitemap: it begins with "${head.slice(0, 40).replace(/\s+/g, ' ')}"`,
      { errorClass: 'not_a_feed' },
    );
  const { raw, malformed } = await readXml(xml.xml);
  const feed = finish({ ...raw, warnings: merged([...xml.warnings, ...malformed, ...raw.warnings]) }, hints);
  if (
    feed.entries.length === 0 &&
    !feed.children &&
    raw.warnings.some(({ code }) => code === 'truncated' || code === 'too_deep')
  )
    throw giveUp(`${where}: broken before its first entry (${raw.warnings[0]!.message})`, { errorClass: 'parse' });
  return feed;
}

const SCRIPT_WARNING = { code: 'jsonp_unwrapped', message: 'a script around the JSON (JSONP) was ignored' };
const scripted = (feed: ParsedFeed): ParsedFeed => ({ ...feed, warnings: [SCRIPT_WARNING, ...feed.warnings] });

/** rss-parser where the document is well formed and plain, else the tolerant reader. */
async function readXml(xml: string): Promise<{ raw: RawFeed; malformed: Coded[] }> {
  const root = /^<(rss|rdf|feed)/i.exec(xml)?.[1]?.toLowerCase();
  if (root === undefined || !isPlain(xml)) return { raw: readTolerantly(xml), malformed: [] };
  const plain = await readPlainly(xml, root === 'feed' ? 'atom' : (root as 'rss' | 'rdf'));
  if (!('refused' in plain)) return { raw: plain, malformed: [] };
  const message = `not well formed (${plain.refused}); what can be read was kept`;
  return { raw: readTolerantly(xml), malformed: [{ code: 'malformed', message }] };
}

const merged = (warnings: Coded[]) => [...new Map(warnings.reverse().map((w) => [w.code, w])).values()].reverse();

const HTML_TAG =
  /^(?:html|head|body|main|div|title|meta|link|script|style|p|article|section|header|nav|ul|ol|table|h[1-6]|a|span|center|br)$/i;

/** By its first element, or a doctype that says so; a feed behind stray mark-up is still a feed. */
function isHtml(head: string): boolean {
  if (/<!doctype\s+html/i.test(head.slice(0, 2_000)) || /<html[\s>]/i.test(head))
    return !/<(?:rss|feed|rdf:RDF)[\s>]/i.test(head);
  return !FEED_ROOT.test(head) && HTML_TAG.test(/<([A-Za-z][\w:-]*)/.exec(head)?.[1] ?? '');
}

function unzipped(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_UNZIPPED_BYTES });
  } catch (cause) {
    throw giveUp(`a gzipped body that is broken or unfolds past ${MAX_UNZIPPED_BYTES / 1024 / 1024} MB`, {
      cause,
      errorClass: 'too_large',
    });
  }
}
