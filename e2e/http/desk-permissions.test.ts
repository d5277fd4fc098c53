import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROLES } from '@/lib/roles'
import { type DatabaseState, keepDatabase } from '../support/database-state'
import { encodedForm } from '../support/desk-form'
import { sendRequest } from '../support/http-client'
import { firstOfEach, formsOf, linkedPages, showPage, templateOf } from './desk-pages'
import { type DeskSite, fillSite } from './desk-site'
import { withServer } from './in-process-server'
import { FORMS } from './role-rules'

const server = withServer()

/** Pages that no link leads to. */
const UNLINKED = ['unsaved/page.tsx']

/** Messages of refusals for a missing permission. */
const FORBIDDEN = /\bmay (not|change|edit)\b/

let cookies: DeskSite['cookies']
let state: DatabaseState
let paths: string[]

beforeAll(async () => {
	cookies = (await fillSite()).cookies
	state = keepDatabase()
	paths = [...(await linkedPages(server.address, cookies.owner)).keys()]
})

afterAll(() => state.close())

/** The error message of a form shown again; null for an accepted form. */
const alertOf = (html: string): string | null =>
	/role="alert"[^>]*>\s*<p>([\s\S]*?)<\/p>/.exec(html)?.[1] ?? null

test('links of the desk reach every page', () => {
	const files = readdirSync('app/desk', { recursive: true, encoding: 'utf8' })
	const pages = files.filter((file) => /(^|\/)page\.tsx$/.test(file) && !UNLINKED.includes(file))
	const unreached = pages.filter((file) => {
		const route = `/desk/${file.replace(/\/?page\.tsx$/, '')}`
			.replace(/\/$/, '')
			.replaceAll(/\[\w+\]/g, '[\\w-]+')
		return !paths.some((path) => new RegExp(`^${route}(\\?|$)`).test(path))
	})
	expect(unreached).toEqual([])
})

/** A form that is offered for a few seconds after a decision. */
const UNDO = 'undo-trash'

/** Pages of a template that are asked for without a link, and sends of a form with one of its buttons. */
const UNLINKED_MAX = 2
const SENT_MAX = 2

/** Each form is sent to the same rows, so that no accepted form hides another one. */
test.each(ROLES)('%s: links and forms of the desk are permitted', async (role) => {
	state.restore()
	const cookie = cookies[role]
	const linked = role === 'reader' ? new Map<string, string>() : await linkedPages(server.address, cookie)
	const isFirst = firstOfEach()
	const others = paths.filter((path) => !linked.has(path) && isFirst(templateOf(path), UNLINKED_MAX))
	const offered = new Set<string>()
	const forbidden: string[] = []
	for (const path of [...linked.keys(), ...others]) {
		state.restore()
		const url = server.address + path
		const page = linked.get(path) ?? (await showPage(url, cookie)).text
		for (const { form, button, fields } of formsOf(page)) {
			offered.add(form)
			if (!isFirst(`${templateOf(path)} ${form} ${button.replace(/\d+/, 'N')}`, SENT_MAX)) continue
			state.restore()
			const sent = await sendRequest(url, await encodedForm(url, cookie, fields))
			const alert = alertOf(sent.text)
			if (sent.status === 403 || FORBIDDEN.test(alert ?? ''))
				forbidden.push(`${path} ${form} ${button}: ${alert}`)
		}
	}
	expect(forbidden).toEqual([])
	offered.delete(UNDO)
	const expected = Object.keys(FORMS).filter((form) => form !== UNDO && FORMS[form]?.includes(role))
	expect([...offered].sort()).toEqual(expected.sort())
})
