/** The lines of a gzipped file, however long they are, and what is wrong with the file in one sentence. */
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { giveUp } from '../../../errors.ts';
import { whyNotRead } from '../../file-fault.ts';

const CHUNK_BYTES = 256 * 1024;

/** @throws GiveUp when the file cannot be read, is no gzip or ends early */
export async function* linesOf(file: string): AsyncGenerator<string> {
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  pipeline(createReadStream(file), gunzip).catch(() => {}); // whoever reads the lines is told
  const decoder = new TextDecoder();
  let begun: string[] = [];
  try {
    for await (const chunk of gunzip) {
      const parts = decoder.decode(chunk as Uint8Array, { stream: true }).split('\n');
      for (const part of parts.slice(0, -1)) {
        yield begun.join('') + part;
        begun = [];
      }
      begun.push(parts.at(-1) ?? '');
    }
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'Z_BUF_ERROR') throw giveUp(`${file} ends early: it was cut short, nothing was restored`, { cause });
    if (code === 'Z_DATA_ERROR') throw giveUp(`${file} is not a backup of this program, or it is damaged`, { cause });
    throw giveUp(`${file} cannot be read: ${whyNotRead(cause)}`, { cause });
  } finally {
    gunzip.destroy();
  }
  const rest = begun.join('');
  if (rest !== '') yield rest;
}

export function parsed(text: string, file: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw giveUp(`${file} line ${line} is cut short or no JSON; nothing was restored`, { cause });
  }
}
