import { DateTime, Frame, type Row } from '@casebook/core';
import { prevalence } from '@casebook/analysis';
import * as fc from 'fast-check';

const COLUMNS = [
  { name: 'TimeGenerated', type: 'datetime' },
  { name: 'Computer', type: 'string' },
  { name: 'Process', type: 'string' },
] as const;

type Line = readonly [day: number | null, computer: string, process: string];

const frame = (lines: readonly Line[]): Frame =>
  Frame.fromRows(
    COLUMNS,
    lines.map(([day, Computer, Process]) => ({
      TimeGenerated: day === null ? null : `2026-09-${String(day).padStart(2, '0')}T00:00:00Z`,
      Computer,
      Process,
    })),
  );

const day = (number: number): DateTime =>
  DateTime.parse(`2026-09-${String(number).padStart(2, '0')}T00:00:00Z`);
const told = (given: Frame): readonly Row[] =>
  given.projectAway('TimeGenerated', 'Computer', 'Process').rows();

const HISTORY: readonly Line[] = [
  [1, 'a', 'cmd'],
  [2, 'b', 'cmd'],
  [3, 'b', 'cmd'],
  [4, 'c', 'calc'],
];
const options = { valueColumns: ['Process'] };

it('counts what was seen before, on the entity and on all', () => {
  expect(told(prevalence(frame([[9, 'b', 'cmd']]), frame(HISTORY), options))).toEqual([
    {
      SeenBefore: 3,
      FirstSeen: day(1),
      SeenBeforeHere: 2,
      FirstSeenHere: day(2),
      EntitiesBefore: 2,
      ShareOfEntities: 2 / 3,
      ShareOfRows: 3 / 4,
      ColdStart: false,
    },
  ]);
});

it('looks back only, and never at the row itself', () => {
  const own = frame(HISTORY);
  const found = prevalence(own, own, options);
  expect(found.values('SeenBefore')).toEqual([0, 1, 2, 0]);
  expect(found.values('EntitiesBefore')).toEqual([0, 1, 2, 0]);
  expect(found.values('FirstSeenHere')).toEqual([null, null, day(2), null]);
  expect(found.values('ShareOfRows')).toEqual([null, 1, 1, 0]);
});

it('says where the history is too short to tell', () => {
  const found = prevalence(
    frame([
      [7, 'a', 'x'],
      [8, 'a', 'x'],
      [null, 'a', 'x'],
    ]),
    frame(HISTORY),
    options,
  );
  expect(found.values('ColdStart')).toEqual([true, false, true]);
  expect(found.values('SeenBefore')).toEqual([0, 0, null]);
  expect(found.notices.map(({ message }) => message)).toEqual([
    '2 of 3 rows have less than 7.00:00:00 of history before them: what was not seen there may be old.',
  ]);
  const shorter = prevalence(frame([[7, 'a', 'x']]), frame(HISTORY), { ...options, minHistory: '1d' });
  expect([shorter.values('ColdStart'), shorter.notices]).toEqual([[false], []]);
});

it('looks up combinations, and ignores case where told', () => {
  const rows = frame([[9, 'A', 'CMD']]);
  const combined = { valueColumns: ['Process', 'Computer'] };
  expect(prevalence(rows, frame(HISTORY), combined).values('SeenBefore')).toEqual([0]);
  const found = prevalence(rows, frame(HISTORY), { ...combined, ignoreCase: true });
  expect([found.values('SeenBefore'), found.values('SeenBeforeHere')]).toEqual([[1], [1]]);
});

it('takes null as a value of its own, and leaves out history without a time', () => {
  const typed = (cells: readonly (number | null)[]): Frame =>
    Frame.fromColumns([...COLUMNS.slice(0, 2), { name: 'Code', type: 'int' }], {
      TimeGenerated: cells.map((_, at) => day(at + 1)),
      Computer: cells.map(() => 'a'),
      Code: cells,
    });
  const own = typed([null, 0, null]);
  expect(prevalence(own, own, { valueColumns: ['Code'] }).values('SeenBefore')).toEqual([0, 0, 1]);
  const untimed = prevalence(frame([[9, 'a', 'x']]), frame([[null, 'a', 'x']]), options);
  expect(untimed.values('SeenBefore')).toEqual([0]);
  expect(untimed.notices.map(({ message }) => message)).toContain(
    '1 rows of the history are left out: they have no time.',
  );
});

it('gives no rows for none, and names what is missing', () => {
  const found = prevalence(frame([]), frame([]), options);
  expect([found.rowCount, found.columns.length, found.notices]).toEqual([0, 11, []]);
  expect(() => prevalence(frame([]), frame([]), { valueColumns: ['Proces'] })).toThrow(
    'unknown column: "Proces"',
  );
  expect(() => prevalence(frame([]), frame([]), { valueColumns: [] })).toThrow('missing columns');
  expect(() => prevalence(frame([]), frame([]), { ...options, minHistory: '-1d' })).toThrow('minHistory');
});

it('equals counting by hand', () => {
  const lines = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 28 }), fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'y')),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(lines, lines, (own, past) => {
      const found = prevalence(frame(own), frame(past), options).rows();
      own.forEach(([at, computer, process], row) => {
        const before = past.filter(([other]) => other < at);
        const same = before.filter((line) => line[2] === process);
        const count = (some: readonly Line[]): number => new Set(some.map((line) => line[1])).size;
        expect(found[row]).toMatchObject({
          SeenBefore: same.length,
          SeenBeforeHere: same.filter((line) => line[1] === computer).length,
          EntitiesBefore: count(same),
          ShareOfEntities: before.length === 0 ? null : count(same) / count(before),
        });
      });
    }),
  );
});
