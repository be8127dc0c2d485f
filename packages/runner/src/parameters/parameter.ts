/** A value that a notebook parameter can have. */
export type ParameterValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | undefined
  | readonly ParameterValue[]
  | { readonly [key: string]: ParameterValue };

/** What a parameter accepts: one of the kinds, a fixed value, or a list. `any` is a type that only the kernel can judge. */
export type ParameterType =
  | { readonly kind: 'string' | 'number' | 'bigint' | 'boolean' | 'null' | 'undefined' | 'object' | 'any' }
  | { readonly kind: 'value'; readonly value: string | number | boolean }
  | { readonly kind: 'list'; readonly of: ParameterType }
  | { readonly kind: 'union'; readonly of: readonly ParameterType[] };

/** A parameter as the tagged cell declares it. */
export interface NotebookParameter {
  readonly name: string;
  readonly type: ParameterType;
  /** The annotation as written, if any. */
  readonly annotation?: string;
  readonly keyword: 'const' | 'let' | 'var';
  /** The declared value where it is a literal. */
  readonly default?: ParameterValue;
}
