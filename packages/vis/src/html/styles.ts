/** The inline styles of everything shown: colours inherit or are translucent, so that light and dark themes both read well. */
export const STYLES = {
  root: 'font-family: system-ui, sans-serif; font-size: 13px; line-height: 1.5; text-align: left;',
  quiet: 'opacity: 0.65; font-size: 12px;',
  caption: 'margin: 0 0 4px 0;',
  scroll: 'overflow: auto; max-width: 100%;',
  table: 'border-collapse: collapse; font-size: 12px; margin: 4px 0; text-align: left;',
  head: 'text-align: left; vertical-align: bottom; padding: 4px 10px 4px 0; border-bottom: 1px solid rgba(128, 128, 128, 0.6); font-weight: 600; white-space: nowrap;',
  cell: 'text-align: left; vertical-align: top; padding: 3px 10px 3px 0; border-bottom: 1px solid rgba(128, 128, 128, 0.2); word-break: break-word;',
  number:
    'text-align: right; vertical-align: top; padding: 3px 10px 3px 0; border-bottom: 1px solid rgba(128, 128, 128, 0.2); white-space: nowrap;',
  once: 'text-align: left; vertical-align: top; padding: 3px 10px 3px 0; border-bottom: 1px solid rgba(128, 128, 128, 0.2); white-space: nowrap;',
  type: 'font-weight: 400; opacity: 0.55; font-size: 11px;',
  null: 'opacity: 0.4;',
  notice: 'margin: 4px 0; padding: 3px 8px; border-left: 3px solid rgba(128, 128, 128, 0.6);',
  partial:
    'margin: 4px 0; padding: 3px 8px; border-left: 3px solid rgb(200, 120, 0); background-color: rgba(255, 165, 0, 0.15);',
  title: 'font-size: 20px; font-weight: 600; margin: 4px 0 2px 0;',
  section: 'font-size: 15px; font-weight: 600; margin: 14px 0 2px 0;',
  code: 'font-family: monospace; font-size: 12px; white-space: pre-wrap; margin: 4px 0; padding: 6px 8px; background-color: rgba(128, 128, 128, 0.12);',
  list: 'margin: 6px 0 8px 0; padding-left: 18px;',
  picture: 'max-width: 100%; background-color: rgb(255, 255, 255);',
} as const;
