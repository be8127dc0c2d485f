/** Whether two values are equal in any case; undefined where one of them is not known. */
export const decide = (a: string | undefined, b: string | undefined): boolean | undefined =>
  a === undefined || b === undefined ? undefined : a.toLowerCase() === b.toLowerCase();

/** Whether two values do not contradict each other: equal in any case, or one is not known. */
export const agree = (a: string | undefined, b: string | undefined): boolean => decide(a, b) ?? true;
