import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROLES } from '@/lib/roles'
import { type DatabaseState, keepDatabase } from '../support/database-state'
import { linkedPages, showPage } from './desk-pages'
import { type DeskSite, fillSite } from './desk-site'
import { withServer } from './in-process-server'
import { type Cell, findHoles, permissive, refusedCells, sendCell } from './role-matrix'
import { refusedRouteCells, routesWithoutRule } from './role-matrix-routes'
import { hasPageRule } from './role-matrix-rules'
import { ASKERS } from './role-rules'

const server = withServer()

/** Headlines of drafts, which nobody else may see. */
const SECRETS = ['draft of A editor']

let site: DeskSite
let state: DatabaseState
let pages: Map<string, string>
let cells: Cell[]

beforeAll(async () => {
	site = await fillSite()
	state = keepDatabase()
	pages = await linkedPages(server.address, site.cookies.owner)
	state.restore()
})

afterAll(() => state.close())

test('every page and route of the desk has a rule', async () => {
	expect([...[...pages.keys()].filter((path) => !hasPageRule(path)), ...routesWithoutRule()]).toEqual([])
	const ids = Object.fromEntries(ROLES.map((role) => [role, site.viewers[role].person.id]))
	const asked = { address: server.address, cookies: site.cookies, ids }
	const [ofPages, ofRoutes] = [await refusedCells({ ...asked, pages }), await refusedRouteCells(asked)]
	cells = [...ofPages.cells, ...ofRoutes.cells]
	console.log(`${ofPages.all + ofRoutes.all} cells, ${cells.length} of them refused`)
	expect(ofPages.all + ofRoutes.all).toBeGreaterThanOrEqual(1_500)
	expect(cells.length).toBeGreaterThan(1_000)
})

test.each(ASKERS)('%s: requests outside the rules are refused, and change nothing', async (asker) => {
	const own = cells.filter((cell) => cell.asker === asker)
	expect(await findHoles(state, own, { send: sendCell, secrets: SECRETS })).toEqual([])
})

test('a server that does not look at the role is found', async () => {
	const planted = cells.filter(
		({ asker, what }) => asker === 'contributor' && what.startsWith('section-retire'),
	)
	const holes = await findHoles(state, planted.slice(0, 1), {
		send: permissive(site.cookies.owner),
		secrets: SECRETS,
	})
	expect(holes).toEqual([
		expect.stringContaining('changed the database'),
		expect.stringContaining('not refused'),
	])
})

test('contributors get the same answer for stories of others as for missing ones', async () => {
	const MISSING = 999_999
	const answer = async (path: string, id: number) => {
		const { status, text } = await showPage(server.address + path, site.cookies.contributor)
		const main = /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? text
		return [status, main.replaceAll(`/stories/${id}`, '/stories/ID')]
	}
	const asked = cells.filter(
		({ asker, what, path }) =>
			asker === 'contributor' && what === 'page' && /^\/desk\/stories\/\d+/.test(path),
	)
	expect(asked.length).toBeGreaterThan(10)
	for (const { path } of asked) {
		const id = Number(/\d+/.exec(path))
		const missing = path.replace(String(id), String(MISSING))
		expect([path, ...(await answer(path, id))]).toEqual([path, ...(await answer(missing, MISSING))])
	}
})
