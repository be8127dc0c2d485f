import type { MimeBundle } from '@casebook/vis';

/** The part of a running stock tslab that takes cells and outputs; its shape is tslab's. */
export interface TslabJupyter {
  readonly lastWriteDisplayData: TslabWrite | null;
  readonly JupyterHandlerImpl?: { readonly prototype: object };
}

/** tslab makes one such function for each cell. */
export type TslabWrite = (
  content: { data: MimeBundle; metadata: object; transient: object },
  update: boolean,
) => void;

/** The stock tslab that this code runs in, if it runs in one. */
export const runningTslab = (): TslabJupyter | undefined => {
  const file = Object.keys(require.cache).find((name) => /[\\/]tslab[\\/]dist[\\/]jupyter\.js$/.test(name));
  return file === undefined ? undefined : (require.cache[file]?.exports as TslabJupyter);
};
