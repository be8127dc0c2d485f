import type { JsonValue } from '../json-value';
import { printJson } from '../print-json';

/** How deep the parentheses of each geometry are: a point's coordinates are a pair, a line's are a list of pairs … */
const SHAPES: Readonly<Record<string, readonly [name: string, depth: number]>> = {
  POINT: ['Point', 0],
  LINESTRING: ['LineString', 1],
  POLYGON: ['Polygon', 2],
  MULTIPOINT: ['MultiPoint', 1],
  MULTILINESTRING: ['MultiLineString', 2],
  MULTIPOLYGON: ['MultiPolygon', 3],
};

/** Reads well-known text as GeoJSON; null where it is not such a text. Heights are not read. */
export function fromWkt(text: string): string | null {
  const reader = new WktReader(text);
  try {
    const geometry = reader.geometry();
    return reader.isAtEnd ? printJson(geometry) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

class WktReader {
  #at = 0;

  constructor(private readonly text: string) {}

  get isAtEnd(): boolean {
    this.#take(/\s*/y);
    return this.#at === this.text.length;
  }

  geometry(): JsonValue {
    const word = this.#take(/\s*[A-Za-z]+/y)
      .trim()
      .toUpperCase();
    if (word === 'GEOMETRYCOLLECTION')
      return bag(
        'GeometryCollection',
        'geometries',
        this.#list(() => this.geometry()),
      );
    const shape = SHAPES[word];
    if (!shape) throw new SyntaxError('no geometry');
    const [name, depth] = shape;
    if (depth === 0) return bag(name, 'coordinates', this.#list(() => this.#pair())[0] ?? null);
    return bag(name, 'coordinates', this.#nested(depth, name === 'MultiPoint'));
  }

  #nested(depth: number, points: boolean): readonly JsonValue[] {
    return this.#list(() => {
      if (depth > 1) return this.#nested(depth - 1, points);
      return points && this.#next('(') ? (this.#list(() => this.#pair())[0] ?? null) : this.#pair();
    });
  }

  #list(item: () => JsonValue): readonly JsonValue[] {
    this.#take(/\s*\(/y);
    const items = [item()];
    while (this.#next(',')) {
      this.#take(/\s*,/y);
      items.push(item());
    }
    this.#take(/\s*\)/y);
    return items;
  }

  #pair(): JsonValue {
    const number = (): number => Number(this.#take(/\s*[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?/y));
    const [x, y] = [number(), number()];
    return [x, y];
  }

  #next(sign: string): boolean {
    return this.text.slice(this.#at).trimStart().startsWith(sign);
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined) throw new SyntaxError('not well-known text');
    this.#at += found.length;
    return found;
  }
}

const bag = (type: string, name: string, value: JsonValue): JsonValue =>
  new Map<string, JsonValue>([
    ['type', type],
    [name, value],
  ]);
