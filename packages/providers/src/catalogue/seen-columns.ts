import type { KqlType } from '@casebook/core';
import { parquetReading } from '../convert/parquet-columns';
import type { Constant } from '../source/configuration';
import type { LookedAt } from './look-at-file';
import type { SeenColumn } from './unify-types';

const constantType = (value: Constant): KqlType => {
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return Number.isSafeInteger(value) ? 'long' : 'real';
  return 'string';
};

/** The columns that a file gives to its table, those of its constants among them. */
export const seenColumns = (looked: LookedAt): SeenColumn[] => {
  const { file, constants } = looked.assigned;
  const filled = [...constants].map(([name, value]) => ({
    file: file.name,
    name,
    type: constantType(value),
  }));
  if (looked.kind === 'events') return [{ file: file.name, name: 'Message', type: 'string' }];
  const columns =
    looked.kind === 'text'
      ? looked.inspection.columns.map(({ name, type }) => ({
          file: file.name,
          name,
          ...(type ? { type } : {}),
        }))
      : looked.columns.map((column) => ({
          file: file.name,
          name: column.shown,
          type: parquetReading(column, undefined).type,
        }));
  const present = new Set(columns.map(({ name }) => name));
  return [...columns, ...filled.filter(({ name }) => !present.has(name))];
};
