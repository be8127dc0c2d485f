import type { FunctionRow } from './function-row';

/** Functions over moments and spans. */
export const TIME_FUNCTIONS: readonly FunctionRow[] = [];
