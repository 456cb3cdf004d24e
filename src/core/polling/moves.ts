/** Sources that move or end: believed when they say so repeatedly, and only as far as no person is needed. */
import type { Coded, SourceFormat } from '../types.ts';
import { type Exchange, type PolledSource, type SourceState, SPOTLESS } from './state.ts';

type Hops = Exchange['hops'];

/** Polls in a row that must agree, over at least this time. */
const AGREEING_POLLS = 3;
const AGREEING_MS = 24 * 3_600_000;
const CONFIRM_GONE_MS = 24 * 3_600_000;

/** Where permanent redirects alone lead: everything behind a temporary one is temporary. */
function permanentTarget(hops: Hops): string | null {
  let target: string | null = null;
  for (const { status, to } of hops) {
    if (status !== 301 && status !== 308) break;
    target = to;
  }
  return target;
}

const bareHost = (url: URL) => url.host.replace(/^www\./, '');

const isLogin = ({ hostname, pathname }: URL) =>
  /(^|[^a-z])(log-?in|sign-?in|sign-?on|sso|saml|oauth2?|adfs|auth)([^a-z]|$)/i.test(`${hostname}${pathname}`);

/** For the message of a poll that could not use what it was led to: where the way went; null where it did not turn. */
export function wayWords(from: string, hops: Hops): string | null {
  const to = hops.at(-1)?.to;
  if (to === undefined) return null;
  return isLogin(new URL(to)) ? `${from} redirects to what looks like a login page` : `${from} redirects to ${to}`;
}

/** What a person types who finds that an address is the source's. */
export const moveCommand = (id: string, to: string): string => `gradewatch feeds move ${id} ${to}`;

/** A source that a person gave another chance: neither errors nor validators speak for it now. */
export const afresh = (state: SourceState): SourceState => ({ ...state, ...SPOTLESS });

/** The same at another address, of which nobody has read anything yet; its rhythm is likely to be the same. */
export const elsewhere = (state: SourceState): SourceState => ({
  ...afresh(state),
  listHash: null,
  fullReadAt: null,
  lastSuccess: null,
  window: 0,
  overlap: null,
});

/** Why a person must look before this address is taken over; null where none must. */
function doubt({ id, url: from }: Pick<PolledSource, 'id' | 'url'>, to: string): Coded | null {
  const [old, moved] = [new URL(from), new URL(to)];
  if (isLogin(moved))
    return { code: 'needs_confirmation', message: `redirects for good to what looks like a login page: ${to}` };
  if (moved.pathname.replace(/\/(index\.\w+|home)?$/, '') === '' && old.pathname !== '/')
    return { code: 'needs_confirmation', message: `redirects for good to the home page of ${moved.host}` };
  if (bareHost(old) !== bareHost(moved))
    return {
      code: 'proposed_address',
      message: `redirects for good to another host: ${to}; if it is theirs: ${moveCommand(id, to)}`,
    };
  return null;
}

export interface Move {
  state: SourceState;
  /** The address to poll from now on. */
  url: string;
  notes: Coded[];
}

/**
 * Notes what redirects say after a successful poll; adopts an address after three agreeing polls over a day or more.
 *
 * @param format what answered there, null where it was not read this time
 */
export function afterRedirects(
  source: PolledSource,
  state: SourceState,
  hops: Hops,
  format: SourceFormat | null,
  now: Date,
): Move {
  const target = permanentTarget(hops);
  const still = {
    ...state,
    permanentMoveTo: null,
    permanentMoveSeen: 0,
    permanentMoveSince: null,
    permanentMoveTold: false,
  };
  if (target === null || target === source.url) return { state: still, url: source.url, notes: [] };
  const agrees = state.permanentMoveTo === target;
  const seen = agrees ? state.permanentMoveSeen + 1 : 1;
  const since = agrees && state.permanentMoveSince ? state.permanentMoveSince : now.toISOString();
  const moving: SourceState = {
    ...state,
    permanentMoveTo: target,
    permanentMoveSeen: seen,
    permanentMoveSince: since,
    permanentMoveTold: agrees && state.permanentMoveTold,
  };
  const believed = seen >= AGREEING_POLLS && now.getTime() - Date.parse(since) >= AGREEING_MS;
  const otherKind = format !== null && (format === 'html') !== (source.format === 'html');
  if (!believed || otherKind) return { state: moving, url: source.url, notes: [] };
  const doubtful = doubt(source, target);
  if (doubtful)
    return {
      state: { ...moving, permanentMoveTold: true },
      url: source.url,
      notes: moving.permanentMoveTold ? [] : [doubtful],
    };
  // What the old address gave is not the new one's to confirm.
  return {
    state: { ...still, validators: null, bodyHash: null },
    url: target,
    notes: [{ code: 'moved', message: `moved from ${source.url} to ${target}, as ${seen} polls in a row said` }],
  };
}

/**
 * @param gone the poll answered 410
 * @returns the state, and whether the source ends: a second 410, a day or more after the first, with nothing else between
 */
export function afterGone(state: SourceState, gone: boolean, now: Date): { state: SourceState; retired: boolean } {
  if (!gone) return { state: { ...state, goneSeen: 0, goneSince: null }, retired: false };
  const goneSince = state.goneSince ?? now.toISOString();
  const retired = state.goneSeen > 0 && now.getTime() - Date.parse(goneSince) >= CONFIRM_GONE_MS;
  return { state: { ...state, goneSeen: state.goneSeen + 1, goneSince }, retired };
}
