/** A process that tries to hold a data folder, says how that went, and holds it until it is killed. */
import { DataFolderInUse, lockDataFolder } from '../../src/adapters/database/lock.ts';

process.on('message', ({ dataDir, socket }: { dataDir: string; socket: string | null }) => {
  try {
    lockDataFolder(dataDir, socket);
    process.send!('held');
  } catch (error) {
    if (!(error instanceof DataFolderInUse)) throw error;
    process.send!(error.message);
  }
});
process.send!('ready');
