import type { JudgementEvent } from '../types.ts';
import type { Names } from './names.ts';
import { safeUrl } from './safe.ts';

/**
 * A judgement as it leaves for programs: the event, with its authority by name and by the codes other tables know it by, and
 * the address of the inspectorate's own report.
 */
export function publicEvent(event: JudgementEvent, names: Names, official: string | null) {
  const { officialName, gssCode, laCode } = names.authority(event.authority);
  return {
    ...event,
    authorityName: officialName,
    authorityCodes: { gss: gssCode, la: laCode },
    officialUrl: safeUrl(official),
  };
}
