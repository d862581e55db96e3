import path from 'node:path'
import { createInterface } from 'node:readline'
import { FromSimulator, type SimulatorStart, type ToSimulator } from '../../contracts/simulator.ts'
import { unreachable } from '../../contracts/primitives.ts'
import { nodeSpawner } from '../../host/simulator/node-spawner.ts'
import type { CliContext } from '../context.ts'
import { DONE, failed, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'
import { simulatorStart } from './simulator-start.ts'
import { readSteering } from './steering.ts'
import type { TerminalSimFlags } from './terminal-sim-command.ts'

/** It says goodbye and writes its state within this time, or is ended. */
const STOP_WITHIN_MS = 3_000

/** Runs the simulated terminal as a child until it is stopped, and says what it says. */
export async function simulateTerminal(
  flags: TerminalSimFlags,
  context: CliContext,
  out: Output,
): Promise<Outcome> {
  const folder = path.resolve(flags.dataFolder ?? context.environment.dataFolder)
  const read = simulatorStart(flags, folder)
  if (read.is === 'failed') return read
  return runChild(read.start, context, out)
}

function runChild(start: SimulatorStart, { paths, stop, stdin }: CliContext, out: Output): Promise<Outcome> {
  return new Promise(resolve => {
    let outcome: Outcome = failed('SIMULATOR_DOWN', 'The simulated terminal ended by itself. Start it again')
    let cap: NodeJS.Timeout | undefined
    const lines = createInterface({ input: stdin })
    const child = nodeSpawner.spawn(paths.terminalSim, {
      message: value => {
        const message = FromSimulator.parse(value)
        out.document(message)
        if (message.kind === 'failed') outcome = failed(message.code, message.text)
        else out.line(sentenceOf(message))
      },
      exited: () => {
        clearTimeout(cap)
        stop.removeEventListener('abort', end)
        lines.close()
        resolve(outcome)
      },
    })
    const send = (message: ToSimulator) => child.send(message)
    const end = () => {
      outcome = DONE
      cap = setTimeout(() => child.kill(), STOP_WITHIN_MS)
      send({ kind: 'stop' })
    }
    stop.addEventListener('abort', end)
    lines.on('line', line => {
      const steering = readSteering(line)
      if (steering.is === 'control') send({ kind: 'control', control: steering.control })
      if (steering.is === 'unknown') out.warn(steering.text)
      if (steering.is === 'quit') end()
    })
    out.line(`Connecting to ${start.endpoint} as ${start.uuid}. Ctrl-C ends it.`)
    send({ kind: 'start', start })
  })
}

function sentenceOf(message: Exclude<FromSimulator, { kind: 'failed' }>): string {
  switch (message.kind) {
    case 'linked':
      return `Linked, session ${message.session}.`
    case 'unlinked':
      return `Not linked: ${message.reason}`
    case 'ended':
      return message.text
    case 'stopped':
      return 'Stopped.'
    default:
      return unreachable(message)
  }
}
