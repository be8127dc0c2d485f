// Process trees, features, clusters, indicators and sessions: against MSTICPy 3.0.2 on the same rows, then how they grow.
// Usage: node tools/bench/analysis.mjs [PYTHON]. PYTHON is one that has msticpy; without it the comparison is left out.
// Rows are process starts (4688) of the generated sample; each size runs in processes of its own, which tell their peak memory.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const require = createRequire(join(HERE, '..', '..', 'packages', 'providers', 'package.json'));
const { openWorkspace, sample } = require('@casebook/providers');
const {
  buildProcessTree,
  buildSessions,
  clusterEvents,
  extractIocs,
  processFeatures,
  scoreSessions,
} = require('@casebook/analysis');

const COMPARED = 22_979;
const SIZES = [250_000, 500_000, 1_000_000];
const SAMPLE_ROWS = 2_400_000;
const RUNS = 3;
const COLUMNS =
  'TimeGenerated, Computer, EventID, Account, SubjectUserName, SubjectDomainName, SubjectLogonId, NewProcessId, NewProcessName, ProcessId, ParentProcessName, CommandLine, TargetLogonId';

const starts = async (count, rows) => {
  const logs = await openWorkspace(sample({ rows }), { maxRows: 2_000_000 });
  try {
    return await logs.query(
      `SecurityEvent | where EventID == 4688 | project ${COLUMNS} | top ${count} by TimeGenerated asc`,
    );
  } finally {
    await logs.close();
  }
};

const WORK = {
  tree: (frame) => buildProcessTree(frame).toFrame(),
  features: (frame) => processFeatures(frame),
  clusters: (frame, scored) =>
    clusterEvents(scored, {
      columns: ['commandlineTokensFull', 'pathScore', 'isSystemSession'],
      eps: 0.0001,
    }),
  iocs: (frame) => extractIocs(frame, { columns: ['CommandLine'] }),
};

/** What is shown in growth alone. */
const GROWN = {
  ...WORK,
  clusters: (frame) => WORK.clusters(frame, processFeatures(frame)),
  sessions: (frame) =>
    scoreSessions(
      buildSessions(frame, {
        keys: ['Computer', 'Account'],
        timeColumn: 'TimeGenerated',
        eventColumn: 'NewProcessName',
        maxSeparation: '10m',
        maxLength: '2h',
      }),
      { column: 'NewProcessName_list' },
    ),
};
const TOGETHER = ['tree,iocs', 'features,clusters,sessions'];

const best = (work, runs) => {
  let [least, rows] = [Infinity, 0];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    rows = work().rowCount;
    least = Math.min(least, performance.now() - start);
  }
  return { seconds: least / 1000, rows };
};

const told = (name) =>
  process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3) ?? '';
const size = Number(told('size'));
if (size > 0) await grow(size, told('of').split(','));
else {
  if (process.argv[2]) await compare(process.argv[2]);
  for (const of of TOGETHER)
    for (const count of SIZES)
      process.stdout.write(
        execFileSync(process.execPath, [fileURLToPath(import.meta.url), `--size=${count}`, `--of=${of}`], {
          encoding: 'utf8',
        }),
      );
}

async function compare(python) {
  const frame = await starts(COMPARED, 100_000);
  const scored = processFeatures(frame);
  const folder = mkdtempSync(join(tmpdir(), 'casebook-analysis-'));
  try {
    const file = join(folder, 'processes.csv');
    writeFileSync(file, frame.toCsv());
    const script = join(HERE, 'analysis', 'original.py');
    const output = execFileSync(python, [script, file], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const theirs = JSON.parse(output.trim().split('\n').at(-1));
    console.log(
      `${frame.rowCount.toLocaleString('en-US')} process starts; best of ${RUNS}, MSTICPy 3.0.2 in the same run`,
    );
    for (const [name, work] of Object.entries(WORK)) {
      const ours = best(() => work(frame, scored), RUNS);
      const [seconds, rows] = theirs[name];
      console.log(
        `  ${name.padEnd(10)} ${ours.seconds.toFixed(3)} s (${ours.rows} rows), MSTICPy ${seconds.toFixed(3)} s (${rows} rows): ${(seconds / ours.seconds).toFixed(1)} times as fast`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function grow(count, names) {
  const frame = await starts(count, SAMPLE_ROWS);
  const before = process.resourceUsage().maxRSS / 1024;
  const times = names.map((name) => {
    const cpu = process.cpuUsage();
    const { seconds, rows } = best(() => GROWN[name](frame), 1);
    const { user, system } = process.cpuUsage(cpu);
    return `${name} ${seconds.toFixed(2)} s (processor ${((user + system) / 1e6).toFixed(2)} s, ${rows} rows)`;
  });
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(
    `${frame.rowCount.toLocaleString('en-US').padStart(9)} process starts: ${times.join(', ')}; peak ${peak.toFixed(0)} MB, ${before.toFixed(0)} MB with the rows alone`,
  );
}
