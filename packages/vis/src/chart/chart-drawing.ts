import type { SafeHtml } from '../html/html';
import type { PlotlyFigure } from './plotly-figure';

/** A chart drawn two ways, with the words that go with it. */
export interface ChartDrawing {
  /** What Plotly draws. */
  readonly figure: PlotlyFigure;
  /** The same as a static SVG picture. */
  readonly picture: SafeHtml;
  /** One true sentence about what it shows. */
  readonly sentence: string;
  /** What it does not show, one sentence each. */
  readonly notes: readonly string[];
}
