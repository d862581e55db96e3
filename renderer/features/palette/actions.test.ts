import { describe, expect, it } from 'vitest'
import {
  busyRoom,
  consentRoom,
  heldRoom,
  lostRoom,
  quietRoom,
  twoTerminals,
  unlinkedRoom,
} from '../../../tests/e2e/support/rooms.ts'
import type { WarRoomView } from '../../../engine/contracts/views.ts'
import type { WindowCommand } from '../../../engine/contracts/window-bridge.ts'
import { pagesCopy } from '../../copy/pages.ts'
import { createPaletteStore } from '../../stores/palette-store.ts'
import type { ViewState } from '../../stores/view-store.ts'
import type { Action, Hands } from './action.ts'
import { actionsOf } from './actions.ts'
import { findActions } from './find-actions.ts'
import { keyText } from './key.ts'

const PAGES = (
  [
    'room',
    'debrief',
    'campaign',
    'cards',
    'squad',
    'log',
    'ghosts',
    'notebook',
    'telegram',
    'settings',
  ] as const
).map(id => ({ id, word: pagesCopy[id] }))
const withView = (view: WarRoomView | null, trouble: string | null = null): ViewState => ({
  view,
  trouble,
  silent: false,
})
const pausedRoom = { ...busyRoom, fire: { ...busyRoom.fire, paused: true } }
const ROOMS = {
  busyRoom,
  pausedRoom,
  consentRoom,
  heldRoom,
  lostRoom,
  quietRoom,
  twoTerminals,
  unlinkedRoom,
  none: null,
}

/** What an action reaches for, instead of a screen and an engine. */
function aDesk() {
  const sent: WindowCommand[] = []
  const reached: string[] = []
  const note = (what: string) => void reached.push(what)
  const hands: Hands = {
    desk: {
      giveOrder: command => (sent.push(command), Promise.resolve({ is: 'done', text: '' })),
      place: { go: page => note(page), pick: mission => note(mission) },
      firstSteps: { show: () => note('first steps') },
      palette: createPaletteStore(),
      simulation: {
        setSpeed: speed => note(`${speed}×`),
        pause: () => note('time stops'),
        play: () => note('time runs'),
      },
      setQuiet: quiet => Promise.resolve(note(quiet ? 'quiet' : 'not quiet')),
      showTerminal: terminal => Promise.resolve(note(terminal)),
      toasts: { raise: () => {} },
      bridge: { about: () => Promise.resolve({ is: 'failed', code: 'NONE', text: 'No program.' }) },
    },
    show: (control, page) => (note(`show ${control}${page === undefined ? '' : ` on ${page}`}`), true),
    open: (control, page) => note(`open ${control}${page === undefined ? '' : ` on ${page}`}`),
    rest: () => note('focus on nothing'),
  }
  return { hands, sent, reached }
}

const actionsIn = (state: ViewState, { hands } = aDesk()) => actionsOf(hands, { state, pages: PAGES })
const named = (actions: readonly Action[], id: string): Action => {
  const found = actions.find(action => action.id === id)
  if (found === undefined) throw new Error(`There is no ${id}.`)
  return found
}

describe.each(Object.entries(ROOMS))('the registry in %s', (_name, view) => {
  it('calls nothing by the same id twice, and no two things by the same key', () => {
    const actions = actionsIn(withView(view))
    const keys = actions.flatMap(action => (action.keys ?? []).map(key => keyText(key, false)))

    expect(new Set(actions.map(({ id }) => id)).size).toBe(actions.length)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.length).toBeGreaterThan(18)
  })

  it('has no letter that acts alone, but the one that has to be held', () => {
    const alone = actionsIn(withView(view)).flatMap(({ id, keys = [] }) =>
      keys
        .filter(key => key.with !== 'alt' && key.with !== 'ctrl')
        .map(key => `${id}: ${keyText(key, false)}`),
    )
    expect(alone).toEqual(['flatten: F, held', 'keys: ?', 'keys: F1'])
  })

  it('orders nothing of the desk but that it stops firing', () => {
    const desk = aDesk()
    for (const action of actionsIn(withView(view), desk)) action.run()

    expect(desk.sent).toEqual([{ kind: 'pause' }, { kind: 'setSelector', selector: 'SAFE' }])
  })

  it('says of both what becomes of an order that waits', () => {
    const anywhere = actionsIn(withView(view)).filter(({ isAnywhere }) => isAnywhere)

    for (const { meaning } of anywhere) expect(meaning).toContain('Orders that wait are taken back.')
  })

  it('takes over an open sheet only what orders that', () => {
    const anywhere = actionsIn(withView(view)).filter(({ isAnywhere }) => isAnywhere)

    expect(anywhere.map(({ id }) => id)).toEqual(['pause', 'selector SAFE'])
    expect(anywhere.map(({ whyNot }) => whyNot)).toEqual([null, null])
  })
})

