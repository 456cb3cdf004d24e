import { addAuthorities } from './authorities.ts';
import { addClassify } from './classify.ts';
import type { AddCommand } from './cli.ts';
import { addConfig } from './config.ts';
import { addDemo } from './demo.ts';
import { addDigest } from './digest.ts';
import { addDoctor } from './doctor.ts';
import { addEvaluate } from './evaluate.ts';
import { addEvents } from './events.ts';
import { addExtract } from './extract.ts';
import { addFeeds } from './feeds.ts';
import { addIngest } from './ingest.ts';
import { addReassess } from './reassess.ts';
import { addRegister } from './register.ts';
import { addReview } from './review.ts';
import { addStart } from './start.ts';
import { addSubscriptions } from './subscriptions.ts';

/** Every command, in the order in which `--help` lists them. */
export const COMMANDS: readonly AddCommand[] = [
  addStart,
  addDemo,
  addClassify,
  addIngest,
  addExtract,
  addFeeds,
  addEvents,
  addReview,
  addAuthorities,
  addRegister,
  addSubscriptions,
  addDigest,
  addReassess,
  addEvaluate,
  addConfig,
  addDoctor,
];
