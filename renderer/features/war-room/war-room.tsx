import type { ReactNode } from 'react'
import { roomCopy } from '../../copy/room.ts'
import { useViewState } from '../../stores/desk-context.ts'
import { Toasts } from '../../ui/toasts.tsx'
import { spoken } from '../../theme/type.css.ts'
import { CommandBar } from './command-bar/command-bar.tsx'
import { GuardStrip } from './guards/guard-strip.tsx'
import { LinkStrip } from './link-strip/link-strip.tsx'
import { LiveFrame } from './live/live-frame.tsx'
import { ModeBanner } from './mode-banner/mode-banner.tsx'
import { TroubleBar } from './trouble-bar.tsx'
import * as css from './war-room.css.ts'

type Props = Readonly<{
  /** The way to the other screens. */
  rail: ReactNode
  /** In the link strip: the way of a terminal to the desk. */
  linkAction: ReactNode
  /** The screen that is open. */
  children: ReactNode
}>

/** The frame around every screen: whose money it is, what holds fire, the emergency keys and the links never leave sight. */
export function WarRoom({ rail, linkAction, children }: Props) {
  const mode = useViewState(({ view }) => view?.stake ?? 'unlinked')
  return (
    <div className={`${css.room} ${css.frame[mode]}`} data-mode={mode}>
      <LiveFrame />
      <ModeBanner />
      <CommandBar />
      <GuardStrip />
      <TroubleBar />
      <div className={css.middle}>
        {rail}
        <main className={css.page}>
          <h1 className={spoken}>{roomCopy.title}</h1>
          {children}
        </main>
      </div>
      <LinkStrip aside={linkAction} />
      <Toasts />
    </div>
  )
}
