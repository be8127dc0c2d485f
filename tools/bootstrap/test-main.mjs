import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { orExplain } from './missing.mjs';
import { prepare } from './prepare.mjs';
import { VENV_PYTHON } from './python.mjs';
import { ROOT } from './root.mjs';
import { run } from './run.mjs';

const BIN = join(ROOT, 'node_modules');
const NX = join(BIN, 'nx', 'dist', 'bin', 'nx.js');
const JEST = join(BIN, 'jest', 'bin', 'jest.js');
const TSC = join(BIN, 'typescript', 'bin', 'tsc');
const CLI = join(ROOT, 'packages', 'casebook', 'bin', 'casebook.js');
const BROWSER = [
  process.env.CASEBOOK_CHROMIUM,
  ...(process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name))),
].find((file) => file && existsSync(file));
const ENV = {
  CI: 'true',
  NX_DAEMON: 'false',
  NX_NO_CLOUD: 'true',
  CASEBOOK_PYTHON: VENV_PYTHON,
  ...(BROWSER === undefined ? {} : { CASEBOOK_CHROMIUM: BROWSER }),
};

/** `npm test`: every check, and at the very end one line with how many passed and failed. */
export function test() {
  return orExplain(async () => {
    await prepare();
    const counts = { passed: 0, failed: 0, skipped: 0 };
    const isBuilt = await step(counts, 'build', [nx(), 'run-many', '-t', 'build']);
    if (isBuilt) {
      await step(counts, 'lint', [nx(), 'run-many', '-t', 'lint']);
      await step(counts, 'types', [TSC, '-p', 'tools/tsconfig.json', '--noEmit']);
      requireBrowser(counts);
      await jest(counts);
      for (const notebook of notebooks()) {
        const output = join('out', 'test', notebook);
        const place = ['-o', output, '--html', output.replace(/ipynb$/, 'html')];
        await step(counts, `notebook ${notebook}`, [CLI, 'run', join('notebooks', notebook), ...place]);
      }
    }
    const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
    console.log(`\n${counts.passed} passed, ${counts.failed} failed${skipped}`);
    return counts.failed === 0 ? 0 : 1;
  });
}

/** Where a browser must be there (in CI), its absence is a failure rather than a skip. */
function requireBrowser(counts) {
  if (process.env.CASEBOOK_REQUIRE_BROWSER !== '1' || BROWSER !== undefined) return;
  console.log('\n# browser: FAILED, no Chromium was found');
  counts.failed++;
}

function nx() {
  return [NX, join(BIN, 'nx', 'bin', 'nx.js')].find((file) => existsSync(file)) ?? NX;
}

async function step(counts, name, args) {
  console.log(`\n# ${name}`);
  const started = Date.now();
  const { code } = await run(process.execPath, args, { show: true, env: ENV });
  console.log(`# ${name}: ${code === 0 ? 'passed' : 'FAILED'} in ${seconds(started)} s`);
  counts[code === 0 ? 'passed' : 'failed']++;
  return code === 0;
}

async function jest(counts) {
  console.log('\n# jest');
  const started = Date.now();
  const report = join(ROOT, 'out', 'test', 'jest.json');
  mkdirSync(join(ROOT, 'out', 'test'), { recursive: true });
  rmSync(report, { force: true });
  const { code } = await run(process.execPath, [JEST, '--ci', '--json', `--outputFile=${report}`], {
    show: 'notices',
    env: ENV,
  });
  const result = readReport(report);
  for (const title of skippedTitles(result)) console.log(`skipped: ${title}`);
  counts.passed += result.numPassedTests;
  counts.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
  counts.skipped += result.numPendingTests + result.numTodoTests;
  if (code !== 0 && result.numFailedTests + result.numRuntimeErrorTestSuites === 0) counts.failed++;
  console.log(`# jest: ${code === 0 ? 'passed' : 'FAILED'} in ${seconds(started)} s`);
}

function readReport(path) {
  const none = {
    numPassedTests: 0,
    numFailedTests: 0,
    numRuntimeErrorTestSuites: 0,
    numPendingTests: 0,
    numTodoTests: 0,
  };
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : { ...none, testResults: [] };
}

function skippedTitles({ testResults }) {
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  return all.filter(({ status }) => status === 'pending').map(({ fullName }) => fullName);
}

function notebooks() {
  return readdirSync(join(ROOT, 'notebooks')).filter((name) => name.endsWith('.ipynb'));
}

function seconds(started) {
  return ((Date.now() - started) / 1000).toFixed(1);
}
