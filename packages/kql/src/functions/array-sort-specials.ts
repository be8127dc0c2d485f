import { refuse } from '../plan/refusal';
import type { Constant, Scalar } from '../plan/scalar';
import { sortedOrder } from '../values/array-order';
import { isArray } from '../values/json-value';
import { parseJson } from '../values/parse-json';
import { printJson } from '../values/print-json';
import { hosted } from './hosted';
import { allArguments, converted, type Call, type SpecialRow } from './special-row';

function sortedArray(descending: boolean) {
  return (call: Call): Scalar => {
    const values = allArguments(call);
    const flag = values.length > 1 ? values.at(-1) : undefined;
    const nullsLast = flag?.type === 'bool' ? flag.constant : true;
    const arrays = flag?.type === 'bool' ? values.length - 1 : values.length;
    if (typeof nullsLast !== 'boolean')
      return refuse(`${call.name} of a flag that is not a constant`, call.node, call.scope);
    if (arrays > 1) return refuse(`${call.name} of several arrays`, call.node, call.scope);
    const js = (text: string): Constant => {
      const list = parseJson(text);
      return isArray(list)
        ? printJson(sortedOrder(list, descending, nullsLast).map((at) => list[at] ?? null))
        : null;
    };
    const name = `${call.name}${nullsLast ? '' : '_nulls_first'}`;
    return hosted(call, { name, takes: ['dynamic'], gives: 'dynamic', call: js }, [
      converted(call, 0, 'dynamic'),
    ]);
  };
}

/** Functions that sort arrays. */
export const ARRAY_SORT_SPECIALS: readonly SpecialRow[] = [
  { name: 'array_sort_asc', build: sortedArray(false) },
  { name: 'array_sort_desc', build: sortedArray(true) },
];
