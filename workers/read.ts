/** Runs the `read` jobs in a process of its own; several may run at once. */
import { runWorker } from '../src/worker.ts';

await runWorker(['read']);
