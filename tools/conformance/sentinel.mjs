// How many public Sentinel queries bind, and how many of those compile and plan on empty tables; why the others do not.
// usage: node tools/conformance/sentinel.mjs QUERIES.jsonl [--functions] [--why TEXT]
//   --functions   lists the stored functions that the set itself holds
//   --why TEXT    lists the queries whose reason holds TEXT
import { execFileSync, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { functionsOf } from './sentinel-functions.mjs';

const DEADLINE = 15_000;
const WORKER = fileURLToPath(new URL('./sentinel-worker.mjs', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const [file, ...flags] = process.argv.slice(2);
if (!file) stop('usage: node tools/conformance/sentinel.mjs QUERIES.jsonl [--functions] [--why TEXT]');
const entries = readFileSync(file, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));
if (flags.includes('--functions')) {
  for (const { name, parameters, file: path } of functionsOf(entries).values())
    console.log(`${name}${parameters}\t${path}`);
  process.exit(0);
}
const why = flags.includes('--why') ? flags[flags.indexOf('--why') + 1] : undefined;
execFileSync(
  process.execPath,
  [join(ROOT, 'node_modules/typescript/bin/tsc'), '-b', join(ROOT, 'packages/kql')],
  { stdio: 'inherit' },
);

let worker;
let warm = 0;
const tally = {};
const reasons = new Map();
const times = [];
for (const entry of entries) {
  const answer = await ask(entry.query);
  tally[answer.verdict] = (tally[answer.verdict] ?? 0) + 1;
  if (answer.total !== undefined && ++warm > 20) times.push({ ...answer, entry });
  if (!answer.message) continue;
  const reason = `${answer.verdict}: ${general(answer.message, answer.verdict)}`;
  reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  if (why !== undefined && `${answer.verdict}: ${answer.message}`.includes(why))
    console.log(`${entry.set} | ${entry.path} | ${entry.name}\n   ${answer.message}`);
}
worker?.kill('SIGKILL');
report();

function report() {
  const unbound = tally.unbound ?? 0;
  const bound = entries.length - unbound;
  const planned = (tally.planned ?? 0) + (tally.open ?? 0);
  const percent = (part, whole) => `${((100 * part) / whole).toFixed(1)} %`;
  console.log(`bind            ${bound} of ${entries.length} (${percent(bound, entries.length)})`);
  console.log(
    `compile + plan  ${planned} of ${bound} (${percent(planned, bound)}); ${tally.open ?? 0} of them with columns that depend on data`,
  );
  console.log(JSON.stringify(tally));
  const print = (title, of) => {
    const sorted = times.map(of).sort((a, b) => a - b);
    const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]?.toFixed(1);
    console.log(`${title}  median ${at(0.5)}  p95 ${at(0.95)}  p99 ${at(0.99)}  max ${at(1)} ms`);
  };
  print('warm compile, binder included', ({ total }) => total);
  print('warm compile, ours alone     ', ({ total, binder }) => total - binder);
  const slow = times.sort((a, b) => b.total - a.total).slice(0, 3);
  for (const { total, binder, entry } of slow)
    console.log(
      `  ${total.toFixed(0)} ms (binder ${binder.toFixed(0)}): ${entry.set} ${entry.path} ${entry.name}`,
    );
  const ranked = [...reasons].filter(([reason]) => !reason.startsWith('unbound')).sort((a, b) => b[1] - a[1]);
  console.log('\nbind, but do not plan:');
  for (const [reason, count] of ranked.slice(0, 60)) console.log(`${String(count).padStart(5)}  ${reason}`);
  console.log('\ndo not bind:');
  const others = [...reasons].filter(([reason]) => reason.startsWith('unbound')).sort((a, b) => b[1] - a[1]);
  for (const [reason, count] of others.slice(0, 15)) console.log(`${String(count).padStart(5)}  ${reason}`);
}

/** A reason without what is special to one query. */
function general(message, verdict) {
  return (verdict === 'unbound' ? message.replace(/'[^']*'/g, '…') : message)
    .replace(/\(in function [^)]*\)/, '(in a function)')
    .slice(0, 130);
}

/** The worker's answer; a worker that dies or does not answer by its deadline is replaced. */
async function ask(query) {
  worker ??= await started();
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
    const timer = setTimeout(
      () => settle({ verdict: 'crashed', message: 'did not end within its deadline' }, true),
      DEADLINE,
    );
    current.once('message', (answer) => settle(answer, false));
    current.once('exit', () => settle({ verdict: 'crashed', message: 'the engine died' }, true));
    current.send(query);
  });
}

function started() {
  const child = fork(WORKER, [file], { execArgv: ['--max-old-space-size=1500'] });
  return new Promise((resolve) => child.once('message', () => resolve(child)));
}

function stop(message) {
  console.error(message);
  process.exit(2);
}
