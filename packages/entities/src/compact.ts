/** What {@link compact} leaves out of a type: empty values. */
export type Compact<T> = { readonly [K in keyof T]?: Exclude<T[K], null | undefined> };

/** A frozen copy without the properties that say nothing: null, undefined, empty text, empty lists. */
export const compact = <T extends object>(value: T): Compact<T> =>
  Object.freeze(
    Object.fromEntries(
      Object.entries(value).filter(
        ([, each]) =>
          each !== null && each !== undefined && each !== '' && !(Array.isArray(each) && each.length === 0),
      ),
    ),
  ) as Compact<T>;
