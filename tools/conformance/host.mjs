// A small DuckDB host for compiled statements: an empty workspace that answers one query at a time within a deadline.
import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  DuckDBInstance,
  DuckDBScalarFunction,
  INTEGER,
  VARCHAR,
} from '@duckdb/node-api';

const TYPES = { BIGINT, BOOLEAN, DOUBLE, INTEGER, VARCHAR };

/** Opens a host; `run(statement)` gives the rows as raw values. */
export async function openHost({ deadline = 10_000 } = {}) {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '1GB' });
  const connection = await instance.connect();
  const registered = new Map();
  return {
    connection,
    close: () => connection.closeSync(),
    async run(statement) {
      for (const fn of statement.functions) register(connection, registered, fn);
      const timer = setTimeout(() => connection.interrupt(), deadline);
      try {
        const reader = await connection.runAndReadAll(statement.sql);
        return reader.getRows();
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

function register(connection, registered, fn) {
  const known = registered.has(fn.name);
  registered.set(fn.name, fn);
  if (known) return;
  connection.registerScalarFunction(
    DuckDBScalarFunction.create({
      name: fn.name,
      parameterTypes: fn.parameters.map((type) => TYPES[type]),
      returnType: TYPES[fn.returns],
      specialHandling: true,
      mainFunction: (info, input, output) => {
        const columns = fn.parameters.map((_, index) => input.getColumnVector(index));
        for (let row = 0; row < input.rowCount; row++) {
          output.setItem(row, fn.call(...columns.map((column) => column.getItem(row))));
        }
        output.flush();
      },
    }),
  );
}
