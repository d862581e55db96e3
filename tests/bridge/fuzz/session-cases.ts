/**
 * A session with the golden keys in which messages are lost, repeated, reordered, altered and forged. Only what the app really
 * wrote, in its order, may ever count as a message.
 */
import { hex, unhex } from '../readers.ts'
import type { Case, Golden } from './cases.ts'
import type { Chance } from './chance.ts'
import { mutated } from './mutate.ts'

type Frames = Readonly<{ header: string; body: string; mac: string }>
type Told = 'message' | 'heard' | 'dropped' | 'over'

const NONCE = '000102030405060708090a0b0c0d0e0f'

const lineOf = ({ header, body, mac }: Frames): string => `take ${header || '-'} ${body || '-'} ${mac || '-'}`

function altered(frames: Frames, chance: Chance): Frames {
  const part = chance.pick(['header', 'body', 'mac'] as const)
  const bytes = mutated(unhex(frames[part]), chance)
  return { ...frames, [part]: hex(bytes) }
}

export function sessionCase(chance: Chance, golden: Golden): Case {
  const genuine = golden.frames.filter(
    ({ from, mac, type }) => from === 'app' && mac !== '' && type !== 'welcome',
  )
  const first = (type: string): Frames => golden.frames.find(frame => frame.type === type) as Frames
  const taken: Frames[] = []
  let next = 0
  for (let left = chance.below(20); left > 0; left -= 1) {
    const due = genuine[next % genuine.length] as Frames
    const kind = chance.below(12)
    if (kind < 5) {
      taken.push(due)
      next += 1
    } else if (kind < 9) taken.push(altered(due, chance))
    else if (kind === 9) taken.push(chance.pick(genuine))
    else if (kind === 10) taken.push(chance.pick(golden.frames))
    else taken.push({ ...due, body: chance.pick(genuine).body })
  }
  const begin = [`begin ${golden.pairingKey} ${NONCE}`, lineOf(first('challenge')), lineOf(first('welcome'))]
  const says = Array.from({ length: 16 }, () => `say beat ${hex('{}')}`)
  const expected = expectations(taken, genuine)
  return {
    lines: [...begin, ...says, ...taken.map(lineOf)],
    judge(answers) {
      const told = answers.slice(begin.length + says.length).map(answer => answer.split(':')[0] ?? '')
      const wrong = expected.findIndex((allowed, at) => !allowed.includes(told[at] as Told))
      return wrong < 0 ? null : `message ${wrong}: ${expected[wrong]?.join(' or ')}, told ${told[wrong]}`
    },
  }
}

function expectations(taken: readonly Frames[], genuine: Golden['frames']): Told[][] {
  let heard = 0
  let isOver = false
  return taken.map(frames => {
    if (isOver) return ['dropped']
    const number = genuine.findIndex(({ header, body, mac }) => same(frames, { header, body, mac })) + 1
    if (number === 0) {
      isOver = isRefuse(frames)
      return [isOver ? 'over' : 'dropped']
    }
    if (number <= heard) return ['dropped']
    isOver = number > heard + 1
    if (isOver) return ['over']
    heard = number
    return [genuine[number - 1]?.type === 'ack' ? 'heard' : 'message']
  })
}

const same = (left: Frames, right: Frames): boolean => lineOf(left) === lineOf(right)

/** The one message that is believed unsigned. Only the golden one is ever sent here unaltered. */
function isRefuse({ header, mac }: Frames): boolean {
  return unhex(header).includes('"refuse"') && (mac === '' || mac === '-')
}
