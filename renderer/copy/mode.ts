import type { AccountKind } from '../../engine/contracts/primitives.ts'

type Mode = Readonly<{ name: string; meaning: string }>

/** What kind of money this room plays with. */
export const modeCopy: Readonly<Record<AccountKind | 'unlinked', Mode>> = {
  simulated: {
    name: 'Training ground',
    meaning: 'Simulated market, simulated money. No shot leaves this computer.',
  },
  demo: { name: 'Demo account', meaning: 'A broker’s practice account: real orders, play money.' },
  contest: { name: 'Live · Contest', meaning: 'A broker’s contest: real orders, contest money.' },
  live: { name: 'Live', meaning: 'Real money. Every shot is a real trade.' },
  unlinked: { name: 'No terminal', meaning: 'Nothing can be fired until a terminal is linked.' },
}

export const clockCopy = {
  market: 'Market time, UTC',
  simulated: 'Simulated time, UTC',
  none: 'No market time yet',
} as const

export const simulationCopy = {
  title: 'Speed of simulated time',
  speeds: [
    { speed: 1, text: '1×', name: 'Real time' },
    { speed: 10, text: '10×', name: '10 times' },
    { speed: 60, text: '60×', name: 'A minute a second' },
    { speed: 600, text: '600×', name: 'Ten minutes a second' },
    { speed: 0, text: 'Max', name: 'As fast as it goes' },
  ],
  pause: 'Pause time',
  play: 'Run time',
  paused: 'Time stands still',
} as const
