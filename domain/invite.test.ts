import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { readDb, write } from '@/db'
import { auditEvents, invitations, people } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory } from '@/e2e/support/stories'
import { findArticle } from './articles/find-article'
import { acceptInvitation, findInvitation } from './invitations'
import { inviteColleague, listInvitations, renewInvitation, revokeInvitation } from './invite'
import { addPerson } from './people'
import { findSession, hashToken } from './sessions'

withDatabase()

const PASSWORD = 'press no. 1 of it'
const tokenOf = (link: string): string => new URL(link).searchParams.get('token') ?? ''
const accept = (link: string, changes: object = {}) =>
	acceptInvitation(tokenOf(link), { name: 'Ida', email: 'ida@example.org', password: PASSWORD, ...changes })
const idOf = (link: string): string => hashToken(tokenOf(link))

test('an invitation makes one account with its role and address', async () => {
	const owner = await createStaff('owner')
	const { link, mail } = await inviteColleague(owner, {
		email: 'Nia@Example.org',
		name: 'Nia',
		role: 'editor',
	})
	expect(mail).toBe('off')
	expect(await findInvitation(tokenOf(link))).toMatchObject({ email: 'nia@example.org', name: 'Nia' })
	const { token } = await accept(link, { email: 'someone-else@example.org' })
	expect(await findSession(token)).toMatchObject({ person: { email: 'nia@example.org', role: 'editor' } })
	expect(await findInvitation(tokenOf(link))).toBeNull()
	await expect(accept(link, { email: 'again@example.org' })).rejects.toMatchObject({ code: 'gone' })
	expect((await listInvitations(owner)).map(({ id }) => id)).not.toContain(idOf(link))
})

test('no row holds the token of a link', async () => {
	const { link } = await inviteColleague(await createStaff('owner'), { role: 'editor' })
	const rows = [await readDb().select().from(invitations), await readDb().select().from(auditEvents)]
	expect(JSON.stringify(rows)).not.toContain(tokenOf(link))
})

test('only owners and admins invite, nobody above the own role', async () => {
	for (const role of ['editor', 'moderator', 'contributor'] as const)
		await expect(inviteColleague(await createStaff(role), { role: 'contributor' })).rejects.toMatchObject({
			code: 'forbidden',
		})
	const admin = await createStaff('admin')
	await expect(inviteColleague(admin, { role: 'owner' })).rejects.toMatchObject({ code: 'forbidden' })
	expect((await inviteColleague(admin, { role: 'admin' })).link).toContain('/welcome?token=')
	for (const role of ['reader', 'king'])
		await expect(inviteColleague(admin, { role: role as 'reader' })).rejects.toMatchObject({ field: 'role' })
	const { link } = await inviteColleague(await createStaff('owner'), { role: 'owner' })
	await expect(renewInvitation(admin, idOf(link))).rejects.toMatchObject({ code: 'forbidden' })
})

test('an expired, revoked or replaced link opens nothing', async () => {
	const owner = await createStaff('owner')
	const [expired, revoked, replaced] = [
		await inviteColleague(owner, { role: 'editor' }),
		await inviteColleague(owner, { role: 'editor' }),
		await inviteColleague(owner, { role: 'editor' }),
	]
	const past = { expiresAt: new Date(Date.now() - 1) }
	await write(async (tx) => {
		await tx
			.update(invitations)
			.set(past)
			.where(eq(invitations.tokenHash, idOf(expired.link)))
	})
	await revokeInvitation(owner, idOf(revoked.link))
	const renewed = await renewInvitation(owner, idOf(replaced.link))
	for (const { link } of [expired, revoked, replaced])
		await expect(accept(link)).rejects.toMatchObject({ code: 'gone' })
	expect((await listInvitations(owner)).find(({ id }) => id === idOf(expired.link))?.expired).toBe(true)
	expect(await findInvitation(tokenOf(renewed.link))).toMatchObject({ role: 'editor' })
	await expect(revokeInvitation(owner, idOf(revoked.link))).rejects.toMatchObject({ code: 'not-found' })
})

test('an author keeps bylines and address with an account', async () => {
	const { editor: author, slug } = await liveStory()
	const owner = await createStaff('owner')
	const personId = author.person.id
	const { link } = await inviteColleague(owner, { role: 'editor', personId })
	const [before] = await readDb().select().from(people).where(eq(people.id, personId))
	const session = await accept(link, { name: 'Edith Marsh', email: 'edith@example.org' })
	expect(await findSession(session.token)).toMatchObject({ person: { id: personId, role: 'editor' } })
	const found = await findArticle(slug)
	expect(found).toMatchObject({ article: { bylines: [{ name: 'Edith Marsh', slug: before?.slug }] } })
	await expect(inviteColleague(owner, { role: 'editor', personId })).rejects.toMatchObject({
		code: 'conflict',
	})
})

test('an address with an account is refused by name', async () => {
	const known = { name: 'Rita', email: 'rita@example.org', password: PASSWORD, role: 'reader' } as const
	const owner = await createStaff('owner')
	const { link } = await inviteColleague(owner, { email: known.email, role: 'editor' })
	await addPerson(known)
	await expect(inviteColleague(owner, { email: 'Rita@example.org', role: 'editor' })).rejects.toMatchObject({
		code: 'conflict',
		field: 'email',
	})
	await expect(accept(link)).rejects.toMatchObject({ code: 'conflict' })
	expect(await findInvitation(tokenOf(link))).not.toBeNull()
})
