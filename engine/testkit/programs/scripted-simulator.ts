/**
 * A simulated terminal that simulates nothing: what it is told it says back as `ended`, for a test to read. `step` makes
 * it die; with seed 1 it fails at its start, with seed 2 it ignores `stop`, with seed 3 it works at its third start only,
 * when there is room for its account.
 */
import { appendFileSync, readFileSync } from 'node:fs'
import { ToSimulator, type FromSimulator, type SimulatorStart } from '../../contracts/simulator.ts'

const say = (message: FromSimulator | { kind: 'nonsense' }) => process.send?.(message)
/** Not inside of a message: Node 20 falls over its own pending messages then. */
const leave = () => void setImmediate(() => process.disconnect())
let seed = 0

process.on('message', raw => {
  const message = ToSimulator.parse(raw)
  switch (message.kind) {
    case 'start':
      return start(message.start)
    case 'control':
      if (message.control.kind === 'step') process.exit(3)
      say({ kind: 'nonsense' })
      return say({ kind: 'ended', text: message.control.kind })
    case 'fault':
      return
    case 'stop':
      if (seed === 2) return
      say({ kind: 'stopped' })
      return leave()
  }
})

function start(wish: SimulatorStart): void {
  seed = wish.source.kind === 'generator' ? wish.source.seed : 0
  if (seed === 1) return refuse('BAD_STATE', 'The state file is damaged.')
  if (seed !== 3) return void say({ kind: 'ended', text: JSON.stringify(wish) })
  const starts = wish.stateFile ?? ''
  appendFileSync(starts, '.')
  if (readFileSync(starts).length < 3) return refuse('DISK_FULL', 'There is no room.')
  say({ kind: 'linked', session: 'of-the-third-start' })
}

function refuse(code: string, text: string): void {
  say({ kind: 'failed', code, text })
  leave()
}
