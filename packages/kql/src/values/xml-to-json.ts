import type { JsonValue } from './json-value';
import { parseJson } from './parse-json';
import { printJson } from './print-json';
import { unanswerable } from './unanswerable';

const NAME = '[^\\s<>/=!?&"\'][^\\s<>/=&"\']*';
const SKIPPED = /<\?[^]*?\?>|<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>/y;
const OPEN = new RegExp(`<(${NAME})((?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`, 'y');
const CLOSE = new RegExp(`</(${NAME})\\s*>`, 'y');
const ATTRIBUTE = new RegExp(`(${NAME})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'g');
const TEXT = /[^<]+/y;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const MOST_BYTES = 1_048_576;

interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Element[];
  text: string;
}

/**
 * XML as `parse_xml` gives it: attributes under `@name`, text beside them under `#text`, elements of one name as an
 * array, white space around text dropped, everything but elements, attributes and text skipped. A number is a number
 * where it prints as it stands. Null where the text is no XML or longer than 1 MB.
 */
export function xmlToJson(text: string): JsonValue {
  if (Buffer.byteLength(text) > MOST_BYTES) return null;
  try {
    const root = new XmlReader(text).document();
    return new Map([[root.name, valueOf(root)]]);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function valueOf({ attributes, children, text }: Element): JsonValue {
  if (attributes.size === 0 && children.length === 0) return text === '' ? null : plain(text);
  const bag = new Map<string, JsonValue>([...attributes].map(([name, value]) => [`@${name}`, plain(value)]));
  if (text !== '') bag.set('#text', plain(text));
  const named = new Map<string, JsonValue[]>();
  for (const child of children) named.set(child.name, [...(named.get(child.name) ?? []), valueOf(child)]);
  for (const [name, values] of named) bag.set(name, values.length === 1 ? (values[0] ?? null) : values);
  return bag;
}

function plain(text: string): JsonValue {
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) return text;
  const number = /^-?0\d/.test(text) ? text : parseJson(text);
  return printJson(number) === text ? number : text;
}

class XmlReader {
  #at = 0;

  constructor(private readonly text: string) {}

  document(): Element {
    this.#misc();
    const root = this.#element();
    this.#misc();
    return this.#at === this.text.length ? root : fail();
  }

  #element(): Element {
    const stack: Element[] = [];
    for (;;) {
      const open = this.#take(OPEN);
      if (open) {
        const element = {
          name: open[1] ?? '',
          attributes: attributesOf(open[2] ?? ''),
          children: [],
          text: '',
        };
        stack.at(-1)?.children.push(element);
        if (open[3] === '') stack.push(element);
        else if (stack.length === 0) return element;
        continue;
      }
      const current = stack.at(-1) ?? fail();
      const close = this.#take(CLOSE);
      if (close) {
        if (close[1] !== current.name) fail();
        stack.pop();
        if (stack.length === 0) return current;
        continue;
      }
      if (this.#take(SKIPPED)) continue;
      const text = decoded((this.#take(TEXT) ?? fail())[0]).trim();
      if (text !== '' && current.text !== '') unanswerable('ambiguous XML: text in several pieces');
      if (text !== '') current.text = text;
    }
  }

  #misc(): void {
    while (this.#take(/\s+/y) ?? this.#take(SKIPPED)) continue;
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.text);
    if (match) this.#at = pattern.lastIndex;
    return match;
  }
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE)) {
    if (attributes.has(name)) fail();
    attributes.set(name, decoded(double ?? single ?? ''));
  }
  return attributes;
}

const decoded = (text: string): string =>
  text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));|&/g, (_, hex?: string, ten?: string, name?: string) => {
    if (hex !== undefined || ten !== undefined) {
      const point = hex === undefined ? Number(ten) : parseInt(hex, 16);
      return point > 0x10ffff ? fail() : String.fromCodePoint(point);
    }
    return (name !== undefined && Object.hasOwn(NAMED, name) ? NAMED[name] : undefined) ?? fail();
  });

function fail(): never {
  throw new SyntaxError('invalid XML');
}
