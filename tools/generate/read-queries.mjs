// Reads and checks the query files: schema, names, placeholders.
import Ajv from 'ajv';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { kebab } from './query-modules.mjs';

const NOT_FAMILIES = new Set(['src', 'schema', 'dist', 'node_modules', 'test']);

const readYaml = (path) => parse(readFileSync(path, 'utf8'), { maxAliasCount: 0, uniqueKeys: true });

/** Every query, sorted by family and name, with its parameters resolved; a mistake is an error that names the file. */
export const readQueries = (folder) => {
  const schema = JSON.parse(readFileSync(join(folder, 'schema/query.schema.json'), 'utf8'));
  const ajv = new Ajv({ allErrors: true });
  const valid = ajv.compile(schema);
  const validShared = ajv.compile({
    type: 'object',
    additionalProperties: schema.definitions.parameter,
    definitions: schema.definitions,
  });
  const check = (validate, value, path) => {
    if (!validate(value)) throw new Error(`invalid query file: ${path}: ${ajv.errorsText(validate.errors)}`);
    return value;
  };
  const shared = check(validShared, readYaml(join(folder, 'parameters.yaml')), 'parameters.yaml');
  const queries = yamlFiles(folder).map((path) =>
    resolve(check(valid, readYaml(join(folder, path)), path), shared, path),
  );
  refuseDuplicates(queries);
  return queries.sort((a, b) => (a.module < b.module ? -1 : 1));
};

const yamlFiles = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !NOT_FAMILIES.has(entry.name))
    .flatMap((entry) =>
      readdirSync(join(folder, entry.name))
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => `${entry.name}/${name}`),
    );

const resolve = (query, shared, path) => {
  const module = `${kebab(query.family)}/${query.name.replaceAll('_', '-')}`;
  const expected = `${kebab(query.family)}/${query.name}.yaml`;
  if (path !== expected) throw new Error(`misplaced query file: ${path}: expected ${expected}`);
  const parameters = query.parameters.map((item) => {
    const [name, own] = typeof item === 'string' ? [item, shared[item]] : Object.entries(item)[0];
    if (!own) throw new Error(`unknown shared parameter: ${path}: ${name}`);
    const chosen = ['operator', 'table', 'column'].includes(own.type);
    if (chosen !== Boolean(own.values))
      throw new Error(`allow-list without need or missing: ${path}: ${name}`);
    return { name, list: false, ...own, required: !Object.hasOwn(own, 'default') && !own.optional };
  });
  comparePlaceholders(query.kql, parameters, path);
  return { ...query, alsoIn: query.alsoIn ?? [], parameters, module };
};

const comparePlaceholders = (kql, parameters, path) => {
  const used = new Set();
  const rest = kql.replaceAll(/\{\{|\}\}/g, '').replaceAll(/\{([a-z][a-z0-9_]*)\}/g, (_, name) => {
    used.add(name);
    return '';
  });
  if (/[{}]/.test(rest)) throw new Error(`lone brace in the query: ${path}: write {{ or }}`);
  const declared = parameters.map(({ name }) => name);
  const wrong = [
    ...declared.filter((name) => !used.has(name)).map((name) => `unused ${name}`),
    ...[...used].filter((name) => !declared.includes(name)).map((name) => `undeclared ${name}`),
    ...declared.filter((name, at) => declared.indexOf(name) !== at).map((name) => `repeated ${name}`),
  ];
  if (wrong.length) throw new Error(`parameters and placeholders differ: ${path}: ${wrong.join(', ')}`);
};

const refuseDuplicates = (queries) => {
  const seen = new Set();
  for (const query of queries)
    for (const family of [query.family, ...query.alsoIn]) {
      const name = `${family}.${query.name}`;
      if (seen.has(name)) throw new Error(`duplicate query: ${name}`);
      seen.add(name);
    }
};
