/** A Plotly figure as plain JSON; every text in it has gone through `plotlyText`. */
export interface PlotlyFigure {
  readonly data: readonly Readonly<Record<string, unknown>>[];
  readonly layout: Readonly<Record<string, unknown>>;
}
