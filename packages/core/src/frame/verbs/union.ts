import type { Column, ColumnData } from '../column';
import type { Columnar } from '../columnar';
import { concatColumns } from '../concat-columns';
import { uniqueName } from '../unique-name';
import type { KqlType } from '../kql-type';

interface Slot {
  readonly name: string;
  readonly type: KqlType;
}

const typesByName = (frames: readonly Columnar[]): Map<string, Set<KqlType>> => {
  const types = new Map<string, Set<KqlType>>();
  for (const { data } of frames) {
    for (const { name, data: column } of data)
      types.set(name, (types.get(name) ?? new Set()).add(column.type));
  }
  return types;
};

const slotsOf = (types: ReadonlyMap<string, ReadonlySet<KqlType>>): Slot[] =>
  [...types].flatMap(([name, set]) => [...set].map((type) => ({ name, type })));

const matching = (frame: Columnar, { name, type }: Slot): ColumnData | undefined =>
  frame.data.find((column) => column.name === name && column.data.type === type)?.data;

/** See `Frame.union`. */
export const union = (frames: readonly Columnar[]): Column[] => {
  const types = typesByName(frames);
  const taken = new Set([...types].filter(([, set]) => set.size === 1).map(([name]) => name));
  return slotsOf(types).map((slot) => {
    const single = types.get(slot.name)?.size === 1;
    const name = single ? slot.name : uniqueName(`${slot.name}_${slot.type}`, taken);
    taken.add(name);
    const segments = frames.map((frame) => ({ length: frame.rowCount, data: matching(frame, slot) }));
    return { name, data: concatColumns(slot.type, segments) };
  });
};
