import { clipboardCopy } from '../../copy/clipboard.ts'
import { linkCopy } from '../../copy/link.ts'
import { onboardingCopy } from '../../copy/onboarding.ts'
import { commandCopy } from '../../copy/palette.ts'
import { putOnClipboard } from '../../ui/clipboard.ts'
import type { Action, Hands, Pages, Situation } from './action.ts'
import { fireActions } from './fire-actions.ts'
import { PALETTE_KEY, pageKey } from './key.ts'
import { accountActions, missionActions, sheetActions, timeActions, tradeActions } from './room-actions.ts'
import type { ViewState } from '../../stores/view-store.ts'

/** Everything that can be asked for now, in the order of the palette: the one source of its list, of the keys and of their sheet. */
export const actionsOf = (hands: Hands, { state, pages }: Situation): readonly Action[] => [
  ...missionActions(hands, state),
  ...tradeActions(hands, state),
  ...fireActions(hands, state),
  ...pageActions(hands, pages),
  ...quietActions(hands),
  ...sheetActions(hands, state),
  ...accountActions(hands, state),
  ...timeActions(hands, state),
  ...helpActions(hands, state),
]

const pageActions = ({ desk }: Hands, pages: Pages): readonly Action[] =>
  pages.map(({ id, word }, index) => {
    const key = pageKey(index)
    return {
      id: `go ${id}`,
      group: 'goTo',
      words: commandCopy.go(word),
      keys: key === null ? [] : [key],
      whyNot: null,
      run: () => desk.place.go(id),
    }
  })

/** Two, not one that turns it over: whoever wants quiet may not know that it is quiet already. */
const quietActions = ({ desk }: Hands): readonly Action[] =>
  (['on', 'off'] as const).map(to => ({
    id: `quiet ${to}`,
    group: 'alerts',
    words: commandCopy.quiet[to].words,
    meaning: commandCopy.quiet[to].meaning,
    whyNot: null,
    run: () => void desk.setQuiet(to === 'on'),
  }))

const helpActions = ({ desk }: Hands, { view }: ViewState): readonly Action[] => [
  {
    id: 'palette',
    group: 'help',
    words: commandCopy.palette,
    keys: [PALETTE_KEY],
    whyNot: null,
    run: () => desk.palette.show('palette'),
  },
  {
    id: 'keys',
    group: 'help',
    words: commandCopy.keys,
    keys: [
      { with: 'nothing', key: '?' },
      { with: 'nothing', key: 'F1' },
    ],
    whyNot: null,
    run: () => desk.palette.show('keys'),
  },
  {
    id: 'first steps',
    group: 'help',
    words: onboardingCopy.again,
    meaning: onboardingCopy.againMeaning,
    whyNot: [null, 'simulated'].includes(view?.stake ?? null) ? null : onboardingCopy.notNow,
    run: () => desk.firstSteps.show(),
  },
  {
    id: 'facts',
    group: 'help',
    words: commandCopy.facts,
    meaning: commandCopy.factsMeaning,
    whyNot: null,
    run: () => void copyFacts(desk),
  },
]

async function copyFacts({ bridge, toasts }: Hands['desk']): Promise<void> {
  const about = await bridge.about()
  if ('is' in about) return toasts.raise('error', about.text)
  const facts = `BITTEN ${about.version}\n${linkCopy.program(about.runtime, about.dataFolder)}`
  if (await putOnClipboard(facts)) toasts.raise('info', clipboardCopy.copied)
  else toasts.raise('error', clipboardCopy.failed)
}
