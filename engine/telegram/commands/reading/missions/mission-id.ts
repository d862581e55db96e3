import { Ulid } from '../../../../contracts/primitives.ts'
import type { WarRoomView } from '../../../../contracts/views.ts'
import { html } from '../../../texts/html.ts'
import type { Call } from '../../command.ts'
import { leadsTo, type Page } from '../parts/reading.ts'
import { lastMissions } from './decided.ts'

const SHORTEST = 4

/** As /missions shows it: enough to tell one from the others of a day. */
export const shortId = (id: Ulid): string => id.slice(-SHORTEST)

/** As it is written below a mission, or its last characters where they are those of one that /missions shows. */
export async function findMission(
  call: Pick<Call, 'desk'>,
  word: string,
  view: WarRoomView | null,
): Promise<Ulid | null> {
  const written = word.toUpperCase()
  const whole = Ulid.safeParse(written)
  if (whole.success) return whole.data
  if (written.length < SHORTEST || view === null) return null
  const answer = await lastMissions(call, view.kind)
  const recorded = answer.is === 'answer' ? answer.value.missions : []
  const ids = new Set([...view.missions.map(({ mission }) => mission.id), ...recorded.map(({ id }) => id)])
  const [found, ...others] = [...ids].filter(id => id.endsWith(written))
  return others.length === 0 ? (found ?? null) : null
}

export const missionNotKnown = (word: string): Page => ({
  isWrong: true,
  html: html`“${word.slice(0, 40)}” is not the id of one mission. An id has 26 letters and digits, or give the last four or more of one that /missions shows.`,
  buttons: [[leadsTo('Missions', '/missions')]],
})
