import type { Budget } from '../budget';
import { inflate } from './inflate';
import { readTar } from './read-tar';
import { readZip } from './read-zip';
import type { Member } from './unpacked';

/** The members of a packed file, unpacked one after the other; nothing for a kind that is not unpacked. */
export function membersOf(bytes: Buffer, type: string | null, budget: Budget): Iterable<Member> {
  if (type === 'zip') return readZip(bytes, budget);
  if (type === 'tar') return readTar(bytes, budget);
  if (type === 'gz') return [{ name: 'gzip_file', folder: false, content: inflate(bytes, 'gz', budget) }];
  return [];
}
