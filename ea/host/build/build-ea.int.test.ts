import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { checkEa } from './build-ea.ts'
import { readCoverage } from './coverage.ts'
import { buildEa, type Build, type Variant } from './index.ts'

const TIMEOUT_MS = 240_000
const MAIN = 'ea/host/valid/bare-main.cpp'

function programOf(text: string): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'bitten-ea-')), 'BuildTest.mq5')
  writeFileSync(file, text)
  return file
}

function build(text: string, variant: Variant = 'release'): Promise<Build> {
  return buildEa({ program: programOf(text), variant, bareMain: MAIN })
}

test(
  'nothing is compiled twice',
  async () => {
    const text = 'int OnInit()\n  {\n   Print("built once");\n   return(0);\n  }\n'
    await build(text)
    const program = programOf(text)
    await buildEa({ program, variant: 'release', bareMain: MAIN })
    const again = await buildEa({ program, variant: 'release', bareMain: MAIN })
    expect(again).toMatchObject({ ok: true, compiled: 0, warnings: [] })
  },
  TIMEOUT_MS,
)

test(
  'what MQL5 refuses is told with file, line and code',
  async () => {
    const program = programOf('int OnInit()\n  {\n   return(nobody);\n  }\n')
    const refused = await buildEa({ program, variant: 'release', bareMain: MAIN })
    expect(refused).toEqual({
      ok: false,
      errors: [expect.stringMatching(/BuildTest\.mq5\(3,11\): error 256: /)],
    })
    expect(checkEa(program)).toMatchObject({ ok: false, messages: [expect.stringContaining('error 256')] })
  },
  TIMEOUT_MS,
)

test(
  'a built-in that the linked runtime lacks is a failed build',
  async () => {
    const refused = await build('int OnInit()\n  {\n   return(SymbolsTotal(true));\n  }\n')
    expect(refused).toMatchObject({ ok: false, errors: [expect.stringContaining('SymbolsTotal')] })
  },
  TIMEOUT_MS,
)

test(
  'lines that ran are counted where they stand in the source',
  async () => {
    const text = 'int OnInit()\n  {\n   if(GetLastError()==7)\n      Print("never");\n   return(0);\n  }\n'
    const program = programOf(text)
    const made = await buildEa({ program, variant: 'coverage', bareMain: MAIN })
    if (!made.ok) throw new Error(made.errors.join('\n'))
    await promisify(execFile)(made.binary)
    expect(await readCoverage(made.binary)).toEqual([{ file: program, lines: 4, missed: [4] }])
  },
  TIMEOUT_MS,
)
