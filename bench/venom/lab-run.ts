import { spawn } from 'node:child_process'
import path from 'node:path'
import { WalkForwardReport } from '../../engine/contracts/proving.ts'
import { program, temporaryFolder } from '../lib/built-app.ts'

/** Runs before the program in its main thread: says at its end how much memory it had at the most, KiB. */
const TELL_PEAK = `data:text/javascript,${encodeURIComponent(`
  import { isMainThread } from 'node:worker_threads'
  if (isMainThread) process.on('exit', () => process.stderr.write('\\npeak ' + process.resourceUsage().maxRSS))
`)}`

export type LabRun = Readonly<{ seconds: number; peakMb: number; document: unknown }>

/** A command of `bitten` over these files in a process of its own on two cores; `document` is its answer. */
export function labRun(command: string, files: readonly string[], ...more: string[]): Promise<LabRun> {
  const options = ['--data', ...files, '--threads', '2', '--json', ...more]
  return new Promise((resolve, reject) => {
    const started = performance.now()
    const child = spawn(
      process.execPath,
      ['--import', TELL_PEAK, program('bitten.js'), command, ...options],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    )
    let said = ''
    let complained = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complained += text))
    child.on('error', reject)
    child.on('close', code => {
      const peak = /\npeak (\d+)$/.exec(complained)?.[1]
      if (code !== 0 || peak === undefined)
        return reject(new Error(`${command} failed: ${said}${complained}`))
      const seconds = (performance.now() - started) / 1_000
      resolve({ seconds, peakMb: Number(peak) / 1_024, document: JSON.parse(said) })
    })
  })
}

/** From reading the files to the page, with nothing kept from before. */
export async function walkForwardOnce(
  files: readonly string[],
  ...windows: string[]
): Promise<LabRun & Readonly<{ report: WalkForwardReport }>> {
  const folder = temporaryFolder()
  const page = path.join(folder, 'report.html')
  const run = await labRun(
    'walkforward',
    files,
    '--fresh',
    '--data-folder',
    folder,
    '--out',
    page,
    ...windows,
  )
  return { ...run, report: WalkForwardReport.parse(run.document) }
}
