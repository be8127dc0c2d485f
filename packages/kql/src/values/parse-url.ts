import type { JsonValue } from './json-value';
import { unanswerable } from './unanswerable';

const URL_FORM =
  /^(?:([a-zA-Z][a-zA-Z0-9+.-]*):\/\/)(?:([^:@/?#]*)(?::([^@/?#]*))?@)?([^:/?#]*)(?::(\d+))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s;

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** The parameters of a query string, decoded; a name that repeats keeps its last value. */
export function queryParameters(query: string): ReadonlyMap<string, JsonValue> {
  const pairs = query.split('&').filter(Boolean);
  return new Map(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [decoded(pair), ''] : [decoded(pair.slice(0, at)), decoded(pair.slice(at + 1))];
    }),
  );
}

/** The parts of an absolute URL by the names that `parse_url` gives them; all empty where the text is none. */
export function urlParts(url: string): ReadonlyMap<string, JsonValue> {
  if (/^[a-zA-Z][a-zA-Z0-9+.-]*:\/\/(?:[^@/?#]*@)?\[/.test(url)) unanswerable('parse_url of an IPv6 host');
  const [
    ,
    scheme = '',
    user = '',
    password = '',
    host = '',
    port = '',
    path = '',
    query = '',
    fragment = '',
  ] = URL_FORM.exec(url) ?? [];
  return new Map<string, JsonValue>([
    ['Scheme', scheme],
    ['Host', host],
    ['Port', port],
    ['Path', path],
    ['Username', user],
    ['Password', password],
    ['Query Parameters', queryParameters(query)],
    ['Fragment', fragment],
  ]);
}

/** The parts of a file path by the names that `parse_path` gives them. */
export function pathParts(path: string): ReadonlyMap<string, JsonValue> {
  if (path.startsWith('\\\\?\\')) unanswerable('parse_path of a long path');
  const [, scheme = '', rest = ''] = /^([a-zA-Z][a-zA-Z0-9+.-]+:\/\/)?(.*)$/s.exec(path) ?? [];
  const [, root = ''] = /^([a-zA-Z]:)/.exec(rest) ?? [];
  const stream = /:([^:\\/]*)$/.exec(rest.slice(root.length))?.[1] ?? '';
  const plain = stream ? rest.slice(0, -(stream.length + 1)) : rest;
  const at = Math.max(plain.lastIndexOf('\\'), plain.lastIndexOf('/'));
  const file = plain.slice(at + 1);
  const folder = at < 0 ? '' : plain.slice(0, at);
  const dot = file.lastIndexOf('.');
  return new Map<string, JsonValue>([
    ['Scheme', scheme.replace('://', '')],
    ['RootPath', root],
    ['DirectoryPath', folder],
    ['DirectoryName', folder.slice(Math.max(folder.lastIndexOf('\\'), folder.lastIndexOf('/')) + 1)],
    ['Filename', file],
    ['Extension', dot < 0 ? '' : file.slice(dot + 1)],
    ['AlternateDataStreamName', stream],
  ]);
}
