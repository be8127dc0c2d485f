import {
  DateTime,
  Frame,
  TimeSpan,
  type Chart,
  type Result,
  type Section,
  type WorkspaceReport,
} from '@casebook/core';

const moment = (hour: number): DateTime => DateTime.parse(`2026-10-05T0${hour}:00:00Z`);

/** A frame whose cells, column names, remarks and source hold the text. */
export const frameWith = (text: string): Frame =>
  Frame.fromRows(
    [
      { name: `text ${text}`, type: 'string' },
      { name: 'Name', type: 'string' },
      { name: 'Json', type: 'dynamic' },
      { name: 'Time', type: 'datetime' },
      { name: 'Value', type: 'long' },
    ],
    [1, 2, 3].map((at) => ({
      [`text ${text}`]: `${text} ${'long '.repeat(60)}`,
      Name: `${at === 3 ? 1 : at} ${text}`,
      Json: { [text]: [text] },
      Time: moment(at),
      Value: at,
    })),
    {
      notices: [{ code: 'rowCap', message: `cut ${text}`, partial: true }],
      source: { kql: `T | where x == '${text}'`, provider: text, milliseconds: 1 },
    },
  );

/** Charts of every kind that is drawn, and one that is not, with the text wherever a text may stand. */
export const chartsWith = (text: string): Chart[] => {
  const frame = frameWith(text);
  const hover = [`text ${text}`, 'Json'];
  const references = [{ time: moment(2), label: text }];
  const overlay: Chart = {
    frame,
    intent: { kind: 'timeline', title: `over ${text}`, time: 'Time', group: 'Name' },
  };
  return [
    {
      frame,
      intent: {
        kind: 'timeline',
        title: text,
        time: 'Time',
        group: 'Name',
        hover,
        references,
        overlays: [overlay],
      },
    },
    { frame, intent: { kind: 'bar', title: text, category: 'Name', value: 'Value' } },
    {
      frame,
      intent: { kind: 'scatter', title: text, x: 'Name', y: 'Value', size: 'Value', color: 'Value', hover },
    },
    { frame, intent: { kind: 'scatter', title: text, x: 'Time', y: `text ${text}`, color: 'Name', hover } },
    { frame, intent: { kind: 'pie', title: text, category: 'Name', value: 'Value' } },
  ];
};

/** Sections of every status with the text. */
export const sectionsWith = (text: string): Section[] => {
  const frame = frameWith(text);
  const empty = Frame.fromRows(frame.columns, []);
  return [
    {
      title: text,
      status: 'ok',
      rows: 3,
      milliseconds: 1,
      frame,
      query: text,
      facts: { [text]: text, list: [text, { [text]: text }] },
      chart: { kind: 'bar', title: text, category: 'Name', value: 'Value' },
    },
    {
      title: text,
      status: 'empty',
      rows: 0,
      milliseconds: 1,
      frame: empty,
      reason: text,
      searched: [{ table: `T ${text}`, rowsInSpan: 5, rowsOfEntity: 2 }],
    },
    { title: text, status: 'failed', rows: 0, milliseconds: 1, frame: empty, reason: text },
  ];
};

/** A result with the text in every field. */
export const resultWith = (text: string): Result => ({
  kind: 'casebook.result',
  notebooklet: text,
  title: text,
  entityType: text,
  value: text,
  timeSpan: new TimeSpan(moment(1), moment(2)),
  clock: moment(3),
  summary: [text, text],
  sections: Object.fromEntries(sectionsWith(text).map((section, at) => [`s${at}`, section])),
  entity: { HostName: text, [`k ${text}`]: [text] },
});

/** A workspace report with the text in every field. */
export const reportWith = (text: string): WorkspaceReport => ({
  kind: 'casebook.report',
  source: text,
  clock: { now: moment(3), origin: text },
  tables: frameWith(text),
  issues: frameWith(text),
});

/** Everything that can be shown, with the text wherever a text may stand. */
export const valuesWith = (text: string): unknown[] => [
  frameWith(text),
  ...chartsWith(text),
  ...sectionsWith(text),
  resultWith(text),
  reportWith(text),
  { Type: text, Name: text, [`k ${text}`]: { deep: text } },
  text,
];
