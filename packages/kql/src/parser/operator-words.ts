import { inventory } from './inventory';

/** What the parser calls otherwise than queries do. */
const WRITTEN: Readonly<Record<string, string>> = {
  Filter: 'where',
  PartitionBy: 'partition',
  ReduceBy: 'reduce',
  GetSchema: 'getschema',
};

/** The operators as queries write them: `mv-expand` for `MvExpandOperator`. */
export const operatorWords = (): readonly string[] =>
  inventory().operators.map((kind) => {
    const name = kind.replace(/Operator$/, '');
    return WRITTEN[name] ?? name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
  });
