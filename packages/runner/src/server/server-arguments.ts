import { join } from 'node:path';

/** The arguments of a quiet loopback server on a free port that serves kernels below `root`. */
export function serverArguments(root: string): string[] {
  return [
    '--no-browser',
    ...(process.getuid?.() === 0 ? ['--allow-root'] : []),
    '--ServerApp.ip=127.0.0.1',
    '--ServerApp.port=0',
    `--ServerApp.root_dir=${root}`,
    '--ServerApp.jpserver_extensions={}',
    '--ServerApp.terminals_enabled=False',
    '--ServerApp.log_level=30',
    '--ZMQChannelsWebsocketConnection.limit_rate=False',
    '--MappingKernelManager.cull_idle_timeout=0',
    '--MappingKernelManager.kernel_info_timeout=60',
    '--KernelRestarter.time_to_poll=0.5',
    '--KernelSpecManager.ensure_native_kernel=False',
  ];
}

/** The environment of such a server: Jupyter's folders below `home`, nothing of the user's Jupyter settings. */
export function serverEnvironment(
  home: string,
  token: string,
  jupyterPath: readonly string[],
): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(JUPYTER|JPY_|IPYTHONDIR$)/.test(name));
  return {
    ...Object.fromEntries(own),
    JUPYTER_TOKEN: token,
    JUPYTER_NO_CONFIG: '1',
    JUPYTER_CONFIG_DIR: join(home, 'config'),
    JUPYTER_DATA_DIR: join(home, 'data'),
    JUPYTER_RUNTIME_DIR: join(home, 'runtime'),
    JUPYTER_PATH: jupyterPath.join(process.platform === 'win32' ? ';' : ':'),
    IPYTHONDIR: join(home, 'ipython'),
    PYTHONUNBUFFERED: '1',
  };
}
