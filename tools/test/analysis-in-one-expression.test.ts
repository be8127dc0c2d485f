/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import * as analysis from '@casebook/analysis';
import * as casebook from 'casebook';
import {
  buildProcessTree,
  clusterEvents,
  extractIocs,
  openWorkspace,
  processFeatures,
  queryFrame,
  sample,
  type Workspace,
} from 'casebook';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace(sample({ rows: 8_000 }));
}, 120_000);
afterAll(async () => workspace?.close());

const PROCESSES = 'SecurityEvent | where EventID == 4688';

test('the one import has all of the analysis', () => {
  expect(casebook).toMatchObject(analysis);
  expect(Object.keys(analysis).length).toBeGreaterThan(5);
});

test('events are clustered in the expression that asks for them', async () => {
  const clusters = clusterEvents(processFeatures(await workspace.query(PROCESSES)), {
    columns: ['commandlineTokensFull', 'pathScore', 'isSystemSession'],
    eps: 0.01,
  });
  expect(clusters.rowCount).toBeGreaterThan(0);
});

test('KQL goes on where an analysis ended', async () => {
  const busiest = await queryFrame(
    extractIocs(await workspace.query(PROCESSES), { columns: ['CommandLine'] }),
    'T | summarize n = count() by IoCType | order by IoCType asc',
  );
  expect(busiest.columns.map(({ name }) => name)).toEqual(['IoCType', 'n']);
  expect(busiest.rowCount).toBeGreaterThan(0);
});

test('a tree and its source meet in a join', async () => {
  const events = await workspace.query(PROCESSES);
  const found = await queryFrame(
    { Tree: buildProcessTree(events).toFrame(), Events: events },
    'Tree | count | extend Events = toscalar(Events | count)',
  );
  const [row] = found.rows();
  expect(row?.['Count']).toBeGreaterThanOrEqual(Number(row?.['Events']));
});
