import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { isConfirmField } from '@/lib/confirm-fields'
import { groupValues } from '@/lib/form-values'
import type { SubmittedForm } from '@/lib/request-context'
import { encodeMultipart, type Part, parseMultipart } from './multipart'

/** A valid desk form, re-encoded by this server, or the reason of its rejection. */
export type CheckedForm = { kind: 'form'; request: IncomingMessage } | RejectedDeskForm

export type RejectedDeskForm = { kind: 'rejected'; status: number; message: string; parts: Part[] }

/** Server Action ids, with patterns of the pages that use them. */
export type Actions = Map<string, RegExp[]>

const MALFORMED =
	'The form did not arrive as the desk sends it. Please load the page again and send it once more.'
const OUTDATED =
	'The site has been updated since this page was opened, so nothing was saved. Please load the page again.'

/** Reads the Server Actions of the build; empty if the manifest is missing. */
export function readActions(buildDir: string): Actions {
	const manifest = join(buildDir, 'server/server-reference-manifest.json')
	if (!existsSync(manifest)) return new Map()
	const { node } = JSON.parse(readFileSync(manifest, 'utf8')) as {
		node: Record<string, { workers: Record<string, unknown> }>
	}
	return new Map(Object.entries(node).map(([id, { workers }]) => [id, Object.keys(workers).map(pagePattern)]))
}

/** Path pattern of an entry such as `app/desk/stories/[id]/page`. */
function pagePattern(worker: string): RegExp {
	const path = worker
		.replace(/^app/, '')
		.replace(/\/page$/, '')
		.replace(/\/\([^)]+\)/g, '')
	return new RegExp(`^${path.replace(/\[[^\]]+\]/g, '[^/]+')}$`)
}

/**
 * Validates a desk form before Next parses it. Next decodes any request that names an action, and fails with
 * 500 on many malformed ones. Each action here takes exactly a state and a form; other arguments are rejected.
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

/** Whether a call of Next's client has the arguments `[state, "$K1"]` and its form fields under prefix `_1_`. */
function hasArguments(parts: Part[]): boolean {
	const roots = parts.filter(({ name }) => name === '0')
	const others = parts.filter(({ name }) => name !== '0')
	const [root] = roots
	if (
		!root ||
		roots.length > 1 ||
		root.fileName !== null ||
		!others.every(({ name }) => name.startsWith('_1_'))
	)
		return false
	const given = parseJson(root)
	return Array.isArray(given) && given.length === 2 && isPlainData(given[0]) && given[1] === '$K1'
}

/** Action id of a form sent without JavaScript, from the hidden fields for action and state; null if malformed. */
function actionId(parts: Part[]): string | null {
	const fields = new Map<string, Part>()
	for (const part of parts) {
		if (!part.name.startsWith('$ACTION')) continue
		if (fields.has(part.name) || part.fileName !== null) return null
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

/** Depth limit of a form state, which is a record of strings and lists. */
const DEPTH_MAX = 5

/** Whether a value is plain data, without React's `$` references to other parts, functions or files. */
function isPlainData(value: unknown, depth = 0): boolean {
	if (typeof value === 'string')
		return !value.startsWith('$') || value.startsWith('$$') || value === '$undefined'
	if (typeof value !== 'object' || value === null) return value !== undefined
	if (depth >= DEPTH_MAX || Object.hasOwn(value, '__proto__')) return false
	return Object.values(value).every((each) => isPlainData(each, depth + 1))
}

/** Text fields and file names of a form, without the fields of the Server Action. */
export function submittedForm(parts: Part[]): SubmittedForm {
	const own = parts.filter(({ name }) => !name.startsWith('$ACTION') && !isConfirmField(name))
	const texts = own.filter(({ fileName }) => fileName === null)
	return {
		values: groupValues(texts.map(({ name, body }) => [name, body.toString()])),
		files: own.flatMap(({ fileName }) => (fileName ? [fileName] : [])),
	}
}

/** Headers removed for Next: those it prefers to `Host` in its origin check, and those of forwarded actions. */
const FORWARDED_HEADERS = [
	'x-forwarded-host',
	'x-forwarded-proto',
	'forwarded',
	'x-action-forwarded',
	'x-action-redirect',
]

function rebuiltRequest(request: IncomingMessage, parts: Part[]): IncomingMessage {
	const boundary = `----square${randomBytes(18).toString('hex')}`
	const rebuilt = new ChunkedRequest(request, encodeMultipart(parts.filter(isFilled), boundary))
	const headers: Record<string, string | string[] | undefined> = { ...request.headers }
	for (const name of FORWARDED_HEADERS) delete headers[name]
	rebuilt.headers = {
		...headers,
		'content-type': `multipart/form-data; boundary=${boundary}`,
		'content-length': String(rebuilt.bytes),
		// The origin was checked by `request-guard.ts`; Next compares origin and host as strings.
		...(headers.origin !== undefined && { origin: `http://${headers.host}` }),
	}
	return rebuilt
}

/** False for a file field without a file, which Next would name `blob`. */
const isFilled = ({ fileName, body }: Part): boolean => fileName !== '' || body.length > 0

const CHUNK_BYTES = 64 * 1024

/** A request with its body in memory, read one chunk per turn of the event loop. */
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
		// Required: without it Node requests no further read after a push from a later turn.
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
