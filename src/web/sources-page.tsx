import type { FC } from 'hono/jsx';
import type { SourceHealth } from '../core/health.ts';
import { momentWords } from '../core/sending/names.ts';
import { safeUrl } from '../core/sending/safe.ts';
import { SOURCE_STATUSES, type SourceStatus } from '../core/types.ts';

const COUNTED = [
  ['answering', 'answering'],
  ['failing', 'failing'],
  ['not yet polled', 'not yet polled'],
  ['off', 'switched off'],
] as const;

/** `9 sources: 8 answering, 1 failing`: only what is not nought. */
export function healthWords(health: readonly SourceHealth[]): string {
  const parts = COUNTED.flatMap(([state, word]) => {
    const count = health.filter((source) => source.state === state).length;
    return count > 0 ? [`${count} ${word}`] : [];
  });
  return `${health.length === 1 ? 'one source' : `${health.length} sources`}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`;
}

const OFF_WORDS: Partial<Record<SourceStatus, string>> = {
  blocked: 'off: it refuses programs',
  dead: 'off: the address is dead',
  retired: 'off: it has moved or ended',
  paused: 'off: paused',
};

/** What needs a person first: failing, not yet polled, answering, off; by name within. */
const ORDER: SourceHealth['state'][] = ['failing', 'not yet polled', 'answering', 'off'];

const FORMATS: Record<string, string> = {
  html: 'list page',
  rss: 'RSS',
  atom: 'Atom',
  rdf: 'RSS 1.0',
  json: 'JSON Feed',
  sitemap: 'news sitemap',
  mail: 'folder of mails',
};

const State: FC<{ source: SourceHealth }> = ({ source }) => (
  <>
    <span class={source.state === 'failing' ? 'status-bad' : source.state === 'answering' ? 'status-ok' : 'soft'}>
      {source.state === 'off' ? (OFF_WORDS[source.status] ?? source.status) : source.state}
    </span>
    {source.error && source.state !== 'off' ? (
      <div class="soft small">
        {source.error.message} (since {momentWords(new Date(source.error.since))})
      </div>
    ) : null}
    {source.silentSince ? (
      <div class="soft small">nothing new since {momentWords(new Date(source.silentSince))}</div>
    ) : null}
  </>
);

export const SourcesPage: FC<{ health: SourceHealth[] }> = ({ health }) => {
  const sources = [...health].sort(
    (a, b) =>
      ORDER.indexOf(a.state) - ORDER.indexOf(b.state) ||
      SOURCE_STATUSES.indexOf(a.status) - SOURCE_STATUSES.indexOf(b.status) ||
      a.name.localeCompare(b.name, 'en-GB'),
  );
  return (
    <>
      <h1>Sources</h1>
      <p class="soft">{healthWords(health)}. What needs attention stands first.</p>
      {sources.length === 0 ? (
        <p class="panel">There are no sources yet. Add one with “gradewatch feeds add”.</p>
      ) : (
        <div class="wide">
          <table class="stack">
            <thead>
              <tr>
                <th scope="col">Source</th>
                <th scope="col">State</th>
                <th scope="col">Last success</th>
                <th scope="col">Next poll</th>
              </tr>
            </thead>
            <tbody>
              {sources.map((source) => (
                <tr>
                  <td class="wrap">
                    <SourceName source={source} />
                    <div class="soft small">
                      {source.kind}, {FORMATS[source.format] ?? source.format}
                    </div>
                  </td>
                  <td class="wrap">
                    <State source={source} />
                  </td>
                  <td data-label="Last success">{source.lastSuccess ? momentWords(source.lastSuccess) : 'none yet'}</td>
                  <td data-label="Next poll">
                    {source.nextDue && source.state !== 'off' ? momentWords(source.nextDue) : '–'}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
};

const SourceName: FC<{ source: SourceHealth }> = ({ source }) => {
  const address = safeUrl(source.url);
  return address ? (
    <a href={address} rel="noopener nofollow">
      {source.name}
    </a>
  ) : (
    <span>{source.name}</span>
  );
};
