import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Where the launcher built the app: benches run beside it, in out/bench. */
export const program = (name: string): string => path.resolve(import.meta.dirname, '..', 'main', name)

export const sqliteBinding = (): string | null => process.env['BITTEN_SQLITE_BINDING'] ?? null

/** A new folder that is removed when the bench ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'bitten-bench-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A number from the command line, such as `--seconds 60`. */
export function option(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`)
  const value = at < 0 ? otherwise : Number(process.argv[at + 1])
  if (!Number.isFinite(value) || value <= 0) throw new Error(`--${name} wants a number above 0`)
  return value
}
