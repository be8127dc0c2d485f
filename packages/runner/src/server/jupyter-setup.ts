/** Where Jupyter and the kernels lie; told by the caller. */
export interface JupyterSetup {
  /** The command that starts a Jupyter server, such as `['python3', '-m', 'jupyter_server']`. */
  readonly command: readonly string[];
  /** Folders with `kernels/` in them, searched before Jupyter's own. */
  readonly jupyterPath: readonly string[];
}
