import type { ReactNode } from 'react'
import { linkCopy } from '../../../copy/link.ts'
import { roomCopy } from '../../../copy/room.ts'
import { useView, useViewState } from '../../../stores/desk-context.ts'
import { LinkRow } from './link-row.tsx'
import { Program } from './program.tsx'
import * as css from './link-strip.css.ts'

/** One line for each terminal, always in sight. */
export function LinkStrip({ aside }: Readonly<{ aside: ReactNode }>) {
  const hasView = useViewState(({ view }) => view !== null)
  const trouble = useViewState(state => state.trouble)
  return (
    <footer className={css.strip} aria-label={linkCopy.region}>
      <div className={css.links}>
        {hasView ? <Links /> : <p className={css.empty}>{trouble ?? roomCopy.loading}</p>}
      </div>
      <div className={css.aside}>{aside}</div>
      <Program />
    </footer>
  )
}

function Links() {
  const links = useView(view => view.links)
  const { problem, nextStep } = useView(view => view.computer)
  if (links.length === 0)
    return (
      <p className={css.empty}>
        <strong>{problem ?? linkCopy.none}</strong> {nextStep ?? linkCopy.noneNext}
      </p>
    )
  return links.map(link => <LinkRow key={link.terminal} link={link} />)
}
