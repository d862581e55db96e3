/**
 * The lab of the desk as a process of its own: one job, and then it waits for its end. It yields to everything else on the
 * computer, and whatever becomes of it, the desk does not notice.
 */
import os from 'node:os'
import { openParentChannel } from '../../adapters/parent-channel/index.ts'
import { LabOrder, type FromLabDesk, type RunKey } from '../../contracts/lab-desk.ts'
import type { FromLab } from '../../contracts/lab-port.ts'
import { BacktestReport } from '../../contracts/lab-report.ts'
import { WalkForwardReport } from '../../contracts/proving.ts'
import { withRemedy } from '../../domain/words/wrong-clock.ts'
import { StoreFault } from '../../ports/store-fault.ts'
import { runBacktest } from '../lab/backtest-job.ts'
import { runProving } from '../proving/proving-job.ts'
import { labFiles } from './lab-files.ts'
import { labJob } from './lab-job.ts'

// Threads take over what their process has when they begin. A system that forbids it runs the lab all the same.
try {
  os.setPriority(os.constants.priority.PRIORITY_LOW)
} catch {
  tell({
    kind: 'note',
    text: 'This system lets no program step back: the lab runs as fast as everything else.',
  })
}

const channel = openParentChannel<FromLabDesk>({
  message: value => void start(value),
  closed: () => process.exit(),
})
if (!channel) {
  process.stderr.write('This program is started by BITTEN. By hand: bitten backtest, bitten walkforward\n')
  process.exitCode = 1
}

function tell(message: FromLabDesk): void {
  channel?.tell(message)
}

async function start(value: unknown): Promise<void> {
  try {
    await run(LabOrder.parse(value))
  } catch (cause) {
    const text = cause instanceof Error ? cause.message : String(cause)
    if (cause instanceof StoreFault) return tell({ kind: 'failed', code: cause.code, text })
    tell({ kind: 'failed', code: 'LAB_DOWN', text: `The lab broke down: ${text}` })
  }
}

async function run(order: LabOrder): Promise<void> {
  const found = await labFiles(order, ({ name, done, of }) => tell({ kind: 'stage', name, done, of }))
  if (found.is === 'refused') return tell({ kind: 'failed', code: found.code, text: found.text })
  for (const text of found.notes) tell({ kind: 'note', text })
  const job = labJob(order, found)
  let end: FromLabDesk | null = null
  const post = (message: FromLab): void => {
    const told = said(message)
    if (told?.kind === 'done' || told?.kind === 'failed') end = told
    else if (told) tell(told)
  }
  await (job.job === 'backtest' ? runBacktest(job, order.worker, post) : runProving(job, order.worker, post))
  tell(end ?? { kind: 'failed', code: 'LAB_DOWN', text: 'The lab ended without an answer. Run it again' })
}

/** Null: only a replay tells it, and that is no job of the desk. */
function said(message: FromLab): FromLabDesk | null {
  switch (message.kind) {
    case 'stage':
      return { kind: 'stage', name: message.stage, done: message.done, of: message.of }
    case 'log':
      return { kind: 'note', text: message.text }
    case 'done':
      return { kind: 'done', run: keyOf(message.report) }
    case 'failed':
      return { ...message, text: withRemedy(message, 'window') }
    case 'progress':
      return null
  }
}

/** What lab.db keeps it by. */
function keyOf(report: unknown): RunKey {
  const backtest = BacktestReport.safeParse(report)
  if (backtest.success) return { trial: backtest.data.trials, seed: backtest.data.seed }
  const { trials, seed } = WalkForwardReport.parse(report)
  return { trial: trials.here, seed }
}
