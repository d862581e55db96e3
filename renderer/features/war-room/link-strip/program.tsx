import { useEffect, useState } from 'react'
import type { About } from '../../../../engine/contracts/window-bridge.ts'
import { linkCopy } from '../../../copy/link.ts'
import { useDesk } from '../../../stores/desk-context.ts'
import * as css from './link-strip.css.ts'

/** Which program this is and where it keeps its data, for whoever has to report something. */
export function Program() {
  const { bridge } = useDesk()
  const [about, setAbout] = useState<About | null>(null)
  useEffect(() => {
    let isHere = true
    void bridge.about().then(answer => isHere && !('is' in answer) && setAbout(answer))
    return () => {
      isHere = false
    }
  }, [bridge])
  if (about === null) return null
  return (
    <p className={css.program} title={linkCopy.program(about.runtime, about.dataFolder)}>
      BITTEN {about.version}
    </p>
  )
}
