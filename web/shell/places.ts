import {
  CalendarCheck,
  ChartNoAxesColumn,
  ClipboardList,
  Coins,
  FolderOpen,
  Handshake,
  House,
  Route,
  Send,
  Settings,
  type LucideIcon,
} from 'lucide-react'

import { figureRoles, roles, type Role } from '#domain/role.ts'

import type { TextKey } from '../locales/texts.ts'

export type OfficePlace = {
  readonly id: string
  /** The route that opens it. A place whose route is not part of this build is not shown. */
  readonly path: string
  readonly title: TextKey
  readonly icon: LucideIcon
  readonly roles: readonly Role[]
}

const everyone = roles.filter((role) => role !== 'system')
const caseRoles: readonly Role[] = [
  'counsellor',
  'coordinator',
  'adviser',
  'committee-secretary',
  'finance-officer',
  'payment-approver',
  'employment-adviser',
  'programme-manager',
  'data-protection-officer',
]
const committee: readonly Role[] = ['committee-member', 'committee-secretary', 'committee-chair']

/**
 * The places of the office, in the order of the rail. The roles only decide what is offered; what may be seen and done
 * is decided by the domain and the database.
 */
export const officePlaces: readonly OfficePlace[] = [
  { id: 'home', path: '/', title: 'shell.home', icon: House, roles: everyone },
  { id: 'cases', path: '/cases', title: 'shell.cases', icon: FolderOpen, roles: caseRoles },
  {
    id: 'tasks',
    path: '/tasks',
    title: 'shell.tasks',
    icon: ClipboardList,
    roles: everyone.filter((role) => role !== 'funder' && role !== 'evaluator'),
  },
  {
    id: 'sittings',
    path: '/sittings',
    title: 'shell.sittings',
    icon: CalendarCheck,
    roles: [...committee, 'coordinator', 'finance-officer', 'programme-manager'],
  },
  {
    id: 'operators',
    path: '/operators',
    title: 'shell.operators',
    icon: Handshake,
    roles: ['coordinator', 'programme-manager', 'payment-approver'],
  },
  { id: 'standing', path: '/standing', title: 'shell.standing', icon: Handshake, roles: ['adviser'] },
  {
    id: 'money',
    path: '/money',
    title: 'shell.money',
    icon: Coins,
    roles: ['finance-officer', 'payment-approver', 'coordinator', 'programme-manager', 'funder', 'evaluator'],
  },
  { id: 'results', path: '/results', title: 'shell.results', icon: ChartNoAxesColumn, roles: figureRoles },
  {
    id: 'schemes',
    path: '/schemes',
    title: 'shell.schemes',
    icon: Route,
    roles: ['counsellor', 'coordinator', 'programme-manager', 'administrator', 'evaluator', 'funder'],
  },
  { id: 'outbox', path: '/outbox', title: 'shell.outbox', icon: Send, roles: everyone },
  {
    id: 'administration',
    path: '/administration',
    title: 'shell.administration',
    icon: Settings,
    roles: ['administrator', 'data-protection-officer'],
  },
]

/** The places a role is offered, among those that this build can open. */
export function placesFor(role: Role, paths: ReadonlySet<string>): readonly OfficePlace[] {
  return officePlaces.filter((place) => paths.has(place.path) && place.roles.includes(role))
}
