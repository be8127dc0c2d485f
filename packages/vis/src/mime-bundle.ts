/** One output in several forms, by MIME type; front ends pick the richest that they can show. */
export interface MimeBundle {
  readonly 'text/plain': string;
  readonly 'text/html'?: string;
  /** A Plotly figure: `data` and `layout`. */
  readonly 'application/vnd.plotly.v1+json'?: object;
}
