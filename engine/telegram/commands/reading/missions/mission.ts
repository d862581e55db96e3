import type { Mission } from '../../../../contracts/mission.ts'
import type { MissionStory } from '../../../../contracts/mission-log.ts'
import type { Ulid } from '../../../../contracts/primitives.ts'
import type { MissionView, WarRoomView } from '../../../../contracts/views.ts'
import { gain, inR } from '../../../../domain/words/figures.ts'
import { minuteOf, spanOf } from '../../../../domain/words/times.ts'
import type { Button } from '../../../reply.ts'
import { accountName } from '../../../texts/account-name.ts'
import { missionHead, planLines } from '../../../texts/alerts/mission-text.ts'
import { html, lines, type Html } from '../../../texts/html.ts'
import { recordDown, withView } from '../parts/ask.ts'
import { leadsTo, reading, type Page, type ReadingCall } from '../parts/reading.ts'
import { KIND_WORDS, linkOf, REASON_WORDS, small } from '../parts/words.ts'
import { findMission, missionNotKnown } from './mission-id.ts'
import { shotLines } from './plan-lines.ts'

const MOST_BUTTONS = 8

export const mission = reading({
  name: 'mission',
  does: 'One mission whole: plan, worth, shield, and what became of it',
  takes: 'ID',
  group: 'trading',
  show: async call => {
    const answer = await call.desk.view()
    const view = answer.is === 'answer' ? answer.value : null
    const [word] = call.words
    if (word === undefined) return view === null ? withView(call, choice) : choice(view)
    const id = await findMission(call, word, view)
    return id === null ? missionNotKnown(word) : missionPage(call, id, view)
  },
})

function choice(view: WarRoomView): Page {
  const shown = view.missions.slice(0, MOST_BUTTONS)
  if (shown.length === 0)
    return {
      html: lines(
        view.links.length === 0
          ? 'No terminal is linked, so no mission is known. /link says what to do; an id behind /mission is looked up in the record.'
          : 'There is no mission now. /missions says why, and what became of the last ones; /ghosts tells of those that were not taken.',
      ),
    }
  return {
    html: lines('Which mission?'),
    buttons: shown.map(({ mission: { id, pair, side }, state }) => [
      leadsTo(`${pair} ${side}, ${state}`, `/mission ${id}`),
    ]),
  }
}

async function missionPage(call: ReadingCall, id: Ulid, view: WarRoomView | null): Promise<Page> {
  const shown = view?.missions.find(({ mission: { id: own } }) => own === id) ?? null
  const answer = await call.desk.ask<'missionStory'>({ kind: 'missionStory', mission: id })
  const story = answer.is === 'answer' ? answer.value.story : null
  const plan = shown?.mission ?? story?.mission
  if (!plan) return answer.is === 'failed' ? recordDown(answer.text) : missionNotKnown(id)
  const isPending = shown?.state === 'pending'
  return {
    html: lines(
      missionHead(plan),
      accountText(view, plan),
      ...stageLines(plan, shown, story),
      ...planLines(plan, { kind: plan.kind, nowMs: call.now() }),
      ...(isPending && view !== null ? shotLines(shown, linkOf(view, plan.terminal)?.currency ?? null) : []),
      ...(story === null ? [] : endLines(story)),
      answer.is === 'failed' ? `What the record has of it cannot be read now: ${answer.text}` : null,
    ),
    buttons: buttonsOf(plan, isPending && call.chat.role === 'commander'),
  }
}

/** Simulated money is called so although its terminal is gone. */
function accountText(view: WarRoomView | null, plan: Mission): string {
  const link = view && linkOf(view, plan.terminal)
  return link === null ? KIND_WORDS[plan.kind] : accountName(link)
}

function stageLines(
  { issuedMs }: Mission,
  shown: MissionView | null,
  story: MissionStory | null,
): (Html | string)[] {
  const state = shown?.state ?? story?.state ?? null
  const left = shown?.state === 'pending' ? `, ${spanOf(shown.leftMs)} left` : ''
  return [
    html`<b>${state === null ? 'State not known' : small(state.toUpperCase())}</b>${left} · issued ${minuteOf(issuedMs)} UTC`,
  ]
}

/** How it ended; a ghost is never a result. */
function endLines({ decision, refusals, trades, ghost }: MissionStory): (Html | string)[] {
  return [
    ...refusals.map(({ text }) => `✕ ${text}`),
    ...(decision === null
      ? []
      : [`${small(decision.what.toUpperCase())} by ${decision.by} at ${minuteOf(decision.atMs)} UTC`]),
    ...trades.map(
      ({ r, netCents, reason, closeMs, dealOut }) =>
        html`<b>Closed ${inR(r)}</b>, ${gain(netCents)}, by ${REASON_WORDS[reason]} at ${minuteOf(closeMs)} UTC, deal ${dealOut}`,
    ),
    ...(ghost === null ? [] : [`Its ghost, had it been taken: ${inR(ghost.r)}. Never a result.`]),
  ]
}

function buttonsOf({ id, pair }: Mission, mayFire: boolean): Button[][] {
  const chart: Button = { label: 'Chart', says: `/chart ${pair} ${id}` }
  const fire: Button[] = [
    { label: 'Fire', says: `/fire ${id}` },
    { label: 'Reject', says: `/reject ${id}` },
  ]
  return [[...(mayFire ? fire : []), chart], [leadsTo('Missions', '/missions')]]
}
