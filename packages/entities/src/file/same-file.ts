import { sameHost } from '../host/same-host';
import type { File } from './file';
import { filePath } from './file-from-path';

/** Whether two files are one: the same full path (in any case under Windows), on hosts that do not differ. */
export const sameFile = (a: File, b: File): boolean => {
  if (!a.Name || !b.Name || !a.Directory || !b.Directory) return false;
  const [x, y] = [filePath(a), filePath(b)];
  const equal = x.includes('\\') ? x.toLowerCase() === y.toLowerCase() : x === y;
  return equal && (!a.Host || !b.Host || sameHost(a.Host, b.Host));
};
