import * as css from './key-cap.css.ts'

/** A key as it looks on a keyboard. */
export const KeyCap = ({ children }: Readonly<{ children: string }>) => (
  <kbd className={css.cap}>{children}</kbd>
)
