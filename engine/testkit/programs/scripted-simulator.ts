/**
 * A simulated terminal that simulates nothing: what it is told it says back as `ended`, for a test to read. `step` makes
 * it die; with seed 1 it fails at its start, with seed 2 it ignores `stop`.
 */
import { ToSimulator, type FromSimulator } from '../../contracts/simulator.ts'

const say = (message: FromSimulator | { kind: 'nonsense' }) => process.send?.(message)
/** Not inside of a message: Node 20 falls over its own pending messages then. */
const leave = () => void setImmediate(() => process.disconnect())
let seed = 0

process.on('message', raw => {
  const message = ToSimulator.parse(raw)
  switch (message.kind) {
    case 'start':
      seed = message.start.source.kind === 'generator' ? message.start.source.seed : 0
      if (seed === 1) say({ kind: 'failed', code: 'BAD_STATE', text: 'The state file is damaged.' })
      else say({ kind: 'ended', text: JSON.stringify(message.start) })
      return seed === 1 ? leave() : undefined
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
