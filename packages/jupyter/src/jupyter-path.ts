import { join } from 'node:path';

/** The folder for `JUPYTER_PATH`: with it Jupyter finds the kernels `casebook` and `tslab`. */
export const jupyterPath = (): string => join(__dirname, '..', 'share', 'jupyter');
