import { LogOut, Moon, Sun, SunMoon, UserRound } from 'lucide-react'

import { setLanguage, useText } from '../i18n.ts'
import { languageNames, languages } from '../locale.ts'
import type { Seat } from '../session.ts'
import { setTheme, themes, useTheme } from '../theme.ts'
import { Menu, type MenuGroup } from '../ui/Menu.tsx'
import { accountButtonClass, AccountWords } from './AccountButton.tsx'
import type { OfficePlace } from './places.ts'
import type { ShellProps } from './Shell.tsx'

const themeIcons = { system: SunMoon, day: Sun, night: Moon }

export type AccountMenuProps = ShellProps & {
  /** Places that do not fit into the bottom bar. */
  readonly more?: readonly OfficePlace[]
  /** In the bottom bar: an icon with a word under it. */
  readonly bar?: boolean
}

/** Who is here, in which seat, and how the screen speaks: seat, language, display, sign-out. */
export function AccountMenu(props: AccountMenuProps) {
  const text = useText()
  const theme = useTheme()
  const { session, more = [] } = props
  const groups: MenuGroup[] = [
    {
      id: 'more',
      entries: more.map((place) => ({
        id: place.id,
        title: text(place.title),
        icon: <place.icon aria-hidden="true" />,
        onAction: () => props.onGo(place.path),
      })),
    },
    {
      id: 'seats',
      title: text('shell.seats'),
      entries: session.seats.map((seat) => ({
        id: seatId(seat),
        title: text(`role.${seat.role}`),
        help: seat.office.name,
        chosen: seatId(seat) === seatId(session.seat),
        onAction: () => props.onSeat(seat),
      })),
    },
    {
      id: 'language',
      title: text('shell.language'),
      entries: languages.map((language) => ({
        id: language,
        title: languageNames[language],
        chosen: language === text.language,
        onAction: () => void setLanguage(language),
      })),
    },
    {
      id: 'theme',
      title: text('shell.theme'),
      entries: themes.map((name) => {
        const Icon = themeIcons[name]
        return {
          id: name,
          title: text(`shell.theme-${name}`),
          icon: <Icon aria-hidden="true" />,
          chosen: name === theme,
          onAction: () => setTheme(name),
        }
      }),
    },
    {
      id: 'leave',
      entries: [
        {
          id: 'account',
          title: text('shell.settings'),
          icon: <UserRound aria-hidden="true" />,
          onAction: () => props.onGo('/account'),
        },
        {
          id: 'sign-out',
          title: text('shell.sign-out'),
          icon: <LogOut aria-hidden="true" />,
          onAction: props.onSignOut,
        },
      ],
    },
  ]
  return (
    <Menu
      label={text('shell.account')}
      groups={groups.filter((group) => group.entries.length > 0)}
      className={accountButtonClass(props.bar ?? false)}
    >
      <AccountWords session={session} bar={props.bar ?? false} />
    </Menu>
  )
}

function seatId(seat: Seat): string {
  return `${seat.role}@${seat.office.id}`
}
