import type { DateTime } from '../time/date-time';
import type { Frame } from '../frame/frame';

/** A moment to mark in a chart over time. */
export interface ReferenceMoment {
  readonly time: DateTime;
  readonly label: string;
}

interface Common {
  readonly title: string;
  /** Columns to tell about a mark when pointed at; defaults to those that the chart reads. */
  readonly hover?: readonly string[];
}

/** Events on a time axis, one lane a group; overlays share the axis. */
export interface TimelineIntent extends Common {
  readonly kind: 'timeline';
  /** The datetime column. */
  readonly time: string;
  /** The column whose values make the lanes. */
  readonly group?: string;
  readonly references?: readonly ReferenceMoment[];
  readonly overlays?: readonly Chart[];
}

/** One bar a category: numbers are categories too; `top` keeps the largest and says how many are left out. */
export interface BarIntent extends Common {
  readonly kind: 'bar';
  readonly category: string;
  readonly value: string;
  readonly top?: number;
}

/** Points of two columns, sized and coloured by columns. */
export interface ScatterIntent extends Common {
  readonly kind: 'scatter';
  readonly x: string;
  readonly y: string;
  readonly size?: string;
  readonly color?: string;
  /** Whether x is shown as categories rather than as numbers. */
  readonly categorical?: boolean;
}

/** Values over time or another ordered column, one line a group. */
export interface LineIntent extends Common {
  readonly kind: 'line';
  readonly x: string;
  readonly y: string;
  readonly group?: string;
}

/** The spread of a value, one box a group. */
export interface BoxIntent extends Common {
  readonly kind: 'box';
  readonly value: string;
  readonly group?: string;
}

/** Shares of a whole. */
export interface PieIntent extends Common {
  readonly kind: 'pie';
  readonly category: string;
  readonly value: string;
}

/** First to last moment of each group. */
export interface DurationIntent extends Common {
  readonly kind: 'duration';
  readonly start: string;
  readonly end: string;
  readonly group: string;
}

/** Parents and children by key. */
export interface TreeIntent extends Common {
  readonly kind: 'tree';
  readonly key: string;
  readonly parent: string;
  readonly label: string;
}

/** Places by latitude and longitude. */
export interface MapIntent extends Common {
  readonly kind: 'map';
  readonly latitude: string;
  readonly longitude: string;
}

/** Nodes joined by edges, a row an edge. */
export interface GraphIntent extends Common {
  readonly kind: 'graph';
  readonly from: string;
  readonly to: string;
}

/** Counts of two columns' values against each other. */
export interface MatrixIntent extends Common {
  readonly kind: 'matrix';
  readonly row: string;
  readonly column: string;
  readonly value: string;
}

/** What a chart says and which columns say it; never how it is drawn. */
export type ChartIntent =
  | TimelineIntent
  | BarIntent
  | ScatterIntent
  | LineIntent
  | BoxIntent
  | PieIntent
  | DurationIntent
  | TreeIntent
  | MapIntent
  | GraphIntent
  | MatrixIntent;

/** A frame with the intent to see it as a chart; `show` draws it. */
export interface Chart {
  readonly frame: Frame;
  readonly intent: ChartIntent;
}
