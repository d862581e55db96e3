import { useTerminalName } from '../stores/terminals.ts'
import * as css from './terminal-name.css.ts'

/** Whose it is, where several terminals are linked; nothing where there is only one. */
export function TerminalName({ terminal }: Readonly<{ terminal: string }>) {
  const name = useTerminalName(terminal)
  if (name === null) return null
  return (
    <span className={css.name} title={terminal} data-of-terminal={terminal}>
      {name}
    </span>
  )
}
