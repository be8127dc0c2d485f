// Compiles and plans one query after another for sentinel.mjs, on empty tables of all known schemas, and says how long each took.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { frameOf } from './frame-of.mjs';
import { openHost } from './host.mjs';
import { functionsOf } from './sentinel-functions.mjs';

const require = createRequire(import.meta.url);
const parsing = require('../../packages/kql/dist/parser/parse-query.js');
const {
  compile,
  knownTable,
  knownTableNames,
  STORAGE,
  StoredFunctions,
  TableSymbols,
} = require('../../packages/kql/dist/index.js');
const { CasebookError, DateTime } = require('../../packages/core/dist/index.js');

const SMALL = [
  'SecurityEvent',
  'SigninLogs',
  'Syslog',
  'Heartbeat',
  'SecurityAlert',
  'DeviceProcessEvents',
  'OfficeActivity',
];
const clock = { now: () => DateTime.parse('2026-01-01T00:00:00Z'), origin: 'fixed' };
const entries = readFileSync(process.argv[2], 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));
const bodies = functionsOf(entries);
const functions = new StoredFunctions(bodies.keys(), (name) => bodies.get(name));
const all = { tables: knownTableNames().map(tableOf), functions, symbols: new TableSymbols() };
const small = { tables: SMALL.map(tableOf), functions, symbols: new TableSymbols() };
const host = await openHost();
const made = new Set();

let binder = 0;
const { parseQuery } = parsing;
parsing.parseQuery = (...given) => {
  const start = performance.now();
  try {
    return parseQuery(...given);
  } finally {
    binder += performance.now() - start;
  }
};

process.on('message', async (query) => process.send(await tried(query)));
process.on('disconnect', () => process.exit(0));
process.send('ready');

function tableOf(name) {
  const taken = new Set();
  const columns = knownTable(name).columns.map((column, index) => {
    const physical = taken.has(column.name.toLowerCase()) ? `${column.name}_${index}` : column.name;
    taken.add(physical.toLowerCase());
    return { ...column, physical };
  });
  const { timeColumn } = knownTable(name);
  return { name, relation: `t_${name}`, columns, ...(timeColumn ? { timeColumn } : {}) };
}

async function tried(query) {
  const schema = /\b(search|find)\b|\bunion\b[^|;]*\*/.test(query) ? small : all;
  binder = 0;
  const start = performance.now();
  try {
    let compiled = compile(query, schema, clock);
    const times = { total: performance.now() - start, binder };
    for (let round = 0; round < 6; round++) {
      await planned(compiled.kind === 'discover' ? compiled.discover : compiled);
      if (compiled.kind !== 'discover') return { verdict: 'planned', ...times };
      try {
        compiled = compiled.resume(frameOf(compiled.discover.columns, []));
      } catch (error) {
        if (CasebookError.is(error) && error.code === 'KqlSyntax') return { verdict: 'open', ...times };
        throw error;
      }
    }
    return { verdict: 'open', ...times };
  } catch (error) {
    return failure(error, { total: performance.now() - start, binder });
  }
}

async function planned(statement) {
  for (const name of statement.tables) {
    const table = all.tables.find((one) => one.name === name);
    if (!table || made.has(name)) continue;
    made.add(name);
    const columns = table.columns.map(
      ({ physical, type }) => `"${physical.replaceAll('"', '""')}" ${STORAGE[type]}`,
    );
    await host.connection.run(`CREATE TABLE "${table.relation}" (${columns.join(', ')})`);
  }
  await host.run({ ...statement, sql: `EXPLAIN ${statement.sql}` });
}

function failure(error, times) {
  const message = String(error?.message ?? error)
    .split('\n')[0]
    .slice(0, 300);
  if (CasebookError.is(error)) {
    if (/^unsupported Azure service/.test(message)) return { verdict: 'unbound', message };
    if (error.code === 'KqlUnsupported') return { verdict: 'refused', message, ...times };
    if (error.code === 'KqlSyntax') return { verdict: 'unbound', message };
  }
  return { verdict: /Error: /.test(message) ? 'invalid' : 'crashed', message, ...times };
}
