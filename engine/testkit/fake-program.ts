import { chmodSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** A program made of JavaScript (an ES module) that starts by its own path; not on Windows, which wants an .exe. */
export function fakeProgram(folder: string, name: string, source: string): string {
  const module = path.join(folder, `${name}-source.mjs`)
  const program = path.join(folder, name)
  writeFileSync(module, source)
  writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${module}' "$@"\n`)
  chmodSync(program, 0o755)
  return program
}
