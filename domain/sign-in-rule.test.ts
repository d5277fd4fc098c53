import { expect, test } from 'vitest'
import { readDb } from '@/db'
import { auditEvents } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { addAuthenticator } from '@/e2e/support/factors'
import { createStaff } from '@/e2e/support/stories'
import { addPerson } from './people'
import { authorize, can, type Viewer } from './permissions'
import { findSession, signIn } from './sessions'
import { changeSignInRule, signInRule } from './sign-in-rule'

withDatabase()

const PASSWORD = 'engine no. 1'

async function signedIn(role: 'editor' | 'reader') {
	const account = { name: `A ${role}`, email: `${role}@example.org`, password: PASSWORD, role }
	await addPerson(account)
	const { token } = await signIn(account.email, PASSWORD)
	return async (): Promise<Viewer & { person: NonNullable<Viewer['person']> }> => {
		const found = await findSession(token)
		if (!found) throw new Error('The session has ended.')
		return { person: found.person, session: found.session, readerId: null }
	}
}

test('the desk is closed to staff without a required second factor', async () => {
	const [editor, reader] = [await signedIn('editor'), await signedIn('reader')]
	const owner = await createStaff('owner')
	expect([await signInRule(), can(await editor(), 'write stories')]).toEqual(['nothing', true])
	await expect(changeSignInRule(await editor(), 'second factor')).rejects.toMatchObject({ code: 'forbidden' })
	await expect(changeSignInRule(owner, 'a charm')).rejects.toMatchObject({ code: 'invalid' })
	await changeSignInRule(owner, 'second factor')
	const closed = await editor()
	expect([closed.session?.lacksFactor, (await reader()).session?.lacksFactor]).toEqual([true, false])
	for (const permission of ['enter the desk', 'write stories', 'keep photographs'] as const) {
		expect(can(closed, permission)).toBe(false)
		expect(() => authorize(closed, permission)).toThrow('second factor')
	}
	await addAuthenticator(closed)
	expect(can(await editor(), 'write stories')).toBe(true)
	await changeSignInRule(owner, 'nothing')
	expect(await signInRule()).toBe('nothing')
})

test('concurrent changes of the rule name the value that each replaced', async () => {
	const owner = await createStaff('owner')
	const rules = ['second factor', 'nothing', 'second factor', 'second factor', 'nothing']
	await Promise.all(rules.map((rule) => changeSignInRule(owner, rule)))
	const events = (await readDb().select().from(auditEvents).orderBy(auditEvents.id)).filter(
		({ action, personId }) => action === 'change sign-in rule' && personId === owner.person.id,
	)
	expect(events.map(({ detail }) => detail)).toEqual([
		{ from: { rule: 'nothing' }, to: { rule: 'second factor' } },
		{ from: { rule: 'second factor' }, to: { rule: 'nothing' } },
		{ from: { rule: 'nothing' }, to: { rule: 'second factor' } },
		{ from: { rule: 'second factor' }, to: { rule: 'nothing' } },
	])
})
