import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { listArchive } from '../../src/source/archive';
import { Bench, issuesOf, rowsOf } from '../folder';

const bench = new Bench();
afterAll(() => bench.clear());

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const archive = zipSync({ 'Own.csv': text('a\n1\n'), 'Two.csv': [text('b\n2\n'), { level: 0 }] });

/** The archive with bytes of its directory changed, at offsets from the start of the entry of a member. */
const changed = (member: number, edits: Readonly<Record<number, number>>): Uint8Array => {
  const bytes = Buffer.from(archive);
  let at = bytes.indexOf('PK\u0001\u0002');
  for (let left = member; left > 0; left -= 1) at = bytes.indexOf('PK\u0001\u0002', at + 1);
  for (const [offset, value] of Object.entries(edits)) bytes[at + Number(offset)] = value;
  return new Uint8Array(bytes);
};

describe('archives', () => {
  it('list their members by the directory', async () => {
    const folder = bench.folder({ 'x.zip': archive, 'empty.zip': zipSync({}) });
    const found = await listArchive(join(folder, 'x.zip'));
    expect(found.entries.map(({ name, method, size }) => [name, method, size])).toEqual([
      ['Own.csv', 'deflated', 4],
      ['Two.csv', 'stored', 4],
    ]);
    expect(await listArchive(join(folder, 'empty.zip'))).toEqual({ entries: [], unreadable: [] });
  });

  it('members that are encrypted, packed by an unknown method, or larger than they say are told, the others read', async () => {
    const lying = zipSync({ 'Own.csv': text(`a\n${'1\n'.repeat(100_000)}`) });
    const at = Buffer.from(lying).indexOf('PK\u0001\u0002');
    const small = Buffer.from(lying);
    small.writeUInt32LE(10, at + 24);
    const workspace = await bench.of({
      'encrypted.zip': changed(0, { 8: 1 }),
      'method.zip': changed(0, { 10: 14 }),
      'lying.zip': small,
    });
    expect(await rowsOf(workspace, 'Two | count')).toEqual([[2]]);
    expect(
      workspace
        .report()
        .issues.rows()
        .map(({ File, Example }) => [File, Example]),
    ).toEqual([
      ['encrypted.zip/Own.csv', 'encrypted'],
      ['method.zip/Own.csv', 'compressed by method 14'],
      ['lying.zip/Own.csv', 'lying.zip/Own.csv unpacks to more than 10 bytes'],
    ]);
  });

  it('a cut archive is InvalidSource, or told beside other files', async () => {
    const folder = bench.folder({ 'x.zip': archive.slice(0, -30), 'Own.csv': 'a\n1\n' });
    await expect(bench.workspace(join(folder, 'x.zip'))).rejects.toMatchObject({ code: 'InvalidSource' });
    expect(issuesOf(await bench.workspace(folder))).toEqual([['skipped file', '', 'x.zip', 1]]);
  });

  it('an archive within an archive is told and not unpacked', async () => {
    const workspace = await bench.of({
      'x.zip': zipSync({ 'inner.zip': archive, 'Own.csv.gz': gzipSync('a\n1\n') }),
    });
    expect(issuesOf(workspace)).toEqual([['skipped file', '', 'x.zip/inner.zip', 1]]);
    expect(await rowsOf(workspace, 'Own')).toEqual([[1]]);
  });

  it('leave nothing beside themselves', async () => {
    const folder = bench.folder({ 'x.zip': archive });
    const before = readFileSync(join(folder, 'x.zip'));
    await (await bench.workspace(folder)).close();
    expect(readFileSync(join(folder, 'x.zip')).equals(before)).toBe(true);
  });
});
