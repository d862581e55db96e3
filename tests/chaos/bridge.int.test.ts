/** A part of `npm run chaos -- bridge` in every test run, and the proof that it would notice. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it, vi } from 'vitest'
import { buildEa } from '../../ea/host/build/index.ts'
import { temporaryFolder } from '../../engine/testkit/temporary-folder.ts'
import { CELLS, nameOf } from './bridge/cells.ts'
import { runSuite } from './bridge/suite.ts'

vi.setConfig({ testTimeout: 600_000 })

const ROOT = path.resolve(import.meta.dirname, '../..')
const PROGRAM = 'ea/Experts/BITTENBridge.mq5'

async function built(root: string): Promise<string> {
  const build = await buildEa({ program: PROGRAM, variant: 'release', root })
  if (!build.ok) throw new Error(build.errors.join('\n'))
  return build.binary
}

/** A project with the Expert Advisor's sources changed and everything else as it is, objects included. */
function mutant(file: string, from: string, to: string): string {
  const root = temporaryFolder()
  for (const folder of ['Experts', 'Include', 'host'])
    cpSync(path.join(ROOT, 'ea', folder), path.join(root, 'ea', folder), { recursive: true })
  const source = path.join(root, 'ea/Include/BITTEN', file)
  const text = readFileSync(source, 'utf8')
  if (!text.includes(from)) throw new Error(`${file} has no "${from}" any more`)
  writeFileSync(source, text.replace(from, to))
  return root
}

it('doubles nothing, loses nothing and settles everything, whatever happens at whatever step', async () => {
  const { failures, fired, coverage } = runSuite({
    binary: await built(ROOT),
    runs: 2 * CELLS.length,
    seed: 3,
  })
  expect(failures.map(({ cell, seed, faults }) => `${cell}, seed ${seed}: ${faults.join('; ')}`)).toEqual([])
  expect(fired).toBeGreaterThan(CELLS.length)
  const idle = Object.entries(coverage).filter(([, { happened }]) => happened === 0)
  expect(idle.length).toBeLessThan(CELLS.length / 10)
})

it('notices a build whose journal write was deleted', async () => {
  const root = mutant('JournalFile.mqh', ' || !Write(m_handle,bytes))', ')')
  const cells = CELLS.filter(cell => nameOf(cell).startsWith('fire again'))
  const { failures } = runSuite({ binary: await built(root), runs: 4 * cells.length, seed: 1, cells })
  expect(failures.flatMap(({ faults }) => faults).join('\n')).toContain('GHOST')
})
