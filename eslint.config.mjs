import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

const house = {
  core: { may: [], npm: [] },
  kql: { may: ['core'], npm: ['@kusto/language-service-next', '@kusto/language-service-next/*'] },
  analysis: { may: ['core'], npm: ['fflate', 'tldts'] },
  danfo: { may: ['core'], npm: [] },
  queries: { may: ['core'], npm: [] },
  entities: { may: ['core', 'queries'], npm: [] },
  'notebooklets-host': { may: ['core', 'queries', 'entities', 'analysis'], npm: [] },
  providers: { may: ['core', 'kql'], npm: ['@duckdb/node-api', 'yaml'] },
  vis: { may: ['core'], npm: ['plotly.js-basic-dist-min'] },
  jupyter: { may: ['core', 'vis'], npm: ['tslab', 'tslab/*', '@tslab/typescript-for-tslab', 'zeromq'] },
  runner: { may: ['core', 'vis'], npm: ['@jupyterlab/services', 'markdown-it'] },
};

const testTools = ['fast-check', 'fflate'];

const boundaries = (alsoNpm) => [
  'error',
  {
    allow: [],
    allowCircularSelfDependency: true,
    banTransitiveDependencies: alsoNpm.length === 0,
    depConstraints: [
      ...Object.entries(house).map(([name, { may, npm }]) => ({
        sourceTag: `layer:${name}`,
        onlyDependOnLibsWithTags: may.map((other) => `layer:${other}`),
        allowedExternalImports: [...npm, ...alsoNpm],
      })),
      { sourceTag: 'layer:casebook', onlyDependOnLibsWithTags: ['*'] },
      { sourceTag: 'layer:roof', onlyDependOnLibsWithTags: ['*'] },
    ],
  },
];

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'No default exports: name what the file exports.',
};

export default [
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '.venv/**',
      '.nx/**',
      'out/**',
      '**/generated/**',
      '**/bundle/**',
    ],
  },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,mjs,js}'],
    plugins: { '@nx': nx },
    rules: { '@nx/enforce-module-boundaries': boundaries([]) },
  },
  {
    files: ['{packages/*,queries}/test/**/*.ts'],
    rules: { '@nx/enforce-module-boundaries': boundaries(testTools) },
  },
  { files: ['tools/**', '*.ts', '*.mjs'], rules: { '@nx/enforce-module-boundaries': 'off' } },
  {
    files: ['{packages/*,queries,tools}/src/**/*.ts'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      'max-lines': ['error', 400],
      'max-lines-per-function': ['error', 40],
      'max-params': ['error', 5],
      'no-restricted-syntax': ['error', noDefaultExport],
      'no-console': 'error',
    },
  },
  { files: ['**/*.js', '**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  {
    files: ['packages/core/src/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['node:*', 'fs', 'path', 'os', 'crypto', 'util'],
              message: 'core leans on nothing, not even Node.',
            },
          ],
        },
      ],
      'no-restricted-globals': ['error', 'process', 'Buffer', 'require', '__dirname', 'setImmediate'],
    },
  },
];
