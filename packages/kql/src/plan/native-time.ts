/** A stored native time column. */
export interface NativeTime {
  readonly physical: string;
  readonly type: 'TIMESTAMP' | 'TIMESTAMP_NS' | 'TIMESTAMPTZ' | 'DATE';
}
