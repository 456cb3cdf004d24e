/** An event as others cite it: a line of text, and JSON-LD (schema.org) for programs that read pages. */
import type { EventReport, JudgementEvent } from '../types.ts';
import { eventLine } from './event-words.ts';
import { dayWords, type Names } from './names.ts';
import { oneLine, safeUrl } from './safe.ts';

/** The report a citation names, and what it was read as: the hash says whether a copy is the same text. */
export interface Cited {
  report: EventReport;
  revision: number;
  /** SHA-256 of the JSON array of title and text. */
  hash: string;
}

/** `“Title”, Publisher, 18 November 2026, https://… Read as revision 1, SHA-256 ….` */
export function citation({ report, revision, hash }: Cited): string {
  const day = report.articleDay === null ? 'no date' : dayWords(report.articleDay);
  const said = [`“${oneLine(report.title)}”`, report.publisher, day, safeUrl(report.url)].filter(Boolean).join(', ');
  return `${said}. Read as revision ${revision}, SHA-256 ${hash}.`;
}

const organisation = (name: string, more: object = {}) => ({ '@type': 'Organization', name: oneLine(name), ...more });

/**
 * A schema.org `Claim`: what is reported of whom, how far it is borne out, and where it was read. It is not written as the
 * inspectorate's own review: that is the official report, which it is based on where its address is known.
 *
 * @returns text safe inside a `script` element
 */
export function eventJsonLd(event: JudgementEvent, names: Names, page: string, official: string | null): string {
  const { officialName, gssCode } = names.authority(event.authority);
  const article = ({ title, url, publisher, articleDay }: EventReport) => ({
    '@type': 'NewsArticle',
    headline: oneLine(title),
    ...(safeUrl(url) ? { url: safeUrl(url) } : {}),
    ...(publisher ? { publisher: organisation(publisher) } : {}),
    ...(articleDay ? { datePublished: articleDay } : {}),
  });
  const found = {
    '@context': 'https://schema.org',
    '@type': 'Claim',
    '@id': page,
    url: page,
    identifier: event.key,
    name: eventLine(event, names),
    creativeWorkStatus: event.status,
    about: {
      '@type': 'GovernmentOrganization',
      name: oneLine(officialName),
      ...(gssCode ? { identifier: gssCode } : {}),
    },
    sourceOrganization: organisation(names.inspectorate(event.inspectorate)),
    ...(event.day && !event.dayUntil ? { datePublished: event.day } : {}),
    ...(safeUrl(official) ? { isBasedOn: safeUrl(official) } : {}),
    appearance: event.reports.map(article),
  };
  // Neither the end of the element nor a line break of script may stand in it.
  return JSON.stringify(found).replaceAll(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
