import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { linkCopy } from '../../../copy/link.ts'
import { roomCopy } from '../../../copy/room.ts'
import { useDesk, useView, useViewState } from '../../../stores/desk-context.ts'
import { LinkRow } from './link-row.tsx'
import { Program } from './program.tsx'
import * as css from './link-strip.css.ts'
import { ToLinkPage } from './to-link-page.tsx'

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
  const training = useStore(useDesk().firstSteps, state => state.training)
  if (links.length === 0)
    return (
      <p className={css.empty}>
        <ToLinkPage state={problem ?? linkCopy.none} />{' '}
        {nextStep ?? (training ? linkCopy.noneNext : linkCopy.noneNextAlone)}
      </p>
    )
  return links.map(link => <LinkRow key={link.terminal} link={link} />)
}
