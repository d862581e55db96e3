import type { GuardView, WarRoomView } from '../../../contracts/views.ts'
import type { GuardName } from '../../../contracts/vocabulary.ts'
import { guardWords } from '../../../domain/words/guard-words.ts'
import { spanOf } from '../../../domain/words/times.ts'
import type { Reply } from '../../reply.ts'
import { html, lines, type Html } from '../../texts/html.ts'
import { guardEnds } from '../../texts/words.ts'
import type { Call, Command } from '../command.ts'
import { withView } from '../reading/parts/ask.ts'
import { accountAt } from './account-line.ts'
import { tell } from './tell.ts'

/** Keeping new trades back is done at once; letting them through again is asked for. */
export const HALT_COMMANDS: readonly Command[] = [
  {
    name: 'pause',
    aliases: ['stopentry'],
    does: 'No new trades on any account, at once, until /resume',
    group: 'trading',
    role: 'commander',
    run: ({ desk }) => tell(desk, { kind: 'pause' }, 'PAUSED', 'Not paused'),
  },
  {
    name: 'resume',
    does: 'Let new trades through again: asks first',
    group: 'trading',
    role: 'commander',
    run: call => withView(call, view => resume(call, view)),
  },
  {
    name: 'unlock',
    does: 'End what a person may end; says of the rest until when it holds',
    group: 'trading',
    role: 'commander',
    run: call => withView(call, view => unlock(call, view)),
  },
]

/** What `resume` is for; a terminal that holds by its own limits goes on holding. */
const ENDED_BY_HAND: ReadonlySet<GuardName> = new Set(['PAUSED', 'HALTED'])

function resume(call: Call, view: WarRoomView): Reply {
  const rest = view.fire.guards.filter(({ guard }) => guard !== 'PAUSED')
  return call.hands.ask({
    chat: call.chat.chat,
    figures: lines(
      html`<b>RESUME</b> new trades on every account`,
      view.fire.paused
        ? `The selector is on ${view.fire.selector}.`
        : 'They are not paused here; the terminals are told all the same.',
      view.fire.selector === 'AUTO' ? html`<b>AUTO fires again by itself from then on.</b>` : null,
      rest.length > 0 ? 'What stands besides:' : null,
      ...rest.map(guard => guardLine(view, guard)),
    ),
    label: 'RESUME new trades',
    carryOut: () => tell(call.desk, { kind: 'resume' }, 'RESUMED', 'Not resumed'),
  })
}

/** Nobody is let out of a tilt or a daily stop early: that is what they are for. */
function unlock(call: Call, view: WarRoomView): Reply {
  const { guards, paused, selector } = view.fire
  if (paused || guards.some(({ guard }) => ENDED_BY_HAND.has(guard))) return resume(call, view)
  if (guards.length > 0)
    return {
      html: lines(
        html`<b>Nothing here is ended by hand.</b> Guards end by themselves:`,
        ...guards.map(guard => guardLine(view, guard)),
        'That they cannot be talked away is what protects the account.',
      ),
    }
  const safe = selector === 'SAFE' ? ' The selector is on SAFE: /select lets missions be fired.' : ''
  return { html: lines(`Nothing is locked.${safe}`) }
}

function guardLine(view: WarRoomView, { guard, terminal, text, leftMs, blocks }: GuardView): Html {
  const account = view.links.length > 1 ? ` (${accountAt(view)(terminal)})` : ''
  const until = leftMs === null ? (guardEnds[guard] ?? 'until its cause is gone') : `${spanOf(leftMs)} left`
  return html`• <b>${guardWords[guard]}</b>${account}: ${text} ${blocks ? '' : '(warns only) '}— ${until}`
}
