import { CasebookError } from '@casebook/core';
import type { Mistake } from './mistakes';
import { positionOf } from './position';

const OTHER_WORKSPACE =
  'Open the other workspace and name it when opening this one: openWorkspace(source, { workspaces: { name: other } }).';

/** Functions that ask a service beside the tables, and what to do instead. */
const AZURE_FUNCTIONS: Readonly<Record<string, string>> = {
  arg: 'It asks Azure Resource Graph; export what you need of it to a file that is called after a table.',
  adx: 'It asks an Azure Data Explorer cluster; export what you need of it to a file that is called after a table.',
  FileProfile: "It asks Microsoft's global file statistics, which are on Azure only.",
  SeenBy: "It asks Defender's device discovery, which is on Azure only.",
  DeviceFromIP:
    "It asks Defender's device discovery, which is on Azure only; DeviceNetworkInfo holds addresses.",
  AssignedIPAddresses:
    "It asks Defender's device discovery, which is on Azure only; DeviceNetworkInfo holds addresses.",
  workspace: OTHER_WORKSPACE,
  app: OTHER_WORKSPACE,
  resource: OTHER_WORKSPACE,
};

/** What the parser says of names that lie elsewhere, by the construct that names them. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  KS208: 'database()',
  KS209: 'external_table()',
  KS210: 'materialized_view()',
  KS247: 'entity_group',
  KS248: 'stored_query_result()',
  KS260: 'graph()',
};

const CLUSTER = /\bcluster\s*\([^()]*\)\s*\.\s*$/;

/** The refusal of the first thing among mistakes that asks a service of Azure, or a place other than the workspace; nothing where none does. */
export function azureFunction(text: string, mistakes: readonly Mistake[]): CasebookError | undefined {
  for (const { code, start, length } of mistakes) {
    const name = text.slice(start, start + length);
    const position = positionOf(text, start, length);
    const refused = (what: string, help: string): CasebookError =>
      new CasebookError('KqlUnsupported', `unsupported ${what}`, { position, help, query: text });
    if (code === 'KS211' && Object.hasOwn(AZURE_FUNCTIONS, name))
      return refused(`Azure service: ${name}()`, AZURE_FUNCTIONS[name] ?? '');
    const elsewhere = CLUSTER.test(text.slice(0, start)) ? 'cluster()' : ELSEWHERE[code];
    if (elsewhere !== undefined)
      return refused(
        `table elsewhere: ${elsewhere}`,
        'Name a table of this workspace, or `workspace("name").Table` of another that this one was opened with.',
      );
  }
  return undefined;
}
