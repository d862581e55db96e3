import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { IMPORT_RULES } from './import-rules.ts'
import { judgeImport } from './judge-import.ts'
import { readImports, type Import } from './read-imports.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const ROOMS = ['ea', 'engine', 'electron', 'renderer']

function sourceFiles(): string[] {
  return readdirSync(ROOT, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && ROOMS.includes(entry.name))
    .flatMap(({ name }) =>
      readdirSync(path.join(ROOT, name), { recursive: true, encoding: 'utf8' }).map(rest =>
        path.join(name, rest),
      ),
    )
    .map(file => file.split(path.sep).join('/'))
    .filter(file => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
}

function aValueImport(specifier: string): Import {
  return { specifier, line: 1, typeOnly: false, names: ['thing'] }
}

function violationsIn(file: string, source: string): string[] {
  return readImports(file, source).flatMap(taken => judgeImport(file, taken) ?? [])
}

describe('the import graph', () => {
  const files = sourceFiles()

  test('every import in the house keeps to the table', () => {
    const violations = files.flatMap(file => violationsIn(file, readFileSync(path.join(ROOT, file), 'utf8')))
    expect(violations).toEqual([])
  })

  test('every source file stands in a folder that the table knows', () => {
    const strays = files.filter(file => !IMPORT_RULES.some(rule => file.startsWith(`${rule.folder}/`)))
    expect(strays).toEqual([])
  })
})

describe('the judge', () => {
  test.each([
    ['engine/domain/market/bar.ts', `import fs from 'node:fs'`, 'no package at all'],
    ['engine/domain/market/bar.ts', `\nimport { z } from 'zod'`, 'bar.ts:2 '],
    ['engine/domain/market/bar.ts', `import { Clock } from '../../ports/clock.ts'`, 'only engine/contracts'],
    ['engine/wire/mac.ts', `const net = await import('node:net')`, 'only node:crypto'],
    ['engine/host/link.ts', `export { decide } from '../domain/fire/desk.ts'`, 'engine/host may import only'],
    ['engine/host/link.ts', `export * from '../app/desk.ts'`, 'engine/host may import only'],
    ['engine/host/link.ts', `import Database from 'better-sqlite3'`, 'only zeromq, chokidar, node:*'],
    ['engine/adapters/ledger.ts', `import { size } from '../domain/fire/size.ts'`, 'only types'],
    ['engine/app/desk.ts', `import { aTick } from '../testkit/ticks.ts'`, 'engine/app may import only'],
    ['ea/host/translator/lex/lex.ts', `import { z } from 'zod'`, 'only node:*'],
    ['ea/host/translator/ast.ts', `import { run } from '../build/run.ts'`, 'may import only itself'],
    ['electron/main/index.ts', `import '../../engine/app/desk.ts'`, 'electron may import only'],
    ['renderer/app/app.tsx', `import { Command } from '../../engine/contracts/index.ts'`, 'only types'],
    ['renderer/app/app.tsx', `import electron from 'electron'`, 'renderer may take only'],
    ['renderer/features/a/a.tsx', `import { B } from '../b/b.tsx'`, 'do not import one another'],
  ])('%s with %j is refused', (file, source, words) => {
    const [violation] = violationsIn(file, source)
    expect(violation).toContain(words)
    expect(violation).toContain(`${file}:`)
  })

  test.each([
    ['engine/adapters/ledger.ts', `import type { Size } from '../domain/fire/size.ts'`],
    ['engine/workers/engine.worker.ts', `import { parentPort } from 'node:worker_threads'`],
    [
      'renderer/app/app.tsx',
      `import { applyPatch, type WarRoomView } from '../../engine/contracts/index.ts'`,
    ],
    ['renderer/features/a/a.tsx', `import { Button } from '../../ui/button.tsx'`],
    ['electron/preload/index.ts', `import { contextBridge } from 'electron'`],
  ])('%s with %j is accepted', (file, source) => {
    expect(violationsIn(file, source)).toEqual([])
  })

  test('a folder that a row does not name is refused to that row', () => {
    const folders = IMPORT_RULES.map(rule => rule.folder)
    const rows = IMPORT_RULES.filter(rule => rule.folder !== 'engine/testkit')
    fc.assert(
      fc.property(fc.constantFrom(...rows), fc.constantFrom(...folders), (rule, target) => {
        fc.pre(target !== rule.folder && !rule.folders.includes(target))
        const up = rule.folder.split('/').map(() => '..')
        const verdict = judgeImport(
          `${rule.folder}/file.ts`,
          aValueImport(`${up.join('/')}/${target}/thing.ts`),
        )
        expect(verdict).toContain(`${rule.folder}/file.ts:1`)
      }),
    )
  })
})
