import type { Sql } from "./sql";
import { sql } from "./sql";

/** Where files added by the page can be read; every other path and address is refused. */
export const importFolder = "import/";

/**
 * Said once to a new engine, in this order: after external access is off the folder can no longer be allowed, and after
 * the lock nothing can be changed, not even by SQL that a notebook from elsewhere brings along.
 */
export const settings: readonly Sql[] = [
  // Without these a function from an absent extension makes DuckDB look for it on a foreign server.
  sql`set autoinstall_known_extensions = false`,
  sql`set autoload_known_extensions = false`,
  sql`set errors_as_json = true`,
  // There is no disk to spill to, and trying to takes the whole database down.
  sql`set temp_directory = ''`,
  // Nothing goes to a disk, yet after every 16 MB that come in it would go through all tables for a tenth of a second, which
  // is longer than the rows take. Now and then it has to: that is how the memory of deleted rows comes back.
  sql`set checkpoint_threshold = '1GB'`,
  sql`set allowed_directories = ['import/']`,
  sql`set enable_external_access = false`,
  sql`set lock_configuration = true`,
];
