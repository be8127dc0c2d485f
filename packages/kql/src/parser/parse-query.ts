import { CasebookError, type Diagnostic } from '@casebook/core';
import type { Schema } from '../contract/schema';
import { askedColumns } from './asked-columns';
import { azureFunction } from './azure-functions';
import { databaseFor } from './database';
import { guarded, kustoRuntime, type Native, type NativeList } from './kusto-runtime';
import { mistakesIn, type Mistake } from './mistakes';
import { isOverruled } from './overruled';
import { mentionedNames } from './mentioned-names';
import { positionOf } from './position';
import { refuseDepth } from './refuse-depth';
import { SyntaxNode } from './syntax-node';
import { wayOut } from './way-out';

/** Parses and binds a query; mistakes in it are a `KqlSyntax` error with the parser's own words and places. */
export function parseQuery(text: string, schema: Schema): SyntaxNode {
  refuseCommands(text);
  refuseDepth(text);
  return guarded(
    'reading the query',
    () => {
      const root = bound(text, schema);
      const open = mentionedNames(text, schema).words.has('_GetWatchlist');
      const asked = open ? askedColumns(root, schema) : [];
      return asked.length > 0 ? bound(text, schema, asked) : root;
    },
    text,
  );
}

function bound(text: string, schema: Schema, asked?: readonly string[]): SyntaxNode {
  const code = (kustoRuntime().language.KustoCode as Native).ParseAndAnalyze as Analyze;
  const { state, keep } = databaseFor(text, schema, { asked });
  const parsed = code(text, state);
  keep();
  const found = (parsed.GetDiagnostics as () => NativeList).call(parsed);
  const mistakes = mistakesIn(found).filter((mistake) => !isOverruled(mistake, text));
  if (mistakes.length > 0)
    throw (
      azureFunction(text, mistakes) ?? brokenFunction(text, schema) ?? syntaxError(text, mistakes, schema)
    );
  return new SyntaxNode(parsed.Syntax);
}

type Analyze = (text: string, globals: unknown) => Native;

/** The mistake in a stored function that the text names, for what follows from it is no mistake of the text. */
function brokenFunction(text: string, schema: Schema): unknown {
  for (const name of mentionedNames(text, schema).functions) {
    try {
      schema.functions?.find(name);
    } catch (error) {
      return error;
    }
  }
  return undefined;
}

function refuseCommands(text: string): void {
  const start = text.replace(/^(\s|\/\/[^\n]*(\n|$))*/, '');
  if (!start.startsWith('.')) return;
  const command = /^\.[\w-]*/.exec(start)?.[0] ?? '.';
  throw new CasebookError('KqlUnsupported', `unsupported management command: ${command}`, {
    position: positionOf(text, text.length - start.length, command.length),
    help: 'Casebook only asks; management commands run on Azure only.',
    query: text,
  });
}

/** For how many mistakes a way out is looked for. */
const MOST_HELPED = 20;

function syntaxError(text: string, mistakes: readonly Mistake[], schema: Schema): CasebookError {
  const diagnostics = mistakes.map((mistake, at): Diagnostic => {
    const { code, message, start, length } = mistake;
    const help = at < MOST_HELPED ? wayOut(mistake, text, schema) : undefined;
    const position = positionOf(text, start, length);
    return { severity: 'error', code, message, position, ...(help === undefined ? {} : { help }) };
  });
  const [first] = diagnostics;
  return new CasebookError('KqlSyntax', first?.message ?? 'invalid query', {
    position: first?.position,
    help: first?.help,
    query: text,
    diagnostics,
  });
}
