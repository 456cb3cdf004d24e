/** Runs the `tick` jobs in a process of its own; several may run at once. */
import { runWorker } from '../src/worker.ts';

await runWorker(['tick']);
