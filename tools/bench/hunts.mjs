// Twelve hunts in KQL against SQL by hand for the same answer, alternating in one run; the answers must be equal.
// Usage: node tools/bench/hunts.mjs [ROWS] [RUNS] [HUNT …]. Prints the medians, their ratio, that of processor
// time (which other work on the machine does not disturb), and the peak memory.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HUNTS } from './hunts/hunts.mjs';
import { securityEvents } from './hunts/security-events.mjs';
import { median } from './lib.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const require = createRequire(join(HERE, '..', '..', 'packages', 'providers', 'package.json'));
const { DuckDBInstance } = require('@duckdb/node-api');
const { compile } = require('@casebook/kql');
const { openWorkspace } = require('@casebook/providers');

const [rows = '1000000', runs = '5', ...chosen] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'casebook-hunts-'));
const file = join(folder, 'SecurityEvent.parquet');
await generate(file, Number(rows));

const workspace = await openWorkspace(folder, { cache: false });
const { parts, schema, functions } = workspace;
const { connection } = parts.catalogue.engine;
const TICKS_1970 = 621_355_968_000_000_000n;

console.log(`${Number(rows).toLocaleString('en-US')} rows; median of ${runs}, alternating`);
console.log(
  `${'hunt'.padEnd(44)}${'KQL ms'.padStart(9)}${'SQL ms'.padStart(9)}${'ratio'.padStart(8)}${'of CPU'.padStart(8)}   rows`,
);
let worst = 0;
for (const hunt of HUNTS) {
  if (chosen.length > 0 && !chosen.some((name) => hunt.name.includes(name))) continue;
  const statement = compile(hunt.kql, schema, workspace.clock);
  await functions.register(connection, statement.functions);
  if (process.env.SHOW) console.log(statement.sql);
  const now = `TIMESTAMP '${workspace.clock.now().toString().slice(0, 26).replace('T', ' ')}'`;
  const byHand = hunt.sql.replaceAll('$events', `read_parquet('${file}')`).replaceAll('$now', now);
  const [ours, theirs] = [await ask(statement.sql), await ask(byHand)];
  const equal = same(
    ours.rows.map((row) => shown(row, statement.columns)),
    theirs.rows.map((row) => shown(row)),
  );
  const taken = { ours: [], theirs: [] };
  for (let run = 0; run < Number(runs); run += 1) {
    taken.ours.push(await ask(statement.sql));
    taken.theirs.push(await ask(byHand));
  }
  const middle = (side, of) => median(taken[side].map((one) => one[of]));
  const [a, b] = [middle('ours', 'ms'), middle('theirs', 'ms')];
  const cpu = middle('ours', 'cpu') / middle('theirs', 'cpu');
  worst = Math.max(worst, a / b);
  console.log(
    `${hunt.name.padEnd(44)}${a.toFixed(0).padStart(9)}${b.toFixed(0).padStart(9)}${(a / b).toFixed(2).padStart(8)}${cpu.toFixed(2).padStart(8)}   ${ours.rows.length}${equal ? '' : '  ANSWERS DIFFER'}`,
  );
  if (!equal && process.env.SHOW)
    console.log(shown(ours.rows[0] ?? [], statement.columns), shown(theirs.rows[0] ?? []));
}
console.log(
  `worst ratio ${worst.toFixed(2)}; peak memory ${peak()} MiB (the process: engine, script and answers)`,
);
await workspace.close();
rmSync(folder, { recursive: true });

async function ask(sql) {
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  const reader = await connection.runAndReadAll(sql);
  const { user, system } = process.cpuUsage(cpu);
  return { rows: reader.getRows(), ms: performance.now() - began, cpu: (user + system) / 1000 };
}

/** A row as text, with moments in ticks on both sides. */
function shown(row, columns = []) {
  return row
    .map((value, index) => {
      if (typeof value === 'object' && value !== null && 'micros' in value) return String(value.micros * 10n);
      const type = columns[index]?.type;
      if (type === 'datetime' && typeof value === 'bigint') return String(value - TICKS_1970);
      return typeof value === 'number' && !Number.isInteger(value)
        ? value.toPrecision(12)
        : String(value ?? '');
    })
    .join(' | ');
}

function same(ours, theirs) {
  return ours.length === theirs.length && ours.sort().join('\n') === theirs.sort().join('\n');
}

async function generate(path, count) {
  const instance = await DuckDBInstance.create(':memory:');
  const own = await instance.connect();
  await own.run(`COPY (${securityEvents(count)}) TO '${path}' (FORMAT parquet, COMPRESSION zstd)`);
  own.closeSync();
  instance.closeSync();
}

/** The most memory that the process ever held, in MiB. */
function peak() {
  try {
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1024);
  } catch {
    return Math.round(process.resourceUsage().maxRSS / 1024);
  }
}
