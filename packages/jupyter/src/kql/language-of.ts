import type { LanguageService } from '@casebook/core';

/** The language service of the workspace that a path of names leads to, from the variables of the notebook. */
export const languageOf = (variables: unknown, path: string): LanguageService | undefined => {
  const value = path
    .split('.')
    .reduce<unknown>(
      (holder, name) => (holder as Record<string, unknown> | null | undefined)?.[name],
      variables,
    );
  const language = (value as { language?: Partial<LanguageService> } | null | undefined)?.language;
  return typeof language?.complete === 'function' && typeof language.hover === 'function'
    ? (language as LanguageService)
    : undefined;
};
