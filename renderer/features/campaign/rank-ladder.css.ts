import { style, styleVariants } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'

export const panel = style({ gridRow: '1 / -1' })

export const ladder = style({
  flex: 1,
  minHeight: 0,
  overflowY: 'auto',
  display: 'flex',
  flexDirection: 'column',
  padding: theme.space.small,
  gap: theme.space.tight,
})

const step_ = style({
  position: 'relative',
  flex: '1 0 auto',
  display: 'flex',
  alignItems: 'center',
  gap: theme.space.medium,
  padding: `${theme.space.small} ${theme.space.medium}`,
  border: '1px solid transparent',
  borderRadius: theme.radius.medium,
})

export const step = styleVariants({
  here: [
    step_,
    {
      borderColor: theme.colour.goldLine,
      background: `linear-gradient(100deg, ${theme.colour.goldWash}, transparent 85%), ${theme.colour.inset}`,
      boxShadow: `inset 3px 0 0 ${theme.colour.gold}`,
    },
  ],
  reached: [step_, { boxShadow: `inset 3px 0 0 ${theme.colour.goldDim}` }],
  ahead: [step_, { boxShadow: `inset 3px 0 0 ${theme.colour.line}` }],
})

/** Out of reach for now: seen, and not shining. */
export const emblem = style({
  selectors: { [`${step.ahead} &`]: { opacity: 0.45, filter: 'saturate(0.5)' } },
})

export const words = style({ flex: 1, minWidth: 0 })

export const head = style({
  display: 'flex',
  alignItems: 'baseline',
  columnGap: theme.space.small,
  flexWrap: 'wrap',
  lineHeight: 1.15,
})
export const callSign = style({
  fontFamily: theme.font.heading,
  fontSize: theme.size.large,
  fontWeight: 700,
  letterSpacing: '0.06em',
  textTransform: 'uppercase',
  color: theme.colour.inkDim,
  selectors: {
    [`${step.here} &`]: { color: theme.colour.goldBright },
    [`${step.reached} &`]: { color: theme.colour.gold },
  },
})
export const name = style({
  fontFamily: theme.font.heading,
  fontSize: theme.size.small,
  fontWeight: 600,
  letterSpacing: '0.09em',
  textTransform: 'uppercase',
  color: theme.colour.inkFaint,
})
export const from = style({ marginLeft: 'auto', fontSize: theme.size.tiny, color: theme.colour.inkFaint })

export const facts = style({
  display: 'grid',
  gridTemplateColumns: 'repeat(4, minmax(0, auto))',
  justifyContent: 'space-between',
  columnGap: theme.space.small,
  margin: `${theme.space.tight} 0`,
})
export const fact = style({ display: 'flex', flexDirection: 'column-reverse', lineHeight: 1.25 })
export const what = style({ fontSize: theme.size.tiny, color: theme.colour.inkFaint })
export const value = style({
  fontSize: theme.size.small,
  color: theme.colour.inkDim,
  selectors: { [`${step.here} &`]: { color: theme.colour.ink } },
})
export const modes = style({ fontSize: theme.size.tiny, color: theme.colour.inkDim })

export const way = style({ marginTop: theme.space.small })
export const wayLine = style({ display: 'flex', alignItems: 'baseline', gap: theme.space.small })
export const xp = style({ fontSize: theme.size.large, color: theme.colour.goldBright, lineHeight: 1.2 })
export const toGo = style({ fontSize: theme.size.tiny, color: theme.colour.inkDim })
export const practice = style({ fontSize: theme.size.tiny, color: theme.colour.training })
