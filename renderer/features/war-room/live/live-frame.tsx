import { useEffect } from 'react'
import { liveCopy } from '../../../copy/live.ts'
import { useViewState } from '../../../stores/desk-context.ts'
import { isForReal } from '../../../stores/stakes.ts'
import * as css from './live-frame.css.ts'

const WORDS_AN_EDGE = 3

/** The word LIVE on both edges of the room and in the window's own title, wherever one looks. Nothing on practice accounts. */
export function LiveFrame() {
  const kind = useViewState(({ view }) => view?.stake ?? null)
  const isLive = isForReal(kind)
  useEffect(() => {
    document.title = isLive ? liveCopy.title : liveCopy.calmTitle
  }, [isLive])
  if (kind !== 'live' && kind !== 'contest') return null
  return (
    <>
      <Edge at="left" kind={kind} />
      <Edge at="right" kind={kind} />
    </>
  )
}

function Edge({ at, kind }: Readonly<{ at: 'left' | 'right'; kind: 'live' | 'contest' }>) {
  return (
    <div className={`${css.edge[kind]} ${css.side[at]}`} aria-hidden="true" data-live-edge={at}>
      {Array.from({ length: WORDS_AN_EDGE }, (_, index) => (
        <span key={index} className={css.word}>
          {liveCopy.word}
        </span>
      ))}
    </div>
  )
}
