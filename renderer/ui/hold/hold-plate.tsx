import { useEffect, useRef } from 'react'
import * as css from './hold-plate.css.ts'

type Props = Readonly<{ words: string; release: string }>

/** What a held key is about to do, in front of everything, an open dialog too. */
export function HoldPlate({ words, release }: Props) {
  const plate = useRef<HTMLDivElement>(null)
  useEffect(() => {
    plate.current?.showPopover()
  }, [])
  return (
    <div ref={plate} popover="manual" className={css.plate} role="alert">
      <span className={css.fill} aria-hidden="true" />
      <strong className={css.words}>{words}</strong>
      <span className={css.release}>{release}</span>
    </div>
  )
}
