import type { Ulid } from '../../../contracts/primitives.ts'
import type { WarRoomView } from '../../../contracts/views.ts'
import { html, lines, type Html } from '../../texts/html.ts'
import type { Call, Command } from '../command.ts'
import { cancelOutcome, isCancelOver } from '../outcome/cancel-outcome.ts'
import { follow } from '../outcome/follow.ts'
import { notDone } from '../outcome/words.ts'
import { withView } from '../reading/parts/ask.ts'
import { SIDE_WORDS } from '../reading/parts/words.ts'
import { accountLine } from './account-line.ts'
import { findMission } from './find-mission.ts'

/** The same as in the window. */
const REASONS = ['Against my read', 'Price has run away', 'Spread too wide', 'News ahead', 'Enough risk open']
const LONGEST = 200

/** Nothing is asked again: the worst that it costs is a trade that was not taken. */
export const reject: Command = {
  name: 'reject',
  aliases: ['decline'],
  does: 'Decline a mission, with a reason that is remembered',
  takes: '[ID or PAIR] [REASON]',
  group: 'trading',
  role: 'commander',
  run: call =>
    withView(call, view => {
      const found = findMission(view, '/reject', call.words[0])
      if (found.is === 'not') return found.reply
      const { mission } = found.it
      const title = html`${mission.pair} ${SIDE_WORDS[mission.side]}`
      const account = accountLine(view, mission.terminal)
      const reason = call.rest.slice(call.words[0]?.length ?? 0).trim()
      if (reason === '')
        return {
          html: lines(
            html`Why do you decline <b>${title}</b>? Press one, or type <code>/reject ${mission.pair} your reason</code>`,
            account,
          ),
          buttons: REASONS.map(each => [{ label: each, says: `/reject ${mission.id} ${each}` }]),
        }
      return decline(call, view, mission.id, reason.slice(0, LONGEST)).then(said => ({
        html: lines(said, html`${title} · ${account}`),
      }))
    }),
}

/** Of a mission whose order waits, the order is taken back: then the terminal has the last word. */
async function decline({ desk }: Call, view: WarRoomView, mission: Ulid, reason: string): Promise<Html> {
  const waiting = view.orders.find(order => order.mission === mission && order.waits !== null)
  const command = { kind: 'declineMission', mission, reason } as const
  const followed = await follow(desk, command, waiting ? isCancelOver(waiting) : () => true)
  const { answer } = followed
  if (answer.is !== 'done') return notDone('Not declined', answer)
  return waiting ? cancelOutcome(followed, waiting) : lines(html`✅ <b>DECLINED:</b> ${reason}`, answer.text)
}
