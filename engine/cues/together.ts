import type { Cue } from '../contracts/cues.ts'
import { oneLine } from '../telegram/texts/html.ts'
import { aloud } from '../telegram/voice/words/aloud.ts'
import { MARKS } from './briefing.ts'

/** Titles that a notification has room for. */
const MOST_TITLES = 4
const MOST_LINE = 120

/** Several things that happened at once, told as one: of one subject the newest, and what is wrong first. */
export function together(cues: readonly Cue[]): Cue | null {
  const newest = new Map(cues.map(cue => [cue.subject, cue]))
  const inOrder = [...newest.values()].toSorted((a, b) => Number(b.isUrgent) - Number(a.isUrgent))
  const [first, ...rest] = inOrder
  if (first === undefined || rest.length === 0) return first ?? null
  const lines = inOrder.slice(0, MOST_TITLES).map(lineOf)
  const left = inOrder.length - lines.length
  const heard = inOrder.find(({ sound }) => sound !== null)
  const said = inOrder.find(({ spoken }) => spoken !== null)
  return {
    ...first,
    subject: `several:${first.subject}`,
    page: inOrder.every(({ page }) => page === first.page) ? first.page : 'room',
    mission: inOrder.every(({ mission }) => mission === first.mission) ? first.mission : null,
    title: `${markOf(inOrder)}${inOrder.length} alerts`,
    body: [...lines, ...(left > 0 ? [`and ${left} more`] : [])].join('\n'),
    sound: heard?.sound ?? null,
    spoken: said?.spoken ? `${aloud(`${inOrder.length} alerts`)}. ${said.spoken}` : null,
  }
}

/** A trouble is called by no more than that: what it is stands in its body. */
const lineOf = ({ kind, title, body }: Cue): string =>
  kind === 'trouble' ? oneLine(`${title}: ${body}`, MOST_LINE) : title

/** The dearest money among them: the titles below say whose each is. */
function markOf(cues: readonly Cue[]): string {
  const mark = [MARKS.live, MARKS.contest, MARKS.demo, MARKS.simulated].find(one =>
    cues.some(({ title }) => title.startsWith(`${one}: `)),
  )
  return mark === undefined ? '' : `${mark}: `
}
