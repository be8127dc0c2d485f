import type { ColumnInfo, KqlType } from '@casebook/core';
import { mistakesIn, type Mistake } from './mistakes';
import { kustoRuntime, type Native, type NativeList } from './kusto-runtime';
import { kqlTypeOf } from './kql-type-of';

/** A node of the bound syntax tree, in terms that the rest of the compiler understands. */
export class SyntaxNode {
  /** The parser's name of the construct, such as `FilterOperator`. */
  readonly kind: string;
  readonly #native: Native;

  constructor(native: unknown) {
    this.#native = native as Native;
    this.kind = kustoRuntime().kindName(this.#native.Kind);
  }

  /** The identity of the underlying node: two wrappers of one node share it. */
  get identity(): object {
    return this.#native;
  }

  /** A named part, if it is there. */
  part(name: string): SyntaxNode | undefined {
    const value = this.#native[name];
    return isNode(value) ? new SyntaxNode(value) : undefined;
  }

  /** A named part that the grammar promises. */
  must(name: string): SyntaxNode {
    const part = this.part(name);
    if (!part) throw new TypeError(`${this.kind} has no ${name}`);
    return part;
  }

  /** The items of a named list, without their separators. */
  items(name: string): readonly SyntaxNode[] {
    return elements(this.#native[name]).map((item) => new SyntaxNode(item));
  }

  /** The items of this list. */
  get elements(): readonly SyntaxNode[] {
    return elements(this.#native).map((item) => new SyntaxNode(item));
  }

  /** All direct children, tokens included. */
  get children(): readonly SyntaxNode[] {
    const count = Number(this.#native.ChildCount ?? 0);
    const child = this.#native.GetChild as (index: number) => unknown;
    return Array.from({ length: count }, (_, index) => child.call(this.#native, index))
      .filter(isNode)
      .map((node) => new SyntaxNode(node));
  }

  /** The text without surrounding white space and comments. */
  get text(): string {
    const whole = (this.#native.toString as (this: Native) => string).call(this.#native);
    return whole.replace(/^(\s|\/\/[^\n]*(\n|$))*/, '').trim();
  }

  /** Where the text starts. */
  get start(): number {
    return Number(this.#native.TextStart);
  }

  /** How long the text is. */
  get length(): number {
    return Number(this.#native.Width);
  }

  /** The name that a name node spells, without quotes and brackets. */
  get simpleName(): string {
    return typeof this.#native.SimpleName === 'string' ? this.#native.SimpleName : this.text;
  }

  /** The value of a literal, as the parser holds it. */
  get literal(): unknown {
    return this.#native.LiteralValue;
  }

  /** The ticks of a timespan literal; nothing for `time(null)`. */
  get timespanTicks(): bigint | undefined {
    const value = this.#native.LiteralValue as { getTicks?: () => unknown; ticks?: unknown } | null;
    if (value === null || value === undefined) return undefined;
    const ticks = value.ticks ?? value.getTicks?.();
    return ticks === undefined ? undefined : BigInt(String(ticks));
  }

  /** Whether the value is a table. */
  get isTabular(): boolean {
    return isObject(this.#resultType) && this.#resultType.Columns !== undefined;
  }

  /** The scalar type that the binder found; nothing where it found none. */
  get type(): KqlType | undefined {
    return kqlTypeOf(this.#resultType);
  }

  /** The columns that the binder found, for a tabular value. */
  get columns(): readonly ColumnInfo[] {
    const type = this.#resultType;
    if (!isObject(type)) return [];
    return elements(type.Columns).map((column) => {
      const { Name, Type } = column as Native;
      return { name: String(Name), type: kqlTypeOf(Type) ?? 'dynamic' };
    });
  }

  /** Whether the binder knows that more columns may come than `columns` lists. */
  get isOpen(): boolean {
    return isObject(this.#resultType) && this.#resultType.IsOpen === true;
  }

  /** What kind of thing a name stands for: `ColumnSymbol`, `VariableSymbol`, `TableSymbol` … */
  get symbolKind(): string {
    const symbol = this.#native.ReferencedSymbol;
    return symbol ? kustoRuntime().typeName(symbol) : '';
  }

  /** The name of the thing that a name or call stands for. */
  get symbolName(): string | undefined {
    const symbol = this.#native.ReferencedSymbol;
    return isObject(symbol) ? String(symbol.Name) : undefined;
  }

  /** The parameters of the called function. */
  get calledParameters(): readonly CalledParameter[] {
    const signature = this.#native.ReferencedSignature;
    if (!isObject(signature)) return [];
    return elements(signature.Parameters).map((parameter) => {
      const { Name, DefaultValue, DeclaredTypes } = parameter as Native;
      const declared = elements(DeclaredTypes)[0];
      return {
        name: String(Name),
        type: kqlTypeOf(declared),
        defaultValue: isNode(DefaultValue) ? new SyntaxNode(DefaultValue) : undefined,
      };
    });
  }

  /** The body of the called function, bound for this call. */
  get calledBody(): SyntaxNode | undefined {
    const body = (this.#native.GetCalledFunctionBody as (() => unknown) | undefined)?.call(this.#native);
    return isNode(body) ? new SyntaxNode(body) : undefined;
  }

  /** Whether the name is of a column that the binder supposes in a source whose columns it does not know. */
  get isOpenColumn(): boolean {
    const symbol = this.#native.ReferencedSymbol;
    if (!isObject(symbol) || kustoRuntime().typeName(symbol) !== 'ColumnSymbol') return false;
    return symbol.Source === null && kqlTypeOf(symbol.Type) === undefined;
  }

  /** The parser's own object for the thing that a name or call stands for. */
  get symbol(): unknown {
    return this.#native.ReferencedSymbol;
  }

  /** The identity of the tree that the node belongs to: a query, or the body of a function bound for a call. */
  get tree(): object {
    return (this.#native.Root as object | undefined) ?? this.#native;
  }

  /** The mistakes in this part of a tree. */
  get mistakes(): readonly Mistake[] {
    const contained = this.#native.GetContainedDiagnostics as (() => NativeList) | undefined;
    return contained ? mistakesIn(contained.call(this.#native)) : [];
  }

  get #resultType(): unknown {
    return this.#native.RawResultType ?? this.#native.ResultType;
  }
}

/** A parameter of a called function. */
export interface CalledParameter {
  readonly name: string;
  readonly type: KqlType | undefined;
  readonly defaultValue: SyntaxNode | undefined;
}

const isObject = (value: unknown): value is Native => typeof value === 'object' && value !== null;

const isNode = (value: unknown): value is Native => isObject(value) && 'ChildCount' in value;

/** The items of a list of the parser, of whichever kind, without separators. */
function elements(list: unknown): readonly unknown[] {
  return raw(list).map((item) => (isObject(item) && item.Element !== undefined ? item.Element : item));
}

function raw(list: unknown): readonly unknown[] {
  if (list === undefined || list === null) return [];
  if (Array.isArray(list)) return list;
  const { Count, getItem } = list as NativeList;
  if (typeof getItem === 'function') {
    return Array.from({ length: Count }, (_, index) => (list as NativeList).getItem(index));
  }
  return [];
}
