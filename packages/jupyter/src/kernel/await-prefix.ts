import type * as TypeScript from '@tslab/typescript-for-tslab';

type Ts = Pick<typeof TypeScript, 'createScanner' | 'LanguageVariant' | 'ScriptTarget' | 'SyntaxKind'>;

const TSLAB_DIRECTIVE = /^\s*\/\*\*[^]*?@(?:module|browser|jsx)\b/;

const PREFIX = 'await null;';

/** Before these tokens tslab takes a top-level `await` for a name that is called, indexed, added to and so on. */
const misleading = ({ SyntaxKind: Kind }: Ts): ReadonlySet<TypeScript.SyntaxKind> =>
  new Set([
    Kind.OpenParenToken,
    Kind.OpenBracketToken,
    Kind.PlusToken,
    Kind.MinusToken,
    Kind.PlusPlusToken,
    Kind.MinusMinusToken,
    Kind.ExclamationToken,
    Kind.TildeToken,
    Kind.SlashToken,
    Kind.LessThanToken,
    Kind.NoSubstitutionTemplateLiteral,
    Kind.TemplateHead,
  ]);

const misreadsAwait = (ts: Ts, code: string): boolean => {
  const { SyntaxKind: Kind } = ts;
  const scanner = ts.createScanner(ts.ScriptTarget.ES2022, true, ts.LanguageVariant.Standard, code);
  const afterAwait = misleading(ts);
  let last: TypeScript.SyntaxKind | undefined;
  for (let token = scanner.scan(); token !== Kind.EndOfFileToken; token = scanner.scan()) {
    if (last === Kind.AwaitKeyword && afterAwait.has(token)) return true;
    if (last === Kind.ForKeyword && token === Kind.AwaitKeyword) return true;
    last = token;
  }
  return false;
};

/**
 * What must stand before a cell so that tslab reads its top-level awaits as such; empty where it does so by itself (a cell
 * that starts with an await cannot be stopped in the middle of a synchronous loop).
 */
export const awaitPrefix = (ts: Ts, code: string): string =>
  misreadsAwait(ts, code) && !TSLAB_DIRECTIVE.test(code) ? PREFIX : '';
