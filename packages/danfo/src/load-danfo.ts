import { createRequire } from 'node:module';
import type { DanfoDataFrame, DanfoType, DanfoValue } from './data-frame';

/** Danfo's class. */
export interface DataFrameClass {
  new (
    rows: readonly (readonly DanfoValue[])[],
    options: { readonly columns: readonly string[]; readonly dtypes: readonly DanfoType[] },
  ): DanfoDataFrame;
}

/** The bundled class, read on first use: it weighs 1.2 MB. */
export const loadDanfo = (): DataFrameClass =>
  (createRequire(__filename)('../bundle/danfojs.js') as { readonly DataFrame: DataFrameClass }).DataFrame;
