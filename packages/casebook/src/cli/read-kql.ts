import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { buffer as readStream } from 'node:stream/consumers';
import { CasebookError } from '@casebook/core';

/** The KQL of a file; `-` is stdin. A file that cannot be read is `SourceNotFound`. */
export async function readKql(file: string, cwd: string): Promise<string> {
  try {
    const bytes = file === '-' ? await readStream(process.stdin) : await readFile(resolve(cwd, file));
    const { decodeText } = await import('@casebook/providers');
    return decodeText(bytes);
  } catch (cause) {
    throw new CasebookError('SourceNotFound', `unreadable file: ${file}`, { cause });
  }
}
