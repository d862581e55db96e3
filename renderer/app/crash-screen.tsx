import { Component } from 'react'
import type { ReactNode } from 'react'
import { crashCopy } from '../copy/crash.ts'
import { Button } from '../ui/button.tsx'
import * as css from './crash-screen.css.ts'

type Props = Readonly<{ children: ReactNode }>
type State = Readonly<{ problem: string | null }>

/** A fault while drawing must not leave a blank window beside an open position: it says so and offers the way back. */
export class CrashScreen extends Component<Props, State> {
  override state: State = { problem: null }

  static getDerivedStateFromError(error: unknown): State {
    return { problem: error instanceof Error ? error.message : String(error) }
  }

  override render(): ReactNode {
    const { problem } = this.state
    if (problem === null) return this.props.children
    return (
      <main className={css.screen} role="alert">
        <h1 className={css.title}>{crashCopy.title}</h1>
        <p>{crashCopy.comfort}</p>
        <p className={css.detail}>{problem}</p>
        <Button onClick={() => window.location.reload()}>{crashCopy.reload}</Button>
      </main>
    )
  }
}
