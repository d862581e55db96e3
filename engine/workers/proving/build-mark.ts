import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/**
 * A mark of the built program, so that what another build has found is never taken for this one's: ten hexadecimal digits over
 * the program and the chunks beside it.
 */
export function buildMark(program: string): string {
  const chunks = path.join(path.dirname(program), 'chunks')
  const beside = existsSync(chunks) ? readdirSync(chunks).filter(name => name.endsWith('.js')) : []
  const hash = createHash('sha256')
  for (const file of [program, ...beside.sort().map(name => path.join(chunks, name))])
    hash.update(readFileSync(file))
  return hash.digest('hex').slice(0, 10)
}
