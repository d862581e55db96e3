/** Everything that judges the sources without running the app, side by side. */
import { programOf, ROOT } from './project.mjs'
import { collect } from './run.mjs'

const checks = () => [
  {
    name: 'format',
    args: [
      programOf('prettier'),
      '--check',
      '--cache',
      '--cache-location=.cache/prettier',
      '--log-level=warn',
      '.',
    ],
  },
  { name: 'lint', args: [programOf('oxlint')] },
  { name: 'types', args: [programOf('typescript', 'tsc'), '--build'] },
  { name: 'unit tests', args: [programOf('vitest'), 'run', '--project', 'unit'] },
  { name: 'unused code', args: [programOf('knip')] },
]

/**
 * Runs all checks; each is reported as it ends, with its output when it failed.
 * @param {NodeJS.ProcessEnv} env
 * @param {(line: string) => void} log
 * @returns {Promise<boolean>} whether all passed
 */
export async function runChecks(env, log) {
  const passed = await Promise.all(checks().map(check => runCheck(check, env, log)))
  return passed.every(Boolean)
}

/**
 * @param {{ name: string, args: readonly string[] }} check
 * @param {NodeJS.ProcessEnv} env
 * @param {(line: string) => void} log
 */
async function runCheck({ name, args }, env, log) {
  const startedMs = performance.now()
  const { code, stdout, stderr } = await collect(process.execPath, args, { cwd: ROOT, env })
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1)
  log(`${code === 0 ? 'ok    ' : 'FAILED'}  ${name}  (${seconds} s)`)
  if (code !== 0) log(`${stdout}${stderr}`)
  return code === 0
}
