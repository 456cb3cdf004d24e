/** Events in JSON-LD (schema.org), for programs that read pages and for catalogues. */
import { addDays } from '../dates.ts';
import type { EventReport, JudgementEvent } from '../types.ts';
import { coverageWords, type Digest } from './digest.ts';
import type { DigestLinks } from './digest-links.ts';
import { rowsOnce } from './digest-rows.ts';
import { eventLine } from './event-words.ts';
import type { Names } from './names.ts';
import { oneLine, safeUrl } from './safe.ts';

const organisation = (name: string, more: object = {}) => ({ '@type': 'Organization', name: oneLine(name), ...more });

/**
 * A schema.org `Claim`: what is reported of whom, how far it is borne out, and where it was read. It is not written as the
 * inspectorate's own review: that is the official report, which it is based on where its address is known.
 */
function claimOf(event: JudgementEvent, names: Names, page: string, official: string | null) {
  const { officialName, gssCode } = names.authority(event.authority);
  const article = ({ title, url, publisher, articleDay }: EventReport) => ({
    '@type': 'NewsArticle',
    headline: oneLine(title),
    ...(safeUrl(url) ? { url: safeUrl(url) } : {}),
    ...(publisher ? { publisher: organisation(publisher) } : {}),
    ...(articleDay ? { datePublished: articleDay } : {}),
  });
  return {
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
}

const CONTEXT = { '@context': 'https://schema.org' };

/** One event as JSON-LD. @returns text safe inside a `script` element */
export function eventJsonLd(event: JudgementEvent, names: Names, page: string, official: string | null): string {
  // Neither the end of the element nor a line break of script may stand in it.
  return JSON.stringify({ ...CONTEXT, ...claimOf(event, names, page, official) }).replaceAll(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A week of events as JSON-LD: a schema.org `Dataset` whose parts are the claims, in the order of the digest's tables. */
export function digestJsonLd(digest: Digest, names: Names, links: Pick<DigestLinks, 'event' | 'file'>): string {
  const { week, range, sample, version, edition } = digest;
  const dataset = {
    ...CONTEXT,
    '@type': 'Dataset',
    '@id': links.file('jsonld'),
    url: links.file('html'),
    identifier: edition,
    name: `${sample ? '[Sample] ' : ''}Council inspection judgements, week ${week}`,
    description: `${coverageWords(digest.coverage)}.`,
    // Schema.org writes ISO 8601 intervals with their last day; ours end before the Monday after.
    temporalCoverage: `${range.from}/${addDays(range.until, -1)}`,
    version,
    hasPart: rowsOnce(digest).map(({ event, official }) => claimOf(event, names, links.event(event.key), official)),
  };
  return `${JSON.stringify(dataset, null, 2)}\n`;
}
