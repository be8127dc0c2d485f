const LINE = '1px solid rgba(128, 128, 128, 0.22)';
const CELL = `vertical-align: top; padding: 3px 14px 3px 0; border: none; border-bottom: ${LINE}; background: none;`;
const HEAD = `vertical-align: bottom; padding: 4px 14px 4px 0; border: none; border-bottom: 1px solid rgba(128, 128, 128, 0.6); font-weight: 600; white-space: nowrap; background: none;`;

/** The inline styles of everything shown: colours inherit or are translucent, so that light and dark themes both read well. */
export const STYLES = {
  root: 'font-family: system-ui, sans-serif; font-size: 13px; line-height: 1.5; text-align: left;',
  quiet: 'opacity: 0.7; font-size: 12px; font-weight: 400;',
  caption: 'margin: 0 0 4px 0;',
  scroll: 'overflow: auto; max-width: 100%;',
  table:
    'border-collapse: collapse; border: none; font-size: 12px; line-height: 1.45; margin: 6px 0; text-align: left;',
  head: `text-align: left; ${HEAD}`,
  numberHead: `text-align: right; ${HEAD}`,
  cell: `text-align: left; ${CELL} white-space: nowrap;`,
  longCell: `text-align: left; ${CELL} min-width: 280px; max-width: 520px; overflow-wrap: anywhere;`,
  number: `text-align: right; ${CELL} white-space: nowrap; font-variant-numeric: tabular-nums;`,
  once: `text-align: left; ${CELL} white-space: nowrap; font-variant-numeric: tabular-nums;`,
  factName: `text-align: left; ${CELL} white-space: nowrap; opacity: 0.7;`,
  type: 'font-weight: 400; opacity: 0.6; font-size: 11px;',
  null: 'opacity: 0.4;',
  notice: 'margin: 4px 0; padding: 3px 8px; border-left: 3px solid rgba(128, 128, 128, 0.6);',
  partial:
    'margin: 4px 0; padding: 3px 8px; border-left: 3px solid rgb(200, 120, 0); background-color: rgba(255, 165, 0, 0.15);',
  title: 'font-size: 20px; line-height: 1.3; font-weight: 600; margin: 6px 0 2px 0;',
  section: 'font-size: 15px; font-weight: 600; margin: 14px 0 4px 0;',
  fold: `font-size: 14px; margin: 10px 0 0 0; padding: 6px 0; border-top: ${LINE}; cursor: pointer;`,
  folded: 'margin: 0 0 8px 18px;',
  code: 'font-family: monospace; font-size: 12px; white-space: pre-wrap; margin: 4px 0; padding: 6px 8px; background-color: rgba(128, 128, 128, 0.12);',
  list: 'margin: 8px 0 10px 0; padding-left: 20px;',
  picture:
    'display: block; max-width: 100%; margin: 6px 0; border: 1px solid rgba(128, 128, 128, 0.3); border-radius: 4px; background-color: rgb(255, 255, 255);',
} as const;
