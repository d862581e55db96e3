import type { WarRoomView } from '../../../contracts/views.ts'
import type { Reply } from '../../reply.ts'
import { html, lines } from '../../texts/html.ts'
import type { Call, Command } from '../command.ts'
import { withView } from '../reading/parts/ask.ts'
import { accountLine } from './account-line.ts'
import { refusalOf } from './judge.ts'
import { tell } from './tell.ts'

/** SAFE fires nothing, SELECT what a person confirms, AUTO by itself: tightening is done at once, loosening is asked for. */
export const SELECTOR_COMMANDS: readonly Command[] = [
  {
    name: 'safe',
    does: 'Nothing is fired any more, and orders that wait are taken back: at once',
    group: 'trading',
    role: 'commander',
    run: call => turn(call, 'SAFE'),
  },
  {
    name: 'select',
    does: 'Each shot is confirmed by a person: asks, unless AUTO is on',
    group: 'trading',
    role: 'commander',
    run: call => withView(call, view => select(call, view)),
  },
  {
    name: 'auto',
    does: 'Fire by itself within its bounds: shows them, then asks',
    group: 'trading',
    role: 'commander',
    run: call => withView(call, view => auto(call, view)),
  },
]

const NOT_TURNED = 'The selector was not turned'

type Selector = WarRoomView['fire']['selector']

const turn = ({ desk }: Call, selector: Selector): Promise<Reply> =>
  tell(desk, { kind: 'setSelector', selector }, selector, NOT_TURNED)

function select(call: Call, view: WarRoomView): Reply | Promise<Reply> {
  const { selector, paused } = view.fire
  if (selector === 'AUTO') return turn(call, 'SELECT')
  if (selector === 'SELECT')
    return { html: lines('The selector is on SELECT already: each shot is confirmed.') }
  return call.hands.ask({
    chat: call.chat.chat,
    figures: lines(
      html`<b>SAFE → SELECT</b>, on every account`,
      'From then on missions can be fired, each after a confirmation.',
      paused ? 'New trades stay paused: /resume ends that.' : null,
    ),
    label: 'SELECT',
    carryOut: () => turn(call, 'SELECT'),
  })
}

async function auto(call: Call, view: WarRoomView): Promise<Reply> {
  const { selector, auto: bounds, consents, paused, openTrades } = view.fire
  if (selector === 'AUTO') return { html: lines('The selector is on AUTO already.', bounds.why) }
  const refusal = await refusalOf(call.desk, { kind: 'setSelector', selector: 'AUTO' }, NOT_TURNED)
  if (refusal !== null) return { html: lines(refusal, `The selector is on ${selector}.`) }
  const { shotsToday, shotsLimit, slots, minQuality, minShield, riskPct } = bounds
  return call.hands.ask({
    chat: call.chat.chat,
    figures: lines(
      html`<b>${selector} → AUTO</b>: BITTEN fires by itself, without asking`,
      view.shown === null ? 'No terminal is linked.' : accountLine(view, view.shown),
      view.links.length > 1
        ? html`<b>On every linked account</b>; the bounds of the shown one:`
        : 'Within these bounds:',
      `• quality ${minQuality} or better, shield ${minShield} or more`,
      `• ${riskPct} % of the balance a shot`,
      `• at most ${slots} open at once (${openTrades} now), at most ${shotsLimit} shots a day (${shotsToday} today)`,
      paused ? 'New trades stay paused: /resume ends that.' : null,
      consents.length > 0
        ? 'Accounts with real money are left out until it is consented to, in the window.'
        : null,
    ),
    label: 'AUTO: fire by itself',
    carryOut: () => turn(call, 'AUTO'),
  })
}
