// Queries over files against the same SQL by hand, and what reaches Parquet. Usage: node tools/bench/engine.mjs [ROWS]
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { print, time } from './lib.mjs';

const require = createRequire(
  join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'packages', 'providers', 'package.json'),
);
const { DuckDBInstance } = require('@duckdb/node-api');
const { fixedClock, DateTime, TimeSpan } = require('@casebook/core');
const { openWorkspace } = require('@casebook/providers');

const rows = Number(process.argv[2] ?? 1_000_000);
const folder = mkdtempSync(join(tmpdir(), 'casebook-bench-'));
const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
const sql = async (text) => (await connection.runAndReadAll(text)).getRowsJS();

const texts = Array.from(
  { length: 15 },
  (_, n) => `'value ' || (i * ${n + 7} % ${10 ** ((n % 4) + 1)}) AS "Text${n}"`,
);
const wide = `SELECT TIMESTAMP '2026-09-01' + to_microseconds(CAST(i * (30::DOUBLE * 86400000000 / ${rows}) AS BIGINT)) AS "TimeGenerated",
  CASE i % 5 WHEN 0 THEN 4624 WHEN 1 THEN 4688 ELSE 4600 + i % 90 END AS "EventID", 'CORP\\user' || (i * 7919 % 40) AS "Account",
  'host' || (i % 25) AS "Computer", i AS "Number", ${texts.join(', ')} FROM range(${rows}) t(i)`;
await sql(`COPY (${wide}) TO '${folder}/SecurityEvent.parquet' (FORMAT parquet, COMPRESSION zstd)`);
await sql(`COPY (${wide}) TO '${folder}/Own.csv' (FORMAT csv)`);
await sql(`COPY (${wide}) TO '${folder}/OwnJson.ndjson' (FORMAT json)`);
const parquet = `read_parquet('${folder}/SecurityEvent.parquet')`;

const started = performance.now();
const cacheFolder = join(folder, '.cache');
const workspace = await openWorkspace(folder, { cacheFolder });
console.log(
  `${rows.toLocaleString('en-US')} rows x 20; converting them from CSV and from NDJSON: ${Math.round(performance.now() - started)} ms`,
);
const again = performance.now();
await (await openWorkspace(folder, { cacheFolder })).close();
console.log(`opening the same folder again: ${Math.round(performance.now() - again)} ms`);

const binned = 'where EventID == 4624 | summarize count() by Account, bin(TimeGenerated, 1h)';
const byHand = (time) =>
  `SELECT "Account", ${time}, count(*) FROM ${parquet} WHERE "EventID" = 4624 GROUP BY ALL`;
print(
  'SQL by hand: where | group by account and hour',
  await time(() => sql(byHand(`time_bucket(INTERVAL 1 hour, "TimeGenerated")`))),
);
print('KQL, Parquet in place', await time(() => workspace.query(`SecurityEvent | ${binned}`)));
print('KQL, converted CSV', await time(() => workspace.query(`Own | ${binned}`)));

const day = [DateTime.parse('2026-09-15'), DateTime.parse('2026-09-16')];
const within = `"TimeGenerated" >= TIMESTAMP '2026-09-15' AND "TimeGenerated" < TIMESTAMP '2026-09-16'`;
const counted = 'summarize count() by EventID';
const filter = 'where TimeGenerated >= datetime(2026-09-15) and TimeGenerated < datetime(2026-09-16)';
print(
  'SQL by hand: a day of 30',
  await time(() => sql(`SELECT "EventID", count(*) FROM ${parquet} WHERE ${within} GROUP BY ALL`)),
);
print(
  'KQL by where, Parquet in place',
  await time(() => workspace.query(`SecurityEvent | ${filter} | ${counted}`)),
);
print(
  'KQL by timeSpan, Parquet in place',
  await time(() => workspace.query(`SecurityEvent | ${counted}`, { timeSpan: new TimeSpan(...day) })),
);
print('KQL by where, converted CSV', await time(() => workspace.query(`Own | ${filter} | ${counted}`)));
print('KQL, the whole month', await time(() => workspace.query(`SecurityEvent | ${counted}`)));
print(
  '100,000 x 20 out of the engine',
  await time(() =>
    workspace.query(
      'SecurityEvent | take 100000 | project-keep EventID, Account, Computer, Number, Text*, TimeGenerated',
    ),
  ),
);

await showScans();
await workspace.close();
connection.closeSync();
instance.closeSync();
rmSync(folder, { recursive: true });

/** Says how many rows the scans of a day hand on, by the engine's own profile. */
async function showScans() {
  const { compile } = require('@casebook/kql');
  const { parts, schema } = workspace;
  const clock = fixedClock ? fixedClock(day[1]) : workspace.clock;
  for (const table of ['SecurityEvent', 'Own']) {
    const { sql: text } = compile(`${table} | ${filter} | ${counted}`, schema, clock);
    const found = await parts.catalogue.engine.ask(`EXPLAIN ANALYZE ${text}`);
    const plan = String(found[0]?.explain_value ?? '');
    const scan = plan.slice(plan.indexOf('READ_PARQUET'));
    console.log(`rows out of the scan of ${table} for a day of 30:`, /([\d,]+)\s+rows?/i.exec(scan)?.[1]);
  }
}
