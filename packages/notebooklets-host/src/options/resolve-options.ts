import { CasebookError, type NotebookletOption } from '@casebook/core';

/** An option's name as MSTICPy writes it: `scheduledTasks` is `scheduled_tasks`. */
export const snakeCase = (key: string): string =>
  key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * The keys that a run includes. Names are camelCase or MSTICPy's snake_case. Plain names replace the defaults;
 * `+name` adds and `-name` takes away, in the order given. An unknown name is an `UnknownOption` error that lists all.
 */
export const resolveOptions = <K extends string>(
  options: readonly (NotebookletOption & { readonly key: K })[],
  asked: readonly string[] = [],
): ReadonlySet<K> => {
  const items = asked.map((text) => readItem(options, text));
  const plain = items.filter(({ sign }) => sign === '').map(({ key }) => key);
  const chosen = new Set(
    plain.length ? plain : options.filter((option) => option.isDefault).map((option) => option.key),
  );
  for (const { sign, key } of items) {
    if (sign === '+') chosen.add(key);
    if (sign === '-') chosen.delete(key);
  }
  return chosen;
};

const readItem = <K extends string>(
  options: readonly (NotebookletOption & { readonly key: K })[],
  text: string,
): { readonly sign: string; readonly key: K } => {
  const [, sign = '', name = ''] = /^\s*([+-]?)\s*(.*?)\s*$/.exec(String(text)) ?? [];
  const found = options.find(({ key }) => key === name || snakeCase(key) === name);
  if (found) return { sign, key: found.key };
  throw new CasebookError('UnknownOption', `unknown option: ${JSON.stringify(text)}`, {
    help: `Options: ${options.map(({ key }) => key).join(', ')}; +name adds to the defaults, -name takes away.`,
  });
};
