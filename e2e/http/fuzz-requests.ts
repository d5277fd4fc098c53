import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pick } from '../support/random'
import { COOKIE_VARIATIONS } from './cookie-variations'
import { BODIES, LINES, METHODS, NAMES, ODD_TEXTS, part, TYPES } from './fuzz-words'

/** A page or route of `app/`, as a template such as `/news/[slug]/moods`. */
export type AppRoute = { template: string; kind: 'page' | 'route'; file: string }

export type FuzzRequest = { route: AppRoute; bytes: string; label: string }

type Target = {
	/** Values for dynamic segments and parameters, so that some requests match content. */
	known: string[]
	cookies: string[]
	/** Controls of the desk's forms as served, by page. */
	forms: Map<string, [name: string, value: string][][]>
	actionIds: string[]
}

/** All pages and routes, read from the file system, so that new ones are included. */
export function appRoutes(folder = 'app'): AppRoute[] {
	return (readdirSync(folder, { recursive: true, encoding: 'utf8' }) as string[])
		.flatMap((name) => {
			const kind = /(^|\/)(page|route)\.tsx?$/.exec(name)?.[2] as AppRoute['kind'] | undefined
			if (!kind) return []
			const path = relative('.', name).replace(/(^|\/)(page|route)\.tsx?$/, '')
			const parts = path.split('/').filter((part) => part && !/^\(.*\)$/.test(part))
			return [{ template: `/${parts.join('/')}`, kind, file: join(folder, name) }]
		})
		.sort((a, b) => a.template.localeCompare(b.template))
}

export const exportsMethod = ({ file }: AppRoute, method: string): boolean =>
	new RegExp(`export (const|async function|function) ${method}\\b|\\b${method} \\}`).test(
		readFileSync(file, 'utf8'),
	)

type Random = () => number
type Field = [name: string, value: string]

/** A random request, mostly malformed, sometimes valid. */
export function randomRequest(random: Random, routes: AppRoute[], target: Target): FuzzRequest {
	const route = pick(random, routes)
	const some = <T>(chance: number, value: () => T, otherwise: T): T =>
		random() < chance ? value() : otherwise
	const { template } = route
	const path = pathOf(random, template, target)
	const query = some(0.5, () => `?${queryOf(random, target)}`, '')
	const likely =
		exportsMethod(route, 'POST') || random() < (template.startsWith('/desk') ? 0.4 : 0.05) ? 'POST' : 'GET'
	const method = some(0.15, () => pick(random, METHODS), likely)
	const lines = Array.from({ length: Math.floor(random() ** 2 * 4) }, () => pick(random, LINES))
	const own = pick(random, target.cookies)
	const cookie = some(0.3, () => pick(random, COOKIE_VARIATIONS)[1](own), own)
	const { type, body, called }: Sent =
		method === 'POST' ? bodyOf(random, path, target) : { type: '', body: '' }
	if (called) lines.push(`Next-Action: ${called}`)
	if (random() < 0.03) lines.push(`Next-Action: ${pick(random, target.actionIds)}`)
	const length = some(0.97, () => body.length, Math.floor(random() * 40))
	const head = [
		`${method} ${path}${query} HTTP/1.1`,
		'Host: square.test',
		...(cookie ? [`Cookie: ${cookie}`] : []),
		...(type ? [`Content-Type: ${type}`] : []),
		...(method === 'POST' || random() < 0.05 ? [`Content-Length: ${length}`] : []),
		...lines,
		'Connection: close',
	]
	const label = `${method} ${path.slice(0, 80)}${query.slice(0, 80)} ${type.slice(0, 40)} ${lines.join(' | ').slice(0, 120)}`
	return { route, bytes: `${head.join('\r\n')}\r\n\r\n${body.padEnd(length, ' ').slice(0, length)}`, label }
}

function pathOf(random: Random, template: string, { known }: Target): string {
	const value = () => (random() < 0.5 ? pick(random, known) : pick(random, ODD_TEXTS)).replaceAll(' ', '%20')
	const path = template.replace(/\[[^\]]+\]/g, value)
	if (random() < 0.9) return path
	return pick(random, [
		`${path}/`,
		`/${path}`,
		`${path}.rsc`,
		`${path}%20`,
		path.toUpperCase(),
		path.replace(/[a-z]/, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
		`${path}/${value()}`,
		`/x/..${path}`,
		`${path};a=b`,
		`/_next/data/x${path}.json`,
		'/_next/image?url=%2Ficon.svg&w=64&q=75',
		'/_next/static/../server/app-paths-manifest.json',
		`http://evil.test${path}`,
		'*',
	])
}

const queryOf = (random: Random, { known }: Target): string =>
	Array.from({ length: 1 + Math.floor(random() * 3) }, () => {
		const value = random() < 0.3 ? pick(random, known) : pick(random, ODD_TEXTS)
		return `${pick(random, NAMES)}=${value}`.replaceAll(' ', '+')
	}).join('&')

type Sent = { type: string; body: string; called?: string }

function bodyOf(random: Random, path: string, { forms, known }: Target): Sent {
	const served = forms.get(path) ?? pick(random, [...forms.values()])
	if (random() < 0.4 || served.length === 0) return { type: pick(random, TYPES), body: pick(random, BODIES) }
	const form = pick(random, served)
	const sent = random() < 0.5 ? asCall(form) : { fields: form }
	const fields = sent.fields.map((field) => changed(random, field, known))
	if (random() < 0.2) fields.splice(Math.floor(random() * fields.length), 1)
	const whole = `${fields.map(([name, value]) => part(name, value)).join('')}--x--\r\n`
	const body = random() < 0.1 ? whole.slice(0, Math.floor(random() * whole.length)) : whole
	return { type: 'multipart/form-data; boundary=x', body, called: sent.called }
}

/** The form as the desk's script sends it (Server Action). */
function asCall(form: Field[]): { fields: Field[]; called?: string } {
	const own = form
		.filter(([name]) => !name.startsWith('$ACTION'))
		.map(([name, value]): Field => [`_1_${name}`, value])
	const value = (name: string) => form.find((field) => field[0] === name)?.[1] ?? ''
	const called = /"id":"(\w+)"/.exec(value('$ACTION_1:0'))?.[1]
	return { fields: [...own, ['0', `${value('$ACTION_1:1').slice(0, -1)},"$K1"]`]], called }
}

function changed(random: Random, [name, value]: Field, known: string[]): Field {
	const chance = random()
	if (chance < 0.75) return [name, value]
	if (chance < 0.85) return [name, pick(random, ODD_TEXTS)]
	if (chance < 0.92) return [name, pick(random, known)]
	if (chance < 0.96) return [name, value.slice(0, Math.floor(random() * value.length))]
	return [pick(random, NAMES), value]
}
