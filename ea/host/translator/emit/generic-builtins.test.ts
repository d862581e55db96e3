import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { parseProgram } from '../parse/parse-program.ts'
import { diskFiles } from '../source/file-provider.ts'

const HOST = path.resolve(import.meta.dirname, '../..')

/** Built-ins without a prototype in the generated header: a missing one would be noticed only by its first user. */
function genericNames(): string[] {
  const { program } = parseProgram(path.join(HOST, 'builtins/builtins.mqh'), {
    files: diskFiles,
    includeFolders: [],
    defines: {},
    facts: { compiledAt: 0, build: 5000, architecture: '' },
    knownTypes: [],
  })
  const names = program.declarations.flatMap(one =>
    one.kind === 'function' && (one.template !== null || one.isVariadic) ? [one.name] : [],
  )
  return [...new Set(names)]
}

const headers = readdirSync(path.join(HOST, 'runtime'), { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.hpp'))
  .map(name => readFileSync(path.join(HOST, 'runtime', name), 'utf8'))
  .join('\n')

test.each(genericNames())('%s is a template of the runtime', name => {
  expect(headers).toMatch(new RegExp(`^[A-Za-z_][^\n{;=]* ${name}\\(`, 'm'))
})
