import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pick } from '@/scripts/running/random'
import { ODD_COOKIES } from './odd-cookies'

/** A page or route of `app/`, as a template such as `/news/[slug]/moods`. */
export type AppRoute = { template: string; kind: 'page' | 'route'; file: string }

export type FuzzRequest = { route: AppRoute; bytes: string; what: string }

type Target = {
	/** Values for dynamic segments and parameters, so that a part of the requests finds something. */
	known: string[]
	cookies: string[]
	/** Controls of the desk's forms as they were served, by page. */
	forms: Map<string, [name: string, value: string][][]>
	actionIds: string[]
}

/** Every page and route there is: found in the file system, so that a new one cannot be forgotten. */
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

const ODD_TEXTS = [
	'',
	'0',
	'-1',
	'1',
	'007',
	'1e309',
	'NaN',
	'9007199254740993',
	'999999999999999',
	'[object Object]',
	'constructor',
	'__proto__',
	'%00',
	'%0d%0aX-A:%20b',
	'%ff%fe',
	'%E0%A4',
	'%',
	'%2e%2e%2f%2e%2e%2fetc%2fpasswd',
	'..',
	'.',
	'%2F',
	'%5C',
	'a b',
	'javascript:1',
	'https:evil.test',
	'//evil.test',
	'/\\evil.test',
	'%F0%9F%8C%B3',
	'%ED%95%9C%EA%B5%AD',
	'e%CC%81',
	'%C3%A9',
	'%u0041',
	'$ACTION',
	'$1',
	'$K1',
	'a'.repeat(3_000),
	'<script>',
	'\xff',
	"' or 1=1 --",
]

const NAMES = [
	'page',
	'reply',
	'own',
	'next',
	'token',
	'link',
	'article',
	'callbackUrl',
	'query',
	'state',
	'section',
	'author',
	'show',
	'undo',
	'was',
	'done',
	'_rsc',
	'__proto__',
	'',
	'page[]',
	'utm_source',
	'mood',
	'stars',
	'body',
	'parent',
	'name',
	'email',
	'password',
	'theme',
	'size',
	'back',
	'ad',
	'website',
]

const METHODS = [
	'GET',
	'GET',
	'GET',
	'GET',
	'HEAD',
	'POST',
	'POST',
	'POST',
	'OPTIONS',
	'PUT',
	'PATCH',
	'DELETE',
	'QUERY',
]

const LINES = [
	'Accept: application/json',
	'Accept: text/x-component',
	'Accept: */*;q=0',
	'Origin: https://evil.test',
	'Origin: null',
	'Origin: http://',
	'Origin: ',
	'Origin: http://square.test',
	'Sec-Fetch-Site: cross-site',
	'Sec-Fetch-Site: same-origin',
	'Sec-Fetch-Site: odd',
	'RSC: 1',
	'RSC: 1',
	'Next-Router-State-Tree: %5B%22%22%5D',
	'Next-Router-State-Tree: [',
	'Next-Router-State-Tree: %5B%22%22%2C%7B%22children%22%3A%5B%22x%22%5D%7D%5D',
	'Next-Router-Prefetch: 1',
	'Next-Router-Prefetch: 2',
	'Next-Router-Segment-Prefetch: /_tree',
	'Next-Router-Segment-Prefetch: /%00',
	'Next-Url: /%zz',
	'Next-Action: 00',
	`Next-Action: ${'f'.repeat(42)}`,
	'Next-Action: __proto__',
	'Next-HMR-Refresh: 1',
	'X-Forwarded-Host: evil.test',
	'X-Forwarded-Proto: gopher',
	'X-Forwarded-For: 1.2.3.4, ::1',
	'Forwarded: host=evil.test',
	'X-Action-Forwarded: 1',
	'X-Action-Redirect: /desk',
	'If-None-Match: W/"a", *',
	'If-Modified-Since: never',
	'Range: bytes=0-,5-,9-',
	'Accept-Encoding: br;q=0, *',
	'Accept-Language: \xff',
	'Expect: 100-continue',
	'Content-Encoding: gzip',
	"Content-Security-Policy: script-src 'nonce-\"><script>'",
	'Authorization: Basic \xff',
	'Purpose: prefetch',
	'Save-Data: on',
	'User-Agent: ',
	'Cookie2: $Version=1',
]

const TYPES = [
	'application/x-www-form-urlencoded',
	'application/x-www-form-urlencoded; charset=utf-7',
	'application/json',
	'application/json; charset=x',
	'multipart/form-data',
	'multipart/form-data; boundary=',
	'multipart/form-data; boundary="x',
	'multipart/form-data; boundary=x',
	'multipart/form-data; boundary=x',
	'multipart/form-data; boundary=x',
	`multipart/form-data; boundary=${'b'.repeat(300)}`,
	'multipart/mixed; boundary=x',
	'Multipart/Form-Data; Boundary=x',
	'text/plain;charset=UTF-8',
	'application/octet-stream',
	'text/x-component',
	'\xff/\xff',
	'',
]

