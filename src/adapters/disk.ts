/** The disk under the data folder: room left, and whether it takes writes. */
import { statfs, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { DiskLook } from '../core/supervision.ts';

export async function lookAtDisk(folder: string): Promise<DiskLook> {
  const probe = path.join(folder, `.probe-${process.pid}`);
  let fault: string | null = null;
  try {
    await writeFile(probe, 'x', { flush: true });
    await unlink(probe);
  } catch (error) {
    fault = (error as NodeJS.ErrnoException).code ?? String(error);
  }
  const { bavail, bsize } = await statfs(folder).catch(() => ({ bavail: 0, bsize: 0 }));
  return { folder, freeBytes: bavail * bsize, fault };
}
