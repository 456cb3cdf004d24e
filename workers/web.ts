/** Serves the pages in a process of its own. */
import { runWorker } from '../src/worker.ts';

await runWorker(['web']);
