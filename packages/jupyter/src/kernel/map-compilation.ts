import type { SourceMapPayload } from 'node:module';
import type * as TypeScript from '@tslab/typescript-for-tslab';
import type { CellMaps } from './cell-maps';

type Transpile = typeof TypeScript.transpileModule;

const INLINE_MAP = /\n?\/\/# sourceMappingURL=data:application\/json;base64,([\w+/=]+)\s*$/;
const CELL_SOURCE = /__tslab__\.ts$/;

const readMap = (text: string): SourceMapPayload => JSON.parse(text) as SourceMapPayload;

/** tslab's second step, from modules to CommonJS, that also notes where the lines of cells come from. */
export const mapCompilation =
  (transpile: Transpile, maps: CellMaps): Transpile =>
  (input, options) => {
    const inline = INLINE_MAP.exec(input)?.[1];
    if (inline === undefined) return transpile(input, options);
    const first = readMap(Buffer.from(inline, 'base64').toString());
    const compilerOptions = { ...options.compilerOptions, sourceMap: true };
    const done = transpile(input.replace(INLINE_MAP, ''), { ...options, compilerOptions });
    const outputText = done.outputText.replace(/\s*\/\/# sourceMappingURL=.*\s*$/, '');
    if (!first.sources.some((source) => CELL_SOURCE.test(source)) || done.sourceMapText === undefined) {
      return { ...done, outputText };
    }
    const name = maps.add(outputText, [readMap(done.sourceMapText), first]);
    return { ...done, outputText: `${outputText}\n//# sourceURL=${name}` };
  };
