/** Runs before each test file, also where files share the code they load: there a hook of `closing.ts` would be of the first file only. */
import { afterAll } from 'vitest';
import { closeAll } from './closing.ts';

afterAll(closeAll);
