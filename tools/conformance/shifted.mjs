// Whether answers depend on the clock alone: every query that counts from now runs on the sample and on the sample moved by
// 1,680 days, each with its clock; the answers must be equal once the times of the second are moved back. Queries with calendar
// functions or literals of time are set aside. 1,680 days are whole weeks, and whole multiples of most bins.
// usage: node tools/conformance/shifted.mjs QUERIES.jsonl [--why]
import { createRequire } from 'node:module';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { frameOf } from './frame-of.mjs';
import { openHost } from './host.mjs';
import { functionsOf } from './sentinel-functions.mjs';

const require = createRequire(import.meta.url);
const { compile, knownTable, STORAGE, StoredFunctions } = require('../../packages/kql/dist/index.js');
const { CasebookError, DateTime } = require('../../packages/core/dist/index.js');
const { sample } = require('../../packages/providers/dist/sample/sample.js');
const { sampleFolder } = require('../../packages/providers/dist/sample-source.js');
const { SAMPLE_TABLES } = require('../../packages/providers/dist/sample/sample-tables.js');

const DAYS = 1680n;
const SHIFT = DAYS * 864_000_000_000n;
const CALENDAR =
  /\b(startofmonth|endofmonth|startofyear|endofyear|monthofyear|getmonth|getyear|dayofyear|dayofmonth|week_of_year|weekofyear|datetime_part|format_datetime|unixtime_\w+|make_datetime|datetime_(utc_to_local|local_to_utc)|todatetime)\b|datetime_(add|diff)\s*\(\s*['"](year|quarter|month)/i;
const LITERAL = /\bdatetime\s*\(\s*['"]?\d|\bdate\s*\(\s*\d|\b20\d\d-\d\d-\d\d/;
const ISO = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,7})?Z/g;

const [file, ...flags] = process.argv.slice(2);
if (!file) {
  console.error('usage: node tools/conformance/shifted.mjs QUERIES.jsonl [--why]');
  process.exit(2);
}
const entries = readFileSync(file, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));
const names = new Set(SAMPLE_TABLES.map(({ name }) => name));
const chosen = entries.filter(
  ({ query }) =>
    /\b(ago|now)\s*\(/.test(query) && (query.match(/\b\w+\b/g) ?? []).some((word) => names.has(word)),
);
const aside = chosen.filter(({ query }) => CALENDAR.test(query) || LITERAL.test(query));
const compared = chosen.filter((entry) => !aside.includes(entry));

const work = mkdtempSync(join(tmpdir(), 'casebook-shifted-'));
const host = await openHost({ deadline: 60_000 });
try {
  await run();
} finally {
  host.close();
  rmSync(work, { recursive: true, force: true });
}

async function run() {
  const folder = await sampleFolder(sample(), work, () => undefined);
  const bodies = functionsOf(entries);
  const functions = new StoredFunctions(bodies.keys(), (name) => bodies.get(name));
  const now = DateTime.parse('2026-10-01T00:00:00Z');
  const sides = [];
  for (const [prefix, shift] of [
    ['plain', 0n],
    ['moved', SHIFT],
  ]) {
    const tables = [];
    for (const table of SAMPLE_TABLES) tables.push(await made(folder, table, prefix, shift));
    const clock = { now: () => new DateTime(now.ticks + shift), origin: 'fixed' };
    sides.push({ schema: { tables, functions }, clock, shift });
  }
  const tally = { equal: 0, withRows: 0, differ: 0, unanswered: 0 };
  for (const entry of compared) await compare(entry, sides, tally);
  console.log(`queries that count from now and name sample tables  ${chosen.length}`);
  console.log(`set aside (calendar functions, literals of time)     ${aside.length}`);
  console.log(`neither side answers                                 ${tally.unanswered}`);
  console.log(`compared                                             ${tally.equal + tally.differ}`);
  console.log(`  of them gave rows                                  ${tally.withRows}`);
  console.log(`  equal                                              ${tally.equal}`);
  console.log(`  differ                                             ${tally.differ}`);
  process.exitCode = tally.differ > 0 ? 1 : 0;
}

async function compare(entry, sides, tally) {
  const [plain, moved] = [await answered(entry.query, sides[0]), await answered(entry.query, sides[1])];
  if (plain.failure && moved.failure) {
    tally.unanswered += 1;
    if (flags.includes('--why')) console.log(`unanswered: ${entry.path} ${entry.name}: ${plain.failure}`);
    return;
  }
  if (plain.rows?.length > 0 || moved.rows?.length > 0) tally.withRows += 1;
  const same = !plain.failure && !moved.failure && JSON.stringify(plain.rows) === JSON.stringify(moved.rows);
  tally[same ? 'equal' : 'differ'] += 1;
  if (same) return;
  const at = plain.rows?.findIndex((row, index) => row !== moved.rows?.[index]) ?? -1;
  console.log(
    `differs: ${entry.set} ${entry.path} ${entry.name}\n  ${plain.failure ?? `${plain.rows.length} rows`} | ${moved.failure ?? `${moved.rows.length} rows`}\n  ${plain.rows?.[at]?.slice(0, 400)}\n  ${moved.rows?.[at]?.slice(0, 400)}`,
  );
}

/** The rows as sorted texts, times moved back; or why there are none. */
async function answered(query, { schema, clock, shift }) {
  try {
    let compiled = compile(query, schema, clock);
    for (let round = 0; compiled.kind === 'discover' && round < 5; round++)
      compiled = compiled.resume(frameOf(compiled.discover.columns, await host.run(compiled.discover)));
    const rows = await host.run({ ...compiled, sql: `SELECT * FROM (${compiled.sql}) LIMIT 200000` });
    return { rows: rows.map((row) => textOf(row, compiled.columns, shift)).sort() };
  } catch (error) {
    const message = String(error?.message ?? error).split('\n')[0];
    return { failure: CasebookError.is(error) ? `${error.code}: ${message}` : message };
  }
}

function textOf(row, columns, shift) {
  const cells = row.map((value, index) => {
    if (typeof value === 'bigint') return String(columns[index].type === 'datetime' ? value - shift : value);
    return typeof value === 'string' ? value.replace(ISO, (text) => movedBack(text, shift)) : value;
  });
  return JSON.stringify(cells);
}

/** A time within a text or document; those of 2026, which no clock moved, stay. */
function movedBack(text, shift) {
  const time = DateTime.parse(text);
  return shift === 0n || Number(text.slice(0, 4)) < 2030
    ? time.toString()
    : new DateTime(time.ticks - shift).toString();
}

async function made(folder, { name, columns }, prefix, shift) {
  const relation = `${prefix}_${name}`;
  const cells = columns.map(({ name: column, type }, index) => {
    const moved = type === 'datetime' ? `"${column}" + ${shift}` : `"${column}"`;
    return `CAST(${moved} AS ${STORAGE[type]}) AS c${index}`;
  });
  const path = join(folder, name, '*.parquet').replaceAll("'", "''");
  const single = join(folder, `${name}*.parquet`).replaceAll("'", "''");
  const create = (from) =>
    host.connection.run(
      `CREATE TABLE "${relation}" AS SELECT ${cells.join(', ')} FROM read_parquet('${from}', hive_partitioning = false)`,
    );
  await create(path).catch(() => create(single));
  const own = columns.map(({ name: column, type }, index) => ({ name: column, type, physical: `c${index}` }));
  const held = new Set(columns.map(({ name: column }) => column));
  const more = (knownTable(name)?.columns ?? []).filter(({ name: column }) => !held.has(column));
  if (more.length > 0) {
    const nulls = more.map(
      ({ type }, index) => `${type === 'string' ? "''" : 'NULL'}::${STORAGE[type]} AS d${index}`,
    );
    await host.connection.run(
      `CREATE VIEW "${relation}_all" AS SELECT *, ${nulls.join(', ')} FROM "${relation}"`,
    );
  }
  const others = more.map((column, index) => ({ ...column, physical: `d${index}` }));
  const timeColumn = ['TimeGenerated', 'Timestamp'].find((column) => held.has(column));
  return {
    name,
    relation: more.length > 0 ? `${relation}_all` : relation,
    columns: [...own, ...others],
    ...(timeColumn ? { timeColumn } : {}),
  };
}
