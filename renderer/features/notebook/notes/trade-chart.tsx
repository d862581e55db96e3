import { useCallback } from 'react'
import type { Ulid } from '../../../../engine/contracts/primitives.ts'
import { chartCopy } from '../../../copy/notebook.ts'
import { useDesk } from '../../../stores/desk-context.ts'
import { useArchive } from '../../../stores/use-archive.ts'
import { pictureUrl } from '../../../ui/picture-url.ts'
import * as css from './note-desk.css.ts'

/** The market around a closed trade, as the archive draws it. Its room is kept while it is drawn. */
export function TradeChart({ order, pair }: Readonly<{ order: Ulid; pair: string }>) {
  const { bridge } = useDesk()
  const ask = useCallback(async () => {
    const answer = await bridge.ask<'tradePicture'>({ kind: 'tradePicture', order })
    if (answer.is === 'failed') return answer
    if (answer.value.is === 'unknown') return { is: 'failed', text: answer.value.text } as const
    return { is: 'answer', value: await pictureUrl(answer.value.image) } as const
  }, [bridge, order])
  const { value, problem } = useArchive(ask, order)
  return (
    <figure className={css.chart}>
      {value === null ? (
        <p className={css.about}>{problem ?? chartCopy.drawing}</p>
      ) : (
        <img className={css.picture} src={value} alt={chartCopy.name(pair)} />
      )}
    </figure>
  )
}
