// Answers a case file of the KQL judge; each query has a deadline, so that none can hang the run.
// usage: node tools/conformance/run.mjs CASES.jsonl ANSWERS.jsonl
import { execFileSync, fork } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const DEADLINE = 15_000;
const WORKER = fileURLToPath(new URL('./worker.mjs', import.meta.url));

const [cases, answers] = process.argv.slice(2);
if (!cases || !answers) stop('usage: npm run kql:conformance -- CASES.jsonl ANSWERS.jsonl');
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const COMPILER = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
if (!existsSync(COMPILER)) stop('missing node modules: run `npm install` first.');
execFileSync(process.execPath, [COMPILER, '-b', join(ROOT, 'packages', 'kql')], { stdio: 'inherit' });

const tally = {};
const lines = [];
let worker;
for (const line of readFileSync(cases, 'utf8').split('\n').filter(Boolean)) {
  const { id, query } = JSON.parse(line);
  const answer = { id, ...(await ask(query)) };
  const verdict = ['refused', 'invalid', 'crashed'].find((kind) => kind in answer) ?? 'answered';
  tally[verdict] = (tally[verdict] ?? 0) + 1;
  lines.push(JSON.stringify(answer).replace(/"@@(-?\d+)@@"/g, '$1'));
}
writeFileSync(answers, `${lines.join('\n')}\n`);
worker?.kill('SIGKILL');
console.log(JSON.stringify(tally));

/** The worker's answer, or a refusal once the deadline has passed; a worker that dies or hangs is replaced. */
function ask(query) {
  worker ??= fork(WORKER, { execArgv: ['--max-old-space-size=1500'] });
  const current = worker;
  return new Promise((resolve) => {
    const settle = (answer, replace) => {
      clearTimeout(timer);
      current.removeAllListeners();
      if (replace) {
        current.kill('SIGKILL');
        worker = undefined;
      }
      resolve(answer);
    };
    const timer = setTimeout(() => settle({ refused: 'did not end within its deadline' }, true), DEADLINE);
    current.once('message', (answer) => settle(answer, false));
    current.once('exit', () => settle({ crashed: 'the engine died' }, true));
    current.send(query);
  });
}

function stop(message) {
  console.error(message);
  process.exit(2);
}
