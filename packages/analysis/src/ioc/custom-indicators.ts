import type { CustomIocType, Indicator } from './indicator';

/** The indicators of the caller's kinds in a text; empty matches are none. */
export const customIndicators = (text: string, types: readonly CustomIocType[]): readonly Indicator[] =>
  types.flatMap(({ name, pattern: { source, flags } }) =>
    Array.from(text.matchAll(new RegExp(source, [...new Set(`${flags}gd`)].join('')))).flatMap((match) => {
      const matched = match.groups?.['ioc'] ?? match[0];
      const [position] = match.indices?.groups?.['ioc'] ?? [match.index];
      return matched === '' ? [] : [{ type: name, observable: matched, matched, position }];
    }),
  );
