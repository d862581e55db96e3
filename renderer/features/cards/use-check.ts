import { useRef, useState } from 'react'
import type { CardCheck } from '../../../engine/contracts/card.ts'
import { cardsCopy } from '../../copy/cards.ts'
import { useDesk } from '../../stores/desk-context.ts'

export type Checked =
  | Readonly<{ is: 'nothing' }>
  | Readonly<{ is: 'checking' }>
  | Readonly<{ is: 'checked'; name: string; check: CardCheck }>
  | Readonly<{ is: 'failed'; text: string }>

/** What the archive looks at at most: a larger file is not even read. */
const MOST_BYTES = 8_000_000

/** Has one file after another checked; only the last one counts. */
export function useCheck(): readonly [Checked, (file: File) => void] {
  const { bridge } = useDesk()
  const [checked, setChecked] = useState<Checked>({ is: 'nothing' })
  const newest = useRef(0)

  async function checkOf(file: File): Promise<Checked> {
    if (file.size > MOST_BYTES) return { is: 'failed', text: cardsCopy.tooLarge }
    const picture = await file.arrayBuffer().then(
      bytes => new Uint8Array(bytes),
      () => null,
    )
    if (picture === null) return { is: 'failed', text: cardsCopy.notRead }
    const answer = await bridge.ask<'verifyCard'>({ kind: 'verifyCard', picture })
    if (answer.is === 'failed') return { is: 'failed', text: answer.text }
    return { is: 'checked', name: file.name, check: answer.value }
  }

  const check = (file: File) => {
    const mine = (newest.current += 1)
    setChecked({ is: 'checking' })
    void checkOf(file).then(result => {
      if (mine === newest.current) setChecked(result)
    })
  }
  return [checked, check]
}
