/** `npm run fuzz:ea -- [--seconds N] [--seed S]`: bundles tests/bridge/ea.fuzz.ts, and runs it. */
import path from 'node:path'
import { runTool } from './lib/plain-failure.mjs'
import { bundle } from './lib/programs.mjs'
import { ROOT } from './lib/project.mjs'
import { attach } from './lib/run.mjs'

await runTool(async () => {
  const program = await bundle(path.join(ROOT, 'tests/bridge/ea.fuzz.ts'), 'fuzz')
  return attach(process.execPath, [program, ...process.argv.slice(2)], { cwd: ROOT, env: process.env })
})
