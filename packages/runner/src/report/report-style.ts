/** The style of a report: readable at a desk and on paper. */
export const REPORT_STYLE = `
:root { color-scheme: light; --ink: #1d2733; --soft: #5b6877; --line: #dde3ea; --paper: #fff; --wash: #f6f8fa; --accent: #0b5cad; --bad: #b3261e; --good: #1a7f37; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--wash); color: var(--ink); font: 15px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; }
header, main, footer { max-width: 1080px; margin: 0 auto; padding: 0 32px; background: var(--paper); }
header { padding-top: 36px; padding-bottom: 20px; border-bottom: 3px solid var(--accent); }
header h1 { margin: 0 0 12px; font-size: 28px; line-height: 1.2; }
main { padding-top: 8px; padding-bottom: 32px; }
footer { padding-top: 12px; padding-bottom: 28px; color: var(--soft); font-size: 13px; border-top: 1px solid var(--line); }
dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: 2px 20px; margin: 0; font-size: 14px; }
dl.facts dt { color: var(--soft); } dl.facts dd { margin: 0; overflow-wrap: anywhere; }
.status { font-weight: 600; } .status.ok { color: var(--good); } .status.failed { color: var(--bad); }
h2 { margin: 34px 0 8px; font-size: 20px; } h3 { margin: 26px 0 6px; font-size: 17px; }
a { color: var(--accent); }
section.code { margin: 10px 0 22px; }
section.code > details > summary { color: var(--soft); font-size: 12px; cursor: pointer; width: max-content; }
pre { margin: 6px 0; padding: 10px 12px; background: var(--wash); border: 1px solid var(--line); border-radius: 6px; overflow-x: auto; font: 12.5px/1.45 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
code { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: 0.9em; }
pre code { font-size: inherit; }
pre.stream { max-height: 420px; overflow-y: auto; }
pre.stderr { background: #fff8e6; border-color: #f0dfb0; }
.output { margin: 8px 0; overflow-x: auto; } .output img { max-width: 100%; height: auto; }
.output table, .text table { border-collapse: collapse; font-size: 13px; }
.text th, .text td { border: 1px solid var(--line); padding: 4px 10px; text-align: left; }
.error { margin: 8px 0; padding: 10px 14px; border-left: 4px solid var(--bad); background: #fdf0ef; } .error strong { color: var(--bad); }
.error pre { background: transparent; border: 0; padding: 6px 0 0; }
@media screen { .figure.drawn .picture img { display: none !important; } }
@media print {
  .figure.drawn > .js-plotly-plot { display: none; }
  body { background: #fff; font-size: 11px; } header, main, footer { max-width: none; padding-left: 0; padding-right: 0; }
  pre.stream { max-height: none; }
  section.code > details:not([open]) { display: none; } .output, pre, table { break-inside: auto; } tr, img, .figure, .error { break-inside: avoid; } h2, h3 { break-after: avoid; }
}
`;
