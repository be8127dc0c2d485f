import { backgrounds, fixedRows } from './content';
import { dayOf, MONTH_DAYS } from './moment';
import { apportion } from './routine/apportion';
import type { PackedRow, SampleRow } from './row';
import type { SampleSource } from './sample';
import { SEPARATOR, type CellCodec } from './write/cell-codec';

/** The rows of one day, by table, in order of time. */
export interface SampleDay {
  readonly day: number;
  readonly days: number;
  readonly tables: ReadonlyMap<string, readonly PackedRow[]>;
}

/** Completes rows of SecurityEvent, which begin with the machine and the number of its record. */
const numberRecords = (rows: readonly PackedRow[], counters: Map<string, number>): void => {
  for (const row of rows) {
    const end = row.packed.indexOf(SEPARATOR);
    const computer = row.packed.slice(0, end);
    const record = (counters.get(computer) ?? 100_000) + 1;
    counters.set(computer, record);
    row.packed = `${computer}${SEPARATOR}${record}${row.packed.slice(end + 1)}`;
  }
};

const byDay = (rows: readonly SampleRow[]): SampleRow[][] => {
  const days = Array.from({ length: MONTH_DAYS + 1 }, (): SampleRow[] => []);
  for (const row of rows) days[dayOf(row.at)]?.push(row);
  return days;
};

/**
 * Generates the sample day by day, each table packed by its codec; the same source gives the same rows, also in another process or Node version.
 */
export function* generate(
  source: SampleSource,
  codecs: ReadonlyMap<string, CellCodec>,
): Generator<SampleDay, void, undefined> {
  const { tables: fixed, systemAt } = fixedRows();
  const fixedCount = [...fixed.values()].reduce((sum, rows) => sum + rows.length, 0);
  const routines = backgrounds(systemAt);
  const shares = apportion(
    source.rows - fixedCount,
    routines.map((one) => one.share),
  );
  const plans = new Map(
    routines.map((one, index) => [one.table, one.plan(source.seed, shares[index] as number)]),
  );
  const fixedDays = new Map([...fixed].map(([table, rows]) => [table, byDay(rows)]));
  const records = new Map<string, number>();
  for (let day = 1; day <= MONTH_DAYS; day += 1) {
    const tables = new Map<string, readonly PackedRow[]>();
    for (const [name, codec] of codecs) {
      const rows: PackedRow[] = [];
      const take = (portion: readonly SampleRow[]): void =>
        portion.forEach((row) => rows.push(codec.pack(row)));
      take(fixedDays.get(name)?.[day] ?? []);
      plans.get(name)?.write(day, take);
      rows.sort((one, other) => one.at - other.at);
      if (name === 'SecurityEvent') numberRecords(rows, records);
      tables.set(name, rows);
    }
    yield { day, days: MONTH_DAYS, tables };
  }
}
