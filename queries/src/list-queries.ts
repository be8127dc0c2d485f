import type { QueryDefinition } from '@casebook/core';
import { queries } from './generated/catalogue';

/** What is known of every query, whatever its parameters and rows. */
export type AnyQueryDefinition = Omit<QueryDefinition, 'types'>;

/**
 * The queries whose family, name, description or table contains the text (in any case), sorted by family and name;
 * all of them without a text. A query that stands in several families is listed once.
 */
export const listQueries = (containing = ''): readonly AnyQueryDefinition[] => {
  const wanted = containing.toLowerCase();
  const all = new Set<AnyQueryDefinition>(
    Object.values(queries).flatMap((family) => Object.values<AnyQueryDefinition>(family)),
  );
  return [...all]
    .filter(({ family, name, description, tables }) =>
      [`${family}.${name}`, description, ...tables].some((text) => text.toLowerCase().includes(wanted)),
    )
    .sort((a, b) => (`${a.family}.${a.name}` < `${b.family}.${b.name}` ? -1 : 1));
};
