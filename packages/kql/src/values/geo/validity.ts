import { isArray } from '../json-value';
import { parseJson } from '../parse-json';
import { printJson } from '../print-json';
import { readLines, readPolygons } from './geo-json';
import { isSimple } from './polygon-math';

/** Whether a dynamic value is a valid LineString or MultiLineString. */
export const isLine = (text: string): boolean => readLines(text) !== undefined;

/** Whether a dynamic value is a valid Polygon or MultiPolygon, its rings crossing nothing. */
export const isPolygon = (text: string): boolean => readPolygons(text)?.every(isSimple) ?? false;

/** Whether a dynamic value is an array of which every element passes. */
export function isArrayOf(text: string, test: (item: string) => boolean): boolean {
  const list = parseJson(text);
  return isArray(list) && list.every((item) => test(printJson(item)));
}
