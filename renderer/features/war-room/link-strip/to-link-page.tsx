import { linkCopy } from '../../../copy/link.ts'
import { useDesk } from '../../../stores/desk-context.ts'
import * as css from './link-strip.css.ts'

/** How a link stands, which is the way to what is known of it. */
export function ToLinkPage({ state }: Readonly<{ state: string }>) {
  const { place } = useDesk()
  return (
    <button
      type="button"
      className={css.state}
      aria-label={`${state} ${linkCopy.toPage}`}
      title={linkCopy.toPage}
      onClick={() => place.go('link')}
    >
      {state}
    </button>
  )
}
