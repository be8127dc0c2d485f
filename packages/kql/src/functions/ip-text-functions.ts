import { hasAddress, hasAddressPrefix } from '../values/ipv4-in-text';
import { isArray } from '../values/json-value';
import { tryParseJson } from '../values/parse-json';
import { jsonText } from '../values/print-json';
import type { FunctionRow } from './function-row';

/** Texts and arrays of texts, as one list. */
const listed = (values: readonly string[]): readonly string[] =>
  values.flatMap((value) => {
    const list = value.startsWith('[') ? tryParseJson(value) : undefined;
    return list !== undefined && isArray(list) ? list.map((item) => jsonText(item)) : [value];
  });

const any = (name: string, test: (text: string, sought: string) => boolean): FunctionRow => ({
  name,
  takes: ['string', 'any', 'any*'],
  gives: 'bool',
  js: (text: string, ...sought: string[]) => listed(sought).some((one) => test(text, one)),
});

/** Functions that look for IPv4 addresses in a text. */
export const IP_TEXT_FUNCTIONS: readonly FunctionRow[] = [
  { name: 'has_ipv4', takes: ['string', 'string'], gives: 'bool', js: hasAddress },
  { name: 'has_ipv4_prefix', takes: ['string', 'string'], gives: 'bool', js: hasAddressPrefix },
  any('has_any_ipv4', hasAddress),
  any('has_any_ipv4_prefix', hasAddressPrefix),
];
