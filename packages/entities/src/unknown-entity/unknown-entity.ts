import type { Json } from '@casebook/core';

/** An entity of a type that this package has no builder for: its data as it came. */
export type UnknownEntity = {
  /** The type's name in lower case, such as `url`, `mailbox`, `host-logon-session`; `unknown` where the data says none. */
  readonly Type: string;
  readonly [property: string]: Json;
};
