import { readFile, stat } from 'node:fs/promises';
import { CasebookError } from '@casebook/core';
import { StoredFunctions, type StoredFunction } from '@casebook/kql';
import type { SkippedFile, TextFile } from '../source/source-file';
import { decodeText } from '../written/decode-text';
import { namesInKql, readKql } from './read-kql';
import { namesInYaml, readYaml } from './read-yaml';

/** Functions, and the files that define none. */
export interface LoadedFunctions {
  readonly functions: StoredFunctions;
  readonly skipped: readonly SkippedFile[];
}

interface Entry {
  readonly file: TextFile;
  readonly text: string;
}

const MOST_BYTES = 4 * 2 ** 20;

const isYaml = (name: string): boolean => /\.ya?ml$/i.test(name);

/**
 * The functions that files define. Names are found at once, by looking for them in the texts; a file is taken apart when its
 * function is first used. What is wrong with a file, and two files of one name, are errors of their use.
 */
export const loadFunctions = async (files: readonly TextFile[]): Promise<LoadedFunctions> => {
  const skipped: SkippedFile[] = [];
  const found = new Map<string, Entry[]>();
  for (const file of files) {
    if ((await stat(file.path)).size > MOST_BYTES) {
      skipped.push({ name: file.name, reason: 'larger than 4 MiB, which no function is' });
      continue;
    }
    const text = decodeText(await readFile(file.path)).replaceAll('\r\n', '\n');
    const names = isYaml(file.name) ? namesInYaml(text) : namesInKql(file.name, text);
    if (names.length === 0) skipped.push({ name: file.name, reason: 'YAML that is no parser' });
    for (const name of names) found.set(name, [...(found.get(name) ?? []), { file, text }]);
  }
  const yaml = [...found.values()].some((all) => all.some(({ file }) => isYaml(file.name)))
    ? await import('yaml')
    : undefined;
  const functions = new StoredFunctions(found.keys(), (name) => read(name, found.get(name) ?? [], yaml));
  return { functions, skipped };
};

const read = (
  name: string,
  all: readonly Entry[],
  yaml: typeof import('yaml') | undefined,
): StoredFunction => {
  const [first, second] = all;
  if (first && !second)
    return yaml && isYaml(first.file.name)
      ? readYaml(first.file.name, first.text, name, yaml)
      : readKql(first.file.name, first.text, name);
  throw new CasebookError('InvalidSource', `ambiguous function: ${name}`, {
    help: `Several files define it: ${all.map(({ file }) => file.name).join(', ')}. Keep one.`,
  });
};
