import { eq } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { readDb, write } from '@/db'
import { auditEvents, invitations } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { startMailbox } from '@/e2e/support/mailbox'
import { acceptInvitation } from './invitations'
import { isOpenPasswordLink, mailPasswordReset, makePasswordLink, setPasswordByLink } from './password-links'
import { addPerson } from './people'
import type { StaffViewer } from './permissions'
import { changeRole, disablePerson } from './person-access'
import { findSession, hashToken, signIn } from './sessions'

withDatabase()

const OLD = 'press no. 1 of it'
const NEW = 'another long password'

async function account(role: 'owner' | 'admin' | 'editor'): Promise<StaffViewer & { email: string }> {
	const email = `${crypto.randomUUID()}@example.org`
	const { id } = await addPerson({ name: `An ${role}`, email, password: OLD, role })
	return { person: { id, name: `An ${role}`, email, role }, readerId: null, email }
}

const tokenOf = (link: string): string => new URL(link).searchParams.get('token') ?? ''

test('a link sets the password once and ends all sessions and links', async () => {
	const [owner, editor] = [await account('owner'), await account('editor')]
	const { token } = await signIn(editor.email, OLD)
	const [first, second] = [
		await makePasswordLink(owner, editor.person.id),
		await makePasswordLink(owner, editor.person.id),
	]
	await expect(setPasswordByLink(tokenOf(first.link), 'short')).rejects.toMatchObject({ field: 'password' })
	await setPasswordByLink(tokenOf(first.link), NEW)
	expect(await findSession(token)).toBeNull()
	await expect(signIn(editor.email, OLD)).rejects.toMatchObject({ code: 'unauthenticated' })
	await signIn(editor.email, NEW)
	for (const { link } of [first, second])
		await expect(setPasswordByLink(tokenOf(link), NEW)).rejects.toMatchObject({ code: 'gone' })
	const rows = [await readDb().select().from(invitations), await readDb().select().from(auditEvents)]
	expect(JSON.stringify(rows)).not.toContain(tokenOf(first.link))
})

test('expired links, other kinds and links of disabled people set nothing', async () => {
	const owner = await account('owner')
	const [late, gone] = [await account('editor'), await account('editor')]
	const links = [
		await makePasswordLink(owner, late.person.id),
		await makePasswordLink(owner, gone.person.id),
	].map(({ link }) => tokenOf(link))
	const [expired = '', disabled = ''] = links
	await write(async (tx) => {
		const past = { expiresAt: new Date(Date.now() - 1) }
		await tx
			.update(invitations)
			.set(past)
			.where(eq(invitations.tokenHash, hashToken(expired)))
	})
	await disablePerson(owner, gone.person.id)
	for (const token of [expired, disabled, '']) {
		expect(await isOpenPasswordLink(token)).toBe(false)
		await expect(setPasswordByLink(token, NEW)).rejects.toMatchObject({ code: 'gone' })
	}
	const { link } = await makePasswordLink(owner, late.person.id)
	const person = { name: 'Eve', email: 'eve@example.org', password: NEW }
	await expect(acceptInvitation(tokenOf(link), person)).rejects.toMatchObject({ code: 'gone' })
})

test('links for a higher role are refused, and demotion revokes links', async () => {
	const [owner, admin, editor] = [await account('owner'), await account('admin'), await account('editor')]
	await expect(makePasswordLink(admin, owner.person.id)).rejects.toMatchObject({ code: 'forbidden' })
	await expect(makePasswordLink(editor, editor.person.id)).rejects.toMatchObject({ code: 'forbidden' })
	const { link } = await makePasswordLink(admin, editor.person.id)
	await changeRole(owner, admin.person.id, 'editor')
	expect(await isOpenPasswordLink(tokenOf(link))).toBe(false)
})

test('a mail goes to known addresses alone', async () => {
	vi.stubEnv('SITE_URL', 'https://news.example.org')
	const received = await startMailbox()
	const editor = await account('editor')
	await mailPasswordReset('nobody@example.org')
	await mailPasswordReset(editor.email)
	expect(received.map(({ to }) => to)).toEqual([[editor.email]])
	const link = /https:\/\/news\.example\.org\/password\?token=\S+/.exec(received[0]?.text ?? '')?.[0] ?? ''
	await setPasswordByLink(tokenOf(link), NEW)
	await signIn(editor.email, NEW)
})
