export { show, type ShowOptions } from './show';
export { cellSignal } from './cell-signal';
export { jupyterPath } from './jupyter-path';
export { kqlInCell, type CellKql } from './kql/kql-in-cell';
export { teachStockTslab } from './kql/teach-stock-tslab';
