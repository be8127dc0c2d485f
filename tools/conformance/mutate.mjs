// Damages queries at random and asks them of a small workspace: nothing may crash, hang past its deadline, or print internals.
// Usage: node tools/conformance/mutate.mjs MINUTES [QUERIES.jsonl] [SEED]; each line of the file has a `query`; without a file
// the library's own queries are taken. Prints a tally, and a reproducer of each failure (one of each kind); exits with 1 on any.
import { fork } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mutated, random } from './mutations.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DEADLINE = 5_000;
/** What a query may take beyond its deadline before it counts as hung: reading a text cannot be interrupted. */
const GRACE = 15_000;

const [minutes = '1', file, seed = String(Date.now() % 1_000_000)] = process.argv.slice(2);
const queries = file ? given(file) : library(join(ROOT, 'queries'));
const next = random(Number(seed));
const until = Date.now() + Number(minutes) * 60_000;
const tally = new Map();
const failures = new Map();
let worker;
let asked = 0;

console.log(`${queries.length} queries, seed ${seed}, ${minutes} minutes`);
while (Date.now() < until) {
  const query = mutated(queries, next);
  const { outcome, failure } = await ask(query);
  asked += 1;
  tally.set(outcome, (tally.get(outcome) ?? 0) + 1);
  const kind = failure && `${outcome}: ${failure.replaceAll(/\d+|"[^"]*"/g, '…').slice(0, 80)}`;
  if (kind && !failures.has(kind)) failures.set(kind, { failure, query });
}
worker?.process.kill('SIGKILL');
console.log(`${asked} asked:`, Object.fromEntries([...tally].sort((a, b) => b[1] - a[1])));
for (const { failure, query } of failures.values())
  console.log(
    `--- ${failure}\n${query.length > 3000 ? `${query.slice(0, 1500)} … ${query.length} characters` : query}`,
  );
process.exit(failures.size > 0 ? 1 : 0);

/** The outcome of a query; a worker that dies or hangs is replaced. */
async function ask(query) {
  worker ??= await started();
  const { process: child } = worker;
  return new Promise((resolve) => {
    const settle = (answer, replace) => {
      clearTimeout(timer);
      child.removeAllListeners();
      if (replace) {
        child.kill('SIGKILL');
        worker = undefined;
      }
      resolve(answer);
    };
    const hung = () => settle({ outcome: 'hung', failure: `no answer after ${DEADLINE + GRACE} ms` }, true);
    const timer = setTimeout(hung, DEADLINE + GRACE);
    child.once('message', (answer) => settle(answer, false));
    child.once('exit', (code, signal) =>
      settle({ outcome: 'crashed', failure: `the process died: ${code ?? signal}` }, true),
    );
    child.send(query);
  });
}

async function started() {
  const path = fileURLToPath(new URL('mutate-worker.mjs', import.meta.url));
  const child = fork(path, [String(DEADLINE)], {
    execArgv: ['--max-old-space-size=1500'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  child.stderr.resume();
  await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`the worker did not start: ${code}`)));
  });
  return { process: child };
}

function given(path) {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line).query);
}

/** The KQL of the library's YAML files, as they stand, parameters included. */
function library(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((name) => /\.ya?ml$/.test(name));
  return files.flatMap((name) => {
    const kql = /^(?:query|kql):\s*[|>][-+]?\n((?:[ \t]+.*\n|\n)+)/m.exec(
      readFileSync(join(folder, name), 'utf8'),
    )?.[1];
    return kql ? [kql.replaceAll(/^ {2}/gm, '')] : [];
  });
}
