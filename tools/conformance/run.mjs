// Answers a case file of the KQL judge. usage: node tools/conformance/run.mjs CASES.jsonl ANSWERS.jsonl
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { openHost } from './host.mjs';
import { answerValue } from './answer-value.mjs';

const require = createRequire(import.meta.url);
const built = new URL('../../packages/kql/dist/index.js', import.meta.url);
if (!existsSync(built)) {
  console.error('packages/kql is not built: run `npx tsc -b packages/kql` first.');
  process.exit(2);
}
const [cases, answers] = process.argv.slice(2);
if (!cases || !answers) {
  console.error('usage: npm run kql:conformance -- CASES.jsonl ANSWERS.jsonl');
  process.exit(2);
}
const { compile } = require('../../packages/kql/dist/index.js');
const { CasebookError, DateTime, Frame } = require('../../packages/core/dist/index.js');

const clock = { now: () => DateTime.parse('2026-01-01T00:00:00Z'), origin: 'fixed' };
const schema = { tables: [] };
const tally = {};
let host = await openHost();

writeFileSync(answers, '');
for (const line of readFileSync(cases, 'utf8').trim().split('\n')) {
  const { id, query } = JSON.parse(line);
  const answer = { id, ...(await answered(query)) };
  const verdict = ['refused', 'invalid', 'crashed'].find((kind) => kind in answer) ?? 'answered';
  tally[verdict] = (tally[verdict] ?? 0) + 1;
  appendFileSync(answers, `${JSON.stringify(answer)}\n`);
}
console.log(JSON.stringify(tally));
process.exit(0);

async function answered(query) {
  try {
    let compiled = compile(query, schema, clock);
    for (let round = 0; compiled.kind === 'discover' && round < 5; round++) {
      const rows = await host.run(compiled.discover);
      const { columns } = compiled.discover;
      compiled = compiled.resume(
        Frame.fromRows(
          columns,
          rows.map((row) => Object.fromEntries(columns.map(({ name }, at) => [name, plain(row[at])]))),
        ),
      );
    }
    const rows = await host.run(compiled);
    if (rows.length > 20_000) return { refused: 'an answer of more than 20,000 rows' };
    return {
      columns: compiled.columns,
      rows: rows.map((row) => row.map((value, index) => answerValue(value, compiled.columns[index].type))),
    };
  } catch (error) {
    return failure(error);
  }
}

function plain(value) {
  return typeof value === 'bigint' ? Number(value) : value;
}

function failure(error) {
  const message = String(error?.message ?? error)
    .split('\n')[0]
    .slice(0, 300);
  if (CasebookError.is(error)) {
    const { line, column } = error.position ?? {};
    const place = line === undefined ? '' : ` at ${line}:${column}`;
    if (error.code === 'KqlUnsupported') return { refused: `${message}${place}` };
    if (error.code === 'KqlSyntax') return { invalid: `${message}${place}` };
  }
  if (/^(Out of Range|Conversion) Error|^Invalid Input Error.*(regex|overflow)/i.test(message)) {
    return { refused: `failed at run time: ${message}` };
  }
  if (/interrupt/i.test(message)) return { refused: 'did not end within its deadline' };
  return { crashed: message };
}
