import { useEffect, useRef } from 'react'
import type { PositionView } from '../../../../engine/contracts/open-trade-views.ts'
import { changeCopy } from '../../../copy/positions.ts'
import { useEscape } from '../../../ui/use-escape.ts'
import { PartForm } from './part-form.tsx'
import { StopForm } from './stop-form.tsx'
import { TargetForm } from './target-form.tsx'
import * as css from './change-form.css.ts'

type Props = Readonly<{ position: PositionView; onShut: () => void }>

/** What may be changed of a trade of ours, whatever the state of rank, day or selector. */
export function ChangeDrawer({ position, onShut }: Props) {
  useEscape(true, onShut)
  const drawer = useRef<HTMLDivElement>(null)
  // Seen whole when it opens, and when a sentence in it grows.
  useEffect(() => {
    const grown = new ResizeObserver(() => drawer.current?.scrollIntoView({ block: 'nearest' }))
    if (drawer.current !== null) grown.observe(drawer.current)
    return () => grown.disconnect()
  }, [])
  const { handles } = position
  if (handles === null) return <p className={css.unknown}>{changeCopy.unknown}</p>
  const held = { position, handles }
  return (
    <div ref={drawer} className={css.drawer} role="group" aria-label={changeCopy.name(position)}>
      <PartForm held={held} />
      <StopForm held={held} />
      <TargetForm held={held} />
    </div>
  )
}
