import { decodeBase64 } from '@casebook/analysis';
import { REAL_DATA, realCsv } from '../src/real-data';

if (!REAL_DATA) process.stdout.write('skipped: encoded commands of real data, for ../shared is not there\n');

const inRealData = REAL_DATA ? describe : describe.skip;

inRealData('the command lines of an incident', () => {
  const column = 'CommandLine';
  const processes = () => realCsv('incident/processes_on_host.csv', {});

  test('hold four values for the original, one of them text', () => {
    const items = decodeBase64(processes(), { column, compatibility: 'msticpy' });
    expect(items.values('src_index')).toEqual([114, 116, 118, 123]);
    expect(items.values('encoding_type')).toEqual(['utf-8', 'binary', 'binary', 'binary']);
    expect(items.values('md5')).toEqual([
      '6cd1486db221e532cc2011c9beeb4ffc',
      '9a45b2520e930dc9186f6d93a7798a13',
      '9a45b2520e930dc9186f6d93a7798a13',
      '1c8cc6299bd654bbcd85710968d6a87c',
    ]);
  });

  test('hold one value, an encoded PowerShell command', () => {
    const items = decodeBase64(processes(), { column });
    expect(items.values('src_index')).toEqual([114]);
    expect(items.values('encoding_type')).toEqual(['utf-16']);
    expect(items.values('decoded_string')).toEqual(["$t = 'dir';\r\n& ('Invoke'+'-Expression') $t"]);
  });
});
