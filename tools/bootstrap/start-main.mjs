import { join } from 'node:path';
import { orExplain } from './missing.mjs';
import { announced, keepLog } from './log.mjs';
import { prepare } from './prepare.mjs';
import { VENV_PYTHON } from './python.mjs';
import { ROOT } from './root.mjs';
import { run } from './run.mjs';
import { sayFindings } from './say-findings.mjs';

const NOTEBOOK = 'notebooks/host-investigation.ipynb';
const OUTPUT = 'out/host-investigation.ipynb';
const REPORT = 'out/host-investigation.html';

/** `npm start`: investigates a host of the sample and says what was found and where. */
export function start() {
  return orExplain(async () => {
    await prepare();
    if (!(await announced('Building', build))) return 1;
    console.error(`Running ${NOTEBOOK} on the sample company`);
    const cli = join(ROOT, 'packages', 'casebook', 'bin', 'casebook.js');
    const { code } = await run(process.execPath, [cli, 'run', NOTEBOOK, '-o', OUTPUT, '--html', REPORT], {
      show: 'notices',
      env: { CASEBOOK_PYTHON: VENV_PYTHON },
    });
    if (code !== 0) {
      console.error(`The notebook did not run to its end: see ${OUTPUT}.`);
      return code ?? 1;
    }
    sayFindings(join(ROOT, OUTPUT));
    console.log(
      `\nExecuted notebook: ${OUTPUT}\nReport:            ${REPORT}\nIn JupyterLab:     npx casebook lab`,
    );
    return 0;
  });
}

async function build() {
  const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const { code, output } = await run(process.execPath, [tsc, '-b', 'packages/casebook']);
  if (code !== 0) console.error(`${output}\nThe build failed: see ${keepLog('build', output)}.`);
  return code === 0;
}
