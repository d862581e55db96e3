import { Worker } from 'node:worker_threads'
import type { FromLab, LabJob } from '../contracts/lab-port.ts'
import { unreachable } from '../contracts/primitives.ts'
import { withRemedy } from '../domain/words/wrong-clock.ts'
import type { CliContext } from './context.ts'
import { failed, STOPPED, type Failure } from './outcome.ts'

/** What is heard of a job on its way. A replay tells its ticks, the others the parts of a stage that are done. */
export type LabEars = Readonly<{
  log: (text: string) => void
  progress?: (ticks: number, marketMs: number) => void
  stage?: (stage: string, done: number, of: number) => void
}>

/** Where the lab is, and what stops it. */
type LabContext = Pick<CliContext, 'stop'> & Readonly<{ paths: Pick<CliContext['paths'], 'labWorker'> }>

type LabEnded<Report> = Readonly<{ is: 'done'; report: Report; elapsedMs: number }> | Failure

/** Runs one job in a worker of its own, to its end or until it is stopped. `Report` is the one of that kind of job. */
export function runLab<Report>(
  job: LabJob,
  { paths, stop }: LabContext,
  ears: LabEars,
): Promise<LabEnded<Report>> {
  return new Promise(resolve => {
    let ended: LabEnded<Report> = failed('LAB_DOWN', 'The lab ended without an answer. Run it again')
    const worker = new Worker(paths.labWorker, {
      workerData: job,
      // As the lab's own workers: garbage of 48 MB makes nothing faster.
      resourceLimits: { maxYoungGenerationSizeMb: 6 },
    })
    const end = () => void worker.terminate()
    stop.addEventListener('abort', end)
    worker.on('message', (message: FromLab) => {
      switch (message.kind) {
        case 'progress':
          return ears.progress?.(message.ticks, message.marketMs)
        case 'stage':
          return ears.stage?.(message.stage, message.done, message.of)
        case 'log':
          return ears.log(message.text)
        case 'done':
          // Made by our own worker, of one build with us.
          ended = { is: 'done', report: message.report as Report, elapsedMs: message.elapsedMs }
          return
        case 'failed':
          ended = failed(message.code, withRemedy(message, 'commandLine'))
          return
        default:
          return unreachable(message)
      }
    })
    worker.on('error', error => {
      ended = failed('LAB_DOWN', `The lab broke down: ${error.message}`)
    })
    worker.on('exit', () => {
      stop.removeEventListener('abort', end)
      resolve(stop.aborted ? STOPPED : ended)
    })
  })
}
