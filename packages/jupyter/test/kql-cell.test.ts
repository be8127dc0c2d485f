import * as ts from '@tslab/typescript-for-tslab';
import { readKqlCell } from '../src/kql/kql-cell';
import { kqlCellCode } from '../src/kql/kql-cell-code';
import { inText, kqlPlace } from '../src/kql/kql-place';

const codeOf = (code: string): string => {
  const cell = readKqlCell(code);
  return cell ? kqlCellCode(cell).code : '';
};

test.each([
  ['%kql ws\nT | take 1', 'const _ = await ws.kql`       \nT | take 1`;\n_'],
  ['%%kql ws -o events\nT', 'const events = await ws.kql`                  \nT`;\nevents'],
  ['%kql my.ws found << T | take 1', 'const found = await my.ws.kql`                    T | take 1`;\nfound'],
  ['\n%kql ws T', '\nconst _ = await ws.kql`        T`;\n_'],
  [
    '%kql ws\nT | where a matches regex @"\\d`${x}"',
    'const _ = await ws.kql`       \nT | where a matches regex @"\\\\d\\`\\${x}"`;\n_',
  ],
  [
    '%kql ws\nT | where a == {{ {a: {b: "}}"}}.a.b }} | take 1',
    'const _ = await ws.kql`       \nT | where a == ${ {a: {b: "}}"}}.a.b  } | take 1`;\n_',
  ],
  [
    '%kql ws\nT | where a == {{host}} and b == "{{host}}" // {{x}}',
    'const _ = await ws.kql`       \nT | where a == ${host } and b == "{{host}}" // {{x}}`;\n_',
  ],
])('%j is TypeScript', (code, expected) => {
  expect(codeOf(code)).toBe(expected);
});

test.each([
  ['%kql', 'missing workspace: %kql', 1],
  ['%kql | take 1', 'missing workspace: %kql', 1],
  ['%kql ws --to x\nT', 'unknown option of %kql: --to', 9],
  ['%kql ws\nT | where a == {{x', 'open value: {{ without }}', 16],
])('%j is refused', (code, message, column) => {
  expect(() => readKqlCell(code)).toThrow(
    expect.objectContaining({ code: 'Usage', message, position: expect.objectContaining({ column }) }),
  );
});

test('other cells are left alone', () => {
  for (const code of ['', 'const kql = 1;', '5 %kql', '%kqlmagic x', '// %kql ws'])
    expect(readKqlCell(code)).toBeUndefined();
});

test('columns of the first line are those of the cell', () => {
  const cell = readKqlCell('%kql wz\nT');
  const { code, column } = kqlCellCode(cell as NonNullable<typeof cell>);
  expect(column(1, code.indexOf('wz') + 1)).toBe(6);
  expect(column(2, 4)).toBe(4);
});

const placed = (marked: string): unknown => {
  const offset = marked.indexOf('¦');
  const place = kqlPlace(ts, marked.replace('¦', ''), offset);
  return place && [place.workspace, place.text, inText(place, offset)];
};

test('finds the KQL at a place of a cell', () => {
  expect(placed('%kql ws\nT | wh¦')).toEqual(['ws', '       \nT | wh', 14]);
  expect(placed('%kql w¦s\nT')).toBeUndefined();
  expect(placed('show(await a.ws.kql`T | wh¦ere x == ${y.z}`)')).toEqual(['a.ws', 'T | where x == 0   ', 6]);
  expect(placed('await ws.kql`T | where x in (${(await ws.kql`S | wh¦`).a}) | take 1`')).toEqual([
    'ws',
    'S | wh',
    6,
  ]);
  expect(placed('await ws.kql`T | where x == "\\\\"\\u{1F600}" and y == ${z} | wh¦')).toEqual([
    'ws',
    'T | where x == "\\"😀" and y == 0    | wh',
    40,
  ]);
  expect(placed('await ws.kql`T | where x == ${y¦')).toBeUndefined();
  expect(placed('await ws.kql`T | where x == ${y}¦')).toEqual(['ws', 'T | where x == 0   ', 19]);
  expect(placed('await ws.query(kql`T | wh¦`)')).toEqual(['ws', 'T | wh', 6]);
  expect(placed('await ws.kql`T | where ${a.¦b} == 1`')).toBeUndefined();
  expect(placed('await ws.kql`T | wh¦')).toEqual(['ws', 'T | wh', 6]);
  expect(placed("await ws.query('T | wh¦', {})")).toEqual(['ws', 'T | wh', 6]);
  expect(placed('await ws.query<{ a: number }>(`T¦`)')).toEqual(['ws', 'T', 1]);
  expect(placed('ws.ot¦her(`x`); ws.kql')).toBeUndefined();
});
