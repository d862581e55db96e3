/**
 * `npm run ea -- check|build [PROGRAM] [VARIANT]`: what the MQL5 compiler says, and the EA as a program of this machine;
 * `npm run ea -- coverage`: which lines of it no test runs; `npm run ea -- protocol`: its Protocol.mqh out of the contracts.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { PlainFailure, runTool } from './lib/plain-failure.mjs'
import { bundle } from './lib/programs.mjs'
import { OUT, programOf, ROOT } from './lib/project.mjs'
import { attach } from './lib/run.mjs'

const TESTS = ['tests/bridge', 'tests/chaos/bridge.int']

await runTool(async () => {
  if (process.argv[2] === 'coverage') await runTestsThatCount()
  const source = process.argv[2] === 'protocol' ? 'protocol/protocol.cli.ts' : 'build/ea.cli.ts'
  const program = await bundle(path.join(ROOT, 'ea/host', source), 'ea/tool')
  return attach(process.execPath, [program, ...process.argv.slice(2)], { cwd: ROOT, env: process.env })
})

/** Runs the Expert Advisor's tests on builds that count lines. */
async function runTestsThatCount() {
  const programs = path.join(OUT, 'ea/programs')
  for (const name of existsSync(programs) ? readdirSync(programs) : [])
    rmSync(path.join(programs, name, 'coverage'), { recursive: true, force: true })
  const env = { ...process.env, BITTEN_EA_VARIANT: 'coverage' }
  const args = [programOf('vitest'), 'run', '--project', 'integration', ...TESTS]
  const code = await attach(process.execPath, args, { cwd: ROOT, env })
  if (code !== 0) throw new PlainFailure('A test failed: its lines are not counted.')
}
