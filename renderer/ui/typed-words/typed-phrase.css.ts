import { style, styleVariants } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'

export const phrase = style({ display: 'flex', flexDirection: 'column', gap: theme.space.small })
/** To be read, not to be copied. */
export const words = style({
  fontFamily: theme.font.numbers,
  fontSize: theme.size.large,
  color: theme.colour.inkDim,
  userSelect: 'none',
  whiteSpace: 'pre-wrap',
})
export const right = style({ color: theme.colour.goldBright, fontWeight: 600 })
export const field = style({
  padding: theme.space.small,
  border: `1px solid ${theme.colour.lineStrong}`,
  borderRadius: theme.radius.small,
  background: theme.colour.inset,
  fontFamily: theme.font.numbers,
  fontSize: theme.size.large,
  selectors: { '&[aria-invalid=true]': { borderColor: theme.colour.fault } },
})
const line = style({ fontSize: theme.size.small })
export const progress = styleVariants({
  empty: [line, { color: theme.colour.inkFaint }],
  onTheWay: [line, { color: theme.colour.inkDim }],
  wrong: [line, { color: theme.colour.fault }],
  done: [line, { color: theme.colour.long }],
})
