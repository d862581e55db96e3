import { Ulid } from '../../../../contracts/primitives.ts'
import type { WarRoomView } from '../../../../contracts/views.ts'
import { html } from '../../../texts/html.ts'
import { leadsTo, type Page } from '../parts/reading.ts'

/** As it is written below a mission, or its last characters where they are those of one that is shown. */
export function missionIdOf(word: string, view: WarRoomView | null): Ulid | null {
  const written = word.toUpperCase()
  const whole = Ulid.safeParse(written)
  if (whole.success) return whole.data
  const found = (view?.missions ?? []).filter(
    ({ mission: { id } }) => written.length >= 4 && id.endsWith(written),
  )
  return found.length === 1 ? (found[0]?.mission.id ?? null) : null
}

export const missionNotKnown = (word: string): Page => ({
  isWrong: true,
  html: html`“${word.slice(0, 40)}” is not the id of one mission. An id has 26 letters and digits, or give the last four or more of one that /missions shows.`,
  buttons: [[leadsTo('Missions', '/missions')]],
})
