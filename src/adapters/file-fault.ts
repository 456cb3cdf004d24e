import path from 'node:path';

const WHY: Record<string, string> = {
  EISDIR: 'it is a folder; name a file in it',
  ENOTDIR: 'part of its path is a file, not a folder',
  EACCES: 'this user has no right to; give it the right, or name another place',
  EPERM: 'this user has no right to; give it the right, or name another place',
  EROFS: 'its disk takes no writes; name a place on another',
  ENOSPC: 'its disk is full; free some space, or name a place on another',
  EDQUOT: 'it would go over the disk quota; free some space, or name another place',
  ENAMETOOLONG: 'its name is too long',
};

/** Why a file named by a person could not be read, and what to do; other faults in the system's words. */
export function whyNotRead(cause: unknown): string {
  return codeOf(cause) === 'ENOENT' ? 'there is no such file' : why(cause);
}

/** The same of one that could not be written. @param file its whole path */
export function whyNotWritten(cause: unknown, file: string): string {
  return codeOf(cause) === 'ENOENT'
    ? `there is no folder ${path.dirname(file)}; make it first, or name another place`
    : why(cause);
}

const codeOf = (cause: unknown) => (cause as NodeJS.ErrnoException).code ?? '';
const why = (cause: unknown): string => WHY[codeOf(cause)] ?? (cause as Error).message;
