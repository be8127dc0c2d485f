// Answers one query after another for run.mjs: compile, run on an empty workspace, give rows or the reason for none.
import { createRequire } from 'node:module';
import { answerValue } from './answer-value.mjs';
import { frameOf } from './frame-of.mjs';
import { openHost } from './host.mjs';

const require = createRequire(import.meta.url);
const { compile } = require('../../packages/kql/dist/index.js');
const { CasebookError, DateTime } = require('../../packages/core/dist/index.js');

const MOST_ROWS = 20_000;
const clock = { now: () => DateTime.parse('2026-01-01T00:00:00Z'), origin: 'fixed' };
const schema = { tables: [] };
const host = await openHost();

process.on('message', async (query) => process.send(await answered(query)));
process.on('disconnect', () => process.exit(0));

async function answered(query) {
  try {
    let compiled = compile(query, schema, clock);
    for (let round = 0; compiled.kind === 'discover' && round < 5; round++) {
      compiled = compiled.resume(frameOf(compiled.discover.columns, await host.run(compiled.discover)));
    }
    const absent = compiled.notices.find(({ code }) => code === 'unavailable');
    if (absent) return { refused: absent.message };
    const rows = await host.run({
      ...compiled,
      sql: `SELECT * FROM (${compiled.sql}) LIMIT ${MOST_ROWS + 1}`,
    });
    if (rows.length > MOST_ROWS) return { refused: `an answer of more than ${MOST_ROWS} rows` };
    return {
      columns: compiled.columns,
      rows: rows.map((row) => row.map((value, index) => answerValue(value, compiled.columns[index].type))),
    };
  } catch (error) {
    return failure(error);
  }
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
  if (/^(Out of Range|Conversion|Out of Memory) Error|^Invalid Input Error/i.test(message)) {
    return { refused: `failed at run time: ${message}` };
  }
  if (/interrupt/i.test(message)) return { refused: 'did not end within its deadline' };
  return { crashed: message };
}
