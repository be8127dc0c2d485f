import * as kernelTypeScript from 'typescript-5.0';
import type * as Modern from 'typescript';
import { declarationProblems } from '../src/declaration-check';
import { packageFolders } from '../src/source-files';

const ts = kernelTypeScript as unknown as typeof Modern;

test('the kernel reads declarations with TypeScript 5.0.4', () => {
  expect(ts.version).toBe('5.0.4');
});

test('the declarations of every package hold under the kernel compiler, without any', () => {
  expect(declarationProblems(ts, packageFolders())).toEqual([]);
}, 120_000);
