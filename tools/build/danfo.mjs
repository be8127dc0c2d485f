// Bundles the DataFrame of danfojs-node into packages/danfo/bundle, with the licences of what went in.
import { build } from 'esbuild';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TARGET = join(ROOT, 'packages', 'danfo', 'bundle');
const local = (name) => fileURLToPath(new URL(name, import.meta.url));
const nothing = local('./not-bundled.cjs');

const { metafile } = await build({
  absWorkingDir: ROOT,
  stdin: { contents: "exports.DataFrame = require('danfojs-node').DataFrame;", resolveDir: ROOT },
  outfile: join(TARGET, 'danfojs.js'),
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  legalComments: 'eof',
  logLevel: 'error',
  metafile: true,
  alias: {
    '@tensorflow/tfjs-node': local('./no-tensors.cjs'),
    'node-fetch': nothing,
    'plotly.js-dist-min': nothing,
    request: nothing,
    xlsx: nothing,
  },
});

mkdirSync(TARGET, { recursive: true });
writeFileSync(join(TARGET, 'LICENSES.txt'), packagesIn(metafile).map(licence).join('\n\n'));

function packagesIn({ inputs }) {
  const names = Object.keys(inputs).map((file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]);
  return [...new Set(names.filter(Boolean))].sort();
}

function licence(folder) {
  const { name, version, license, author } = JSON.parse(
    readFileSync(join(ROOT, folder, 'package.json'), 'utf8'),
  );
  const file = readdirSync(join(ROOT, folder)).find((entry) => /^licen[cs]e/i.test(entry));
  const by = typeof author === 'object' ? author.name : author;
  const text =
    file && existsSync(join(ROOT, folder, file)) ? readFileSync(join(ROOT, folder, file), 'utf8') : by;
  return `# ${name} ${version} (${license ?? 'licence below'})\n\n${(text ?? '').trim()}\n`;
}
