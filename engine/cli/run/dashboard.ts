import { randomIds } from '../../adapters/identity/index.ts'
import type { CommandAnswer } from '../../contracts/commands.ts'
import { EpochMs, Ulid } from '../../contracts/primitives.ts'
import type { Host } from '../../host/index.ts'
import type { CliContext } from '../context.ts'
import { drawRoom } from './draw-room.ts'
import type { Face } from './face.ts'
import { IDLE, onKey, type KeyState } from './keys.ts'
import { openScreen } from './screen.ts'
import { ViewFollower } from './view-follower.ts'

/** Twice a second: prices are read, not watched flickering. */
const REDRAW_MS = 500

/** The room in a terminal: redrawn in place, steered by keys. */
export function openDashboard(host: Host, { stdin, stdout }: CliContext): Face {
  const follower = new ViewFollower(host)
  const screen = openScreen(stdout)
  const ids = randomIds()
  let keys: KeyState = IDLE
  let answer: string | null = null
  const draw = () =>
    screen.draw(drawRoom(follower.view, { notices: host.notices(), keys, answer, port: host.ready().port }))

  const fire = async (mission: string) => {
    const id = ids.next(EpochMs.parse(Date.now()))
    answer = answerText(
      await host.command({ kind: 'fireMission', id, origin: 'cli', mission: Ulid.parse(mission) }),
    )
    draw()
  }

  let quit = () => {}
  const closed = new Promise<void>(resolve => (quit = resolve))
  const hear = (chunk: Buffer) => {
    const [state, action] = onKey(keys, chunk.toString('utf8'), follower.view)
    keys = state
    if (action.is === 'quit') quit()
    if (action.is === 'fire') void fire(action.mission)
    draw()
  }

  stdin.setRawMode?.(true)
  stdin.on('data', hear)
  const timer = setInterval(draw, REDRAW_MS)
  draw()
  return {
    closed,
    close() {
      clearInterval(timer)
      stdin.off('data', hear)
      stdin.setRawMode?.(false)
      stdin.pause()
      follower.close()
      screen.close()
    },
  }
}

function answerText(answer: CommandAnswer): string {
  switch (answer.is) {
    case 'done':
      return answer.text
    case 'denied':
      return `Not fired: ${answer.denials.map(({ text }) => text).join(' ')}`
    case 'refused':
      return answer.text
  }
}
