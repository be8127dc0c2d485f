// Writes every generated file, or with --check only tells which are stale (exit 1); names choose generators.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateQueries } from './queries.mjs';
import { generateSupport } from './support.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * Each generator gives the folders that it owns whole (files there that it does not name are stale)
 * and the texts of its files by path, both relative to the root.
 */
const generators = { queries: generateQueries, support: generateSupport };

const filesUnder = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)],
      )
    : [];

const stale = (owned, files) => {
  const wrong = [...files].filter(([path, text]) => {
    const full = join(root, path);
    return !existsSync(full) || readFileSync(full, 'utf8') !== text;
  });
  const extra = owned
    .flatMap((folder) => filesUnder(join(root, folder)))
    .map((full) => relative(root, full).replaceAll('\\', '/'))
    .filter((path) => !files.has(path));
  return { wrong, extra };
};

const write = ({ wrong, extra }) => {
  for (const path of extra) rmSync(join(root, path));
  for (const [path, text] of wrong) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
};

const check = process.argv.includes('--check');
const names = process.argv.slice(2).filter((text) => !text.startsWith('-'));
for (const name of names.length ? names : Object.keys(generators)) {
  const generate = generators[name];
  const { owned, files } = await generate(root);
  const found = stale(owned, files);
  for (const path of [...found.wrong.map(([name]) => name), ...found.extra]) {
    process.stdout.write(`${check ? 'stale' : 'wrote'} ${path}\n`);
    if (check) process.exitCode = 1;
  }
  if (!check) write(found);
}
