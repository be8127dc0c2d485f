import type { JsonValue } from '../values/json-value';
import { jsonPath, valueAt } from '../values/json-path';
import { parseJson } from '../values/parse-json';
import { pathParts, queryParameters, urlParts } from '../values/parse-url';
import { jsonText, printJson } from '../values/print-json';
import { unanswerable } from '../values/unanswerable';
import { ARRAY_FUNCTIONS } from './array-functions';
import { BAG_FUNCTIONS } from './bag-functions';
import type { FunctionRow } from './function-row';
import { SET_FUNCTIONS } from './set-functions';

const textToBag = (name: string, read: (text: string) => ReadonlyMap<string, JsonValue>): FunctionRow => ({
  name,
  takes: ['string'],
  gives: 'dynamic',
  js: (text: string) => printJson(read(text)),
});

/** Functions over dynamic values. */
export const DYNAMIC_FUNCTIONS: readonly FunctionRow[] = [
  ...ARRAY_FUNCTIONS,
  ...SET_FUNCTIONS,
  ...BAG_FUNCTIONS,
  textToBag('parse_url', urlParts),
  textToBag(
    'parse_urlquery',
    (text) => new Map([['Query Parameters', queryParameters(text.replace(/^\?/, ''))]]),
  ),
  textToBag('parse_path', pathParts),
];

/**
 * Reads a path such as `$.a[0].b` in a JSON text; the empty string where it leads nowhere. Errors: KqlUnsupported for an
 * object, an array or a number that does not stand in the text as it is printed.
 */
export function extractJson(path: string, text: string): string {
  try {
    const found = valueAt(parseJson(text), jsonPath(path) ?? []);
    const shown = jsonText(found);
    if (typeof found !== 'string' && !text.includes(shown))
      unanswerable('extract_json of what JSON writes in several ways');
    return shown;
  } catch (error) {
    if (error instanceof SyntaxError) return '';
    throw error;
  }
}
