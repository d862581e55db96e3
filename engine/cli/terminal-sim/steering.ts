import { SimulationControl } from '../../contracts/commands.ts'

export type Steering =
  | Readonly<{ is: 'control'; control: SimulationControl }>
  | Readonly<{ is: 'quit' }>
  | Readonly<{ is: 'nothing' }>
  | Readonly<{ is: 'unknown'; text: string }>

export const STEERING_HELP = `While it runs, a line on standard input steers the market:
  speed 60 | speed max | pause | play | step 5 | seek 2014-05-07T12:30Z | quit`

/** What a line typed at a running simulator asks for. */
export function readSteering(line: string): Steering {
  const [word = '', value = '', ...rest] = line.trim().split(/\s+/)
  if (word === '') return { is: 'nothing' }
  if (word === 'quit') return { is: 'quit' }
  const control = SimulationControl.safeParse(asked(word, value))
  if (control.success && rest.length === 0) return { is: 'control', control: control.data }
  return { is: 'unknown', text: `“${line.trim()}” is not understood. ${STEERING_HELP}` }
}

function asked(word: string, value: string): unknown {
  switch (word) {
    case 'speed':
      return { kind: word, speed: value === 'max' ? 0 : numberOf(value) }
    case 'pause':
    case 'play':
      return value === '' ? { kind: word } : null
    case 'step':
      return { kind: word, ticks: value === '' ? 1 : numberOf(value) }
    case 'seek':
      return { kind: word, toMs: Date.parse(value) }
    default:
      return null
  }
}

const numberOf = (text: string): number => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN)
