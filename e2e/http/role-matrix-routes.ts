import { readdirSync } from 'node:fs'
import { isNull } from 'drizzle-orm'
import { readDb } from '@/db'
import { articles, people, photos } from '@/db/schema'
import type { Role } from '@/lib/roles'
import type { Cell } from './role-matrix'
import { ADMINS, ASKERS, type Asker, MODERATORS, WRITERS } from './role-rules'

type Target = { id: number; createdBy: string | null; headRevisionId: number | null }

type Route = {
	roles: Role[]
	/** What the route is sent about; contributors may send it for their own alone. */
	of?: 'stories' | 'photographs'
	/** Fields of a POST about a target; a GET without. */
	fields?: (target: Target, personId: string) => Record<string, string | Blob>
}

/** The routes of the desk beside its pages and Server Actions. */
const ROUTES: Record<string, Route> = {
	'/desk/log/export': { roles: ADMINS },
	'/desk/reports/export': { roles: MODERATORS },
	'/desk/photographs/find': { roles: WRITERS },
	'/desk/photographs/upload': {
		roles: WRITERS,
		fields: () => ({ photo: new Blob(['no picture'], { type: 'image/jpeg' }) }),
	},
	'/desk/photographs/describe': {
		roles: WRITERS,
		of: 'photographs',
		fields: ({ id }) => ({ photo: String(id), caption: 'Taken over' }),
	},
	'/desk/stories/autosave': {
		roles: WRITERS,
		of: 'stories',
		fields: ({ id, headRevisionId }, person) => ({
			person,
			token: crypto.randomUUID(),
			story: String(id),
			base: String(headRevisionId),
			fields: '{"headline":["Taken over"]}',
		}),
	},
	'/desk/comments/claims': { roles: MODERATORS, fields: () => ({ comment: '1' }) },
	'/desk/stories/check': { roles: WRITERS, fields: () => ({ headline: 'As typed' }) },
	'/desk/stories/preview': {
		roles: WRITERS,
		of: 'stories',
		fields: ({ id, headRevisionId }) => ({ story: String(id), baseRevisionId: String(headRevisionId) }),
	},
	'/desk/stories/presence': {
		roles: WRITERS,
		of: 'stories',
		fields: ({ id }) => ({ story: String(id), token: crypto.randomUUID(), takeOver: 'yes' }),
	},
}

/** Paths of the desk's route files that have no rule. */
export const routesWithoutRule = (): string[] =>
	readdirSync('app/desk', { recursive: true, encoding: 'utf8' })
		.filter((file) => /(^|\/)route\.ts$/.test(file))
		.map((file) => `/desk/${file.replace(/\/?route\.ts$/, '')}`)
		.filter((path) => !(path in ROUTES))

type Askers = {
	address: string
	cookies: Partial<Record<Asker, string>>
	ids: Partial<Record<Asker, string>>
}

/** The cells of routes that the rules refuse, and the number of all: each asker with each route and target. */
export async function refusedRouteCells({ address, cookies, ids }: Askers) {
	const stories = await readDb().select().from(articles).where(isNull(articles.deletedAt))
	const pictures = (await readDb().select().from(photos)).map((photo) => ({ ...photo, headRevisionId: null }))
	const [somebody] = await readDb().select().from(people)
	const none: Target = { id: 0, createdBy: null, headRevisionId: null }
	const cells: Cell[] = []
	let all = 0
	for (const [path, { roles, of, fields }] of Object.entries(ROUTES))
		for (const target of of === 'stories' ? stories : of === 'photographs' ? pictures : [none])
			for (const asker of ASKERS) {
				all += 1
				const own = target.createdBy === ids[asker]
				const isAllowed = roles.some((role) => role === asker) && (!of || asker !== 'contributor' || own)
				if (isAllowed) continue
				const sent = fields?.(target, ids[asker] ?? somebody?.id ?? '')
				const options = await request(address, cookies[asker], sent)
				cells.push({ asker, path: `${path} ${target.id}`, what: 'route', url: address + path, options })
			}
	return { cells, all }
}

async function request(
	origin: string,
	cookie = '',
	fields?: Record<string, string | Blob>,
): Promise<Cell['options']> {
	const headers = { ...(cookie && { Cookie: cookie }), Accept: 'application/json' }
	if (!fields) return { headers }
	const form = new FormData()
	for (const [name, value] of Object.entries(fields)) form.append(name, value as string)
	const encoded = new Response(form)
	return {
		method: 'POST',
		headers: {
			...headers,
			Origin: origin,
			'Content-Type': encoded.headers.get('content-type') as string,
		},
		body: Buffer.from(await encoded.arrayBuffer()),
	}
}
