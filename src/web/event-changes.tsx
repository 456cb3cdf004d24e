import type { FC } from 'hono/jsx';
import { isTakenBack } from '../core/events/notices.ts';
import { disputedGrade } from '../core/sending/disputed-words.ts';
import { headlineWords, momentWords, type Names, statusWords } from '../core/sending/names.ts';
import { reasonSentence } from '../core/sending/put-right.ts';
import type { JudgementEvent } from '../core/types.ts';
import type { EventView } from './event-view.ts';
import { gradeWords, reportCount } from './parts.tsx';

/** The grade stood otherwise here once: who quoted it must see that at once. */
export const Corrected: FC<{ event: JudgementEvent; revisions: EventView['revisions']; names: Names }> = ({
  event,
  revisions,
  names,
}) => {
  // That reports came to differ is no correction, what they then were is what stood here.
  const grades = revisions.map(({ at, event }) => ({ at, event, words: saidOf(event, names) }));
  const last = grades.findLastIndex(({ words }, index) => index > 0 && words !== grades[index - 1]?.words);
  const before = grades[last - 1];
  const change = grades[last];
  return change && before?.words ? (
    <p class="panel warn">
      Corrected on {momentWords(change.at)}. Until then this page said:{' '}
      {disputedGrade(before.event, names) ?? before.words}. {reasonSentence(event, before.event)}
    </p>
  ) : null;
};

function saidOf(event: JudgementEvent, names: Names): string | null {
  const words = headlineWords(event, names);
  return words !== null && isTakenBack(event) ? `${words}, ${event.status}` : words;
}

/** Only revisions that changed grade, status or the number of reports. */
export const Changes: FC<{ revisions: EventView['revisions']; names: Names }> = ({ revisions, names }) => {
  const lines = revisions.map(({ at, event }) => ({
    at,
    text: `${disputedGrade(event, names) ?? gradeWords(event, names)}; ${statusWords(event)}; ${reportCount(event.reports.length)}`,
  }));
  const changes = lines.filter(({ text }, index) => index === 0 || text !== lines[index - 1]?.text);
  if (changes.length < 2) return null;
  return (
    <section>
      <h2>How it changed</h2>
      <ol class="plain">
        {changes.map(({ at, text }) => (
          <li>
            <span class="soft">{momentWords(at)}:</span> {text}
          </li>
        ))}
      </ol>
    </section>
  );
};
