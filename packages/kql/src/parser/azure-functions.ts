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

/** The refusal of the first function among mistakes that asks a service of Azure; nothing where none does. */
export function azureFunction(text: string, mistakes: readonly Mistake[]): CasebookError | undefined {
  for (const { code, start, length } of mistakes) {
    const name = text.slice(start, start + length);
    if (code !== 'KS211' || !Object.hasOwn(AZURE_FUNCTIONS, name)) continue;
    return new CasebookError('KqlUnsupported', `unsupported Azure service: ${name}()`, {
      position: positionOf(text, start, length),
      help: AZURE_FUNCTIONS[name] ?? '',
      query: text,
    });
  }
  return undefined;
}
