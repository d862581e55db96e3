/** Composition root of the lab: one job, then it ends. */
import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import { LabJob, type FromLab } from '../contracts/lab-port.ts'
import { runBacktest } from './lab/backtest-job.ts'
import { runHonesty } from './lab/honesty-job.ts'
import { runReplay } from './lab/replay-job.ts'
import { serveCrew } from './proving/crew-member.ts'
import { runProving } from './proving/proving-job.ts'

const port = parentPort
if (!port) throw new Error('lab.worker runs as a worker thread')
const post = (message: FromLab): void => port.postMessage(message)

async function run(job: LabJob, port: MessagePort): Promise<void> {
  switch (job.job) {
    case 'replay':
      return runReplay(job, post)
    case 'backtest':
      return runBacktest(job, import.meta.filename, post)
    case 'walkforward':
    case 'train':
      return runProving(job, import.meta.filename, post)
    case 'honesty':
      return runHonesty(job, post)
    case 'crew':
      return serveCrew(port)
  }
}

await run(LabJob.parse(workerData), port)
