import type { GuardView, WarRoomView } from '../../../../contracts/views.ts'
import { spanOf } from '../../../../domain/words/times.ts'
import { accountName } from '../../../texts/account-name.ts'
import { html, lines, type Html } from '../../../texts/html.ts'
import { capital } from '../../../texts/parts.ts'
import { guardEnds, guardName } from '../../../texts/words.ts'
import { withView } from '../parts/ask.ts'
import { leadsTo, reading, type Page } from '../parts/reading.ts'
import { linkOf } from '../parts/words.ts'

export const guards = reading({
  name: 'guards',
  does: 'What holds fire or makes shots smaller, and until when',
  group: 'desk',
  show: call => withView(call, view => guardsPage('Guards', view, view.fire.guards)),
})

export const locks = reading({
  name: 'locks',
  aliases: ['lock'],
  does: 'Only the guards that block every new shot, and until when',
  group: 'desk',
  show: call =>
    withView(call, view =>
      guardsPage(
        'Locks',
        view,
        view.fire.guards.filter(({ blocks }) => blocks),
      ),
    ),
})

function guardsPage(title: string, view: WarRoomView, standing: readonly GuardView[]): Page {
  const { selector, paused } = view.fire
  return {
    html: lines(
      html`<b>${title}</b>: ${howMany(view, standing)}`,
      view.links.length === 0
        ? 'No terminal is linked, so nobody knows which guards of its account stand. /link says what to do.'
        : null,
      selector === 'SAFE' ? 'The selector is on SAFE: nothing is fired until it is turned.' : null,
      paused && standing.every(({ guard }) => guard !== 'PAUSED')
        ? 'PAUSED: no new trade until /resume, or bitten resume.'
        : null,
      ...standing.flatMap(guard => guardLines(view, guard)),
      'Closing, and moving a stop nearer, are always allowed.',
    ),
    buttons: [[leadsTo('Status', '/status'), leadsTo('Risk', '/risk'), leadsTo('News', '/news')]],
  }
}

function howMany({ links }: WarRoomView, standing: readonly GuardView[]): string {
  if (links.length === 0) return 'not known'
  return standing.length === 0 ? 'none stands' : String(standing.length)
}

function guardLines(
  view: WarRoomView,
  { guard, terminal, text, leftMs, blocks }: GuardView,
): (Html | string | null)[] {
  const link = linkOf(view, terminal)
  const until = leftMs === null ? (guardEnds[guard] ?? 'its end is not known') : `${spanOf(leftMs)} left`
  return [
    html`\n<b>${guardName(guard)}</b> · ${blocks ? 'holds every new shot' : 'warns or makes smaller'}`,
    view.links.length > 1 && link !== null ? accountName(link) : null,
    text,
    capital(`${until}.`),
  ]
}
