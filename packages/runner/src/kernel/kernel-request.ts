/** Where a kernel runs and which one. */
export interface KernelRequest {
  /** The notebook's path below the server's root; its folder is the kernel's working folder. */
  readonly path: string;
  /** The kernelspec's name. */
  readonly name: string;
}
