import { IncomingMessage } from 'node:http'
import { createRequire } from 'node:module'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { EMPTY_STATE } from '@/components/desk/form/form-state'
import { type Actions, checkDeskForm, submittedForm } from './desk-forms'

const { encodeReply } = createRequire(import.meta.url)(
	'next/dist/compiled/react-server-dom-turbopack/client.browser',
) as { encodeReply: (args: unknown[]) => Promise<FormData> }

const ID = '7f01'
const ACTIONS: Actions = new Map([[ID, [/^\/desk\/stories\/[^/]+$/]]])
const STATE = '{"message":null,"values":{"body":["$$1"]},"story":"$undefined"}'

type Fields = [name: string, value: string][]

function posted(fields: Fields, { url = '/desk/stories/1', called }: { url?: string; called?: string } = {}) {
	const request = new IncomingMessage(new Socket())
	const body = fields.map(
		([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
	)
	Object.assign(request, { method: 'POST', url })
	request.headers = {
		'content-type': 'multipart/form-data; boundary=x',
		host: 'news.example',
		origin: 'https://news.example',
		'x-forwarded-host': 'evil.test',
		...(called !== undefined && { 'next-action': called }),
	}
	request.push(`${body.join('')}--x--`)
	request.push(null)
	return request
}

const check = (...given: Parameters<typeof posted>) => checkDeskForm(posted(...given), ACTIONS)

const inForm = (action = `{"id":"${ID}","bound":"$@1"}`, state = `[${STATE}]`): Fields => [
	['$ACTION_REF_1', ''],
	['$ACTION_1:0', action],
	['$ACTION_1:1', state],
	['$ACTION_KEY', 'k1'],
	['headline', 'The $1 bridge'],
]
const inCall = (root = `[${STATE},"$K1"]`): Fields => [
	['_1_headline', 'The $1 bridge'],
	['0', root],
]

test('a valid desk form is re-encoded with every field', async () => {
	for (const checked of [await check(inForm()), await check(inCall(), { called: ID })]) {
		if (checked.kind !== 'form') throw new Error('The form was refused.')
		const { headers } = checked.request
		const chunks: Buffer[] = []
		for await (const chunk of checked.request) chunks.push(chunk)
		const body = Buffer.concat(chunks)
		expect(headers['content-length']).toBe(String(body.length))
		expect([headers['x-forwarded-host'], headers.origin]).toEqual([undefined, 'http://news.example'])
		const form = await new Response(body, {
			headers: { 'Content-Type': headers['content-type'] ?? '' },
		}).formData()
		expect([...form.values()]).toContain('The $1 bridge')
	}
})

test('a call of Next’s own client is accepted', async () => {
	const data = new FormData()
	data.append('headline', 'The bridge')
	data.append('stay', 'yes')
	data.append('photo', new File([new Uint8Array(100_000)], 'bridge.jpg', { type: 'image/jpeg' }))
	for (const state of [EMPTY_STATE, { ...EMPTY_STATE, values: { body: ['$1 and $K1'] }, story: undefined }]) {
		const encoded = new Response(await encodeReply([state, data]))
		const whole = Object.assign(new IncomingMessage(new Socket()), { method: 'POST', url: '/desk/stories/1' })
		const type = encoded.headers.get('content-type') ?? ''
		whole.headers = { 'content-type': type, host: 'news.example', 'next-action': ID }
		whole.push(Buffer.from(await encoded.arrayBuffer()))
		whole.push(null)
		expect(await checkDeskForm(whole, ACTIONS)).toMatchObject({ kind: 'form' })
	}
})

test('a file field without a file is left out', async () => {
	const checked = await check([...inForm(), ['photo"; filename="', '']])
	if (checked.kind !== 'form') throw new Error('The form was refused.')
	const body = await checked.request.reduce((text, chunk) => text + chunk, '')
	expect(body).toContain('name="headline"')
	expect(body).not.toContain('name="photo"')
})

test.each<[string, Fields]>([
	['no action', [['headline', 'A']]],
	['an action by its name alone', [['$ACTION_ID_7f01', '']]],
	['a reference without its fields', [['$ACTION_REF_1', '']]],
	['two references', [...inForm(), ['$ACTION_REF_2', '']]],
	['a field given twice', [...inForm(), ['$ACTION_1:0', '{}']]],
	['an unknown field of React’s', [...inForm(), ['$ACTION_1:2', '{}']]],
	['no JSON', inForm('{')],
	['no object', inForm('null')],
	['another reference', inForm(`{"id":"${ID}","bound":"$@0"}`)],
	['more than an action holds', inForm(`{"id":"${ID}","bound":"$@1","then":"$1"}`)],
	['no state', inForm(undefined, '[]')],
	['two states', inForm(undefined, `[${STATE},${STATE}]`)],
	['a reference within the state', inForm(undefined, '[{"message":"$1:__proto__:then"}]')],
	['a server reference within the state', inForm(undefined, '[{"values":["$h1"]}]')],
	['a prototype', inForm(undefined, '[{"__proto__":{"a":1}}]')],
	['a deep state', inForm(undefined, `${'['.repeat(9_000)}${']'.repeat(9_000)}`)],
])('a form with %s is rejected', async (_, fields) => {
	expect(await check(fields)).toMatchObject({ kind: 'rejected', status: 400 })
})

test.each<[string, Fields]>([
	['no parts', []],
	['no arguments', inCall('[]')],
	['no form', inCall(`[${STATE}]`)],
	['a text for a form', inCall(`[${STATE},"a"]`)],
	['another form', inCall(`[${STATE},"$K2"]`)],
	['a promise', inCall('["$@1","$K1"]')],
	['an object', inCall('{"then":"$1:then"}')],
	['a further part', [...inCall(), ['2', '"$@0"']]],
	['two roots', [...inCall(), ['0', '[]']]],
])('a call with %s is rejected', async (_, fields) => {
	expect(await check(fields, { called: ID })).toMatchObject({ kind: 'rejected', status: 400 })
})

test('another page’s action is rejected with the typed text', async () => {
	const elsewhere = await check(inForm(), { url: '/desk/settings' })
	expect(elsewhere).toMatchObject({ kind: 'rejected', status: 404 })
	if (elsewhere.kind === 'rejected')
		expect(submittedForm(elsewhere.parts).values).toEqual({ headline: ['The $1 bridge'] })
	for (const called of ['00', '__proto__', 'constructor', ''])
		expect(await check(inCall(), { called })).toMatchObject({ kind: 'rejected' })
})

test('submittedForm keeps repeated fields and file names', () => {
	const part = (name: string, text: string, fileName: string | null = null) => ({
		...{ head: '', name, fileName },
		body: Buffer.from(text),
	})
	const parts = [
		part('bylines', 'mara-ellison'),
		part('bylines', 'tom-okafor'),
		part('photo', 'bytes', 'quay.jpg'),
		part('other', '', ''),
		part('$ACTION_KEY', 'k1'),
	]
	expect(submittedForm(parts)).toEqual({
		values: { bylines: ['mara-ellison', 'tom-okafor'] },
		files: ['quay.jpg'],
	})
})

test('a form larger than one chunk is read completely', async () => {
	const long = 'x'.repeat(300_000)
	const checked = await check([...inForm(), ['bodyText', long]])
	if (checked.kind !== 'form') throw new Error(checked.message)
	// Reads by events, as Next does.
	const bytes = await new Promise<number>((resolve) => {
		let sum = 0
		checked.request.on('data', (chunk: Buffer) => {
			sum += chunk.length
		})
		checked.request.on('end', () => resolve(sum))
	})
	expect(bytes).toBe(Number(checked.request.headers['content-length']))
})
