import type { FC } from 'hono/jsx';
import type { SourceHealth } from '../core/health.ts';
import { silenceWords } from '../core/polling/silence.ts';
import { momentWords } from '../core/sending/names.ts';
import { safeUrl } from '../core/sending/safe.ts';
import type { SourceStatus } from '../core/types.ts';
import { byAttention, errorWords, healthWords, latestNotes, rhythmWords } from './source-words.ts';

const OFF_WORDS: Partial<Record<SourceStatus, string>> = {
  blocked: 'off: it refuses programs',
  dead: 'off: the address is dead',
  retired: 'off: it has moved or ended',
  paused: 'off: paused',
};

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
      <div class="soft small">{errorWords(source.error, source.failures)}</div>
    ) : null}
    {source.silentSince && source.state !== 'off' ? (
      <div class="soft small">silent: {silenceWords(source.silentSince)}</div>
    ) : null}
    {latestNotes(source).map(({ message, at }) => (
      <div class="soft small">
        {message} ({momentWords(new Date(at))})
      </div>
    ))}
  </>
);

const Polls: FC<{ source: SourceHealth }> = ({ source }) => (
  <>
    <div class="nowrap small">
      <span class="soft">last success</span> {source.lastSuccess ? momentWords(source.lastSuccess) : 'none yet'}
    </div>
    {source.nextDue && source.state !== 'off' ? (
      <div class="nowrap small">
        <span class="soft">next poll</span> {momentWords(source.nextDue)}
      </div>
    ) : null}
    {rhythmWords(source).map((words) => (
      <div class="soft small">{words}</div>
    ))}
  </>
);

export const SourcesPage: FC<{ health: SourceHealth[] }> = ({ health }) => {
  const sources = [...health].sort(byAttention);
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
                <th scope="col">Polls</th>
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
                  <td class="wrap">
                    <Polls source={source} />
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
