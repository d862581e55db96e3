/** A part of `npm run chaos -- bridge` in every test run, and the proof that it would notice. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it, vi } from 'vitest'
import { buildEa } from '../../ea/host/build/index.ts'
import { VirtualTerminal } from '../../ea/host/driver/virtual-terminal.ts'
import { temporaryFolder } from '../../engine/testkit/temporary-folder.ts'
import { CELLS, nameOf } from './bridge/cells.ts'
import { runCell } from './bridge/run.ts'
import { runSuite } from './bridge/suite.ts'
import { templateFor } from './bridge/template.ts'
import { HELLO } from './bridge/world.ts'

vi.setConfig({ testTimeout: 600_000 })

const ROOT = path.resolve(import.meta.dirname, '../..')
async function built(program = 'ea/Experts/BITTENBridge.mq5', includes = 'ea/Include'): Promise<string> {
  const build = await buildEa({
    program,
    includes: path.resolve(ROOT, includes),
    variant: 'release',
    root: ROOT,
  })
  if (!build.ok) throw new Error(build.errors.join('\n'))
  return build.binary
}

/** The Expert Advisor with one place of its sources changed. */
async function mutant(file: string, from: string, to: string): Promise<string> {
  const folder = temporaryFolder()
  cpSync(path.join(ROOT, 'ea/Include'), path.join(folder, 'Include'), { recursive: true })
  const program = path.join(folder, 'Mutant.mq5')
  cpSync(path.join(ROOT, 'ea/Experts/BITTENBridge.mq5'), program)
  const source = path.join(folder, 'Include/BITTEN', file)
  const text = readFileSync(source, 'utf8')
  if (!text.includes(from)) throw new Error(`${file} has no "${from}" any more`)
  writeFileSync(source, text.replace(from, to))
  return built(program, path.join(folder, 'Include'))
}

it('doubles nothing, loses nothing and settles everything, whatever happens at whatever step', async () => {
  const { failures, fired, coverage } = runSuite({
    binary: await built(),
    runs: 2 * CELLS.length,
    seed: 3,
  })
  expect(failures.map(({ cell, seed, faults }) => `${cell}, seed ${seed}: ${faults.join('; ')}`)).toEqual([])
  expect(fired).toBe(2 * CELLS.length)
  const idle = Object.entries(coverage).filter(([, { happened }]) => happened === 0)
  expect(idle.length).toBeLessThan(CELLS.length / 10)
})

it('lets nothing die in the calm, so that what does not settle there never would', async () => {
  const terminal = new VirtualTerminal(await built(), { seed: 1 })
  const stage = { terminal, template: templateFor(HELLO) }
  // An order that nobody answers is looked for so long that something would die meanwhile.
  const lost = CELLS.filter(cell => nameOf(cell) === 'trade server: timeout, lost')
  const runs = lost.flatMap(cell => Array.from({ length: 20 }, (_, seed) => runCell(stage, cell, seed)))
  terminal.close()
  expect(runs).toHaveLength(20)
  expect(runs.some(({ lives }) => lives > 1)).toBe(true)
  expect(runs.map(({ calmDeaths }) => calmDeaths)).toEqual(runs.map(() => 0))
})

it('notices a build whose journal write was deleted', async () => {
  const binary = await mutant('JournalFile.mqh', ' || !Write(m_handle,bytes))', ')')
  const cells = CELLS.filter(cell => nameOf(cell).startsWith('fire again'))
  const { failures } = runSuite({ binary, runs: 4 * cells.length, seed: 1, cells })
  expect(failures.flatMap(({ faults }) => faults).join('\n')).toContain('GHOST')
})
