/** Runs every kind of job in one process, without the pages. */
import { WORKERS } from '../src/run-jobs.ts';
import { runWorker } from '../src/worker.ts';

await runWorker([...WORKERS]);
