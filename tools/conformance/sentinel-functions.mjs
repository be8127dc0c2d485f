// The stored functions that a set of Sentinel queries itself holds: parser bodies with the names and parameters that their
// paths, comments and texts show.

/** Parameters that ASIM parsers take, as their documentation declares them: the set has lost the YAML that does. */
const ASIM_PARAMETERS = {
  T: '(*)',
  field: 'string',
  starttime: 'datetime=datetime(null)',
  endtime: 'datetime=datetime(null)',
  disabled: 'bool=false',
  pack: 'bool=false',
  srcipaddr: "string='*'",
  responsecodename: "string='*'",
  response_has_ipv4: "string='*'",
  eventtype: "string='*'",
  eventresult: "string='*'",
  username: "string='*'",
  dvcname: "string='*'",
  hashes_has_any: 'dynamic=dynamic([])',
  url_has_any: 'dynamic=dynamic([])',
  dstportnumber: 'int=int(null)',
  hostname_has_any: 'dynamic=dynamic([])',
  dvcaction: 'dynamic=dynamic([])',
};
const ASIM_LISTS =
  /^(?!.*\$)[a-z0-9_]+_(has_any|has_all|has_any_prefix|has_any_ipv4_prefix|has_any_value|in)$/;

/** `{ name, parameters, body }` of every function; of two with one name the first. */
export function functionsOf(entries) {
  const found = new Map();
  for (const entry of entries.filter(({ kind }) => /parser/.test(kind)))
    for (const name of namesOf(entry))
      if (!found.has(name))
        found.set(name, { name, parameters: parametersOf(entry), body: entry.query, file: entry.path });
  return found;
}

function namesOf({ name, path, query }) {
  const stem = (text) =>
    text
      .split('/')
      .at(-1)
      .replace(/\.(kql\.txt|txt|kql|csl|yaml)$/i, '');
  const comments = query
    .split('\n')
    .filter((line) => /^\s*\/\//.test(line))
    .join('\n');
  const said = [
    /alias(?:es)?,? (?:as|of|must be set to -|to) ['"]?([A-Za-z_]\w+)/gi,
    /function name(?: and alias)? as ['"]?([A-Za-z_]\w+)/gi,
    /\(e\.g\. ['"]?([A-Za-z_]\w+) ?(?:\||\))/gi,
    /comprised of function - (\w+)/gi,
    /function alias:? +([A-Za-z_]\w+)\s*$/gim,
  ].flatMap((pattern) => [...comments.matchAll(pattern)].map((match) => match[1]));
  const plain = [stem(name), stem(path)];
  const names = [...plain, ...said.filter((word) => !/^(and|or|to|the|as|a|for|function)$/i.test(word))];
  return [...new Set(names.flatMap((one) => [one, ...builtIn(one)]))].filter((one) => /^\w+$/.test(one));
}

/** The names that Sentinel gives to its own copies of ASIM parsers: `vimDnsZeek` is `_Im_Dns_Zeek`. */
function builtIn(name) {
  const schemas =
    'AuditEvent|Authentication|DhcpEvent|Dns|FileEvent|NetworkSession|ProcessEvent|ProcessCreate|ProcessTerminate|Process|RegistryEvent|Registry|UserManagement|WebSession';
  const match = new RegExp(`^(vim|im|ASim)(${schemas})(\\w*)$`).exec(name);
  if (!match) return [];
  const [, family, schema, rest] = match;
  return [`_${family === 'ASim' ? 'ASim' : 'Im'}_${schema}${rest ? `_${rest}` : ''}`];
}

function parametersOf({ query }) {
  const words = [...new Set(query.match(/\b[A-Za-z_]\w*/g))];
  const declared = (word) =>
    new RegExp(`\\b${word}\\s*:\\s*(\\w+)\\s*(=\\s*[^,(){\n]*(?:\\((?:[^()]|\\([^()]*\\))*\\))?)?`).exec(
      query,
    );
  const table = words.filter((word) => word === 'T' && /^\s*T\b/.test(query));
  const field = table.length > 0 && words.includes('field') ? ['field'] : [];
  const asim = words.filter(
    (word) =>
      !['T', 'field'].includes(word) && (Object.hasOwn(ASIM_PARAMETERS, word) || ASIM_LISTS.test(word)),
  );
  const shown = [
    ...query.matchAll(/^\s*\/\/\s*let (\w+)\s*=\s*("[^"]*"|'[^']*'|-?\d+|true|false|dynamic\([^)]*\))\s*;/gm),
  ];
  const all = [...table, ...field, ...asim].flatMap((word) => {
    const type = ASIM_PARAMETERS[word] ?? (ASIM_LISTS.test(word) ? 'dynamic=dynamic([])' : undefined);
    const own = declared(word);
    return type === undefined || new RegExp(`\\blet ${word}\\b`).test(query)
      ? []
      : [`${word}:${own?.[2] ? `${own[1]}${own[2]}` : type}`];
  });
  const typeOf = (value) =>
    /^["']/.test(value)
      ? 'string'
      : /^dynamic/.test(value)
        ? 'dynamic'
        : /^(true|false)$/.test(value)
          ? 'bool'
          : 'long';
  return `(${[...all, ...shown.map(([, name, value]) => `${name}:${typeOf(value)}=${value}`)].join(', ')})`;
}
