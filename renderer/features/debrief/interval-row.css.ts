import { style, styleVariants } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'

export const row = style({
  display: 'grid',
  gridTemplateColumns: '6.5rem 5.75rem minmax(0, 1fr)',
  alignItems: 'baseline',
  columnGap: theme.space.medium,
})
export const name = style({ gridRow: 'span 2' })

const figure = style({ gridRow: 'span 2', fontSize: theme.size.large, lineHeight: 1.2, textAlign: 'right' })
export const value = styleVariants({
  above: [figure, { color: theme.colour.long }],
  below: [figure, { color: theme.colour.short }],
  open: [figure, { color: theme.colour.ink }],
})
export const few = style([figure, { color: theme.colour.inkFaint, fontSize: theme.size.small }])
export const note = style({
  fontSize: theme.size.tiny,
  color: theme.colour.inkFaint,
  whiteSpace: 'nowrap',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
})

export const track = style({
  position: 'relative',
  height: '0.625rem',
  background: `linear-gradient(${theme.colour.lineStrong}, ${theme.colour.lineStrong}) center / 100% 1px no-repeat`,
})
const interval = style({
  position: 'absolute',
  top: '0.125rem',
  bottom: '0.125rem',
  minWidth: '2px',
  borderRadius: theme.radius.small,
})
export const band = styleVariants({
  above: [interval, { background: theme.colour.long, opacity: 0.55 }],
  below: [interval, { background: theme.colour.short, opacity: 0.55 }],
  open: [interval, { background: theme.colour.goldDim, opacity: 0.7 }],
})
const upright = style({ position: 'absolute', top: '-0.125rem', bottom: '-0.125rem', marginLeft: '-1px' })
export const mark = style([upright, { borderLeft: `1px dashed ${theme.colour.inkDim}` }])
export const point = style([upright, { width: '3px', background: theme.colour.goldBright }])
