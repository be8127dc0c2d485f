// Asks one damaged query after another of a small workspace, for mutate.mjs, and says what came of it.
import { createRequire } from 'node:module';

const require = createRequire(new URL('../../packages/providers/package.json', import.meta.url));
const { CasebookError } = require('@casebook/core');
const { openWorkspace, sample } = require('@casebook/providers');

const deadline = Number(process.argv[2]);
const options = { deadline, memoryLimit: '512MB', maxRows: 20_000 };
const workspace = await openWorkspace(sample({ rows: 5_000 }), options);
await workspace.query('print 1').catch(() => undefined);
process.on('message', async (query) => process.send(await outcome(query)));
process.on('disconnect', () => process.exit(0));
process.send({ ready: true });

async function outcome(query) {
  try {
    await workspace.query(query);
    return { outcome: 'answered' };
  } catch (error) {
    const text = `${error?.message}\n${error?.help ?? ''}`;
    if (!CasebookError.is(error)) return { outcome: 'no code', failure: String(error).slice(0, 300) };
    if (text.length > 20_000)
      return { outcome: error.code, failure: `a message of ${text.length} characters` };
    if (
      /Kusto\.Language|Bridge\.|at Object\.|Cannot read propert|is not a function|is not iterable|\bINTERNAL Error\b|Binder Error|Parser Error|Catalog Error/.test(
        text,
      )
    )
      return { outcome: error.code, failure: `internals: ${text.slice(0, 300)}` };
    if (
      error.code === 'KqlRuntime' &&
      /syntax error|Binder|Referenced column|No function matches|not found in FROM/i.test(text)
    )
      return { outcome: 'invalid SQL', failure: text.slice(0, 300) };
    return { outcome: error.code };
  }
}
