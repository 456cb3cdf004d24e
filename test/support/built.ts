/** Builds what has changed since the last build, once before all tests: those that start the program start what is shipped. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export default function build(): void {
  execFileSync('npm', ['run', '-s', 'compile'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
}
