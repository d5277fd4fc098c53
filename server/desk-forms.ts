import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { IncomingMessage } from 'node:http'
import { encodeMultipart, type Part, parseMultipart } from './multipart'

/** A form that is as the desk's pages send it, in bytes written here; or why it is not let in. */
export type CheckedForm = { kind: 'form'; request: IncomingMessage } | RejectedDeskForm

export type RejectedDeskForm = { kind: 'rejected'; status: number; message: string; parts: Part[] }

/** Actions by id, with the pages whose forms call them. */
export type Actions = Map<string, RegExp[]>

const MALFORMED =
	'The form did not arrive as the desk sends it. Please load the page again and send it once more.'
const OUTDATED =
	'The site has been updated since this page was opened, so nothing was saved. Please load the page again.'

/** The actions that the build lists. */
export function readActions(manifest = '.next/server/server-reference-manifest.json'): Actions {
	if (!existsSync(manifest)) return new Map()
	const { node } = JSON.parse(readFileSync(manifest, 'utf8')) as {
		node: Record<string, { workers: Record<string, unknown> }>
	}
	return new Map(Object.entries(node).map(([id, { workers }]) => [id, Object.keys(workers).map(pagePattern)]))
}

/** `app/desk/stories/[id]/page` as the addresses it answers to. */
function pagePattern(worker: string): RegExp {
	const path = worker
		.replace(/^app/, '')
		.replace(/\/page$/, '')
		.replace(/\/\([^)]+\)/g, '')
	return new RegExp(`^${path.replace(/\[[^\]]+\]/g, '[^/]+')}$`)
}

/**
 * Reads a form of the desk before Next does. Next decodes whatever calls itself an action and fails with 500 on
 * much of it; every action here takes a state and a form, and nothing else is let through.
 */
export async function checkDeskForm(request: IncomingMessage, actions: Actions): Promise<CheckedForm> {
	const chunks: Buffer[] = []
	for await (const chunk of request) chunks.push(chunk as Buffer)
	const { 'content-type': type, 'next-action': called } = request.headers
	const parts = await parseMultipart(Buffer.concat(chunks), type)
	if (!parts) return { kind: 'rejected', status: 400, message: MALFORMED, parts: [] }
	const id = called === undefined ? actionId(parts) : hasArguments(parts) && String(called)
	if (!id) return { kind: 'rejected', status: 400, message: MALFORMED, parts }
	const [path = ''] = (request.url ?? '').split('?', 1)
	const isHere = actions.get(id)?.some((page) => page.test(path)) ?? false
	if (!isHere) return { kind: 'rejected', status: 404, message: OUTDATED, parts }
	return { kind: 'form', request: rebuiltRequest(request, parts) }
}

/** A call by a script: its arguments, and the fields of the form under the prefix that they name. */
function hasArguments(parts: Part[]): boolean {
	const roots = parts.filter(({ name }) => name === '0')
	const others = parts.filter(({ name }) => name !== '0')
	const [root] = roots
	if (!root || roots.length > 1 || root.isFile || !others.every(({ name }) => name.startsWith('_1_')))
		return false
	const given = parseJson(root)
	return Array.isArray(given) && given.length === 2 && isPlainData(given[0]) && given[1] === '$K1'
}

/** A form sent without a script names its action, and the state it was rendered with, in hidden fields. */
function actionId(parts: Part[]): string | null {
	const fields = new Map<string, Part>()
	for (const part of parts) {
		if (!part.name.startsWith('$ACTION')) continue
		if (fields.has(part.name) || part.isFile) return null
		fields.set(part.name, part)
	}
	const number = [...fields.keys()].join(' ').match(/\$ACTION_REF_(\d{1,4})(?= |$)/)?.[1]
	const names = [`$ACTION_REF_${number}`, `$ACTION_${number}:0`, `$ACTION_${number}:1`]
	const known = new Set([...names, '$ACTION_KEY'])
	if (!names.every((name) => fields.has(name)) || [...fields.keys()].some((name) => !known.has(name)))
		return null
	const [, action, bound] = names.map((name) => parseJson(fields.get(name) as Part))
	if (!Array.isArray(bound) || bound.length !== 1 || !isPlainData(bound[0])) return null
	if (typeof action !== 'object' || action === null || Object.keys(action).sort().join() !== 'bound,id')
		return null
	const { id, bound: reference } = action as { id: unknown; bound: unknown }
	return typeof id === 'string' && reference === '$@1' ? id : null
}

function parseJson({ body }: Part): unknown {
	try {
		return JSON.parse(body.toString())
	} catch {
		return undefined
	}
}

/** A form's state is a record of texts and lists. */
const DEPTH_MAX = 5

/** Data alone: no reference of React's to other parts, to functions or to files. */
function isPlainData(value: unknown, depth = 0): boolean {
	if (typeof value === 'string')
		return !value.startsWith('$') || value.startsWith('$$') || value === '$undefined'
	if (typeof value !== 'object' || value === null) return value !== undefined
	if (depth >= DEPTH_MAX || Object.hasOwn(value, '__proto__')) return false
	return Object.values(value).every((each) => isPlainData(each, depth + 1))
}

/** The texts in a form, to be given back. */
export const textFields = (parts: Part[]): Record<string, string> =>
	Object.fromEntries(
		parts
			.filter(({ name, isFile }) => !isFile && !name.startsWith('$ACTION'))
			.map(({ name, body }) => [name, body.toString()]),
	)

/** Headers by which Next would look for a form's origin elsewhere than in its host. */
const FORWARDED_HEADERS = [
	'x-forwarded-host',
	'x-forwarded-proto',
	'forwarded',
	'x-action-forwarded',
	'x-action-redirect',
]

function rebuiltRequest(request: IncomingMessage, parts: Part[]): IncomingMessage {
	const boundary = `----square${randomBytes(18).toString('hex')}`
	const rebuilt = new ChunkedRequest(request, encodeMultipart(parts, boundary))
	const headers: Record<string, string | string[] | undefined> = { ...request.headers }
	for (const name of FORWARDED_HEADERS) delete headers[name]
	rebuilt.headers = {
		...headers,
		'content-type': `multipart/form-data; boundary=${boundary}`,
		'content-length': String(rebuilt.bytes),
		// It is from here, as has been checked; Next compares the two letter by letter.
		...(headers.origin !== undefined && { origin: `http://${headers.host}` }),
	}
	return rebuilt
}

const CHUNK_BYTES = 64 * 1024

/** A request whose body is in memory, and is read in turns. */
class ChunkedRequest extends IncomingMessage {
	readonly bytes: number
	readonly #chunks: Buffer[]

	constructor(request: IncomingMessage, bodies: Buffer[]) {
		super(request.socket)
		const { method, url, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request
		Object.assign(this, { method, url, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor })
		this.complete = true
		this.bytes = bodies.reduce((sum, { length }) => sum + length, 0)
		this.#chunks = bodies.filter(({ length }) => length > 0)
	}

	override _read(size: number): void {
		// Node's own ends the state in which a push from another turn is followed by no further read.
		super._read(size)
		const chunk = this.#chunks.shift()
		if (chunk === undefined || chunk.length <= CHUNK_BYTES) {
			this.push(chunk ?? null)
			return
		}
		this.#chunks.unshift(chunk.subarray(CHUNK_BYTES))
		setImmediate(() => this.push(chunk.subarray(0, CHUNK_BYTES)))
	}
}
