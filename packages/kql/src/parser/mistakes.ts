import type { Native, NativeList } from './kusto-runtime';
import { shortMessage } from './short-message';

/** A remark of the parser or binder. */
export interface Mistake {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly start: number;
  readonly length: number;
}

/** The mistakes among the parser's own list of remarks, in the order of their places. */
export function mistakesIn(list: NativeList | readonly unknown[]): readonly Mistake[] {
  const items = isList(list) ? Array.from({ length: list.Count }, (_, index) => list.getItem(index)) : list;
  return items
    .map((item) => {
      const { Code, Severity, Message, Start, Length } = item as Native;
      return {
        code: String(Code),
        severity: String(Severity),
        message: shortMessage(String(Message)),
        start: Number(Start),
        length: Number(Length),
      };
    })
    .filter(({ severity }) => severity === 'Error')
    .sort((a, b) => a.start - b.start);
}

const isList = (list: NativeList | readonly unknown[]): list is NativeList => !Array.isArray(list);
