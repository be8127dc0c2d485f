import { posix } from 'node:path';
import { CasebookError } from '@casebook/core';
import { knownTable } from '@casebook/kql';
import type { Configuration, Constant, FileMapping } from './configuration';
import type { SourceFile } from './source-file';

/** A file with the table that it belongs to. */
export interface AssignedFile {
  readonly file: SourceFile;
  readonly table: string;
  /** Whether a configuration says so, and the shape of the rows does not matter. */
  readonly explicit: boolean;
  readonly constants: ReadonlyMap<string, Constant>;
  readonly rename: ReadonlyMap<string, string>;
}

const stem = (name: string): string => (name.startsWith('.') ? name : (name.split('.')[0] ?? name));

/**
 * The table that a path names: the first of its parts, from the top, that names a known table, else the top part.
 * An archive counts only where its name is that of a known table.
 */
const tableNamed = (file: SourceFile): string => {
  const parts = file.name.split('/').map(stem);
  const known = parts.find((part) => knownTable(part) !== undefined);
  if (known) return known;
  const member = file.entry?.name.split('/').filter((part) => part !== '' && part !== '..' && part !== '.');
  return (member ? stem(member[0] ?? '') : parts[0]) ?? '';
};

const NO_CONSTANTS: ReadonlyMap<string, Constant> = new Map();
const NO_NAMES: ReadonlyMap<string, string> = new Map();

const pattern = (glob: string): RegExp => {
  const parts = posix.normalize(glob).split(/(\*\*\/?|\*|\?)/);
  const source = parts.map((part) => {
    if (part === '**/') return '(?:.*/)?';
    if (part === '**') return '.*';
    if (part === '*') return '[^/]*';
    return part === '?' ? '[^/]' : part.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${source.join('')}$`, 'u');
};

const matching = (files: readonly SourceFile[], mapping: FileMapping, table: string): SourceFile[] =>
  mapping.files.flatMap((glob) => {
    const fits = pattern(glob);
    const found = files.filter(({ name }) => fits.test(name));
    if (found.length > 0) return found;
    throw new CasebookError(
      'InvalidConfiguration',
      `no file matches ${JSON.stringify(glob)} of table ${table}`,
      {
        help: `Files: ${
          files
            .slice(0, 20)
            .map(({ name }) => name)
            .join(', ') || 'none'
        }.`,
      },
    );
  });

/** Gives each file its tables: those that the configuration maps it to, else the one that its path names. */
export const assignTables = (
  files: readonly SourceFile[],
  { tables, externalData, geo }: Configuration,
): readonly AssignedFile[] => {
  const explicit = [...tables].flatMap(([table, mappings]) =>
    mappings.flatMap((mapping) =>
      [...new Set(matching(files, mapping, table))].map((file) => ({
        file,
        table,
        explicit: true,
        constants: mapping.constants,
        rename: mapping.rename,
      })),
    ),
  );
  const mapped = new Set(explicit.map(({ file }) => file));
  const elsewhere = new Set([...externalData.values(), geo]);
  const automatic = files
    .filter((file) => !mapped.has(file) && !elsewhere.has(file.name))
    .map((file) => ({
      file,
      table: tableNamed(file),
      explicit: false,
      constants: NO_CONSTANTS,
      rename: NO_NAMES,
    }));
  return [...explicit, ...automatic];
};
