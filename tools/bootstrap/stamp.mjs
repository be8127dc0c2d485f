import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './root.mjs';

/** One hash of texts and of the contents of files of the clone. */
export function hashOf(files, ...texts) {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(ROOT, file)))
      .update('\0');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('hex');
}

/** Whether the stamp at this path says that the work was done for this hash. */
export function isStamped(path, hash) {
  try {
    return readFileSync(path, 'utf8') === hash;
  } catch {
    return false;
  }
}

/** Notes that the work was done for this hash. */
export function stamp(path, hash) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, hash);
}
