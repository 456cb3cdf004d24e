import { raw } from 'hono/html';
import type { FC } from 'hono/jsx';
import { citation } from '../core/sending/citation.ts';
import { eventJsonLd } from '../core/sending/json-ld.ts';
import { momentWords, type Names } from '../core/sending/names.ts';
import type { EventView } from './event-view.ts';

/** How to cite a judgement: the report that tells it, as it was read, and this page; the same for programs. */
export const Cite: FC<{ view: EventView; names: Names; page: string; at: Date }> = ({ view, names, page, at }) => (
  <section>
    <h2>To cite this</h2>
    {view.cited ? <p class="small">{citation(view.cited)}</p> : null}
    <p class="small">
      Gradewatch, {view.event.key}, {page}, as of {momentWords(at)}.
    </p>
    <script type="application/ld+json">{raw(eventJsonLd(view.event, names, page, view.officialReport))}</script>
  </section>
);
