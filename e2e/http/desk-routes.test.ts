import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { write } from '@/db'
import { people } from '@/db/schema'
import { addPhoto } from '@/domain/photos/add'
import { createSession } from '@/domain/sessions'
import { SESSION_COOKIE } from '@/lib/cookies'
import type { Role } from '@/lib/roles'
import { drawn } from '../support/photos'
import { createStaff } from '../support/stories'
import { withServer } from './in-process-server'

const server = withServer()
const SIGNED_IN: Role[] = ['reader', 'contributor', 'moderator', 'editor', 'admin', 'owner']
const cookies: Record<string, string> = { anonymous: '' }
let photo: number

beforeAll(async () => {
	for (const role of SIGNED_IN) {
		const { person } = await createStaff(role)
		const { token } = await write(async (tx) => {
			await tx.update(people).set({ role }).where(eq(people.id, person.id))
			return createSession(tx, person.id)
		})
		cookies[role] = `${SESSION_COOKIE}=${token}`
	}
	const bytes = new Uint8Array(await drawn(300, 200).jpeg().toBuffer())
	photo = (await addPhoto(await createStaff('editor'), { bytes })).id
})

async function post(role: string, path: string, fields: Record<string, string | Blob>, headers = {}) {
	const body = new FormData()
	for (const [name, value] of Object.entries(fields)) body.set(name, value)
	const cookie = cookies[role] ?? ''
	return fetch(server.address + path, { method: 'POST', body, headers: { cookie, ...headers } })
}

const statuses = async (path: string, fields: Record<string, string | Blob>) =>
	Object.fromEntries(
		await Promise.all(
			Object.keys(cookies).map(async (role) => [role, (await post(role, path, fields)).status] as const),
		),
	)

test('people without the photo permission cannot upload by script', async () => {
	const file = new Blob([new Uint8Array(await drawn(301, 200).jpeg().toBuffer())])
	expect(await statuses('/desk/photographs/upload', { photo: file })).toEqual({
		anonymous: 401,
		reader: 403,
		contributor: 200,
		moderator: 403,
		editor: 200,
		admin: 200,
		owner: 200,
	})
})

test('contributors cannot describe a photograph of another person', async () => {
	const path = '/desk/photographs/describe'
	const fields = { photo: String(photo), alt: 'A quay' }
	expect(await statuses(path, fields)).toMatchObject({ contributor: 403, moderator: 403, editor: 200 })
})

test('a refused upload names its reason', async () => {
	const refused = await post('editor', '/desk/photographs/upload', { photo: new Blob(['no picture']) })
	expect(refused.status).toBe(422)
	expect(await refused.json()).toMatchObject({
		field: 'photo',
		detail: expect.stringContaining('not a JPEG'),
	})
	expect((await post('editor', '/desk/photographs/upload', { photo: 'text' })).status).toBe(422)
	const unknown = { photo: '999', alt: 'A quay' }
	expect((await post('editor', '/desk/photographs/describe', unknown)).status).toBe(404)
})

test('another site cannot upload', async () => {
	const headers = { 'sec-fetch-site': 'cross-site' }
	expect((await post('editor', '/desk/photographs/upload', {}, headers)).status).toBe(403)
})
