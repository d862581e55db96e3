import path from 'node:path'
import { expect, test } from 'vitest'
import { parseProgram } from '../parse/parse-program.ts'
import { diskFiles } from '../source/file-provider.ts'
import { printProblem } from '../source/problem.ts'
import { TEST_OPTIONS } from '../testkit/sources.ts'
import { builtinProgram } from '../testkit/checked.ts'
import { check } from './check.ts'

const EA = path.resolve(import.meta.dirname, '../../..')

test('BITTENBridge has neither errors nor warnings', () => {
  const builtins = builtinProgram()
  const knownTypes = builtins.declarations.flatMap(declaration =>
    (declaration.kind === 'enum' || declaration.kind === 'class') && declaration.name !== null
      ? [declaration.name]
      : [],
  )
  const { program, problems } = parseProgram(path.join(EA, 'Experts/BITTENBridge.mq5'), {
    ...TEST_OPTIONS,
    defines: {},
    files: diskFiles,
    includeFolders: [path.join(EA, 'Include')],
    knownTypes,
  })
  const found = [...problems, ...check(program, builtins).problems]
  expect(found.map(printProblem)).toEqual([])
})