const part = (name: string, value: string, more = '') =>
	`--x\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`

const BODIES = [
	'',
	'a',
	'&&==&%zz=%ff&a=%',
	'mood=happy',
	'mood=happy&mood=sad&__proto__=1',
	'stars=5',
	'body=%ed%a0%80&name=%00&email=a@b.cc&parent=999999999999999',
	'{',
	'null',
	'[]',
	'"a"',
	'{"mood":{"toString":1}}',
	'{"body":["a"],"name":null,"email":1e999}',
	`{"a":${'['.repeat(2_000)}${']'.repeat(2_000)}}`,
	'--x',
	'--x--',
	'--x\r\n\r\n\r\n--x--\r\n',
	'--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--\r\n',
	'--x\r\nContent-Disposition: form-data; name\r\n\r\na\r\n--x--\r\n',
	'--x\r\nX\r\n\r\na\r\n--x--\r\n',
	`${part('a', 'b')}--x--\r\n`,
	`${part('a', 'b')}--x-`,
	part('a', 'b'),
	part('a', 'b').slice(0, 20),
	`${part('a', 'b', '; filename="../../x"')}--x--\r\n`,
	`${part('a', '\xff\xfe\x00')}--x--\r\n`,
	`${part('$ACTION_ID_00', '')}--x--\r\n`,
	`${part('$ACTION_REF_1', '')}--x--\r\n`,
	`${part('$ACTION_REF_1', '')}${part('$ACTION_1:0', '{')}--x--\r\n`,
	`${part('$ACTION_REF_1', '')}${part('$ACTION_1:0', '{"id":"__proto__","bound":"$@1"}')}--x--\r\n`,
	`${part('$ACTION_REF_$ACTION_REF_', '')}--x--\r\n`,
	`${part('0', '["$K1"]')}--x--\r\n`,
	`${part('0', '["$@1","$1","$F1","$B1","$o1"]')}--x--\r\n`,
	`${part('0', `${'['.repeat(3_000)}`)}--x--\r\n`,
	`${part('0', '{"then":"$1:__proto__:then"}')}${part('1', '"$@0"')}--x--\r\n`,
]

type Random = () => number
type Field = [name: string, value: string]

/** One request that no browser of ours would send, and now and then one that it would. */
export function oddRequest(random: Random, routes: AppRoute[], target: Target): FuzzRequest {
	const route = pick(random, routes)
	const some = <T>(chance: number, value: () => T, otherwise: T): T =>
		random() < chance ? value() : otherwise
	const path = pathOf(random, route.template, target)
	const query = some(0.5, () => `?${queryOf(random, target)}`, '')
	const method = exportsMethod(route, 'POST')
		? some(0.5, () => 'POST', pick(random, METHODS))
		: pick(random, METHODS)
	const lines = Array.from({ length: Math.floor(random() * 4) }, () => pick(random, LINES))
	const own = pick(random, target.cookies)
	const cookie = some(0.3, () => pick(random, ODD_COOKIES)[1](own), own)
	const { type, body } = method === 'POST' ? bodyOf(random, path, target) : { type: '', body: '' }
	if (random() < 0.1) lines.push(`Next-Action: ${pick(random, target.actionIds)}`)
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
	const what = `${method} ${path.slice(0, 80)}${query.slice(0, 80)} ${type.slice(0, 40)} ${lines.join(' | ').slice(0, 120)}`
	return { route, bytes: `${head.join('\r\n')}\r\n\r\n${body.padEnd(length, ' ').slice(0, length)}`, what }
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

function bodyOf(random: Random, path: string, { forms, known }: Target): { type: string; body: string } {
	const served = forms.get(path) ?? pick(random, [...forms.values()])
	if (random() < 0.5 || served.length === 0) return { type: pick(random, TYPES), body: pick(random, BODIES) }
	const fields = pick(random, served).map((field) => changed(random, field, known))
	if (random() < 0.3) fields.splice(Math.floor(random() * fields.length), 1)
	let body = `${fields.map(([name, value]) => part(name, value)).join('')}--x--\r\n`
	if (random() < 0.2) body = body.slice(0, Math.floor(random() * body.length))
	return { type: 'multipart/form-data; boundary=x', body }
}

function changed(random: Random, [name, value]: Field, known: string[]): Field {
	const chance = random()
	if (chance < 0.75) return [name, value]
	if (chance < 0.85) return [name, pick(random, ODD_TEXTS)]
	if (chance < 0.92) return [name, pick(random, known)]
	if (chance < 0.96) return [name, value.slice(0, Math.floor(random() * value.length))]
	return [pick(random, NAMES), value]
}
