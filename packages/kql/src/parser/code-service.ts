import type { Schema } from '../contract/schema';
import { databaseFor } from './database';
import { guarded, kustoRuntime, type Native, type NativeList } from './kusto-runtime';
import { refuseDepth } from './refuse-depth';

/** What the parser's own editor service proposes at a place. */
export interface Proposal {
  readonly name: string;
  /** What is listed: for functions the name with its parameters. */
  readonly shown: string;
  /** The parser's name of the kind, such as `BuiltInFunction`. */
  readonly kind: string;
  /** What is put in, before the caret. */
  readonly text: string;
  /** Sorts the proposals as the parser would list them. */
  readonly rank: string;
}

/** Proposals, and the piece of the text that one of them replaces. */
export interface Proposals {
  readonly start: number;
  readonly length: number;
  readonly items: readonly Proposal[];
}

type Method = (this: Native, ...values: readonly unknown[]) => Native;

/** Asks the parser what may stand at an offset; `more` are tables without columns that are there as well. */
export function proposals(text: string, offset: number, schema: Schema, more: readonly string[]): Proposals {
  return guarded('completing', () => {
    const editor = kustoRuntime().language.Editor as Native;
    const service = serviceFor(text, schema, more);
    const found = (service.GetCompletionItems as Method).call(
      service,
      offset,
      (editor.CompletionOptions as Native).Default,
    );
    const items = itemsOf(found.Items).map((item): Proposal => ({
      name: String(item.MatchText),
      shown: String(item.DisplayText),
      kind: enumName('CompletionKind', item.Kind),
      text: String(item.BeforeText),
      rank: String(item.OrderText),
    }));
    return { start: Number(found.EditStart), length: Number(found.EditLength), items };
  });
}

/** Asks the parser what stands at an offset: its remarks as texts by the parser's name of their kind. */
export function quickInfo(
  text: string,
  offset: number,
  schema: Schema,
): readonly { readonly kind: string; readonly text: string }[] {
  return guarded('looking up a name', () => {
    const editor = kustoRuntime().language.Editor as Native;
    const service = serviceFor(text, schema, []);
    const found = (service.GetQuickInfo as Method).call(
      service,
      offset,
      (editor.QuickInfoOptions as Native).Default,
    );
    return itemsOf(found.Items).map((item) => ({
      kind: enumName('QuickInfoKind', item.Kind),
      text: String(item.Text),
    }));
  });
}

function serviceFor(text: string, schema: Schema, more: readonly string[]): Native {
  refuseDepth(text);
  const { KustoCodeService } = kustoRuntime().language.Editor as {
    readonly KustoCodeService: { readonly $ctor1: new (text: string, globals: unknown) => Native };
  };
  return new KustoCodeService.$ctor1(text, databaseFor(text, schema, { more }).state);
}

function enumName(type: string, value: unknown): string {
  const { language, enumName: nameOf } = kustoRuntime();
  return nameOf((language.Editor as Native)[type], value);
}

function itemsOf(list: unknown): readonly Native[] {
  if (Array.isArray(list)) return list as readonly Native[];
  const native = list as NativeList;
  return Array.from({ length: native.Count }, (_, index) => native.getItem(index) as Native);
}
