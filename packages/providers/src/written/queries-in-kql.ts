import { namesInKql, readKql } from '../stored/read-kql';
import { wholeFunction } from './whole-function';
import type { WrittenQuery } from './written-query';

/** The queries of a `.kql` file: its text, with the parameters that a comment at its head declares, or the bodies of its `.create function` commands. An unreadable command is `InvalidSource`. */
export const queriesInKql = (file: string, text: string): readonly WrittenQuery[] => {
  if (!/^[ \t]*\.(?:create|create-or-alter|alter)\s+function\b/im.test(text)) {
    const [name = ''] = namesInKql(file, text);
    const { body, parameters } = readKql(file, text, name);
    return [wholeFunction(parameters, inPlace(text, 0, body))];
  }
  let from = 0;
  return namesInKql(file, text).map((name) => {
    const { body, parameters } = readKql(file, text, name);
    const start = Math.max(from, text.indexOf(body, from));
    from = start + body.length;
    return wholeFunction(parameters, inPlace(text, start, body));
  });
};

const inPlace = (source: string, start: number, kql: string): WrittenQuery => ({
  kql,
  offsets: Array.from({ length: kql.length + 1 }, (_, at) => Math.min(source.length, start + at)),
});
