import { CasebookError } from '@casebook/core';
import { alternativeTo } from '../plan/alternatives';
import { positionOf } from './position';

/** A value of the transpiled parser; only this room looks inside. */
export type Native = { readonly [member: string]: unknown };

/** The parser's own list type. */
export interface NativeList {
  readonly Count: number;
  getItem(index: number): unknown;
}

/** The parts of the parser's global namespaces that we use. */
export interface KustoRuntime {
  readonly language: Native;
  readonly kindName: (kind: unknown) => string;
  readonly enumName: (type: unknown, value: unknown) => string;
  readonly typeName: (value: unknown) => string;
  readonly list: (elementType: unknown, items: readonly unknown[]) => unknown;
}

interface Globals {
  Kusto?: { Language: Native & { [RUNTIME]?: KustoRuntime } };
  System?: {
    Enum: { getName(type: unknown, value: unknown): string };
    Collections: {
      Generic: { List$1(type: unknown): { ctor: new () => { add(item: unknown): void } } };
    };
  };
  Bridge?: { getTypeName(value: unknown): string };
}

/** Gives the parser, loading it on first use; one that is already among the globals is used as it is. */
export function kustoRuntime(): KustoRuntime {
  const globals = globalThis as Globals;
  if (!globals.Kusto) guarded('loading the KQL parser', loadParser);
  const { Kusto, System, Bridge } = globals;
  if (!Kusto || !System || !Bridge) {
    throw new CasebookError('KqlRuntime', 'missing KQL parser: its globals are not there');
  }
  return (Kusto.Language[RUNTIME] ??= viewOf({ Kusto, System, Bridge }));
}

/** Where the parser keeps our view of it, so that each parser has one. */
const RUNTIME = Symbol.for('@casebook/kql: view of the parser');

function viewOf({ Kusto, System, Bridge }: Required<Globals>): KustoRuntime {
  const syntaxKinds = (Kusto.Language.Syntax as Native).SyntaxKind;
  const kinds = new Map<unknown, string>();
  return {
    language: Kusto.Language,
    enumName: (type, value) => System.Enum.getName(type, value) ?? '',
    kindName: (kind) => {
      const known = kinds.get(kind) ?? System.Enum.getName(syntaxKinds, kind);
      kinds.set(kind, known);
      return known;
    },
    typeName: (value) => Bridge.getTypeName(value).split('.').pop() ?? '',
    list: (elementType, items) => {
      const list = new (System.Collections.Generic.List$1(elementType).ctor)();
      for (const item of items) list.add(item);
      return list;
    },
  };
}

/** Runs parser code; what it throws becomes a short error, for the original would print its one 4 MB source line. `query` is the text that it reads. */
export function guarded<T>(doing: string, work: () => T, query?: string): T {
  try {
    return work();
  } catch (error) {
    throw CasebookError.is(error) ? error : gaveUp(doing, error, query);
  }
}

const GRAPH = /\|\s*((?:make-)?graph(?:-[a-z]+)*)\b/;

function gaveUp(doing: string, error: unknown, query: string | undefined): CasebookError {
  const cause = error instanceof Error ? new Error(error.message.slice(0, 200)) : error;
  const graph = query === undefined ? null : GRAPH.exec(query);
  const operator = graph?.[1] ?? '';
  if (query === undefined || !graph)
    return new CasebookError('KqlUnsupported', `failed parser: ${doing}`, {
      ...(query === undefined ? {} : { position: positionOf(query, 0, query.length), query }),
      help: 'The parser itself gave up on this text; write it differently, or run it on Azure.',
      cause,
    });
  return new CasebookError('KqlUnsupported', `unsupported operator: ${operator}`, {
    position: positionOf(query, graph.index + graph[0].length - operator.length, operator.length),
    help: `Instead: ${alternativeTo('operator: graph')}`,
    query,
    cause,
  });
}

/* eslint-disable @typescript-eslint/no-require-imports -- loaded on first use, in this order, for their globals only */
function loadParser(): void {
  require('@kusto/language-service-next/bridge.min.js');
  require('@kusto/language-service-next/Kusto.Language.Bridge.min.js');
}
