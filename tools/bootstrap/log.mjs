import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';

/** Keeps what an installer said in `out/`, addresses left out; gives the file's path for a message. */
export function keepLog(name, output) {
  const file = join('out', `${name}.log`);
  mkdirSync(join(ROOT, 'out'), { recursive: true });
  writeFileSync(
    join(ROOT, file),
    output
      .replace(/\b(?:https?|file):\/\/\S+/g, '<address>')
      .replace(/\b(host|hostname)[=: ]\S+/gi, '$1 <address>'),
  );
  return file;
}

/** Says what takes a while. */
export async function announced(what, work) {
  console.error(`${what} …`);
  const started = Date.now();
  const answer = await work();
  console.error(`${what}: done in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return answer;
}
