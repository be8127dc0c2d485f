import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkspace } from '../src';

describe('a folder of logs is a workspace', () => {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-test-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('answers KQL over a CSV file named after a table', async () => {
    writeFileSync(
      join(folder, 'SecurityEvent.csv'),
      'TimeGenerated,EventID,Computer\n2019-01-15 05:15:02.980,4688,a\n2019-01-15T06:00:00Z,4624,b\n',
    );
    const workspace = await openWorkspace(folder, { cache: false });
    const frame = await workspace.query(
      'SecurityEvent | where EventID == 4688 | project TimeGenerated, Computer',
    );
    expect(frame.toTable().rows).toEqual([['2019-01-15T05:15:02.98Z', 'a']]);
    expect(String(workspace.clock.now())).toBe('2019-01-15T06:00:00.0000001Z');
    await workspace.close();
  });
});
