/**
 * Frame verbs against arquero on 100,000 rows of 20 columns.
 * Usage: node tools/bench/frame.mjs PEER_FOLDER [ROUNDS]; arquero 7.2.1 is installed in PEER_FOLDER, outside the workspace.
 * Prints the best and the median milliseconds of each verb; rounds alternate between the two.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { asc, count, avg, DateTime, Duration, Frame } from '@casebook/core';

const ROWS = 100_000;
const [folder, rounds = '9'] = process.argv.slice(2);
if (!folder) {
  process.stderr.write('usage: node tools/bench/frame.mjs PEER_FOLDER [ROUNDS]\n');
  process.exit(2);
}
const arquero = createRequire(join(folder, 'package.json'))('arquero');

const random = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};

const next = random(7);
const pick = (size) => Math.floor(next() * size);
const start = DateTime.parse('2026-10-01').ticks;
const make = (cell) => Array.from({ length: ROWS }, (_, row) => cell(row));
const COLUMNS = [
  ['TimeGenerated', 'datetime', () => start + BigInt(pick(2 ** 31)) * 6000n],
  ['Computer', 'string', () => `host-${pick(500)}`],
  ['EventID', 'long', () => [4624, 4625, 4688, 4672, 5156][pick(5)]],
  ['Account', 'string', () => `CONTOSO\\user${pick(2000)}`],
  ['Bytes', 'long', () => pick(1e6)],
  ['Score', 'real', () => next()],
  ['CommandLine', 'string', (row) => `cmd.exe /c task ${row}`],
  ['Severity', 'int', () => pick(5)],
  ['IsAdmin', 'bool', () => next() < 0.1],
  ['Elapsed', 'timespan', () => BigInt(pick(1e9))],
  ...Array.from({ length: 6 }, (_, at) => [`Text${at}`, 'string', () => `value ${pick(10 ** (at + 1))}`]),
  ...Array.from({ length: 4 }, (_, at) => [`Number${at}`, 'real', () => next() * 1000]),
];

const cells = COLUMNS.map(([name, type, cell]) => [name, type, make(cell)]);
const ours = Frame.fromColumns(
  cells.map(([name, type]) => ({ name, type })),
  Object.fromEntries(
    cells.map(([name, type, list]) => [
      name,
      type === 'datetime'
        ? list.map((ticks) => new DateTime(ticks))
        : type === 'timespan'
          ? list.map((ticks) => new Duration(ticks))
          : list,
    ]),
  ),
);
const theirs = arquero.table(
  Object.fromEntries(
    cells.map(([name, , list]) => [
      name,
      typeof list[0] === 'bigint' ? list.map((value) => Number(value)) : list,
    ]),
  ),
);
const hosts = make((row) => row).slice(0, 500);
const ourHosts = Frame.fromRows(
  [
    { name: 'Computer', type: 'string' },
    { name: 'Owner', type: 'string' },
  ],
  hosts.map((host) => ({ Computer: `host-${host}`, Owner: `owner ${host % 7}` })),
);
const theirHosts = arquero.table({
  Computer: hosts.map((host) => `host-${host}`),
  Owner: hosts.map((host) => `owner ${host % 7}`),
});

/** Arquero sorts and filters lazily: `reify` makes the table, as our verbs do; the filter is also measured without. */
const CASES = [
  [
    'filter ==',
    () => ours.where({ EventID: 4688 }),
    () => theirs.filter((row) => row.EventID === 4688).reify(),
  ],
  [
    'filter == (lazy peer)',
    () => ours.where({ EventID: 4688 }),
    () => theirs.filter((row) => row.EventID === 4688),
  ],
  [
    'filter by function',
    () => ours.where((row) => row.EventID === 4688),
    () => theirs.filter((row) => row.EventID === 4688).reify(),
  ],
  ['sort by time', () => ours.sort(asc('TimeGenerated')), () => theirs.orderby('TimeGenerated').reify()],
  [
    'sort by time (lazy peer)',
    () => ours.sort(asc('TimeGenerated')),
    () => {
      const t = theirs.orderby('TimeGenerated');
      t.indices();
      return t;
    },
  ],
  [
    'sort by text and number',
    () => ours.sort(asc('Computer'), asc('Score')),
    () => theirs.orderby('Computer', 'Score').reify(),
  ],
  [
    'group by one key',
    () => ours.summarize({ n: count() }, ['Computer']),
    () => theirs.groupby('Computer').count(),
  ],
  [
    'group by two keys, mean',
    () => ours.summarize({ mean: avg('Bytes') }, ['Computer', 'Account']),
    () => theirs.groupby('Computer', 'Account').rollup({ mean: (row) => arquero.op.mean(row.Bytes) }),
  ],
  [
    'join with 500 rows',
    () => ours.join(ourHosts, { on: ['Computer'] }),
    () => theirs.join(theirHosts, 'Computer'),
  ],
  [
    'distinct two columns',
    () => ours.distinct('Computer', 'EventID'),
    () => theirs.dedupe('Computer', 'EventID').select('Computer', 'EventID').reify(),
  ],
  [
    'extend by function',
    () => ours.extend({ Kilo: { type: 'real', value: (row) => row.Bytes / 1024 } }),
    () => theirs.derive({ Kilo: (row) => row.Bytes / 1024 }),
  ],
  ['union with itself', () => ours.union(ours), () => theirs.concat(theirs)],
  ['take 1,000', () => ours.take(1000), () => theirs.slice(0, 1000).reify()],
  ['rows as objects', () => ours.rows(), () => theirs.objects()],
];

const time = (run) => {
  const began = performance.now();
  run();
  return performance.now() - began;
};
const median = (times) => [...times].sort((one, other) => one - other)[times.length >> 1];
const shown = (times) =>
  `${Math.min(...times)
    .toFixed(1)
    .padStart(8)} ${median(times).toFixed(1).padStart(8)}`;

process.stdout.write(`${'ms, best and median'.padEnd(28)}     casebook           arquero\n`);
for (const [name, mine, peer] of CASES) {
  const times = { mine: [], peer: [] };
  for (let round = 0; round < Number(rounds); round++) {
    times.mine.push(time(mine));
    times.peer.push(time(peer));
  }
  process.stdout.write(`${name.padEnd(28)} ${shown(times.mine)} ${shown(times.peer)}\n`);
}
