import type { CalendarView, WarRoomView } from '../../../../contracts/views.ts'
import { clockOf, dateOf, minuteOf } from '../../../../domain/words/times.ts'
import { html, lines, oneLine, type Html } from '../../../texts/html.ts'
import { withView } from '../parts/ask.ts'
import { leadsTo, reading, type Page } from '../parts/reading.ts'

const LONGEST_NAME = 80

export const news = reading({
  name: 'news',
  aliases: ['calendar'],
  does: 'The announcements that come next, and where they are known from',
  group: 'market',
  show: call => withView(call, newsPage),
})

function newsPage({ calendar, fire, links, marketMs }: WarRoomView): Page {
  const standing = fire.guards
    .filter(({ guard }) => guard === 'NEWS_LOCK')
    .map(({ text }) => html`<b>News lock</b>: ${text}`)
  return {
    html: lines(
      html`<b>News</b>${marketMs === null ? '' : ` · now ${minuteOf(marketMs)} UTC`}`,
      ...standing,
      ...(calendar === null ? [noCalendar(links.length > 0)] : calendarLines(calendar)),
    ),
    buttons: [[leadsTo('Guards', '/guards'), leadsTo('Regime', '/regime')]],
  }
}

const noCalendar = (isLinked: boolean): string =>
  isLinked
    ? 'Neither the terminal nor a file tells the announcements of now, so news cannot be ruled out. On real money nothing is fired then; a calendar file may be dropped into the data folder.'
    : 'No terminal is linked, so there is no market time to look up. /link says what to do.'

function calendarLines({ source, toMs, coming }: CalendarView): (Html | string)[] {
  const known = `Known from ${source === 'terminal' ? 'the terminal' : source === 'file' ? 'a file' : 'the terminal and a file'} until ${minuteOf(toMs)} UTC.`
  if (coming.length === 0) return ['Nothing that keeps shots back is coming.', known]
  const days = [...new Set(coming.map(({ timeMs }) => dateOf(timeMs)))]
  return [
    ...days.flatMap(day => [
      html`\n<b>${day}</b>`,
      ...coming
        .filter(({ timeMs }) => dateOf(timeMs) === day)
        .map(
          ({ timeMs, currency, importance, name }) =>
            html`${clockOf(timeMs)} ${currency} ${importance === 'high' ? 'HIGH' : 'moderate'}: ${oneLine(name, LONGEST_NAME)}`,
        ),
    ]),
    html`\n${known} High and moderate ones of the desk’s currencies, by their exact hour.`,
  ]
}
