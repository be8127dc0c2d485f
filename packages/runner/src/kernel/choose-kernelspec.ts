import { KernelSpecAPI, type ServerConnection } from '@jupyterlab/services';
import { CasebookError } from '@casebook/core';

/** A kernelspec of the server. */
export interface ChosenKernelspec {
  readonly name: string;
  readonly displayName: string;
}

/** Finds the kernelspec that a notebook asks for; one that is not there is a `KernelFailed` error that lists what is. */
export async function chooseKernelspec(
  serverSettings: ServerConnection.ISettings,
  name: string,
): Promise<ChosenKernelspec> {
  const specs = (await KernelSpecAPI.getSpecs(serverSettings)).kernelspecs;
  const found = specs[name];
  if (found) return { name, displayName: found.display_name };
  const names = Object.keys(specs).sort().join(', ');
  throw new CasebookError('KernelFailed', `unknown kernel: ${name}`, {
    help: names === '' ? 'No kernel is installed.' : `There is ${names}.`,
  });
}
