import { and, eq, isNotNull } from 'drizzle-orm'
import { prepared, type Tx } from '@/db'
import { comments, people } from '@/db/schema'
import type { Viewer } from '../permissions'

type Author = { viewer: Viewer; readerId: string; email: string | null }

/**
 * Whether the address of a commenter is confirmed: that of the account, or that of a guest by an earlier comment from
 * the same browser. A guest's address is unverified text without it.
 */
export async function isAddressConfirmed(tx: Tx, { viewer, readerId, email }: Author): Promise<boolean> {
	if (viewer.person) return isAccountConfirmed(tx, viewer.person.id)
	return (await confirmedComment(tx, { readerId, email: email ?? '' })).length > 0
}

export const isAccountConfirmed = async (tx: Tx, personId: string): Promise<boolean> =>
	(await confirmedAccount(tx, { id: personId })).length > 0

const confirmedAccount = prepared(['id'], (on, { id }) =>
	on
		.select({ id: people.id })
		.from(people)
		.where(and(eq(people.id, id), isNotNull(people.emailConfirmedAt))),
)

const confirmedComment = prepared(['readerId', 'email'], (on, { readerId, email }) =>
	on
		.select({ id: comments.id })
		.from(comments)
		.where(
			and(
				eq(comments.readerId, readerId),
				eq(comments.authorEmail, email),
				isNotNull(comments.emailConfirmedAt),
			),
		)
		.limit(1),
)
