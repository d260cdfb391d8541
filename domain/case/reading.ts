import type { Role } from '../role.ts'

/** Roles that work with figures or with a link, never with a person's file. */
const neverOpen: readonly Role[] = ['evaluator', 'funder', 'provider']

/** May this role open files of persons at all? Which files is row security's matter. */
export function mayOpenFiles(role: Role): boolean {
  return !neverOpen.includes(role)
}
