/** An indicator in a text. */
export interface Indicator {
  readonly type: string;
  /** The indicator as it was before somebody defanged it. */
  readonly observable: string;
  /** The characters of the text. */
  readonly matched: string;
  /** Where it starts, in UTF-16 units. */
  readonly position: number;
}

/** A kind of indicator of the caller's own. */
export interface CustomIocType {
  readonly name: string;
  /** Where it may stand; the group `ioc` is the indicator, else the whole match. It should run in linear time. */
  readonly pattern: RegExp;
}
