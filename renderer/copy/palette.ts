import type { MissionView } from '../../engine/contracts/views.ts'
import type { PositionView } from '../../engine/contracts/open-trade-views.ts'
import type { Selector } from '../../engine/contracts/vocabulary.ts'
import { selectorWords, sideWords } from './words.ts'

export const groupWords = {
  goTo: 'Go to',
  missions: 'Missions',
  trades: 'Open trades',
  emergency: 'Emergency',
  selector: 'Selector',
  alerts: 'Alerts',
  sheets: 'Sheets',
  accounts: 'Accounts',
  time: 'Simulated time',
  help: 'Help',
} as const

export const paletteCopy = {
  title: 'Commands',
  close: 'Close',
  open: (key: string) => `Commands, ${key}`,
  field: 'Command',
  placeholder: 'A page, a pair, a switch',
  list: 'Commands',
  found: 'Found',
  recent: 'Recent',
  count: (count: number) => (count === 1 ? '1 command' : `${count} commands`),
  none: 'No command is called that. Enter does nothing.',
  foot: 'Arrows choose, Enter takes, Escape closes. What fires, loosens or flattens is only shown: its own button asks as ever.',
} as const

/** What each command is called, and what becomes of it. */
export const commandCopy = {
  go: (page: string) => `Go to ${page}`,
  toMission: 'To the mission',
  mission: ({ mission }: MissionView) => `Mission ${mission.pair} ${sideWords[mission.side]}`,
  missionMeaning: 'Its briefing. Nothing is fired.',
  notPending: 'No mission waits for a decision.',
  toTrades: 'To the open trades',
  trade: ({ pair, symbol, side, lots }: PositionView) => `Trade ${pair ?? symbol} ${sideWords[side]} ${lots}`,
  selector: (position: Selector) => `Selector to ${selectorWords[position].text}`,
  isThere: (position: Selector) => `It is on ${selectorWords[position].text}.`,
  atOnce: 'At once.',
  shows: 'Shows you its button.',
  showsHold: 'Shows you its button, to be held.',
  press: (words: string) => `${words}: nothing is done yet. Its button has the focus, Enter presses it.`,
  hold: (words: string) =>
    `${words}: nothing is done yet. Its button has the focus, hold Enter for 0.9 seconds.`,
  notPaused: 'Nothing is paused.',
  quiet: {
    on: {
      words: 'Quiet on',
      meaning: 'At once. No sound and no voice at this computer. Notifications stay.',
      done: 'Quiet: no sound and no voice. Notifications stay.',
    },
    off: {
      words: 'Quiet off',
      meaning: 'At once. Sounds and voice are as they are set.',
      done: 'Quiet is off: sounds and voice are as they are set.',
    },
  },
  consent: 'To the consent for real money',
  account: (name: string) => `Show ${name}`,
  accountDown: 'Its link is down.',
  isShown: 'It is shown.',
  timeTo: (speed: string) => `Time at ${speed}`,
  noTime: 'Only the training ground has a time of its own.',
  facts: 'Copy what this program is',
  factsMeaning: 'Version, system and data folder, for a report.',
  palette: 'Commands',
  keys: 'All keys',
  gone: 'That is not on the screen now.',
} as const

export const keyWords = {
  ctrl: { mac: '⌘', other: 'Ctrl' },
  alt: { mac: '⌥', other: 'Alt' },
  held: (letter: string) => `${letter}, held`,
} as const

export const keysCopy = {
  title: 'Keys',
  close: 'Close',
  rest: 'Everything else is among the commands. While you write in a field, Pause and Safe alone have their keys, and on a Mac not even they.',
  held: 'For 0.9 seconds, over a sheet too.',
  onControls: 'On what has the focus',
  controls: [
    { words: 'Fire, wait at a price, flatten', key: 'Space or Enter, held' },
    { words: 'Press a button', key: 'Space or Enter' },
    { words: 'Along the selector, without turning it', key: 'Arrows' },
    { words: 'Let go, take back, close', key: 'Escape' },
    { words: 'Next and last', key: 'Tab, Shift Tab' },
  ],
} as const
