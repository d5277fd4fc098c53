import { readdirSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { write } from '@/db'
import { people, photos, sections, settings } from '@/db/schema'
import { recordDemoRows } from '@/domain/demo/rows'
import { inviteColleague } from '@/domain/invite'
import { addPerson } from '@/domain/people'
import type { StaffViewer } from '@/domain/permissions'
import { createSection } from '@/domain/sections'
import { createSession } from '@/domain/sessions'
import { SESSION_COOKIE } from '@/lib/cookies'
import { ROLES, type Role, STAFF_ROLES } from '@/lib/roles'
import { filledDeskForm } from '../support/desk-form'
import { type HttpResponse, type RequestOptions, sendRequest } from '../support/http-client'
import { keepTexts } from '../support/kept-texts'
import { fillDesk } from './desk-content'
import { withServer } from './in-process-server'

const server = withServer()
const PASSWORD = 'a good long password'

const EDITORS: Role[] = ['editor', 'admin', 'owner']
const ADMINS: Role[] = ['admin', 'owner']
const WRITERS: Role[] = ['contributor', ...EDITORS]
const MODERATORS: Role[] = ['moderator', ...EDITORS]

/** The roles that are offered each form; a form for each advertisement counts as one. */
const OFFERED: Record<string, Role[]> = {
	access: ADMINS,
	ad: EDITORS,
	'ad-': EDITORS,
	author: ADMINS,
	'ad-change-': EDITORS,
	comments: MODERATORS,
	'demo-removal': ADMINS,
	correction: EDITORS,
	delete: ADMINS,
	'discard-autosave': WRITERS,
	'footer-settings': ADMINS,
	'front-page': EDITORS,
	'front-page-undo': EDITORS,
	invitations: ADMINS,
	invite: ADMINS,
	manage: WRITERS,
	move: EDITORS,
	note: WRITERS,
	notes: WRITERS,
	plan: EDITORS,
	responses: EDITORS,
	/** Of each writer's own text; the paths are those of the owner. */
	merge: ['owner'],
	name: WRITERS,
	photo: WRITERS,
	'preview-link': WRITERS,
	profile: [...STAFF_ROLES],
	reset: ADMINS,
	role: ADMINS,
	restore: WRITERS,
	logo: ADMINS,
	look: ADMINS,
	'menu-footer': ADMINS,
	'menu-masthead': ADMINS,
	organisation: ADMINS,
	page: EDITORS,
	'page-restore-': EDITORS,
	'page-start': EDITORS,
	'page-starter': EDITORS,
	'response-settings': ADMINS,
	section: ADMINS,
	'section-delete': ADMINS,
	'section-details': ADMINS,
	'section-merge': ADMINS,
	'section-retire': ADMINS,
	sections: ADMINS,
	settings: ADMINS,
	'start-demo': ADMINS,
	'start-dismiss': ADMINS,
	'start-language': ADMINS,
	'start-name': ADMINS,
	'start-sections': ADMINS,
	'sign-in-rule': ADMINS,
	stories: WRITERS,
	story: WRITERS,
	'story-settings': ADMINS,
	trash: WRITERS,
}

/** Pages that no link leads to. */
const UNLINKED = ['unsaved/page.tsx']

/** Messages of refusals for a missing permission. */
const FORBIDDEN = /\bmay (not|change|edit)\b/

/** An author who may be deleted; the people with a role have photographs, and may not. */
const UNUSED_AUTHOR = {
	id: 'unused-author',
	slug: 'unused-author',
	name: 'Unused',
	role: 'contributor',
} as const
const PHOTO = { mime: 'image/jpeg' as const, width: 300, height: 200, widths: [300] }

const viewers = {} as Record<Role, StaffViewer>
const cookies = {} as Record<Role, string>
let paths: string[]

beforeAll(async () => {
	for (const role of ROLES) {
		const account = { name: `A ${role}`, email: `${role}@example.org`, password: PASSWORD, role }
		const { id } = await addPerson(account)
		viewers[role] = { person: { id, name: account.name, email: account.email, role }, readerId: null }
		await write((tx) => tx.insert(photos).values({ ...PHOTO, hash: `work of ${id}`, createdBy: id }))
	}
	await fillDesk(viewers.editor, viewers.contributor)
	for (const role of WRITERS) await keepTexts(viewers[role])
	await createSection(viewers.owner, { name: 'Arts', slug: '' })
	for (const role of ['contributor', 'owner'] as const) await inviteColleague(viewers.owner, { role })
	await restore()
	// A text may be merged until it is discarded.
	const isMerge = (path: string) => Number(!path.includes('/merge?'))
	paths = (await linkedPaths('owner')).sort((one, other) => isMerge(one) - isMerge(other))
})

const show = (role: Role, path: string): Promise<HttpResponse> =>
	sendRequest(server.address + path, { headers: { Cookie: cookies[role], Accept: 'text/html' } })

async function follow(role: Role, path: string): Promise<HttpResponse> {
	const shown = await show(role, path)
	const target = shown.status === 307 ? shown.headers.location : undefined
	return target ? show(role, new URL(target, server.address).pathname) : shown
}

/** All desk pages that the role reaches by links; each of them has to open. */
async function linkedPaths(role: Role): Promise<string[]> {
	const found = new Set(['/desk'])
	for (const path of found) {
		const { status, text } = await follow(role, path)
		expect([role, path, status]).toEqual([role, path, 200])
		for (const [, href = ''] of text.matchAll(/\shref="(\/desk[^"#]*)/g))
			found.add(href.replaceAll('&amp;', '&'))
	}
	return [...found]
}

type OfferedForm = { id: string; buttons: [name: string, value: string][]; hasFile: boolean }

/** The desk's forms in a page; searches and the sign-out button have no id. */
const formsOf = (html: string): OfferedForm[] =>
	Array.from(html.matchAll(/<form\b[^>]*\bid="([^"]+)"[\s\S]*?<\/form>/g), ([form, id = '']) => ({
		id,
		buttons: Array.from(form.matchAll(/<button\b[^>]*type="submit"[^>]*>/g), ([button]) => [
			/\bname="([^"]*)"/.exec(button)?.[1] ?? '',
			/\bvalue="([^"]*)"/.exec(button)?.[1] ?? '',
		]),
		hasFile: form.includes('type="file"'),
	}))

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

