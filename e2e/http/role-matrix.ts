import { eq } from 'drizzle-orm'
import { readDb } from '@/db'
import { articles, people, photos } from '@/db/schema'
import type { DatabaseState } from '../support/database-state'
import { encodedForm } from '../support/desk-form'
import { type HttpResponse, type RequestOptions, sendRequest } from '../support/http-client'
import { type FilledForm, formsOf } from './desk-pages'
import { mayOpen, maySend, type Subject } from './role-matrix-rules'
import { ASKERS, type Asker } from './role-rules'

/** A request of the desk, as one asker sends it. */
export type Cell = {
	asker: string
	path: string
	/** Form and button, page, or route: what the asker tries. */
	what: string
	url: string
	options: RequestOptions
}

export type Sender = (cell: Cell) => Promise<HttpResponse>

export const sendCell: Sender = ({ url, options }) => sendRequest(url, options)

/** Refusals for want of a session, a permission, or an object that the asker may see. */
const REFUSED =
	/may not |may change|second factor|not kept any more|Please sign in|There is no such|no such |not (one of|part of|on) /i

/**
 * Sends cells that have to be refused, and returns those that were not: an answer without a refusal, a change in the
 * database, or text of an object that the asker may not see.
 */
export async function findHoles(
	state: DatabaseState,
	cells: Cell[],
	{ send, secrets }: { send: Sender; secrets: string[] },
): Promise<string[]> {
	const holes: string[] = []
	const hash = state.hash()
	for (const cell of cells) {
		const { status, text, headers } = await send(cell)
		const name = `${cell.asker}: ${cell.what} ${cell.path}`
		// A refusal within a transaction may commit, and changes no row.
		if (state.isTouched()) {
			if (state.hash() !== hash) holes.push(`${name} changed the database (${status})`)
			state.restore()
		}
		if (!isRefusal(cell, status, text, headers.location))
			holes.push(`${name} was not refused (${status}): ${text.slice(0, 200)}`)
		const leaked = secrets.filter((secret) => text.includes(secret) && !sentBy(cell, secret))
		if (leaked.length > 0) holes.push(`${name} shows ${leaked.join(', ')}`)
	}
	return holes
}

/** An asker's own request may come back with its values. */
const sentBy = ({ options }: Cell, secret: string): boolean => (options.body ?? '').includes(secret)

function isRefusal({ options }: Cell, status: number, text: string, location = ''): boolean {
	if ([401, 403, 404, 410].includes(status)) return true
	if (status === 303 || status === 307) return /^\/(sign-in|account)/.test(location)
	const message = /"message":"((?:[^"\\]|\\.)*)"/.exec(text)?.[1] ?? ''
	return options.method === 'POST' && REFUSED.test(message)
}

/**
 * The same fields as the desk's script sends them, whose answer is the state of the form without a page.
 *
 * @throws for fields without a Server Action
 */
async function scriptRequest(page: string, cookie: string, fields: FormData): Promise<RequestOptions> {
	// A time, without which the form is refused whoever sends it.
	if (fields.get('at') === '') fields.set('at', '2099-01-01T12:00')
	const [, action] = [...fields].find(([name]) => /^\$ACTION_\d+:0$/.test(name)) ?? []
	const { id } = JSON.parse(String(action)) as { id: string }
	const sent = new FormData()
	for (const [name, value] of fields)
		if (!name.startsWith('$ACTION')) sent.append(`_1_${name}`, value as string)
	sent.append('_1_stay', 'yes')
	// React reads the fields of the form as far as they precede the arguments.
	sent.append('0', JSON.stringify([{}, '$K1']))
	const request = await encodedForm(page, cookie, sent)
	return { ...request, headers: { ...request.headers, Accept: 'text/x-component', 'Next-Action': id } }
}

export async function formCell(
	address: string,
	{ path, form, button, fields }: FilledForm & { path: string },
	asker: string,
	cookie: string,
): Promise<Cell> {
	const url = address + path
	return { asker, path, what: `${form} ${button}`, url, options: await scriptRequest(url, cookie, fields) }
}

export const pageCell = (address: string, path: string, asker: string, cookie: string): Cell => ({
	asker,
	path,
	what: 'page',
	url: address + path,
	options: { headers: { ...(cookie && { Cookie: cookie }), Accept: 'text/html' } },
})

type Matrix = {
	address: string
	/** Pages of the desk as served to the owner, by path. */
	pages: Map<string, string>
	cookies: Record<Asker, string>
	ids: Partial<Record<Asker, string>>
}

/** The cells that the rules refuse, and the number of all cells: each asker with each form, button and page. */
export async function refusedCells({ address, pages, cookies, ids }: Matrix) {
	const cells: Cell[] = []
	let all = 0
	for (const [path, html] of pages) {
		const subject = await subjectOf(path)
		const forms = formsOf(html).map((form) => ({ ...form, path }))
		for (const asker of ASKERS) {
			const cookie = cookies[asker]
			const asking = { asker, path, subject, own: subject !== null && subject.personId === ids[asker] }
			for (const form of forms)
				if (!maySend({ ...form, ...asking })) cells.push(await formCell(address, form, asker, cookie))
			if (!mayOpen(asking)) cells.push(pageCell(address, path, asker, cookie))
			all += forms.length + 1
		}
	}
	return { cells, all }
}

const SUBJECT = /^\/desk\/(stories|photographs|people)\/([\w-]+)/

async function subjectOf(path: string): Promise<Subject | null> {
	const [, kind, id = ''] = SUBJECT.exec(path) ?? []
	const table = kind === 'stories' ? articles : photos
	const [made] =
		kind === 'people'
			? []
			: await readDb()
					.select()
					.from(table)
					.where(eq(table.id, Number(id)))
	const personId = kind === 'people' ? id : (made?.createdBy ?? '')
	const [person] = kind ? await readDb().select().from(people).where(eq(people.id, personId)) : []
	return person ? { personId, role: person.role } : null
}

/** Control: a server that does not look at the role of a request. */
export const permissive =
	(cookie: string): Sender =>
	(cell) =>
		sendCell({ ...cell, options: { ...cell.options, headers: { ...cell.options.headers, Cookie: cookie } } })
