import type { DuckDBConnection, DuckDBDataChunk, DuckDBType, DuckDBVector } from '@duckdb/node-api';
import type { SqlFunction, SqlType, SqlValue } from '@casebook/kql';
import { loadDuckDb } from './load-duckdb';

/** How many values of a function are remembered, and the most characters of the arguments of one. */
const MEMO_SIZE = 100_000;
const MEMO_TEXT = 500;

type DuckDb = Awaited<ReturnType<typeof loadDuckDb>>;

const typeOf = (duckdb: DuckDb, type: SqlType): DuckDBType =>
  ({
    BOOLEAN: duckdb.BOOLEAN,
    INTEGER: duckdb.INTEGER,
    BIGINT: duckdb.BIGINT,
    DOUBLE: duckdb.DOUBLE,
    VARCHAR: duckdb.VARCHAR,
  })[type];

/** Remembers a pure function's values, by its arguments, up to a size at which it starts anew. */
const remember = (call: SqlFunction['call']): SqlFunction['call'] => {
  const known = new Map<unknown, SqlValue>();
  const keyOf = (values: SqlValue[]): unknown =>
    values.length === 1 && values[0] !== 0
      ? values[0]
      : values.map((value) => `${typeof value} ${Object.is(value, -0) ? '-0' : String(value)}`).join('\0');
  const isLong = (value: SqlValue): boolean => typeof value === 'string' && value.length > MEMO_TEXT;
  return (...values) => {
    if (values.some(isLong)) return call(...values);
    const key = keyOf(values);
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = call(...values);
    if (known.size >= MEMO_SIZE) known.clear();
    known.set(key, value);
    return value;
  };
};

const fill = (call: SqlFunction['call'], input: DuckDBDataChunk, output: DuckDBVector): void => {
  const columns = Array.from(
    { length: input.columnCount },
    (_, index) => input.getColumnValues(index) as SqlValue[],
  );
  for (let row = 0; row < input.rowCount; row += 1) {
    const value = call(...columns.map((column) => column[row] as SqlValue));
    (output as { setItem?: (index: number, value: SqlValue) => void }).setItem?.(row, value);
  }
  output.flush();
};

const signature = ({ name, parameters }: SqlFunction): string => `${name}(${parameters.join(', ')})`;

/** Makes the functions of statements known to one engine, each once. */
export class ScalarFunctions {
  private readonly registered = new Set<string>();

  /** Registers those that are not yet known; nulls come and go as null. */
  async register(connection: DuckDBConnection, functions: readonly SqlFunction[]): Promise<void> {
    const missing = functions.filter((one) => !this.registered.has(signature(one)));
    if (missing.length === 0) return;
    const duckdb = await loadDuckDb();
    for (const one of missing) {
      const { name, parameters, returns, call } = one;
      if (this.registered.has(signature(one))) continue;
      this.registered.add(signature(one));
      const remembered = remember(call);
      connection.registerScalarFunction(
        duckdb.DuckDBScalarFunction.create({
          name,
          parameterTypes: parameters.map((type) => typeOf(duckdb, type)),
          returnType: typeOf(duckdb, returns),
          specialHandling: true,
          mainFunction: (_info, input, output) => fill(remembered, input, output),
        }),
      );
    }
  }
}