/** A request for each button of each form, built before the first one is sent and changes the page. */
async function requestsOf(html: string, role: Role, path: string) {
	const requests: { id: string; button: [string, string]; options: RequestOptions }[] = []
	for (const { id, buttons, hasFile } of formsOf(html)) {
		const changes = hasFile ? { photo: new Blob(['no picture'], { type: 'image/jpeg' }) } : undefined
		for (const button of buttons) {
			const form = { form: id, button, changes, cookie: cookies[role] }
			requests.push({ id, button, options: await filledDeskForm(server.address + path, form) })
		}
	}
	return requests
}

/** Undoes forms that hide others: of disabled people, retired sections, a removed demo edition and so on. */
const restore = () =>
	write(async (tx) => {
		await tx.update(sections).set({ retiredAt: null })
		await tx.update(people).set({ disabledAt: null })
		await tx.insert(people).values(UNUSED_AUTHOR).onConflictDoNothing()
		for (const role of ROLES) {
			const { token } = await createSession(tx, viewers[role].person.id)
			cookies[role] = `${SESSION_COOKIE}=${token}`
		}
		await recordDemoRows(tx, 'tag', [0])
		const firstRun = { key: 'firstRun', value: { answered: [], dismissed: false } }
		await tx
			.insert(settings)
			.values(firstRun)
			.onConflictDoUpdate({ target: settings.key, set: { value: firstRun.value } })
	})

/** Roles with fewer permissions first, since accepted forms change the states of stories and comments. */
test.each([...ROLES].reverse())('%s: links and forms of the desk are permitted', async (role) => {
	await restore()
	if (role !== 'reader') await linkedPaths(role)
	const offered = new Set<string>()
	const forbidden: string[] = []
	for (const path of paths) {
		await restore()
		const page = await show(role, path)
		const requests = await requestsOf(page.text, role, path)
		for (const { id, button, options } of requests) {
			offered.add(id.replace(/\d+$/, ''))
			const sent = await sendRequest(server.address + path, options)
			const alert = alertOf(sent.text)
			if (sent.status === 403 || FORBIDDEN.test(alert ?? ''))
				forbidden.push(`${path} ${id} ${button.join('=')}: ${alert}`)
		}
	}
	expect(forbidden).toEqual([])
	const expected = Object.keys(OFFERED).filter((form) => OFFERED[form]?.includes(role))
	expect([...offered].sort()).toEqual(expected.sort())
})
