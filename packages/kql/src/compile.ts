import { CasebookError, type Clock, type Frame, type Row } from '@casebook/core';
import type { Compiled, Statement } from './contract/compiled';
import type { CompileOptions } from './contract/options';
import type { Schema } from './contract/schema';
import { translateScalar } from './expressions/scalar';
import { translateRelation } from './operators/relation';
import { withOption } from './operators/query-options';
import { convert } from './functions/convert';
import { kqlTypeNamed } from './parser/kql-type-of';
import { parseQuery } from './parser/parse-query';
import { positionOf } from './parser/position';
import type { SyntaxNode } from './parser/syntax-node';
import { DiscoveryRequest } from './plan/discovery-request';
import { Names } from './plan/names';
import { AZURE_ONLY, refuse } from './plan/refusal';
import type { Relation } from './plan/relation';
import type { Binding, Compilation, Scope } from './plan/scope';
import { tableReads, type Scan } from './plan/table-reads';
import { emitSql, orderSql } from './sql/emit';
import { quoteId } from './sql/quote-sql';

/**
 * Compiles KQL to DuckDB SQL over the tables of a schema. Pure: the same text, schema, moment and options give the same
 * statement. What this engine does not run exactly is a `KqlUnsupported` error with its place; a query that is itself
 * wrong is a `KqlSyntax` error in the words of Microsoft's parser.
 */
export function compile(text: string, schema: Schema, clock: Clock, options: CompileOptions = {}): Compiled {
  const root = parseQuery(text, schema);
  const compilation: Compilation = {
    text,
    schema,
    now: clock.now().ticks,
    timeSpan: options.timeSpan,
    names: new Names(),
    functions: new Map(),
    notices: new Map(),
    tables: new Set(),
    lets: new Map(),
    aliases: new Map(),
    views: new Map(),
    bodies: new Map(),
    subqueries: [],
    options: new Map(),
    flags: { readsClock: false },
    scalar: translateScalar,
    relation: translateRelation,
  };
  try {
    return statement(translateQuery(root, compilation), compilation);
  } catch (thrown) {
    if (thrown instanceof DiscoveryRequest)
      return discovery(thrown, compilation, (longer, wider) => compile(longer, wider, clock, options));
    throw CasebookError.is(thrown) ? thrown : untranslated(text, thrown);
  }
}

/** What no rule foresaw is refused like all else that is not exact. */
function untranslated(query: string, cause: unknown): CasebookError {
  return new CasebookError('KqlUnsupported', 'unsupported query: no rule translates it', {
    position: { line: 1, column: 1, offset: 0, length: query.length },
    help: AZURE_ONLY,
    query,
    cause,
  });
}

/** Asks for what decides the columns; the schema that follows from it goes into the text, which then compiles. */
function discovery(
  request: DiscoveryRequest,
  compilation: Compilation,
  again: (text: string, schema: Schema) => Compiled,
): Compiled {
  const { text, schema } = compilation;
  const { offset, stored } = request.place;
  const completed = (incomplete: string, rows: Frame<Row>): string =>
    incomplete.slice(0, offset) + request.schema(rows) + incomplete.slice(offset);
  return {
    kind: 'discover',
    discover: statement(request.relation, compilation),
    resume: (rows) => {
      if (!stored) return again(completed(text, rows), schema);
      const functions = schema.functions?.withBody({ ...stored, body: completed(stored.body, rows) });
      return again(text, { ...schema, functions });
    },
  };
}

function translateQuery(root: SyntaxNode, given: Compilation): Relation {
  let compilation = given;
  const bindings = new Map<string, Binding>();
  let result: Relation | undefined;
  let answers = 0;
  for (const item of root.items('Statements')) {
    const scope: Scope = { compilation, bindings: new Map(bindings) };
    if (item.kind === 'LetStatement') declareLet(item, bindings, scope);
    else if (item.kind === 'QueryParametersStatement') declareParameters(item, bindings, scope);
    else if (item.kind === 'ExpressionStatement') {
      answers += 1;
      result ??= compilation.relation(item.must('Expression'), scope);
    } else if (item.kind === 'SetOptionStatement') compilation = withOption(item, scope);
    else refuse(`statement: ${item.kind}`, item, scope);
  }
  const scope: Scope = { compilation, bindings };
  if (answers > 1) noteOthers(answers, compilation);
  if (result === undefined)
    throw new CasebookError('KqlSyntax', 'The query has no tabular expression.', {
      position: positionOf(compilation.text, compilation.text.trimEnd().length, 0),
      help: 'After the last `let … ;` write what it is to answer.',
      query: compilation.text,
    });
  return result.columns.length > 0 ? result : refuse('answer without columns', root, scope);
}

/** Kusto gives a table for each tabular statement; a frame is one of them, the first, and says so. */
function noteOthers(answers: number, { notices }: Compilation): void {
  notices.set('answers', {
    code: 'information',
    message: `The query has ${answers} answers and this is the first: ask the others each as a query of its own.`,
    partial: true,
  });
}

/** `declare query_parameters`: each has its default, for nobody hands over other values here. */
function declareParameters(statement: SyntaxNode, bindings: Map<string, Binding>, scope: Scope): void {
  for (const item of statement.items('Parameters')) {
    const declared = item.must('NameAndType');
    const given = item.part('DefaultValue')?.part('Value');
    const type = kqlTypeNamed(declared.must('Type').text);
    if (!given || !type) refuse('query parameter without a default', item, scope);
    else {
      const value = convert(scope.compilation.scalar(given, scope), type, scope);
      bindings.set(declared.must('Name').simpleName, {
        kind: 'scalar',
        value: value ?? refuse('default of a query parameter', item, scope),
      });
    }
  }
}

function declareLet(item: SyntaxNode, bindings: Map<string, Binding>, scope: Scope): void {
  const expression = item.must('Expression');
  const name = item.must('Name').simpleName;
  bindings.delete(name);
  scope.compilation.views.delete(name);
  if (expression.kind === 'FunctionDeclaration') {
    if (expression.part('ViewKeyword')?.text) scope.compilation.views.set(name, { node: expression, scope });
    return;
  }
  bindings.set(name, { kind: 'lazy', node: expression, scope, key: expression.identity });
}

/** A column that may hold sketches, whose raw form is not Kusto's and so no answer. */
const readable = (id: string): string =>
  `CASE WHEN regexp_matches(${quoteId(id)}, '~(hll|tdigest):') THEN error('unsupported raw sketch in an answer: read it with dcount_hll or percentile_tdigest') ELSE ${quoteId(id)} END AS ${quoteId(id)}`;

function statement({ node, columns, order }: Relation, compilation: Compilation): Statement {
  const wanted = new Set([...columns, ...order].map(({ id }) => id));
  const sorted = order.length > 0 ? ` ORDER BY ${orderSql(order)}` : '';
  const { readsClock, visualization, sketches } = compilation.flags;
  const names = columns
    .map(({ id, type }) => (sketches && type === 'dynamic' ? readable(id) : quoteId(id)))
    .join(', ');
  const scans: Scan[] = [];
  const body = emitSql(node, compilation.subqueries, wanted, scans);
  return {
    kind: 'statement',
    sql: `SELECT ${names || '*'} FROM (${body})${sorted}`,
    parameters: [],
    columns: columns.map(({ name, type }) => ({ name, type })),
    functions: [...compilation.functions.values()],
    notices: [...compilation.notices.values()],
    tables: [...compilation.tables],
    reads: tableReads(scans, compilation.schema),
    readsClock,
    ...(visualization === undefined ? {} : { visualization }),
  };
}
