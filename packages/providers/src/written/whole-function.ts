import type { WrittenQuery } from './written-query';

/**
 * A function body with its parameters as a query that reads it: it calls the function where all parameters have defaults. What is put
 * around the body stands, for remarks, where the body begins and ends.
 */
export const wholeFunction = (parameters: string, body: WrittenQuery): WrittenQuery => {
  if (/^\(\s*\)$|^$/.test(parameters.trim())) return body;
  const hasDefaults = splitParameters(parameters).every((parameter) => parameter.includes('='));
  const before = `let CheckedFunction = ${parameters} {\n`;
  const after = `\n};\n${hasDefaults ? 'CheckedFunction()' : 'print 1'}`;
  const first = body.offsets[0] ?? 0;
  const last = body.offsets[body.kql.length] ?? first;
  const own = Array.from({ length: body.kql.length }, (_, at) => body.offsets[at] ?? first);
  const offsets = [
    ...Array<number>(before.length).fill(first),
    ...own,
    ...Array<number>(after.length + 1).fill(last),
  ];
  return { kql: before + body.kql + after, offsets };
};

/** The parameters of a list in parentheses, apart at the commas that stand in no brackets and no string. */
const splitParameters = (list: string): readonly string[] => {
  const parts = [''];
  let depth = 0;
  for (const token of list
    .trim()
    .slice(1, -1)
    .match(/'[^']*'|"[^"]*"|[\s\S]/g) ?? []) {
    if (/^[([{]$/.test(token)) depth += 1;
    if (/^[)\]}]$/.test(token)) depth -= 1;
    if (token === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += token;
  }
  return parts;
};
