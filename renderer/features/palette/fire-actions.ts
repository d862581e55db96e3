import type { WindowCommand } from '../../../engine/contracts/window-bridge.ts'
import { fireControlCopy } from '../../copy/command-bar.ts'
import { commandCopy } from '../../copy/palette.ts'
import { roomCopy } from '../../copy/room.ts'
import { selectorWords } from '../../copy/words.ts'
import type { ViewState } from '../../stores/view-store.ts'
import type { ControlName } from '../../ui/control.ts'
import type { Action, Hands } from './action.ts'

const notYet = ({ view, trouble }: ViewState): string | null =>
  view === null ? (trouble ?? roomCopy.loading) : null

/**
 * The switches. Only PAUSE and SAFE act from here: they stop the firing, take back what waits at the broker, and leave every
 * trade as it is. They are never kept back, for what the window believes of the desk may be old. Everything else takes a person
 * to its own button, which asks as it always does.
 */
export const fireActions = (hands: Hands, state: ViewState): readonly Action[] => [
  ...emergency(hands, state),
  ...selector(hands, state),
]

/** Says that nothing has happened yet: in a hurry a key that only shows a button is easily taken for the button. */
const toButton =
  ({ desk, show }: Hands, name: ControlName, sentence: string) =>
  (): void => {
    if (show(name)) desk.toasts.raise('info', sentence)
  }

/** In a hurry Enter follows by itself, and the button that had the focus may resume what is paused by now, or close a trade. */
const order =
  ({ desk, rest }: Hands, command: WindowCommand) =>
  (): void => {
    rest()
    void desk.giveOrder(command)
  }

const emergency = (hands: Hands, state: ViewState): readonly Action[] => [
  {
    id: 'pause',
    group: 'emergency',
    words: fireControlCopy.pause,
    meaning: `${commandCopy.atOnce} ${fireControlCopy.pauseMeaning}`,
    keys: [{ with: 'alt', key: 'p' }],
    whyNot: null,
    isAnywhere: true,
    run: order(hands, { kind: 'pause' }),
  },
  {
    id: 'resume',
    group: 'emergency',
    words: fireControlCopy.resume,
    meaning: commandCopy.shows,
    keys: [{ with: 'alt', key: 'r' }],
    whyNot: notYet(state) ?? (state.view?.fire.paused === true ? null : commandCopy.notPaused),
    run: toButton(hands, 'pause', commandCopy.press(fireControlCopy.resume)),
  },
  {
    id: 'cancel',
    group: 'emergency',
    words: fireControlCopy.cancel,
    meaning: commandCopy.shows,
    keys: [{ with: 'alt', key: 'c' }],
    whyNot: notYet(state),
    run: toButton(hands, 'cancel', commandCopy.press(fireControlCopy.cancel)),
  },
  {
    id: 'flatten',
    group: 'emergency',
    words: fireControlCopy.flatten,
    meaning: commandCopy.showsHold,
    keys: [{ with: 'held', key: fireControlCopy.flattenKey }],
    whyNot: null,
    run: toButton(hands, 'flatten', commandCopy.hold(fireControlCopy.flatten)),
  },
]

const selector = (hands: Hands, state: ViewState): readonly Action[] => [
  {
    id: 'selector SAFE',
    group: 'selector',
    words: commandCopy.selector('SAFE'),
    meaning: `${commandCopy.atOnce} ${selectorWords.SAFE.meaning}`,
    keys: [{ with: 'alt', key: 's' }],
    whyNot: null,
    isAnywhere: true,
    run: order(hands, { kind: 'setSelector', selector: 'SAFE' }),
  },
  ...(
    [
      ['SELECT', 'e'],
      ['AUTO', 'a'],
    ] as const
  ).map(([position, key]): Action => ({
    id: `selector ${position}`,
    group: 'selector',
    words: commandCopy.selector(position),
    meaning: commandCopy.shows,
    keys: [{ with: 'alt', key }],
    whyNot: notYet(state) ?? (state.view?.fire.selector === position ? commandCopy.isThere(position) : null),
    run: toButton(hands, `selector ${position}`, commandCopy.press(commandCopy.selector(position))),
  })),
]
