import { resolve } from 'node:path';
import type { LanguageService } from '@casebook/core';
import { EXIT } from '../exit-codes';
import type { CommandIo } from '../io';
import { readArguments, usage } from '../read-arguments';
import { checkFile } from './check-file';
import { filesToCheck } from './files-to-check';
import { FINDING_FORMATS, formatFindings, type FindingFormat } from './format-findings';

/** `casebook kql check`: gives the exit code. */
export async function checkCommand(args: readonly string[], io: CommandIo): Promise<number> {
  const given = readArguments(args, { format: { type: 'string' }, workspace: { type: 'string' } });
  const format = readFormat(given.text('format'));
  if (given.positionals.length === 0) throw usage('missing argument: FILE or FOLDER');
  const files = await filesToCheck(given.positionals, io.cwd);
  const checked = await withLanguage(given.text('workspace'), io.cwd, async (language) => {
    const all = [];
    for (const file of files) all.push(await checkFile(file, language));
    return all;
  });
  const findings = checked.flatMap((file) => file.findings);
  await io.answer(formatFindings(findings, format));
  const queries = checked.reduce((sum, file) => sum + file.queries, 0);
  const count = (severity: string): number => findings.filter((one) => one.severity === severity).length;
  io.notice(
    `${queries} queries in ${files.length} files: ${count('error')} errors, ${count('warning')} warnings, ${count('note')} notes\n`,
  );
  return findings.length > 0 ? EXIT.failed : EXIT.ok;
}

function readFormat(text = 'text'): FindingFormat {
  const found = FINDING_FORMATS.find((format) => format === text);
  if (!found) throw usage(`unknown format: ${text}; there is ${FINDING_FORMATS.join(', ')}`);
  return found;
}

async function withLanguage<T>(
  folder: string | undefined,
  cwd: string,
  work: (language: LanguageService) => Promise<T>,
): Promise<T> {
  if (folder === undefined) {
    const { languageFor } = await import('@casebook/kql');
    return work(languageFor({ tables: [] }));
  }
  const { openWorkspace } = await import('@casebook/providers');
  const workspace = await openWorkspace(folder === 'sample' ? folder : resolve(cwd, folder));
  try {
    return await work(workspace.language);
  } finally {
    await workspace.close();
  }
}
