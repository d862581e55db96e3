/**
 * `npm run ea -- check|build|coverage [PROGRAM] [VARIANT]`: what the MQL5 compiler says, and the EA as a program of this machine;
 * `npm run ea -- protocol`: its Protocol.mqh out of the contracts.
 */
import path from 'node:path'
import { runTool } from './lib/plain-failure.mjs'
import { bundle } from './lib/programs.mjs'
import { ROOT } from './lib/project.mjs'
import { attach } from './lib/run.mjs'

await runTool(async () => {
  const source = process.argv[2] === 'protocol' ? 'protocol/protocol.cli.ts' : 'build/ea.cli.ts'
  const program = await bundle(path.join(ROOT, 'ea/host', source), 'ea/tool')
  return attach(process.execPath, [program, ...process.argv.slice(2)], { cwd: ROOT, env: process.env })
})
