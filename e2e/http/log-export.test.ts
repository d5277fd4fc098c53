import { beforeAll, expect, test } from 'vitest'
import { write } from '@/db'
import { sessions } from '@/db/schema'
import { placeAd } from '@/domain/ads-desk'
import { moderateComment } from '@/domain/comments/moderate'
import { postComment } from '@/domain/comments/post'
import { sendReport } from '@/domain/notices/reports'
import { addPerson } from '@/domain/people'
import { createSession } from '@/domain/sessions'
import { SESSION_COOKIE } from '@/lib/cookies'
import type { Role } from '@/lib/roles'
import { sendRequest } from '../support/http-client'
import { liveStory, reader } from '../support/stories'
import { withServer } from './in-process-server'

const server = withServer()
const cookies: Partial<Record<Role, string>> = {}

beforeAll(async () => {
	for (const role of ['owner', 'editor'] as const) {
		const email = `${role}@example.org`
		const { id } = await addPerson({ name: `=A ${role}`, email, password: 'a good long password', role })
		cookies[role] = `${SESSION_COOKIE}=${(await write((tx) => createSession(tx, id))).token}`
		const viewer = { person: { id, name: role, email, role }, readerId: null }
		const ad = { text: 'Weekly.', url: 'https://example.org/', photoId: null }
		if (role === 'owner')
			for (let number = 0; number < 700; number += 1) await placeAd(viewer, { ...ad, title: `Ad ${number}` })
	}
})

const get = (path: string, role: Role | '' = '') =>
	sendRequest(server.address + path, { headers: role ? { Cookie: cookies[role] ?? '' } : {} })

test('the log is exported whole as CSV that holds no formula', async () => {
	const { status, headers, text } = await get('/desk/log/export?format=csv&kind=ad', 'owner')
	expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8'])
	expect(headers['content-disposition']).toBe('attachment; filename="log.csv"')
	const lines = text.trimEnd().split('\r\n')
	expect(lines).toHaveLength(701)
	expect(lines[1]).toContain(",'=A owner,place advertisement,ad:700,placed the advertisement “Ad 699”")
})

test('the log is exported as JSON', async () => {
	const { text } = await get('/desk/log/export?format=json&kind=ad&from=2020-01-01', 'owner')
	const events = JSON.parse(text)
	expect(events).toHaveLength(700)
	expect(events[0]).toMatchObject({ action: 'place advertisement', detail: { title: 'Ad 699' } })
	expect(JSON.parse((await get('/desk/log/export?format=json&to=2020-01-01', 'owner')).text)).toEqual([])
})

test('editors and strangers get no log', async () => {
	expect((await get('/desk/log/export?format=csv', 'editor')).status).toBe(403)
	expect((await get('/desk/log/export?format=csv')).status).toBe(401)
	expect((await get('/desk/log', 'editor')).status).toBe(403)
})

test('reports are exported without names, after a recent sign-in', async () => {
	const { editor, articleId } = await liveStory()
	const words = { name: 'Ada', email: 'ada@example.org', body: 'I saw it.', parentId: null }
	const { id: commentId } = await postComment(reader(), articleId, words)
	await moderateComment(editor, commentId, 'approved')
	const report = { commentId, reason: 'spam', explanation: 'Owen said so', goodFaith: false }
	await sendReport({ ...report, name: 'Owen', email: 'owen@example.org' })
	const { headers, text } = await get('/desk/reports/export?format=csv', 'editor')
	expect(headers['content-disposition']).toBe('attachment; filename="reports.csv"')
	expect(text).toContain(`report,1,${commentId},,spam,`)
	expect(text).not.toMatch(/Owen|@|Ada/i)
	const [row] = JSON.parse((await get('/desk/reports/export?format=json', 'editor')).text)
	expect(row).toMatchObject({ kind: 'report', what: 'spam' })
	await write((tx) => tx.update(sessions).set({ confirmedAt: new Date(0) }))
	const { status, headers: moved } = await get('/desk/reports/export?format=csv', 'editor')
	expect([status, moved.location]).toEqual([303, expect.stringContaining('/account/confirm')])
})
