import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { Bench, issuesOf, rowsOf } from './folder';

const bench = new Bench();
afterEach(() => bench.clear());

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const told = (workspace: Awaited<ReturnType<Bench['of']>>): unknown[] =>
  workspace
    .report()
    .issues.rows()
    .map(({ Kind, File, Example }) => [Kind, File, Example]);

describe('odd folders', () => {
  it('a pipe among the files is told and never waited for', async () => {
    const folder = bench.folder({ 'Own.csv': 'a\n1\n' });
    execFileSync('mkfifo', [join(folder, 'Pipe.csv')]);
    const workspace = await bench.workspace(folder);
    expect(await rowsOf(workspace, 'Own')).toEqual([[1]]);
    expect(issuesOf(workspace)).toEqual([['skipped file', '', 'Pipe.csv', 1]]);
  });

  it('an archive from Windows has folders, one from macOS no hidden notes', async () => {
    const workspace = await bench.of({
      'x.zip': zipSync({
        'logs\\Heartbeat\\a.csv': text('TimeGenerated,Computer\n2024-01-01,h\n'),
        '__MACOSX/._Own.csv': text('junk'),
        '.hidden/Own.csv': text('a\n1\n'),
      }),
    });
    expect(await rowsOf(workspace, 'Heartbeat | project Computer')).toEqual([['h']]);
    expect(issuesOf(workspace)).toEqual([
      ['skipped file', '', 'x.zip/__MACOSX/._Own.csv', 1],
      ['skipped file', '', 'x.zip/.hidden/Own.csv', 1],
    ]);
  });

  it('empty files and files of other JSON say what they are', async () => {
    const workspace = await bench.of({ 'A.csv': '', 'B.json': '[]', 'C.json': '[[1,2]]' });
    expect(told(workspace)).toEqual([
      ['skipped file', 'A.csv', 'empty file: not even a header'],
      ['skipped file', 'B.json', 'empty file: no rows'],
      ['skipped file', 'C.json', 'no JSON object in it: [1,2]'],
    ]);
  });

  it('UTF-16 without a mark is read, and NUL in a name costs the name only', async () => {
    const workspace = await bench.of({
      'Wide.csv': Buffer.from('a,b\r\n1,\u00fc\r\n', 'utf16le'),
      'Nul.csv': 'a\0b,c\n1,2\n',
      'Key.json': '{"a\\u0000b":1,"c":2}',
    });
    expect(await rowsOf(workspace, 'Wide')).toEqual([[1, '\u00fc']]);
    expect(await rowsOf(workspace, 'Nul | project c')).toEqual([[2]]);
    expect(await rowsOf(workspace, 'Key')).toEqual([[2]]);
    expect(issuesOf(workspace)).toEqual([
      ['left out column', 'Key', 'Key.json', 1],
      ['renamed column', 'Nul', 'Nul.csv', 1],
    ]);
  });

  it('whole numbers beyond 64 bits stay exact', async () => {
    const workspace = await bench.of({ 'Own.csv': 'a,b\n9223372036854775808,1e400\n1,1\n' });
    expect(await rowsOf(workspace, 'Own')).toEqual([
      ['9223372036854775808', '1e400'],
      ['1', '1'],
    ]);
  });

  it('a column that differs from a published one by case, and a rename of nothing, are told', async () => {
    const workspace = await bench.of({
      'casebook.yaml': 'tables: { SecurityEvent: [{ files: [a.csv], rename: { host: Computer } }] }',
      'a.csv': 'TimeGenerated,computer\n2024-01-01,h\n',
    });
    expect(issuesOf(workspace).sort()).toEqual([
      ['similar column', 'SecurityEvent', '', 1],
      ['unused rename', 'SecurityEvent', 'a.csv', 1],
    ]);
  });
});
