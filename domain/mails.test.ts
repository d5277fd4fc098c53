import { expect, test, vi } from 'vitest'
import { withDatabase } from '@/db/testing'
import { startMailbox } from '@/e2e/support/mailbox'
import { createStaff } from '@/e2e/support/stories'
import { inviteColleague, listInvitations, renewInvitation } from './invite'
import { changeSettings } from './settings'

withDatabase()

test('an invitation is mailed with a link of the configured origin', async () => {
	vi.stubEnv('SITE_URL', 'https://news.example.org')
	const received = await startMailbox()
	const owner = await createStaff('owner', 'Owen Tarn')
	await changeSettings(owner, { siteName: 'Küstenbote' })
	const { link, mail } = await inviteColleague(owner, {
		email: 'ada@example.org',
		name: 'Ada Byron',
		role: 'editor',
	})
	expect(mail).toBe('sent')
	expect(link).toMatch(/^https:\/\/news\.example\.org\/welcome\?token=[\w-]{32}$/)
	expect(received[0]?.to).toEqual(['ada@example.org'])
	expect(received[0]?.text).toContain(`\n\n${link}\n\n`)
	expect(received[0]?.text).toContain('Owen Tarn invites you to the newsroom of Küstenbote')
	const [invitation] = await listInvitations(owner)
	const again = await renewInvitation(owner, invitation?.id ?? '')
	expect(again.link).not.toBe(link)
	expect(received[1]?.text).toContain(again.link)
})

test('an invitation is made although its mail fails', async () => {
	const log = vi.spyOn(console, 'error').mockImplementation(() => {})
	vi.stubEnv('SMTP_URL', 'smtp://127.0.0.1:1')
	const owner = await createStaff('owner')
	const { link, mail } = await inviteColleague(owner, { email: 'nia@example.org', role: 'editor' })
	expect(mail).toBe('failed')
	expect((await listInvitations(owner)).map(({ email }) => email)).toContain('nia@example.org')
	expect(JSON.stringify(log.mock.calls)).not.toContain(new URL(link).searchParams.get('token'))
	log.mockRestore()
	vi.unstubAllEnvs()
})
