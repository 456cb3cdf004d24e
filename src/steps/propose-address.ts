import type { StoredSource } from '../adapters/store/sources.ts';
import { isTimeToLook } from '../core/polling/back-off.ts';
import { canonicalUrl } from '../core/polling/canonical-url.ts';
import { moveCommand } from '../core/polling/moves.ts';
import { type ErrorClass, GiveUp, TryLater } from '../errors.ts';
import type { Deps } from './deps.ts';
import { lookForSources } from './look-for-sources.ts';

const LIKELY_ENOUGH = 0.5;

/**
 * A source that keeps failing may have moved without a redirect: its site's home page is looked at now and then, and what
 * is found there is proposed to a person, with the evidence. Nothing is adopted.
 */
export async function proposeAddress(
  deps: Deps,
  source: StoredSource,
  errorClass: ErrorClass,
  failures: number,
): Promise<void> {
  if (source.format === 'mail' || !isTimeToLook(errorClass, failures)) return;
  try {
    const found = await lookForSources(deps, `${new URL(source.url).origin}/`);
    const better = found.find(
      ({ url, score, format }) =>
        score >= LIKELY_ENOUGH && format !== 'sitemap' && canonicalUrl(url) !== canonicalUrl(source.url),
    );
    if (!better) return;
    const newest = better.newest ? `, the newest of ${better.newest.slice(0, 10)}` : '';
    await deps.store.noteSource(
      source.id,
      {
        code: 'proposed_address',
        message: `${failures} failed polls (${errorClass}); ${better.url} may be its new address: ${better.why}; it lists ${better.entries} entries${newest}; if so: ${moveCommand(source.id, better.url)}`,
      },
      deps.now(),
    );
  } catch (error) {
    if (!(error instanceof TryLater || error instanceof GiveUp)) throw error;
  }
}
