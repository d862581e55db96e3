import { spawn } from 'node:child_process'
import path from 'node:path'
import { WalkForwardReport } from '../../engine/contracts/proving.ts'
import { program, temporaryFolder } from '../lib/built-app.ts'

/** Runs before the program in its main thread: says at its end how much memory it had at the most, KiB. */
const TELL_PEAK = `data:text/javascript,${encodeURIComponent(`
  import { isMainThread } from 'node:worker_threads'
  if (isMainThread) process.on('exit', () => process.stderr.write('\\npeak ' + process.resourceUsage().maxRSS))
`)}`

export type LabRun = Readonly<{ seconds: number; peakMb: number; report: WalkForwardReport }>

/** `bitten walkforward` in a process of its own on two cores, from reading the files to its page, with nothing kept from before. */
export function walkForwardOnce(files: readonly string[], ...windows: string[]): Promise<LabRun> {
  const folder = temporaryFolder()
  const page = path.join(folder, 'report.html')
  const options = ['--threads', '2', '--fresh', '--data-folder', folder, '--out', page, '--json', ...windows]
  const command = ['--import', TELL_PEAK, program('bitten.js'), 'walkforward', '--data', ...files, ...options]
  return new Promise((resolve, reject) => {
    const started = performance.now()
    const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    let complained = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complained += text))
    child.on('error', reject)
    child.on('close', code => {
      const peak = /\npeak (\d+)$/.exec(complained)?.[1]
      if (code !== 0 || peak === undefined)
        return reject(new Error(`the walk-forward failed: ${said}${complained}`))
      resolve({
        seconds: (performance.now() - started) / 1_000,
        peakMb: Number(peak) / 1_024,
        report: WalkForwardReport.parse(JSON.parse(said)),
      })
    })
  })
}