describe('an action', () => {
  it.each([
    ['resume', 'show pause'],
    ['cancel', 'show cancel'],
    ['flatten', 'show flatten'],
    ['selector AUTO', 'show selector AUTO'],
    ['mission', 'show mission on room'],
    ['trades', 'show trades on room'],
    ['trade training-ground 700123', 'show trade training-ground 700123 on room'],
    ['costs', 'open costs on room'],
    ['connect', 'open connect'],
    ['look', 'open look'],
    ['go debrief', 'debrief'],
    ['first steps', 'first steps'],
    ['quiet on', 'quiet'],
    ['quiet off', 'not quiet'],
    ['pause', 'focus on nothing'],
    ['selector SAFE', 'focus on nothing'],
  ])('%s: %s', (id, reached) => {
    const desk = aDesk()
    named(actionsIn(withView(pausedRoom), desk), id).run()

    expect(desk.reached).toEqual([reached])
  })

  it('shows the mission that it names', () => {
    const desk = aDesk()
    const [, , second] = actionsIn(withView(busyRoom), desk).filter(({ group }) => group === 'missions')
    second?.run()

    expect(second?.words).toBe('Mission GBPUSD Short')
    expect(desk.reached).toEqual([busyRoom.missions[1]?.mission.id, 'show mission on room'])
  })

  it('says why it is not possible now', () => {
    const quiet = actionsIn(withView(quietRoom))
    expect(named(quiet, 'mission').whyNot).toBe('No mission waits for a decision.')
    expect(named(quiet, 'trades').whyNot).toBe('Nothing is open.')
    expect(named(quiet, 'resume').whyNot).toBe('Nothing is paused.')
    expect(named(quiet, 'selector SELECT').whyNot).toBe('It is on Select.')
    expect(named(actionsIn(withView(null, 'The engine has stopped.')), 'cancel').whyNot).toBe(
      'The engine has stopped.',
    )
  })

  it('of several accounts says whose it is', () => {
    const words = actionsIn(withView(twoTerminals)).map(({ words, meaning }) => `${words} ${meaning ?? ''}`)
    expect(words).toContainEqual(expect.stringMatching(/^Trade EURJPY Long .*Example Markets · 77c1/))
    expect(words).toContainEqual(expect.stringMatching(/^Show Example Markets · 77c1/))
  })
})

describe('the list', () => {
  const actions = actionsIn(withView(busyRoom))
  const titles = (typed: string, recent: readonly string[] = []) =>
    findActions(actions, recent, typed).map(({ title }) => title)
  const first = (typed: string, recent: readonly string[] = []) =>
    findActions(actions, recent, typed)[0]?.actions.map(({ id }) => id) ?? []

  it('begins with the recent ones, and has each of them once', () => {
    expect(titles('', ['go log'])[0]).toBe('Recent')
    const all = findActions(actions, ['go log', 'pause'], '').flatMap(section => section.actions)
    expect(all.slice(0, 2).map(({ id }) => id)).toEqual(['go log', 'pause'])
    expect(new Set(all).size).toBe(all.length)
    expect(all.length).toBe(actions.length - 1)
  })

  it('finds by pair, by page and by group, the best first', () => {
    expect(first('gbpjpy')).toEqual(['trade training-ground 700123'])
    expect(first('debr')[0]).toBe('go debrief')
    expect(first('emerg')).toEqual(['pause', 'resume', 'cancel', 'flatten'])
    expect(first('pause')[0]).toBe('pause')
    expect(first('selector select')[0]).toBe('selector SELECT')
    expect(first('select')[0]).toBe('selector SELECT')
  })

  it('has the recent ones before others that fit as well', () => {
    expect(first('go', ['go log'])[0]).toBe('go log')
  })

  it('has PAUSE and SAFE before others that fit as well, recent ones too', () => {
    expect(first('pause', ['time'])[0]).toBe('pause')
    expect(first('selector', ['selector AUTO'])[0]).toBe('selector SAFE')
  })

  it('is empty where nothing fits', () => {
    expect(findActions(actions, [], 'xyzzy')).toEqual([])
  })
})
