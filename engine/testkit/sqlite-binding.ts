/** The SQLite binding that fits this runtime, as the launcher found it; null for the stock one. */
export function sqliteBinding(): string | null {
  return process.env['BITTEN_SQLITE_BINDING'] ?? null
}
