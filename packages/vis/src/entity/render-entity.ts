import type { Json } from '@casebook/core';
import { html } from '../html/html';
import { STYLES } from '../html/styles';
import { visibleText } from '../html/visible-text';
import type { MimeBundle } from '../mime-bundle';
import { factsHtml, factsText } from '../table/facts-html';
import { shorten } from '../table/format-cell';

/** An entity: plain data whose `Type` tells its kind. */
export interface EntityLike {
  readonly Type: string;
  readonly [property: string]: unknown;
}

/** Tells an entity. */
export const isEntity = (value: unknown): value is EntityLike =>
  typeof value === 'object' && value !== null && typeof (value as { Type?: unknown }).Type === 'string';

const plain = (entity: EntityLike): Readonly<Record<string, Json>> => {
  const facts = Object.fromEntries(Object.entries(entity).filter(([name]) => name !== 'Type'));
  const text = JSON.stringify(facts, (_name, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
  return JSON.parse(text) as Record<string, Json>;
};

/** Shows an entity: its type, and what is known about it. */
export const renderEntity = (entity: EntityLike): MimeBundle => {
  const facts = plain(entity);
  const type = shorten(entity.Type, 60);
  return {
    'text/plain': visibleText(`${type}\n${factsText(facts)}`.trim()),
    'text/html': html`<div style="${STYLES.root}">
      <div style="${STYLES.section}">${type}</div>
      ${factsHtml(facts)}
    </div>`.text,
  };
};
