import type { Role } from '@/lib/roles'

/** A person as the panels of the desk show it. */
export type DeskPerson = {
	id: string
	name: string
	slug: string
	email: string | null
	role: Role
	emailConfirmedAt: Date | null
	createdAt: Date
	disabledAt: Date | null
}
