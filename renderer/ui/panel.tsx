import { useId } from 'react'
import type { ReactNode } from 'react'
import { useDesk, useViewState } from '../stores/desk-context.ts'
import { roomCopy } from '../copy/room.ts'
import { Button } from './button.tsx'
import { PanelMessage } from './panel-message.tsx'
import { StaleMark } from './stale-mark.tsx'
import { useFreshness } from './use-freshness.ts'
import type { Source } from './use-freshness.ts'
import * as css from './panel.css.ts'

type Props = Readonly<{
  title: string
  /** Where the facts of the panel come from. */
  source: Source
  aside?: ReactNode
  children: ReactNode
  /** Grid area or size, given by the room. */
  className?: string | undefined
  /** Room for a body that brings its own scrolling or padding. */
  bare?: boolean
}>

/** The chrome that every panel shares, and its states before there is anything to show. */
export function Panel({ title, source, aside, children, className = '', bare = false }: Props) {
  const heading = useId()
  const freshness = useFreshness(source)
  const hasView = freshness === 'fresh' || freshness === 'stale'
  return (
    <section aria-labelledby={heading} data-freshness={freshness} className={`${css.panel} ${className}`}>
      <header className={css.header}>
        <h2 id={heading} className={css.title}>
          {title}
        </h2>
        {freshness === 'stale' && <StaleMark />}
        {hasView && <div className={css.aside}>{aside}</div>}
      </header>
      <div className={bare ? css.bareBody : css.body}>
        {hasView ? children : <NoView failed={freshness === 'failed'} />}
      </div>
    </section>
  )
}

function NoView({ failed }: Readonly<{ failed: boolean }>) {
  const desk = useDesk()
  const trouble = useViewState(state => state.trouble)
  if (!failed) return <PanelMessage tone="loading" text={roomCopy.loading} next={roomCopy.loadingNext} />
  return (
    <PanelMessage tone="error" text={trouble ?? ''} next={roomCopy.failedNext}>
      <Button look="small" onClick={desk.refresh}>
        {roomCopy.retry}
      </Button>
    </PanelMessage>
  )
}
