// Tells for each pattern whether it may run in more than linear time, by recheck in JavaScript alone (no Java, no native program).
// Reads JSON `[{ source, flags }, …]` from standard input, prints JSON `[{ status, complexity, checker, attack? }, …]`: the attack
// is what the checker suspects, as `{ pumps: [{ prefix, pump }], suffix }`.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { checkSync } = createRequire(import.meta.url)('recheck/lib/browser.js');
/** How long one pattern may take, in milliseconds: `node tools/check/redos.mjs 60000`; what takes longer is unknown. */
const PATIENCE = Number(process.argv[2] ?? 1_500);

const verdict = ({ source, flags }) => {
  const { status, complexity, checker, attack } = checkSync(source, flags, { timeout: PATIENCE });
  return {
    status,
    complexity: complexity?.type ?? '',
    checker,
    attack: attack && { pumps: attack.pumps, suffix: attack.suffix },
  };
};

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(verdict)));
