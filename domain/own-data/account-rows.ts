import { asc, eq } from 'drizzle-orm'
import { readDb } from '@/db'
import {
	credentials,
	emailConfirmations,
	externalAccounts,
	invitations,
	noticesSeen,
	passkeys,
	people,
	personRedirects,
	readers,
	recoveryCodes,
	sessions,
	totpSecrets,
} from '@/db/schema'
import type { OwnRow } from '@/lib/own-data'
import { formerNamesOf } from '../public-name'
import type { Owner } from './owner'

export async function accountRows({ personId }: Owner): Promise<OwnRow[]> {
	const [found] = await readDb()
		.select({ person: people, firstResponse: readers.createdAt, noticesSeen: noticesSeen.seenAt })
		.from(people)
		.leftJoin(readers, eq(readers.personId, people.id))
		.leftJoin(noticesSeen, eq(noticesSeen.readerId, readers.id))
		.where(eq(people.id, personId))
	if (!found) return []
	const { person, ...firstAndSeen } = found
	const names = await formerNamesOf(personId)
	const former = await readDb()
		.select({ slug: personRedirects.slug })
		.from(personRedirects)
		.where(eq(personRedirects.personId, personId))
	const { name, email, role, beat, bio, profiles, fediverse, callToActionUrl, createdAt } = person
	const links = [...profiles.map(({ url }) => url), callToActionUrl ?? '', fediverse ?? ''].filter(Boolean)
	return [
		{
			...{
				name,
				email,
				confirmed: person.emailConfirmedAt,
				role,
				beat,
				biography: bio,
				links,
				since: createdAt,
				...firstAndSeen,
			},
			formerNames: names.map((each) => each.name),
			// Page of an author; readers have none.
			address: `/people/${person.slug}`,
			formerAddresses: former.map(({ slug }) => `/people/${slug}`),
		},
	]
}

/** Means of sign-in, without what opens the account. */
export async function signInRows({ personId }: Owner): Promise<OwnRow[]> {
	const [password] = await readDb()
		.select({ changed: credentials.updatedAt })
		.from(credentials)
		.where(eq(credentials.personId, personId))
	const [app] = await readDb()
		.select({ since: totpSecrets.createdAt })
		.from(totpSecrets)
		.where(eq(totpSecrets.personId, personId))
	const keys = await readDb()
		.select({ name: passkeys.name, since: passkeys.createdAt, lastUsed: passkeys.lastUsedAt })
		.from(passkeys)
		.where(eq(passkeys.personId, personId))
		.orderBy(asc(passkeys.createdAt))
	const services = await readDb()
		.select({
			...{ what: externalAccounts.provider, number: externalAccounts.accountId },
			since: externalAccounts.createdAt,
		})
		.from(externalAccounts)
		.where(eq(externalAccounts.personId, personId))
	const codes = await readDb()
		.select({ usedAt: recoveryCodes.usedAt })
		.from(recoveryCodes)
		.where(eq(recoveryCodes.personId, personId))
	return [
		...(password ? [{ what: 'password', ...password }] : []),
		...(app ? [{ what: 'authenticator', ...app }] : []),
		...keys.map((key) => ({ what: 'passkey', ...key })),
		...services,
		...(codes.length > 0
			? [{ what: 'recoveryCodes', left: codes.filter(({ usedAt }) => usedAt === null).length }]
			: []),
	]
}

export const sessionRows = async ({ personId }: Owner): Promise<OwnRow[]> =>
	readDb()
		.select({ device: sessions.device, since: sessions.createdAt, until: sessions.expires })
		.from(sessions)
		.where(eq(sessions.userId, personId))
		.orderBy(asc(sessions.createdAt))

/** Links sent for the account, without their tokens. */
export async function linkRows({ personId }: Owner): Promise<OwnRow[]> {
	const sent = await readDb()
		.select({
			...{ what: invitations.kind, email: invitations.email, name: invitations.name },
			...{ since: invitations.createdAt, until: invitations.expiresAt, used: invitations.acceptedAt },
		})
		.from(invitations)
		.where(eq(invitations.personId, personId))
		.orderBy(asc(invitations.createdAt))
	const confirming = await readDb()
		.select({ email: emailConfirmations.email, until: emailConfirmations.expiresAt })
		.from(emailConfirmations)
		.where(eq(emailConfirmations.personId, personId))
	return [...sent, ...confirming]
}
