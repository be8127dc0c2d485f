const PLAIN =
  /^("(?:[^"]|"")*"|-?\d+(::\w+)?|\(-?\d+\)(::\w+)?|'(?:[^']|'')*'(::\w+)?|"~q\d+"\.\w+|true|false)$/;

/** Whether a fragment is so small that writing it twice costs nothing. */
export const isPlain = (sql: string): boolean => PLAIN.test(sql);

const MEMBER =
  /^(?:nullif\(CAST\(json_extract\("(?:[^"]|"")*", '(?:[^']|'')*'\) AS VARCHAR\), 'null'\)|coalesce\(json_extract_string\("(?:[^"]|"")*", '(?:[^']|'')*'\), ''\))$/;

/** Whether a fragment may stand several times: DuckDB finds a member of a JSON column quicker again than it binds it. */
const isRepeatable = (sql: string): boolean => isPlain(sql) || (sql.length < 200 && MEMBER.test(sql));

/**
 * Lets a template use its arguments several times without repeating their text: arguments that are more than a name or
 * a literal, or a member of a JSON column, are computed once and bound. Nested templates so stay linear in size. The bound name begins with `~`, as no
 * column does: DuckDB would read `q.a` as the field of a column `q`.
 */
export function once(args: readonly string[], template: (...names: string[]) => string): string {
  if (args.every(isRepeatable)) return template(...args);
  const depth = Math.max(0, ...args.map(nesting)) + 1;
  const bound = args.map((sql, index) => (isRepeatable(sql) ? sql : `"~q${depth}".a${index}`));
  const fields = args.flatMap((sql, index) => (isRepeatable(sql) ? [] : [`a${index} := ${sql}`]));
  return `list_transform([struct_pack(${fields.join(', ')})], lambda "~q${depth}": ${template(...bound)})[1]`;
}

const nesting = (sql: string): number =>
  Math.max(0, ...[...sql.matchAll(/"~q(\d+)"/g)].map((match) => Number(match[1])));
