import type { WarRoomView } from '../../../engine/contracts/views.ts'
import { connectCopy } from '../../copy/connect.ts'
import { costsCopy } from '../../copy/costs.ts'
import { lookCopy } from '../../copy/look.ts'
import { simulationCopy } from '../../copy/mode.ts'
import { commandCopy } from '../../copy/palette.ts'
import { positionsCopy } from '../../copy/positions.ts'
import { simulationOf } from '../../stores/simulation.ts'
import { terminalName } from '../../stores/terminals.ts'
import type { ViewState } from '../../stores/view-store.ts'
import type { Action, Hands } from './action.ts'

/** Said only where there are several. */
const whose = ({ links }: WarRoomView, terminal: string): string[] =>
  links.length < 2 ? [] : [terminalName(links, terminal)]

export function missionActions({ desk, show }: Hands, { view }: ViewState): readonly Action[] {
  const pending = (view?.missions ?? []).filter(({ state }) => state === 'pending')
  return [
    {
      id: 'mission',
      group: 'missions',
      words: commandCopy.toMission,
      meaning: commandCopy.missionMeaning,
      keys: [{ with: 'alt', key: 'm' }],
      whyNot: pending.length === 0 ? commandCopy.notPending : null,
      run: () => void show('mission', 'room'),
    },
    ...pending.map((each): Action => ({
      id: `mission ${each.mission.id}`,
      group: 'missions',
      words: commandCopy.mission(each),
      meaning: [
        commandCopy.missionMeaning,
        ...(view === null ? [] : whose(view, each.mission.terminal)),
      ].join(' '),
      whyNot: null,
      run() {
        desk.place.pick(each.mission.id)
        show('mission', 'room')
      },
    })),
  ]
}

export function tradeActions({ show }: Hands, { view }: ViewState): readonly Action[] {
  const positions = view?.positions ?? []
  return [
    {
      id: 'trades',
      group: 'trades',
      words: commandCopy.toTrades,
      keys: [{ with: 'alt', key: 't' }],
      whyNot: positions.length === 0 ? positionsCopy.empty : null,
      run: () => void show('trades', 'room'),
    },
    ...positions.map((each): Action => ({
      id: `trade ${each.terminal} ${each.position}`,
      group: 'trades',
      words: commandCopy.trade(each),
      meaning: [
        ...(each.external ? [positionsCopy.external] : []),
        ...(view === null ? [] : whose(view, each.terminal)),
      ].join(', '),
      whyNot: null,
      run: () => void show(`trade ${each.terminal} ${each.position}`, 'room'),
    })),
  ]
}

export const sheetActions = ({ open, show }: Hands, { view }: ViewState): readonly Action[] => [
  {
    id: 'costs',
    group: 'sheets',
    words: costsCopy.title,
    keys: [{ with: 'alt', key: 'o' }],
    whyNot: view === null ? costsCopy.unlinked : null,
    run: () => open('costs', 'room'),
  },
  {
    id: 'connect',
    group: 'sheets',
    words: connectCopy.title,
    keys: [{ with: 'alt', key: 'l' }],
    whyNot: null,
    run: () => open('connect'),
  },
  {
    id: 'look',
    group: 'sheets',
    words: lookCopy.name,
    keys: [{ with: 'alt', key: 'd' }],
    whyNot: null,
    run: () => open('look'),
  },
  ...(view?.fire.consents ?? []).map(({ terminal }): Action => ({
    id: `consent ${terminal}`,
    group: 'sheets',
    words: commandCopy.consent,
    meaning: [commandCopy.shows, ...(view === null ? [] : whose(view, terminal))].join(' '),
    whyNot: null,
    run: () => void show(`consent ${terminal}`),
  })),
]

/** Only where there is a choice. */
export function accountActions({ desk }: Hands, { view }: ViewState): readonly Action[] {
  if (view === null || view.links.length < 2) return []
  return view.links.map(({ terminal, state }) => ({
    id: `account ${terminal}`,
    group: 'accounts',
    words: commandCopy.account(terminalName(view.links, terminal)),
    whyNot: state === 'down' ? commandCopy.accountDown : terminal === view.shown ? commandCopy.isShown : null,
    run: () => void desk.showTerminal(terminal),
  }))
}

/** Only on the training ground. */
export function timeActions({ desk: { simulation } }: Hands, { view }: ViewState): readonly Action[] {
  const now = simulationOf(view)
  if (now === null) return []
  return [
    {
      id: 'time',
      group: 'time',
      words: now.paused ? simulationCopy.play : simulationCopy.pause,
      whyNot: null,
      run: now.paused ? simulation.play : simulation.pause,
    },
    ...simulationCopy.speeds.map(({ speed, text, name }): Action => ({
      id: `time ${speed}`,
      group: 'time',
      words: commandCopy.timeTo(text),
      meaning: name,
      whyNot: null,
      run: () => simulation.setSpeed(speed),
    })),
  ]
}
