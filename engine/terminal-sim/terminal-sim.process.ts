/** The simulated terminal as a process of its own: started, steered and stopped over the channel to its parent. */
import { openParentChannel } from '../adapters/parent-channel/index.ts'
import { ToSimulator, type FromSimulator, type SimulatorStart } from '../contracts/simulator.ts'
import { runSimulator, type RunningSimulator } from './index.ts'

let simulator: RunningSimulator | null = null
let isStopping = false

const channel = openParentChannel<FromSimulator>({
  message: value => {
    const message = ToSimulator.safeParse(value)
    if (!message.success)
      return fail(
        'MESSAGE',
        `The simulator was told something that it does not know: ${message.error.issues[0]?.message}.`,
      )
    switch (message.data.kind) {
      case 'start':
        return void start(message.data.start)
      case 'control':
        return simulator?.control(message.data.control)
      case 'fault':
        return simulator?.fault(message.data.fault)
      case 'stop':
        return void stop()
    }
  },
  closed: () => void stop(),
})
if (!channel) {
  process.stderr.write(
    'This program is started by BITTEN. To run a simulated terminal by hand: bitten terminal-sim\n',
  )
  process.exitCode = 1
}

async function start(wish: SimulatorStart): Promise<void> {
  const started = await runSimulator(wish, { tell })
  if (started.is === 'refused') return fail(started.code, started.text)
  simulator = started
  if (isStopping) await stop()
}

function tell(message: FromSimulator): void {
  if (message.kind === 'failed') fail(message.code, message.text)
  else channel?.tell(message)
}

async function stop(): Promise<void> {
  isStopping = true
  const running = simulator
  simulator = null
  await running?.stop()
  channel?.tell({ kind: 'stopped' })
  channel?.close()
}

function fail(code: string, text: string): void {
  channel?.tell({ kind: 'failed', code, text })
  process.exitCode = 1
  channel?.close()
}
