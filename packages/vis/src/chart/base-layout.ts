import { plotlyText } from './plotly-text';

/** The part of a Plotly layout that all charts share. */
export const baseLayout = (title: string, height: number): Readonly<Record<string, unknown>> => ({
  title: { text: plotlyText(title, 120), x: 0.01, xanchor: 'left', font: { size: 16, weight: 600 } },
  height,
  paper_bgcolor: '#ffffff',
  plot_bgcolor: '#ffffff',
  font: { family: 'system-ui, sans-serif', size: 12, color: '#1f2933' },
  hoverlabel: { align: 'left' },
  hovermode: 'closest',
  margin: { l: 60, r: 30, t: 60, b: 50 },
});

/** An axis with a quiet grid. */
export const quietAxis = (more: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({
  gridcolor: '#e4e8ec',
  zeroline: false,
  automargin: true,
  ticks: 'outside',
  ticklen: 6,
  tickcolor: 'rgba(0, 0, 0, 0)',
  ...more,
});
