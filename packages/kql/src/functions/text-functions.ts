import type { FunctionRow } from './function-row';

/** Functions over text. */
export const TEXT_FUNCTIONS: readonly FunctionRow[] = [
  { name: 'tolower', takes: ['string'], gives: 'string', sql: (s) => `lower(${s})` },
  { name: 'toupper', takes: ['string'], gives: 'string', sql: (s) => `upper(${s})` },
  { name: 'strlen', takes: ['string'], gives: 'long', sql: (s) => `length(${s})` },
  { name: 'string_size', takes: ['string'], gives: 'long', sql: (s) => `strlen(${s})` },
  { name: 'strcat', takes: ['string', 'string*'], gives: 'string', sql: (...s) => `(${s.join(' || ')})` },
  {
    name: 'strcat_delim',
    takes: ['string', 'string', 'string*'],
    gives: 'string',
    sql: (delimiter, ...s) => `concat_ws(${delimiter}, ${s.join(', ')})`,
  },
  { name: 'isempty', takes: ['string'], gives: 'bool', sql: (s) => `(${s} = '')` },
  { name: 'isnotempty', aliases: ['notempty'], takes: ['string'], gives: 'bool', sql: (s) => `(${s} <> '')` },
  {
    name: 'replace_string',
    takes: ['string', 'string', 'string'],
    gives: 'string',
    sql: (s, from, to) => `replace(${s}, ${from}, ${to})`,
  },
];
