import { style, styleVariants } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'

export const steps = style({
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.wide,
  counterReset: 'step',
})
export const step = style({
  display: 'grid',
  gridTemplateColumns: '2.25rem 1fr',
  columnGap: theme.space.medium,
  counterIncrement: 'step',
  selectors: {
    '&::before': {
      content: 'counter(step)',
      gridRow: '1 / span 2',
      display: 'grid',
      placeItems: 'center',
      width: '2.25rem',
      height: '2.25rem',
      border: `1px solid ${theme.colour.goldDim}`,
      color: theme.colour.gold,
      fontFamily: theme.font.heading,
      fontSize: theme.size.large,
      fontWeight: 600,
    },
  },
})
export const stepTitle = style({
  fontFamily: theme.font.heading,
  fontSize: theme.size.large,
  fontWeight: 600,
  letterSpacing: '0.06em',
  lineHeight: '2.25rem',
})
export const body = style({ display: 'flex', flexDirection: 'column', gap: theme.space.small, minWidth: 0 })
export const dim = style({ color: theme.colour.inkDim })

export const terminal = style({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: theme.space.large,
  padding: `${theme.space.small} ${theme.space.medium}`,
  border: `1px solid ${theme.colour.line}`,
  background: theme.colour.inset,
})
export const place = style({
  minWidth: 0,
  overflowWrap: 'anywhere',
  fontFamily: theme.font.numbers,
  fontSize: theme.size.small,
})

export const report = style({ display: 'flex', flexDirection: 'column', gap: theme.space.tight })
export const row = style({
  display: 'grid',
  gridTemplateColumns: '5.5rem 1fr',
  gap: theme.space.medium,
  overflowWrap: 'anywhere',
})
const mark = style({
  justifySelf: 'start',
  alignSelf: 'start',
  padding: `0 ${theme.space.small}`,
  border: '1px solid currentColor',
  borderRadius: theme.radius.small,
  fontFamily: theme.font.heading,
  fontWeight: 600,
  letterSpacing: '0.08em',
  textTransform: 'uppercase',
})
export const marked = styleVariants({
  done: [mark, { color: theme.colour.long }],
  todo: [mark, { color: theme.colour.warn, borderStyle: 'dashed' }],
  failed: [mark, { color: theme.colour.fault }],
})
export const log = style({
  maxHeight: '9rem',
  overflow: 'auto',
  padding: theme.space.small,
  background: theme.colour.inset,
  fontFamily: theme.font.numbers,
  fontSize: theme.size.small,
  whiteSpace: 'pre-wrap',
})

export const key = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.space.medium,
})
export const secret = style({
  padding: `${theme.space.small} ${theme.space.medium}`,
  border: `1px solid ${theme.colour.goldDim}`,
  background: theme.colour.inset,
  color: theme.colour.goldBright,
  fontFamily: theme.font.numbers,
  userSelect: 'all',
})
export const code = style({
  fontFamily: theme.font.numbers,
  color: theme.colour.goldBright,
  userSelect: 'all',
})
export const list = style({ display: 'flex', flexDirection: 'column', gap: theme.space.tight })
