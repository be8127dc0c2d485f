// The support matrix of the KQL engine, from the built package.
import { createRequire } from 'node:module';

/** Gives packages/kql/SUPPORT.md; the package must be built. */
export function generateSupport() {
  const { supportPage } = createRequire(import.meta.url)('../../packages/kql/dist/index.js');
  return { owned: [], files: new Map([['packages/kql/SUPPORT.md', supportPage()]]) };
}
