import { describe, expect, it } from 'vitest'
import { ALERT_STORY } from '../../testkit/alert-story.ts'
import { saidByButtons } from '../../testkit/shown-reply.ts'
import { alertReply } from '../texts/alert-reply.ts'
import { offeredTo } from './offered-to.ts'
import { COMMANDS } from './table.ts'

const ALERTS = Object.values(ALERT_STORY).flat()
const replies = ALERTS.map(alert => alertReply(alert, { nowMs: alert.wallMs }))
const nameOf = (said: string) => said.slice(1).split(' ')[0]
const namesFor = (role: 'commander' | 'spotter') =>
  new Set(
    replies
      .map(reply => offeredTo(role, COMMANDS, reply))
      .flatMap(saidByButtons)
      .map(nameOf),
  )

describe('what an alert offers', () => {
  it('a spotter is nothing that trades', () => {
    const offered = namesFor('spotter')
    for (const name of ['fire', 'reject', 'close', 'be']) expect([...offered]).not.toContain(name)
    for (const name of ['status', 'positions', 'guards']) expect([...offered]).toContain(name)
  })

  it('a commander is all of it, and the words of the message are the same', () => {
    expect([...namesFor('commander')]).toEqual(
      expect.arrayContaining(['fire', 'reject', 'close', 'be', 'status']),
    )
    for (const reply of replies) expect(offeredTo('spotter', COMMANDS, reply).html).toBe(reply.html)
  })

  it('anybody is a command that there is', () => {
    const known = COMMANDS.filter(({ name }) => name !== 'fire')
    const [mission] = replies
    if (!mission) throw new Error('the story has a mission')
    expect(saidByButtons(offeredTo('commander', COMMANDS, mission)).map(nameOf)).toContain('fire')
    expect(saidByButtons(offeredTo('commander', known, mission)).map(nameOf)).not.toContain('fire')
  })
})
