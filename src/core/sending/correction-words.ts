/** What a message says first of what readers were told before, or may take it for. */
import type { JudgementEvent } from '../types.ts';
import { publicationNote } from './event-words.ts';
import type { Names } from './names.ts';
import { takenBackWords } from './taken-back.ts';
import { toldApartWords } from './told-apart.ts';
import { toldWords, type WasTold } from './was-told.ts';

interface Corrected {
  event: JudgementEvent;
  notice: { notice: string; was: WasTold | null };
  names: Names;
}

/** One or two sentences; null where nothing is corrected, and nothing is to be told apart. */
export function correctionWords({ event, notice, names }: Corrected): string | null {
  const takenBack = takenBackWords(event);
  if (notice.notice === 'first') return takenBack?.means ?? toldApartWords(event, names);
  const beliefs = notice.was ? [notice.was, ...(notice.was.also ?? [])] : [];
  if (takenBack) {
    const told = beliefs.length === 0 ? ' before' : `: ${beliefs.map(quoted).join(' and ')}`;
    return `${takenBack.means} Please disregard what we told you${told}.`;
  }
  if (beliefs.length === 0) return 'Correction: this replaces what we sent you before.';
  const [first, ...others] = beliefs.map(amendsOf);
  return [`Correction: ${first}`, ...others.map(capitalised)].join(' ');

  function amendsOf(was: WasTold): string {
    const told = quoted(was);
    if (was.takenBack === 'retracted')
      return `we told you to disregard ${told}. That was our mistake: what is told here was judged.`;
    if (was.takenBack === 'withdrawn')
      return `we told you that the report behind ${told} was withdrawn. It is not: what is told here was judged.`;
    if (was.as === 'own')
      return `we told you ${dated(was)} as a judgement of its own. It is none: it is part of the one told here, which is all that we know of it.`;
    if (was.as === 'part')
      return `we told you that this was part of ${dated(was)}. It is not: what is told here is a judgement of its own.`;
    return `this replaces ${told}.`;
  }

  /** Of two judgements that read alike the day says which. */
  function dated(of: WasTold): string {
    const note = of.dated ? publicationNote(of.dated) : null;
    return note ? `${quoted(of)}, ${note},` : quoted(of);
  }

  function quoted(of: WasTold): string {
    const who = `${names.inspectorate(of.inspectorate)}, ${names.service(of.service)}`;
    return `“${names.authority(of.authority).shortName}: ${toldWords(of, event, names)} (${who})”`;
  }
}

/** The same below a line that is marked as a correction itself. */
export const unmarked = (words: string): string => capitalised(words.replace(/^Correction: /, ''));

const capitalised = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
