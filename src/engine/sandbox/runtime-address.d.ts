/** Made by the build: see tests/tools/sandbox-runtime.mjs. */
declare module "virtual:sandbox-runtime" {
  /** Where the worker's program lies: an address, or a path from the page's own base. */
  const address: string;
  export default address;
}
